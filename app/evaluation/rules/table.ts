import type { CountFigure, ResultFigure } from './read-results';
import type { CellSum, SmallCell, SmallTable } from './suppression';

/** Id of the cell of a recorded count, of what is left of its base beside it, and of a base that only words name. */
export const cellOf = (at: number) => `count-${String(at)}`;
const restOf = (at: number) => `rest-${String(at)}`;
export const wordBase = (at: number) => `base-${String(at)}`;
/** Those of a whole who did not drop out: printed as a second base of an open share. */
export const stayedCell = 'stayed';

/** The whole and the drop-outs an open share may be read against. */
export interface OpenBases {
  readonly whole: CountFigure;
  readonly dropOuts: CountFigure | null;
}

/** Where everybody in a group shares it, the group gives each of them away (rule E6, our proposal). */
const sensitive =
  /schuld|insolvenz|sucht|alkohol|drogen|psych|gesundheit|krank|behinder|rehabilitation|straf|haft|justiz|wohnung|obdach|gewalt|schwanger|betreuer|migration|flucht/i;

function isSensitive(label: string): boolean {
  return sensitive.test(label);
}

/**
 * The counts as a table of cells and sums, as far as a reader can know the sums:
 * a base is the part and its rest; parts that add up to their base divide it; a figure
 * that is the sum of all others of its group is their total.
 *
 * Overlapping figures of one base are never forced to add up (rule E4).
 */
export function smallTable(figures: readonly ResultFigure[]): SmallTable {
  const counts = figures.filter((figure) => figure.kind === 'count');
  const cells: SmallCell[] = counts.map((figure) => ({
    id: cellOf(figure.at),
    value: figure.count,
    isProtected: figure.isOfPersons,
    isPrinted: true,
    mustHide:
      figure.isOfPersons &&
      figure.base !== null &&
      figure.base.count === figure.count &&
      isSensitive(figure.result.label),
  }));
  const sums: CellSum[] = [];
  for (const figure of counts) {
    if (!figure.base) continue;
    const rest = figure.base.count - figure.count;
    cells.push({
      id: restOf(figure.at),
      value: rest,
      isProtected: figure.isOfPersons,
      isPrinted: false,
      isSecret: rest === 0 && figure.isOfPersons && isSensitive(figure.result.label),
    });
    if (figure.base.at === null) {
      cells.push({
        id: wordBase(figure.at),
        value: figure.base.count,
        isProtected: figure.isOfPersons,
        isPrinted: true,
      });
    }
    sums.push({ whole: baseCell(figure) ?? '', parts: [cellOf(figure.at), restOf(figure.at)] });
  }
  const open = openBases(figures);
  if (open?.dropOuts) {
    const value = open.whole.count - open.dropOuts.count;
    cells.push({ id: stayedCell, value, isProtected: true, isPrinted: true });
    sums.push({ whole: cellOf(open.whole.at), parts: [cellOf(open.dropOuts.at), stayedCell] });
  }
  return { cells, sums: [...sums, ...divisions(counts), ...totals(counts)] };
}

/** The cell of a count's base: a recorded figure, or the number in its words. */
export function baseCell({ at, base }: Pick<CountFigure, 'at' | 'base'>): string | null {
  if (!base) return null;
  return base.at === null ? wordBase(at) : cellOf(base.at);
}

/** Neighbours of one base that add up to it: men and women, or all ways out. */
function divisions(counts: readonly CountFigure[]): CellSum[] {
  const byBase = groupsOf(
    counts.filter(({ base }) => base?.at !== null),
    (figure) => (figure.base ? `${baseCell(figure) ?? ''} ${figure.result.asOf ?? ''}` : null),
  );
  return byBase.flatMap((group) => {
    const whole = group[0] && baseCell(group[0]);
    const total = group[0]?.base?.count;
    if (!whole || total === undefined) return [];
    const pairs = group
      .slice(1)
      .map((figure, index) => [group[index], figure].filter((one) => one !== undefined));
    const prefixed = groupsOf(group, ({ result }) => /^([^:]+):/.exec(result.label)?.[1] ?? null);
    return [group, ...pairs, ...prefixed]
      .filter((parts) => parts.length > 1 && sumOf(parts) === total)
      .map((parts) => ({ whole, parts: parts.map(({ at }) => cellOf(at)) }));
  });
}

/** In a table without bases the total stands among its parts; so does the sum of several periods. */
function totals(counts: readonly CountFigure[]): CellSum[] {
  const groups = groupsOf(
    counts.filter(({ base }) => base === null),
    ({ result }) => (result.basis ? `${result.basis} ${result.unit ?? ''} ${result.asOf ?? ''}` : null),
  );
  return groups
    .filter((group) => group.length > 2)
    .flatMap((group) => {
      const whole = group.find(({ count }) => count > 0 && 2 * count === sumOf(group));
      if (!whole) return [];
      const parts = group.filter((figure) => figure !== whole).map(({ at }) => cellOf(at));
      return [{ whole: cellOf(whole.at), parts }];
    });
}

const dropOut = /^(abbr|abgebrochen|vorzeitig (beendet|ausgeschieden)|ausgeschieden)/i;

/**
 * The one recorded whole that other figures name as their base, and the one figure of
 * drop-outs beside it; null where the record leaves a choice.
 */
export function openBases(figures: readonly ResultFigure[]): OpenBases | null {
  const counts = figures.filter((figure) => figure.kind === 'count');
  const open = counts.find(({ openShare }) => openShare !== null);
  const named = new Set(counts.map(({ base }) => base?.at ?? null));
  const wholes = counts.filter(
    (figure) => named.has(figure.at) && figure.base === null && !dropOut.test(figure.result.label),
  );
  const [whole] = wholes;
  if (
    !open ||
    !whole ||
    wholes.length > 1 ||
    open.count > whole.count ||
    open.result.unit !== whole.result.unit
  )
    return null;
  const dropOuts = counts.filter(
    (figure) =>
      dropOut.test(figure.result.label) &&
      figure.result.unit === whole.result.unit &&
      (figure.base === null || figure.base.at === whole.at) &&
      figure.count <= whole.count - open.count,
  );
  return { whole, dropOuts: dropOuts.length === 1 ? (dropOuts[0] ?? null) : null };
}

function groupsOf<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

function sumOf(figures: readonly CountFigure[]): number {
  return figures.reduce((sum, { count }) => sum + count, 0);
}
