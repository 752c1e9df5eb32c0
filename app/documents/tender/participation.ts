import type { MeasureContent } from '~/portfolio/content';
import { spanUnitNames } from '~/portfolio/profile/words';
import { structured, type StructuredMeasure } from '~/portfolio/structured';
import { formatSourceNumber, rhythmText } from '~/portfolio/words';
import type { TenderFacts } from '~/procurement/facts';
import { formatPeriod } from '~/values/calendar';

/** What of a measure's profile bidders must know to calculate: the numbers first, else the words. */
export type TenderProfile = Pick<
  MeasureContent,
  'targetCriteria' | 'modules' | 'individualDuration' | 'weeklyHours' | 'contactRhythm' | 'phases'
> &
  Pick<StructuredMeasure, 'sessions' | 'weekly' | 'contacts' | 'phaseSpans'> & {
    readonly runs: NonNullable<NonNullable<MeasureContent['portal']>['runs']>;
    readonly areMissedDaysAppended: boolean | null;
  };

/** The facts with the profile; sets that were released before papers said it have none. */
export type PaperFacts = TenderFacts & { readonly profile?: TenderProfile };

/** The placeholders for what one participation is; empty lists where the profile is silent. */
export interface ParticipationTexts {
  readonly teilnahme: readonly { readonly angabe: string; readonly wert: string }[];
  readonly auswahlkriterien: readonly string[];
  readonly module: readonly string[];
}

export function tenderProfile(content: MeasureContent): TenderProfile {
  const { targetCriteria, modules, individualDuration, weeklyHours, contactRhythm, phases } = content;
  const { sessions, weekly, contacts, phaseSpans } = structured(content);
  return {
    targetCriteria,
    modules,
    individualDuration,
    weeklyHours,
    contactRhythm,
    phases,
    sessions,
    weekly,
    contacts,
    phaseSpans,
    runs: content.portal?.runs ?? [],
    areMissedDaysAppended: content.portal?.attendance?.areMissedDaysAppended ?? null,
  };
}

export function participationTexts(profile: TenderProfile | undefined): ParticipationTexts {
  if (!profile) return { teilnahme: [], auswahlkriterien: [], module: [] };
  const lines: readonly (readonly [string, string | null])[] = [
    ['Dauer einer Teilnahme', durationText(profile)],
    ['Anwesenheitstage', attendanceText(profile)],
    ['Termine', sessionsText(profile)],
    ['Stunden je Woche', weeklyText(profile)],
    ...contactLines(profile),
    ...phaseLines(profile),
    ...profile.runs.map(({ name, from, to, places }) => {
      const count = places ? `, ${counted(places, 'Platz', 'Plätze')}` : '';
      return [`Durchgang „${name}“`, `${formatPeriod(from, to)}${count}`] as const;
    }),
  ];
  return {
    teilnahme: lines.flatMap(([angabe, wert]) => (wert === null ? [] : [{ angabe, wert }])),
    auswahlkriterien: profile.targetCriteria,
    module: profile.modules,
  };
}

/** "Ein Termin dauert 4 Stunden, eine Gruppe hat 12 Personen."; null where no sessions are known. */
export function sessionText(profile: TenderProfile | undefined): string | null {
  if (!profile?.sessions) return null;
  const { hours, groupSize } = profile.sessions;
  const group = groupSize ? `, eine Gruppe hat ${counted(groupSize, 'Person', 'Personen')}` : '';
  return `Ein Termin dauert ${counted(hours, 'Stunde', 'Stunden')}${group}.`;
}

/** The figures; a note only where it is all there is, for it repeats them or the sessions. */
function durationText({ individualDuration, sessions }: TenderProfile): string | null {
  const { typicalMonths, minMonths, maxMonths, attendanceDays, note } = individualDuration;
  const figures = [
    ...(typicalMonths === null ? [] : [`in der Regel ${months(typicalMonths)}`]),
    ...(minMonths === null ? [] : [`mindestens ${months(minMonths)}`]),
    ...(maxMonths === null ? [] : [`höchstens ${months(maxMonths)}`]),
  ];
  if (figures.length > 0) return figures.join(', ');
  return attendanceDays === null && sessions === null ? note : null;
}

function attendanceText({ individualDuration, areMissedDaysAppended }: TenderProfile): string | null {
  const { attendanceDays } = individualDuration;
  if (attendanceDays === null) return null;
  const missed =
    areMissedDaysAppended === null
      ? ''
      : `; versäumte Tage werden ${areMissedDaysAppended ? '' : 'nicht '}angehängt`;
  return `${formatSourceNumber(attendanceDays)}${missed}`;
}

function sessionsText({ sessions }: TenderProfile): string | null {
  if (!sessions) return null;
  const { count, hours, groupSize } = sessions;
  const group = groupSize ? `, ${counted(groupSize, 'Person', 'Personen')} je Gruppe` : '';
  return `${counted(count, 'Termin', 'Termine')} zu je ${counted(hours, 'Stunde', 'Stunden')}${group}`;
}

function weeklyText({ weekly, weeklyHours }: TenderProfile): string | null {
  if (!weekly || (weekly.min === null && weekly.max === null)) return weeklyHours;
  const { min, max, unit } = weekly;
  const units = unit === 'hours' ? 'Stunden' : 'Unterrichtseinheiten (45 Minuten)';
  const from = min === null ? '' : formatSourceNumber(min);
  const to = max === null ? '' : formatSourceNumber(max);
  if (max === null) return `mindestens ${from} ${units}`;
  if (min === null) return `höchstens ${to} ${units}`;
  return min === max ? `${to} ${units}` : `${from} bis ${to} ${units}`;
}

function contactLines({ contacts, contactRhythm }: TenderProfile): [string, string | null][] {
  if (contacts.length === 0) return [['Kontakte', contactRhythm]];
  return contacts.map(({ stage, everyWeeks, minutes }) => {
    const rhythm = rhythmText(everyWeeks);
    return [`Kontakte ${stage}`, minutes ? `${rhythm}, ${counted(minutes, 'Minute', 'Minuten')}` : rhythm];
  });
}

/** Each phase once: the span that was entered or read, else its words. */
function phaseLines({ phases, phaseSpans }: TenderProfile): [string, string | null][] {
  const spans = new Map(phaseSpans.map(({ phase, span }) => [phase, spanText(span)]));
  const others = [...spans.keys()].filter((phase) => phases.every(({ name }) => name !== phase));
  return [
    ...phases.map(({ name, duration }) => [name, spans.get(name) ?? duration] as const),
    ...others.map((phase) => [phase, spans.get(phase) ?? null] as const),
  ].map(([phase, text]) => [`Dauer „${phase}“`, text]);
}

function spanText({ min, max, unit }: TenderProfile['phaseSpans'][number]['span']): string | null {
  const units = spanUnitNames[unit];
  const most = max ? formatSourceNumber(max) : null;
  if (!min) return most === null ? null : `höchstens ${most} ${units}`;
  const least = formatSourceNumber(min);
  if (most === null) return `mindestens ${least} ${units}`;
  if (min !== max) return `${least} bis ${most} ${units}`;
  return min === 1 ? { days: '1 Tag', weeks: '1 Woche', months: '1 Monat' }[unit] : `${least} ${units}`;
}

function months(count: number): string {
  return counted(count, 'Monat', 'Monate');
}

function counted(count: number, one: string, many: string): string {
  return `${formatSourceNumber(count)} ${count === 1 ? one : many}`;
}
