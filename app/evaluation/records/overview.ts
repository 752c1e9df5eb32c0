import type { Tx } from '#db/as-actor';
import { maySeeExactFigures } from '~/identity/roles';
import type { Actor } from '~/identity/actor';
import { paths } from '~/ui/paths';
import { formatEuro } from '~/values/money';
import { cellText } from '../summary-text';
import type { Protection } from '../rules/settings';
import { findProtection } from '../store';
import { queryOfPeriod } from './address';
import type { Period } from './counts';
import { provedPeriods } from './find';
import { recordYears, type RecordYears, yearPeriod } from './rules/periods';
import { exactRecords, protectedRecords, type RecordsSummary } from './rules/summary';
import { countRecords, listRecordSpans } from './store';
import { occupancyText, periodName } from './words';

/** One measure in one year, in finished words. */
export interface OverviewRow {
  readonly slug: string;
  readonly title: string;
  readonly to: string;
  readonly places: string;
  readonly occupancy: string;
  readonly entries: string;
  readonly exits: string;
  readonly integrations: string;
  readonly committed: string;
  readonly paid: string;
}

/** Measures on a page: hiding is proved for each of them over all its years. */
const pageSize = 25;

/** The measures with records in a year, by title; the year that was asked for, else the last full one. */
export async function findOverview(tx: Tx, actor: Actor, query: URLSearchParams, today: string) {
  const spans = await listRecordSpans(tx);
  const isExact = maySeeExactFigures(actor);
  const measures = spans.map(({ measureId, slug, title, firstDay, lastDay }) => ({
    id: measureId,
    slug,
    title,
    years: recordYears(firstDay, lastDay, today),
  }));
  const years = [...new Set(measures.flatMap((measure) => shownYears(measure.years, isExact)))].sort(
    (one, other) => other - one,
  );
  const year = chosenYear(query.get('jahr'), years, Number(today.slice(0, 4)));
  if (year === null)
    return { rows: [], choices: [], period: null, isExact, page: 1, pages: 1, minCellCount: 0 };

  const period = yearPeriod(year, today);
  const here = measures.filter((measure) => shownYears(measure.years, isExact).includes(year));
  const pages = Math.max(1, Math.ceil(here.length / pageSize));
  const asked = Number(query.get('seite') ?? '1');
  const page = Number.isInteger(asked) && asked >= 1 && asked <= pages ? asked : 1;
  const shown = here.slice((page - 1) * pageSize, page * pageSize);
  const protection = await findProtection(tx, today);
  const summaries = await findSummaries(tx, shown, { period, isExact, protection, today });
  return {
    rows: shown.flatMap(({ id, slug, title }) => {
      const summary = summaries.get(id);
      return summary ? [overviewRow({ slug, title }, period, summary)] : [];
    }),
    choices: years.map((choice) => ({
      to: `${paths.evaluations()}?jahr=${String(choice)}`,
      label: periodName(yearPeriod(choice, today)),
      current: choice === year,
    })),
    period: { year, name: periodName(period) },
    isExact,
    page,
    pages,
    minCellCount: protection.minCellCount,
  };
}

/** Protected figures are shown for years that are over (rule E6). */
function shownYears({ full, running }: RecordYears, isExact: boolean): number[] {
  return isExact && running !== null ? [running, ...full] : [...full];
}

function chosenYear(asked: string | null, years: readonly number[], now: number): number | null {
  const wanted = asked !== null && /^\d{4}$/.test(asked) ? Number(asked) : null;
  if (wanted !== null && years.includes(wanted)) return wanted;
  return years.find((year) => year < now) ?? years[0] ?? null;
}

async function findSummaries(
  tx: Tx,
  measures: readonly { readonly id: string; readonly years: RecordYears }[],
  {
    period,
    isExact,
    protection,
    today,
  }: {
    readonly period: Period;
    readonly isExact: boolean;
    readonly protection: Protection;
    readonly today: string;
  },
): Promise<ReadonlyMap<string, RecordsSummary>> {
  const all = new Map(
    isExact
      ? [[period.key, period]]
      : measures.flatMap(({ years }) =>
          provedPeriods({ period, years, today }).map((one) => [one.key, one] as const),
        ),
  );
  const records = await countRecords(
    tx,
    measures.map(({ id }) => id),
    [...all.values()],
  );
  return new Map(
    measures.map(({ id, years }) => {
      const { periods = [], money = [] } = records.get(id) ?? {};
      if (isExact) return [id, exactRecords({ counts: periods, money, shown: period.key }, protection)];
      // The same periods as on the measure's own page, so that both hide the same numbers.
      const keys = new Set(provedPeriods({ period, years, today }).map(({ key }) => key));
      const counts = periods.filter((one) => keys.has(one.period.key));
      return [id, protectedRecords({ counts, money, shown: period.key }, protection)];
    }),
  );
}

function overviewRow(
  { slug, title }: { readonly slug: string; readonly title: string },
  period: Period,
  { results, integrations, money }: RecordsSummary,
): OverviewRow {
  const total = results.find((row) => row.site === null && row.period.key === period.key);
  const [integration] = integrations;
  const year = money.find(({ fiscalYear }) => String(fiscalYear) === period.key);
  return {
    slug,
    title,
    to: paths.measureEvaluation(slug) + queryOfPeriod(period),
    places: total ? String(total.places) : '–',
    occupancy: total ? occupancyText(total.occupancy) : '–',
    entries: total ? cellText(total.entries) : '–',
    exits: total ? cellText(total.exits) : '–',
    integrations: integration ? cellText(integration.count) : '–',
    committed: year ? formatEuro(year.committedCents) : '–',
    paid: year ? formatEuro(year.paidCents) : '–',
  };
}
