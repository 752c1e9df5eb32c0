import type { MeasureContent } from '~/portfolio/content';
import type { costKinds, qualifiers } from '~/portfolio/portal';
import { paymentModelNames, spanUnitNames } from '~/portfolio/profile/words';
import { formatSourceNumber, formatSourcePeriod, rhythmText } from '~/portfolio/words';
import { describeTerm, formatPeriod } from '~/values/calendar';
import { formatEuro, centsOf } from '~/values/money';

/**
 * The profile of a measure in sentences: what its source says, as exactly as it says it.
 * An empty list means "keine Angabe"; nothing unknown is ever shown as zero.
 */

/** Says that the source is silent (ui.md § 5; rules.md § 12.15). */
export const notStated = 'keine Angabe';

/** "ca. 450,00 € je Platz und Monat": the amount with the word that limits it. */
export function costLines({ budget, portal }: Pick<MeasureContent, 'budget' | 'portal'>): string[] {
  const structured = (portal?.costs ?? []).flatMap(({ kind, amountEur, qualifier, note }) =>
    amountEur === null
      ? []
      : [`${qualifierWords[qualifier]}${euros(amountEur)} ${costWords[kind]}${inBrackets(note ?? null)}`],
  );
  if (structured.length > 0) return [...structured, ...(budget.note === null ? [] : [sentence(budget.note)])];
  const stated: [number | null, string][] = [
    [budget.totalEur, costWords.total],
    [budget.perYearEur, costWords.year],
    [budget.perMonthEur, costWords.month],
    [budget.perPlacePerMonthEur, costWords.placeMonth],
    [budget.perParticipantEur, costWords.participant],
  ];
  const circa = isAbout(budget.note) ? 'ca. ' : '';
  const amounts = stated.flatMap(([amount, words]) =>
    amount === null ? [] : [`${circa}${euros(amount)} ${words}`],
  );
  if (budget.note === null) return amounts;
  const shown = amounts.length > 0 ? amounts : [`Betrag: ${notStated}`];
  return [...shown, `Hinweis der Quelle: ${sentence(budget.note)}`];
}

const costWords: Readonly<Record<(typeof costKinds)[number], string>> = {
  total: 'insgesamt',
  year: 'im Jahr',
  month: 'im Monat',
  placeMonth: 'je Platz und Monat',
  participant: 'je teilnehmende Person',
  session: 'je Termin',
  other: '',
};

const qualifierWords: Readonly<Record<(typeof qualifiers)[number], string>> = {
  exact: '',
  circa: 'ca. ',
  upTo: 'bis zu ',
  lessThan: 'weniger als ',
  from: 'ab ',
};

/** Whether the note calls the amounts rounded. */
export function isAbout(note: string | null): boolean {
  return note !== null && /^(ca\.|circa|rund|etwa)|\bgerundet\b/i.test(note);
}

/** One line for each source of money: who, on which basis, which part. */
export function fundingLines({
  fundingSources,
  portal,
}: Pick<MeasureContent, 'fundingSources' | 'portal'>): string[] {
  if (fundingSources.length === 0) {
    return (portal?.funding ?? []).map(({ source, sharePercent, amountEur }) =>
      joined([source, percent(sharePercent ?? null), amountEur ? euros(amountEur) : null]),
    );
  }
  return fundingSources.map(({ source, legalBasis, share, amountEur, note }) =>
    joined([
      source,
      legalBasis,
      typeof share === 'number' ? percent(share) : share,
      amountEur === null ? null : euros(amountEur),
      note,
    ]),
  );
}

/** The measure's own runtime; the district's planned term where the source names none. */
export function termLines({ period }: Pick<MeasureContent, 'period'>, planned: PlannedTerm): string[] {
  const stated = formatSourcePeriod(period);
  const length =
    period.start?.length === 10 && period.end?.length === 10 && period.start <= period.end
      ? ` (${describeTerm(period.start, period.end)})`
      : '';
  if (stated !== null)
    return [`${stated}${length}`, ...(period.note === null ? [] : [sentence(period.note)])];
  const { termStart, termEnd } = planned;
  const own =
    termStart && termEnd && termStart <= termEnd
      ? [`${formatPeriod(termStart, termEnd)} (${describeTerm(termStart, termEnd)}), geplant`]
      : [];
  return [...own, ...(period.note === null ? [] : [sentence(period.note)])];
}

