import type { MeasureContent } from './content';
import type { PortalPart, Span, qualifiers } from './portal';
import { centsOf } from '~/values/money';

/**
 * The numbers behind the words of a profile: what was entered in `portal`, else what can
 * be read from the source's words without guessing. Null or an empty list: neither.
 *
 * Contracts, allocations and papers build on this, never on the words.
 */
export interface StructuredMeasure {
  readonly staff: NonNullable<PortalPart['staff']>;
  readonly phaseSpans: NonNullable<PortalPart['phaseSpans']>;
  readonly contacts: NonNullable<PortalPart['contacts']>;
  readonly sessions: PortalPart['sessions'] | null;
  readonly weekly: PortalPart['weekly'] | null;
  readonly premiums: readonly { readonly reason: string; readonly sharePercent: number }[];
  readonly onlyWithin: readonly string[];
  readonly costs: readonly StructuredCost[];
}

export interface StructuredCost {
  readonly kind: 'total' | 'year' | 'month' | 'placeMonth' | 'participant' | 'session' | 'other';
  readonly amountCents: number;
  readonly qualifier: (typeof qualifiers)[number];
}

export function structured(content: MeasureContent): StructuredMeasure {
  const { portal = {} } = content;
  return {
    staff: portal.staff ?? readRatios(content.staffing.ratio),
    phaseSpans: portal.phaseSpans ?? readPhaseSpans(content),
    contacts: portal.contacts ?? readContacts(content.contactRhythm),
    sessions: portal.sessions ?? readSessions([content.individualDuration.note, ...content.rules]),
    weekly: portal.weekly ?? readWeekly(content.weeklyHours),
    premiums: portal.payment?.premiums ?? readPremiums(content.paymentModel),
    onlyWithin: portal.onlyWithin ?? readOnlyWithin(content.rules),
    costs: portal.costs ? enteredCosts(portal.costs) : statedCosts(content),
  };
}

/** "1:15 (Arbeitsgelegenheit); 1:20 (psychosoziale Betreuung)" → two rows; words without a ratio give none. */
export function readRatios(text: string | null): NonNullable<PortalPart['staff']> {
  return (text ?? '').split(';').flatMap((part) => {
    const found = /^\s*1\s?:\s?(?<clients>\d+(?:,\d+)?)(?:\s*\((?<role>[^)]+)\))?\s*$/.exec(part)?.groups;
    if (!found) return [];
    return [{ role: found['role'] ?? 'Betreuung', clientsPerPost: decimal(found['clients']), posts: null }];
  });
}

/** "3 Monate", "6–18 Monate", "etwa" or further words: not read. */
export function readSpan(text: string | null): Span | null {
  const found = /^(?<min>\d+)(?:\s?[–-]\s?(?<max>\d+))? (?<unit>Tage|Wochen|Monate)$/.exec(
    text?.trim() ?? '',
  )?.groups;
  if (!found) return null;
  const units = { Tage: 'days', Wochen: 'weeks', Monate: 'months' } as const;
  const min = Number(found['min']);
  return { min, max: Number(found['max'] ?? min), unit: units[found['unit'] as keyof typeof units] };
}

function readPhaseSpans({ phases }: MeasureContent): NonNullable<PortalPart['phaseSpans']> {
  return phases.flatMap(({ name, duration }) => {
    const span = readSpan(duration);
    return span && name.length <= 300 ? [{ phase: name, span }] : [];
  });
}

/**
 * "in der Regel 45 min alle 2 Wochen, anfangs in der Regel wöchentlich" → weekly at first,
 * then every two weeks, 45 minutes each. Without both an interval and nothing that contradicts it: none.
 */
