import { type CellSum, hiddenCells, type SmallCell } from '~/evaluation/rules/suppression';

/** The totals of one month; `month` is its first day. They overlap and add up to nothing (rule E4). */
export interface EffectMonth {
  readonly month: string;
  readonly exits: number;
  readonly integrations: number;
  readonly medicalServices: number;
  readonly healthNeeds: number;
  /** Needs and not persons. */
  readonly needsRemoved: number;
  readonly improved: number;
}

export const effectFigures = [
  'exits',
  'integrations',
  'medicalServices',
  'healthNeeds',
  'needsRemoved',
  'improved',
] as const;
export type EffectFigure = (typeof effectFigures)[number];

/** Figures that count persons out of the exits. */
const shares = [
  'integrations',
  'medicalServices',
  'healthNeeds',
  'improved',
] as const satisfies readonly EffectFigure[];
/** Of health nobody may read that it concerns everybody of a group (rule E6). */
const sensitive: readonly EffectFigure[] = ['medicalServices', 'healthNeeds'];

/** One line of the table: a month, or all of them; null: not shown. */
export interface EffectLine extends Readonly<Record<EffectFigure, number | null>> {
  /** Null: the sum of all. */
  readonly month: string | null;
}

/**
 * The months of one table with their sum, small numbers hidden so that none follows from
 * the others: not from the sum of its column, nor from the exits it is a part of.
 * `minCellCount` null: the reader may see them exactly.
 *
 * Source: rules E3, E4, E6, § 12.14.
 */
export function effectLines(months: readonly EffectMonth[], minCellCount: number | null): EffectLine[] {
  const total = sumOf(months);
  const rows = [...months, { ...total, month: null }];
  const hidden =
    minCellCount === null ? new Set<string>() : hiddenCells(smallTable(months, total), minCellCount);
  return rows.map((row) => ({
    month: row.month,
    ...(Object.fromEntries(
      effectFigures.map((figure) => [figure, hidden.has(cellOf(row.month, figure)) ? null : row[figure]]),
    ) as Record<EffectFigure, number | null>),
  }));
}

type Counts = Readonly<Record<EffectFigure, number>>;

function sumOf(months: readonly EffectMonth[]): Counts {
  return Object.fromEntries(
    effectFigures.map((figure) => [figure, months.reduce((sum, month) => sum + month[figure], 0)]),
  ) as Counts;
}

function smallTable(months: readonly EffectMonth[], total: Counts) {
  const cells: SmallCell[] = [];
  const sums: CellSum[] = [];
  for (const { month, counts } of [
    ...months.map((counts) => ({ month: counts.month, counts })),
    whole(total),
  ]) {
    for (const figure of effectFigures) {
      cells.push({ id: cellOf(month, figure), value: counts[figure], isProtected: true, isPrinted: true });
    }
    for (const figure of shares) {
      const rest = counts.exits - counts[figure];
      cells.push({
        id: restOf(month, figure),
        value: rest,
        isProtected: true,
        isPrinted: false,
        isSecret: rest === 0 && counts.exits > 0 && sensitive.includes(figure),
      });
      sums.push({ whole: cellOf(month, 'exits'), parts: [cellOf(month, figure), restOf(month, figure)] });
    }
  }
  for (const figure of effectFigures) {
    sums.push({ whole: cellOf(null, figure), parts: months.map(({ month }) => cellOf(month, figure)) });
  }
  for (const figure of shares) {
    sums.push({ whole: restOf(null, figure), parts: months.map(({ month }) => restOf(month, figure)) });
  }
  return { cells, sums };
}

function whole(counts: Counts) {
  return { month: null, counts };
}

function cellOf(month: string | null, figure: EffectFigure): string {
  return `${month ?? 'all'} ${figure}`;
}

function restOf(month: string | null, figure: EffectFigure): string {
  return `${cellOf(month, figure)} rest`;
}