/** What the district has planned; both days inclusive. */
export interface PlannedTerm {
  readonly termStart: string | null;
  readonly termEnd: string | null;
  readonly hasOptions: boolean | null;
  readonly options: readonly {
    readonly starts: string;
    readonly ends: string;
    readonly condition: string | null;
  }[];
}

/** Options of the source, else those planned; "keine" only where somebody said so. */
export function optionLines(
  { extensionOptions }: Pick<MeasureContent, 'extensionOptions'>,
  planned: PlannedTerm,
): string[] {
  if (extensionOptions.length > 0) {
    return extensionOptions.map(({ from, to, months, condition }) => {
      const when = formatSourcePeriod({ start: from, end: to, openEnded: null });
      const length =
        months === null ? null : `${formatSourceNumber(months)} ${months === 1 ? 'Monat' : 'Monate'}`;
      return joined([when, length, condition && `Bedingung: ${condition}`]);
    });
  }
  if (planned.hasOptions === false) return ['keine'];
  return planned.options
    .filter(({ starts, ends }) => starts <= ends)
    .map(({ starts, ends, condition }) =>
      joined([
        formatPeriod(starts, ends),
        describeTerm(starts, ends),
        condition && `Bedingung: ${condition}`,
      ]),
    );
}

/** How long one person takes part: months, days to be attended, sessions. */
export function participationLines({
  individualDuration,
  portal,
}: Pick<MeasureContent, 'individualDuration' | 'portal'>): string[] {
  const { typicalMonths, minMonths, maxMonths, attendanceDays, note } = individualDuration;
  const sessions = portal?.sessions;
  const facts = joined([
    typicalMonths === null ? null : `in der Regel ${monthsText(typicalMonths)}`,
    minMonths === null ? null : `mindestens ${monthsText(minMonths)}`,
    maxMonths === null ? null : `höchstens ${monthsText(maxMonths)}`,
    attendanceDays === null ? null : `${formatSourceNumber(attendanceDays)} Anwesenheitstage`,
    sessions
      ? `${formatSourceNumber(sessions.count)} Termine zu ${formatSourceNumber(sessions.hours)} Stunden`
      : null,
    portal?.attendance?.areMissedDaysAppended === true ? 'Fehltage werden angehängt' : null,
  ]);
  return [...(facts === '' ? [] : [facts]), ...(note === null ? [] : [sentence(note)])];
}

/** Every site with its places; a number the source does not give is not invented. */
export function siteLines({
  places,
  placesTotal,
  portal,
}: Pick<MeasureContent, 'places' | 'placesTotal' | 'portal'>): string[] {
  const named = places.flatMap(({ site, count }) =>
    site === null ? [] : [count === null ? site : `${site}: ${placesText(count)}`],
  );
  const runs = (portal?.runs ?? []).map(({ name, from, to, places: count }) =>
    joined([name, formatPeriod(from, to), count ? placesText(count) : null]),
  );
  return [...named, ...runs, ...(placesTotal === null ? [] : [`${placesText(placesTotal)} insgesamt`])];
}

function placesText(count: number): string {
  return `${formatSourceNumber(count)} ${count === 1 ? 'Platz' : 'Plätze'}`;
}

export function staffLines({ staffing, portal }: Pick<MeasureContent, 'staffing' | 'portal'>): string[] {
  const roles = (portal?.staff ?? []).map(({ role, clientsPerPost, posts }) =>
    joined([
      role,
      posts ? `${formatSourceNumber(posts)} Stellen` : null,
      clientsPerPost ? `Schlüssel 1:${formatSourceNumber(clientsPerPost)}` : null,
    ]),
  );
  return [
    ...(staffing.ratio === null ? [] : [`Betreuungsschlüssel ${staffing.ratio}`]),
    ...(staffing.fte === null ? [] : [`${formatSourceNumber(staffing.fte)} Vollzeitstellen`]),
    ...roles,
    ...(staffing.note === null ? [] : [sentence(staffing.note)]),
  ];
}

