import type { Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { maySeeExactFigures } from '~/identity/roles';
import { findMeasure, type MeasureDetail } from '~/portfolio/store';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import { textHints } from './finding-text';
import { askedPeriod, interimQuery, queryOf } from './records/address';
import { findExactRecords, findProtectedRecords, findRecordYears } from './records/find';
import { type ChoiceFinding, chooseShown, type Shown } from './records/rules/choice';
import { type RecordYears, yearPeriod } from './records/rules/periods';
import { shownRecords } from './records/shown';
import { listRecordSpans } from './records/store';
import { choiceText, periodName } from './records/words';
import type { DatedProtection } from './rules/settings';
import { exactSummary, protectedSummary } from './rules/summary';
import { shownEvaluation } from './shown';
import { besideStated, type EvaluationText, findEvaluationText, findProtection } from './store';

interface Choice {
  readonly measure: MeasureDetail;
  readonly years: RecordYears;
  readonly shown: Shown;
  readonly finding: ChoiceFinding | null;
}

/** Which figures of which measure an address asks for; undefined where there is no such measure. */
async function findChoice(
  tx: Tx,
  actor: Actor,
  slug: string,
  query: URLSearchParams,
  today: string,
): Promise<Choice | undefined> {
  const measure = await findMeasure(tx, slug);
  if (!measure) return undefined;
  return {
    measure,
    ...(await chooseFor(tx, measure, { query, maySeeOpen: maySeeExactFigures(actor) }, today)),
  };
}

/** The choice for a measure that was found: of its page, and of its paper. */
export async function chooseFor(
  tx: Tx,
  measure: MeasureDetail,
  { query, maySeeOpen }: { readonly query: URLSearchParams; readonly maySeeOpen: boolean },
  today: string,
): Promise<Omit<Choice, 'measure'>> {
  const years = await findRecordYears(tx, measure.id, today);
  const hasStated = measure.content.results.length > 0;
  return {
    years,
    ...chooseShown(askedPeriod(query), { years, hasStated, maySeeOpen, today }),
  };
}

/** Which figures an address shows to this actor, and under which key words stand beside them. */
export async function shownKey(
  tx: Tx,
  actor: Actor,
  slug: string,
  query: URLSearchParams,
  today: string,
): Promise<{ readonly shown: Shown; readonly key: string } | undefined> {
  const choice = await findChoice(tx, actor, slug, query, today);
  return choice && { shown: choice.shown, key: keyOf(choice.shown) };
}

export function keyOf(shown: Shown): string {
  return shown.kind === 'stated' ? besideStated : shown.period.key;
}

/** Everything the page of an evaluation shows; undefined where the actor's authority has no such measure. */
export async function findEvaluationPage(
  tx: Tx,
  actor: Actor,
  slug: string,
  query: URLSearchParams,
  today: string,
) {
  const choice = await findChoice(tx, actor, slug, query, today);
  if (!choice) return undefined;
  const { measure, shown, finding, years } = choice;
  const [text, protection] = await Promise.all([
    findEvaluationText(tx, measure.id, keyOf(shown)),
    findProtection(tx, today),
  ]);
  const isExact = maySeeExactFigures(actor);
  const mayEdit = actor.roles.includes('districtOfficer');
  const figures = await findFigures(tx, choice, protection, { isExact, text, mayEdit, today });
  const mask = (words: string | null) => words && figures.mask(words);
  const maySeeInterim = isExact && (years.full.length > 0 || years.running !== null);
  const address = paths.measureEvaluation(slug);
  return {
    measure: { slug: measure.slug, title: measure.content.title },
    isExact,
    minCellCount: protection.minCellCount,
    evaluation: figures.evaluation,
    records: figures.records,
    choices: choicesOf(choice, address, isExact ? years.running : null, today),
    notice: finding && choiceText(finding),
    paper: paths.measureDocument(measure.slug, 'auswertung') + queryOf(shown),
    interim: maySeeInterim ? `${address}?${interimQuery}=1` : null,
    text: { assessment: mask(text.assessment), proposal: mask(text.proposal) },
    version: String(text.version),
    hints: figures.hints,
    mayEdit,
  };
}

/** The figures as this reader may see them, and what the words beside them give away. */
async function findFigures(
  tx: Tx,
  { measure, shown, years }: Choice,
  protection: DatedProtection,
  {
    isExact,
    text,
    mayEdit,
    today,
  }: {
    readonly isExact: boolean;
    readonly text: EvaluationText;
    readonly mayEdit: boolean;
    readonly today: string;
  },
) {
  const hasWords = text.assessment !== null || text.proposal !== null;
  const hintsBy = (mask: (words: string) => string) => (mayEdit ? textHints(text, mask) : []);
  if (shown.kind === 'stated') {
    const { results } = measure.content;
    const hidden = protectedSummary(results, protection);
    const summary = isExact ? exactSummary(results, protection) : hidden;
    return {
      evaluation: shownEvaluation(summary),
      records: null,
      mask: summary.mask,
      hints: hintsBy(hidden.mask),
    };
  }
  const wanted = { measureId: measure.id, period: shown.period, years, protection, today };
  // Hiding is proved over all years: it is done where somebody sees protected figures or words beside them.
  const hidden = !isExact || (mayEdit && hasWords) ? await findProtectedRecords(tx, wanted) : null;
  const summary = isExact || !hidden ? await findExactRecords(tx, wanted) : hidden;
  return {
    evaluation: null,
    records: shownRecords(summary),
    mask: summary.mask,
    hints: hidden ? hintsBy(hidden.mask) : [],
  };
}

/** The years with records, what the source states, and an interim period while it is shown. */
function choicesOf(
  { measure, years, shown }: Choice,
  address: string,
  running: number | null,
  today: string,
) {
  const periods = [...(running === null ? [] : [running]), ...years.full].map((year) =>
    yearPeriod(year, today),
  );
  const hasStated = measure.content.results.length > 0;
  const options: { readonly shown: Shown; readonly label: string }[] = [
    ...periods.map((period) => ({ shown: { kind: 'records', period } as const, label: periodName(period) })),
    ...(shown.kind === 'records' && !periods.some(({ key }) => key === shown.period.key)
      ? [{ shown, label: `Zwischenauswertung ${periodName(shown.period)}` }]
      : []),
    ...(hasStated ? [{ shown: { kind: 'stated' } as const, label: 'Angaben der Quelle' }] : []),
  ];
  return options.map((option) => ({
    to: address + queryOf(option.shown),
    label: option.label,
    current: keyOf(option.shown) === keyOf(shown),
  }));
}

/** What the form of an interim evaluation begins with: from the first record until today. */
export async function findInterimStart(tx: Tx, slug: string, today: string) {
  const measure = await findMeasure(tx, slug);
  if (!measure) return undefined;
  const [span] = await listRecordSpans(tx, measure.id);
  return {
    measure: { slug: measure.slug, title: measure.content.title },
    initial: { from: formatDay(span?.firstDay ?? `${today.slice(0, 4)}-01-01`), until: formatDay(today) },
  };
}