export function readContacts(text: string | null): NonNullable<PortalPart['contacts']> {
  const words = text ?? '';
  const every = /alle (?<weeks>\d+|zwei|drei|vier) Wochen/.exec(words)?.groups?.['weeks'];
  if (every === undefined || /\d\s?[–-]\s?\d Wochen|;/.test(words)) return [];
  const numbers: Readonly<Record<string, number>> = { zwei: 2, drei: 3, vier: 4 };
  const minutes = /(?<minutes>\d+) ?(?:min|Minuten)/.exec(words)?.groups?.['minutes'];
  const each = minutes === undefined ? null : Number(minutes);
  const everyWeeks = numbers[every] ?? Number(every);
  const beginsWeekly = /(?:anfangs|zu Beginn|am Anfang)[^,;.]*wöchentlich/.test(words);
  return beginsWeekly
    ? [
        { stage: 'anfangs', everyWeeks: 1, minutes: each },
        { stage: 'danach', everyWeeks, minutes: each },
      ]
    : [{ stage: 'durchgehend', everyWeeks, minutes: each }];
}

/** "6 Termine à 4 Stunden" */
export function readSessions(texts: readonly (string | null)[]): PortalPart['sessions'] | null {
  for (const text of texts) {
    const found = /(?<count>\d+) (?:Termine|Sitzungen) (?:à|zu je) (?<hours>\d+(?:,\d+)?) Stunden/.exec(
      text ?? '',
    )?.groups;
    if (found) return { count: Number(found['count']), hours: decimal(found['hours']), groupSize: null };
  }
  return null;
}

/** "39", "25 (Teilzeit)", "mindestens 20 Unterrichtseinheiten à 45 Minuten"; clock hours and teaching units do not mix. */
export function readWeekly(text: string | null): PortalPart['weekly'] | null {
  const found =
    /^(?<least>mindestens )?(?<hours>\d+(?:,\d+)?)(?<units> Unterrichtseinheiten à 45 Minuten)?(?: \([^)]*\)| Zeitstunden)?$/.exec(
      text?.trim() ?? '',
    )?.groups;
  if (!found) return null;
  const hours = decimal(found['hours']);
  return {
    min: hours,
    max: found['least'] === undefined ? hours : null,
    unit: found['units'] === undefined ? 'hours' : 'teachingUnits',
  };
}

/** "20 % für …, 40 % für …, 40 % für …": only where the shares are 100 together. */
export function readPremiums(text: string | null): { reason: string; sharePercent: number }[] {
  const premiums = [...(text ?? '').matchAll(/(\d+) % für ([^,;(]+)/g)].map(([, share, reason]) => ({
    reason: (reason ?? '').trim(),
    sharePercent: Number(share),
  }));
  const sum = premiums.reduce((total, { sharePercent }) => total + sharePercent, 0);
  return sum === 100 ? premiums : [];
}

/** "Einkauf nur als Bestandteil einer vergebenen Maßnahme nach § 45 SGB III" */
export function readOnlyWithin(rules: readonly string[]): string[] {
  return rules.flatMap((rule) => {
    const norm =
      /\bnur (?:als Bestandteil|als Teil|innerhalb|im Rahmen)\b.*?(?<norm>§ ?\d+[a-z]? SGB (?:III|II))/.exec(
        rule,
      );
    return norm?.groups?.['norm'] === undefined ? [] : [norm.groups['norm']];
  });
}

function enteredCosts(costs: NonNullable<PortalPart['costs']>): StructuredCost[] {
  return costs.flatMap(({ kind, amountEur, qualifier }) =>
    amountEur === null ? [] : [{ kind, amountCents: centsOf(amountEur), qualifier }],
  );
}

/** The amounts of the file; a "ca." or "rund" at the beginning of the note makes all of them rough. */
function statedCosts({ budget }: MeasureContent): StructuredCost[] {
  const note = budget.note ?? '';
  const qualifier = /^(?:ca\.|rund|etwa)|Beträge gerundet/.test(note)
    ? 'circa'
    : /^(?:bis zu|höchstens)/.test(note)
      ? 'upTo'
      : note.startsWith('weniger als')
        ? 'lessThan'
        : 'exact';
  const stated = [
    ['total', budget.totalEur],
    ['year', budget.perYearEur],
    ['month', budget.perMonthEur],
    ['placeMonth', budget.perPlacePerMonthEur],
    ['participant', budget.perParticipantEur],
  ] as const;
  return stated.flatMap(([kind, euros]) =>
    euros === null ? [] : [{ kind, amountCents: centsOf(euros), qualifier }],
  );
}

function decimal(text: string | undefined): number {
  return Number((text ?? '').replace(',', '.'));
}