/** Extent of a week: the source's words, and what was structured from them. */
export function weekLines({ weeklyHours, portal }: Pick<MeasureContent, 'weeklyHours' | 'portal'>): string[] {
  const weekly = portal?.weekly;
  const unit = weekly?.unit === 'teachingUnits' ? 'Unterrichtseinheiten (45 Minuten)' : 'Stunden';
  const range = weekly ? rangeText(weekly.min, weekly.max) : null;
  return [
    ...(range === null ? [] : [`${range} ${unit} je Woche${inBrackets(weekly?.note ?? null)}`]),
    ...(weeklyHours === null ? [] : [weeklyHours]),
  ];
}

/** How often somebody is met, stage by stage. */
export function contactLines({
  contactRhythm,
  portal,
}: Pick<MeasureContent, 'contactRhythm' | 'portal'>): string[] {
  const stages = (portal?.contacts ?? []).map(({ stage, everyWeeks, minutes }) =>
    joined([
      `${stage}: ${rhythmText(everyWeeks)}`,
      minutes ? `${formatSourceNumber(minutes)} Minuten` : null,
    ]),
  );
  return [...stages, ...(contactRhythm === null ? [] : [contactRhythm])];
}

/** How the provider is paid, with the parts of premiums and grants. */
export function paymentLines({
  paymentModel,
  portal,
}: Pick<MeasureContent, 'paymentModel' | 'portal'>): string[] {
  const payment = portal?.payment;
  return [
    ...(payment ? [paymentModelNames[payment.model]] : []),
    ...(payment?.premiums ?? []).map(
      ({ reason, sharePercent }) => `Prämie ${formatSourceNumber(sharePercent)}\u00a0% für ${reason}`,
    ),
    ...(payment?.grants ?? []).flatMap(({ condition, amountEur }) =>
      amountEur === null ? [] : [`${condition}: ${euros(amountEur)}`],
    ),
    ...(paymentModel === null ? [] : [paymentModel]),
  ];
}

/** Length of a phase in the source's words, else in the numbers entered for it. */
export function phaseDuration(
  { name, duration }: { readonly name: string; readonly duration: string | null },
  portal: MeasureContent['portal'],
): string | null {
  if (duration !== null) return duration;
  const span = portal?.phaseSpans?.find(({ phase }) => phase === name)?.span;
  const range = span ? rangeText(span.min ?? null, span.max ?? null) : null;
  return span && range !== null ? `${range} ${spanUnitNames[span.unit]}` : null;
}

function rangeText(min: number | null, max: number | null): string | null {
  if (min === null) return max === null ? null : `bis zu ${formatSourceNumber(max)}`;
  if (max === null) return `mindestens ${formatSourceNumber(min)}`;
  return min === max ? formatSourceNumber(min) : `${formatSourceNumber(min)}–${formatSourceNumber(max)}`;
}

/** "Jobcenter Heidenheim, 2013"; a measure written here has no other source than the authority. */
export function sourceText(carrier: string | null, sourceYear: number | null, authority: string): string {
  if (sourceYear === null) return `Angaben der Behörde ${authority}`;
  return `${carrier ?? 'Träger nicht genannt'}; Stand der Quelle ${String(sourceYear)}`;
}

/** The files give euros with at most two decimals; from here on it is cents. */
function euros(amount: number): string {
  return formatEuro(centsOf(amount));
}

function monthsText(months: number): string {
  return `${formatSourceNumber(months)} ${months === 1 ? 'Monat' : 'Monate'}`;
}

function percent(share: number | null): string | null {
  return share === null ? null : `${formatSourceNumber(share)}\u00a0%`;
}

function inBrackets(note: string | null): string {
  return note === null ? '' : ` (${note})`;
}

/** What is there, with commas between. */
function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part): part is string => part !== null && part !== '').join(', ');
}

/** A note of a source as a sentence of its own. */
function sentence(note: string): string {
  const text = `${note.charAt(0).toUpperCase()}${note.slice(1)}`;
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
