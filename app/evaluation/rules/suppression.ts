/**
 * Which numbers of a table must be hidden so that nobody can say how small the small
 * ones are.
 *
 * Pure and without any idea of measures: cells with whole numbers, and the sums that
 * hold between them.
 */

export interface SmallCell {
  readonly id: string;
  readonly value: number;
  /** Counts persons, so that a small value must not be known. */
  readonly isProtected: boolean;
  /** False: stands nowhere, but follows from others, such as the rest of a total. */
  readonly isPrinted: boolean;
  /** Hidden whatever its size. */
  readonly mustHide?: boolean;
  /** What it must not be known to be, although it is not small: nobody left over in a sensitive group. */
  readonly isSecret?: boolean;
}

/** `whole` is the sum of `parts`. */
export interface CellSum {
  readonly whole: string;
  readonly parts: readonly string[];
}

export interface SmallTable {
  readonly cells: readonly SmallCell[];
  readonly sums: readonly CellSum[];
}

/**
 * The ids of the printed cells to hide.
 *
 * First every small one (1 up to `minCellCount` − 1; 0 is shown). Then, as long as
 * a protected number follows from what is shown, one more cell that it follows from:
 * the smallest that helps, totals last. A number counts as safe only where another
 * set of numbers with a different value there fits everything shown and every sum;
 * hidden cells are known to be no 0. So 12 / 9 / 2 with the total 23 hides 9 beside 2.
 *
 * Source: rules E6, § 12.14; test case § 9.13.
 */
export function hiddenCells(table: SmallTable, minCellCount: number): ReadonlySet<string> {
  const small = (cell: SmallCell) => cell.isProtected && cell.value >= 1 && cell.value < minCellCount;
  const secret = table.cells.filter((cell) => small(cell) || cell.isSecret === true);
  const hidden = new Set(
    table.cells
      .filter((cell) => cell.isPrinted && (small(cell) || cell.mustHide === true))
      .map(({ id }) => id),
  );
  for (;;) {
    const system = systemOf(table, hidden);
    // What was hidden to protect another one must not follow either: it would give that one away.
    const open = firstOpen(system, new Set([...secret.map(({ id }) => id), ...hidden]));
    const next = open === undefined ? undefined : bestPartner(table, hidden, open);
    if (next === undefined) return hidden;
    hidden.add(next);
  }
}

/**
 * The printed cell to hide so that `open` no longer follows: the nearest, parts before
 * totals, the smallest first. Where none is enough alone, the first one makes a beginning.
 */
function bestPartner(table: SmallTable, hidden: ReadonlySet<string>, open: string): string | undefined {
  const wholes = new Set(table.sums.map(({ whole }) => whole));
  const distance = distancesFrom(open, table.sums);
  const far = (id: string) => distance.get(id) ?? Infinity;
  const candidates = table.cells
    .filter(
      ({ id, isPrinted, value }) =>
        isPrinted && value > 0 && distance.has(id) && id !== open && !hidden.has(id),
    )
    .sort(
      (a, b) =>
        far(a.id) - far(b.id) || Number(wholes.has(a.id)) - Number(wholes.has(b.id)) || a.value - b.value,
    );
  const own = table.cells.find(({ id }) => id === open);
  // A printed number that may not be known although it is not small is hidden itself first.
  if (own?.isPrinted && !hidden.has(open)) return open;
  const helps = ({ id }: SmallCell) => alternative(systemOf(table, new Set([...hidden, id])), open) !== null;
  return (candidates.find(helps) ?? candidates[0])?.id;
}

/** How many sums lie between this cell and each other one that is tied to it. */
function distancesFrom(id: string, sums: readonly CellSum[]): ReadonlyMap<string, number> {
  const distance = new Map([[id, 0]]);
  for (let step = 1, last = [id]; last.length > 0; step += 1) {
    const members = sums
      .map(({ whole, parts }) => [whole, ...parts])
      .filter((all) => all.some((member) => last.includes(member)))
      .flat();
    last = [...new Set(members)].filter((member) => !distance.has(member));
    for (const member of last) distance.set(member, step);
  }
  return distance;
}

/** What a reader does not know, and what must hold among it. */
interface System {
  /** Value of each unknown cell, and the least it could be. */
  readonly unknown: ReadonlyMap<string, { readonly value: number; readonly least: number }>;
  /** The steps of a sum's unknown cells must cancel out: wholes count −1, parts +1. */
  readonly balances: readonly ReadonlyMap<string, number>[];
}

function systemOf({ cells, sums }: SmallTable, hidden: ReadonlySet<string>): System {
  const unknown = new Map(
    cells
      .filter(({ id, isPrinted }) => !isPrinted || hidden.has(id))
      .map(({ id, value, isPrinted }) => [id, { value, least: isPrinted ? 1 : 0 }]),
  );
  const balances = sums.map(({ whole, parts }) => {
    const signs = new Map<string, number>();
    if (unknown.has(whole)) signs.set(whole, -1);
    for (const part of parts) if (unknown.has(part)) signs.set(part, (signs.get(part) ?? 0) + 1);
    return signs;
  });
  return { unknown, balances };
}

/** Steps tried before a cell counts as open, at least and for each unknown cell; too few only hide more. */
const leastSteps = 2_000;
const stepsPerCell = 4;
/** Cells moved at once; beyond it the search would outgrow the stack. */
const deepest = 2_000;

/** The first of these cells whose number follows from what is shown. */
function firstOpen(system: System, watched: ReadonlySet<string>): string | undefined {
  const proven = new Set<string>();
  for (const id of watched) {
    if (proven.has(id)) continue;
    const steps = alternative(system, id);
    if (!steps) return id;
    // One other set of numbers proves it for every cell that moved.
    for (const moved of steps.keys()) proven.add(moved);
  }
  return undefined;
}

/**
 * Another set of numbers in which the cell is one more or one less and every other
 * unknown cell moved by at most one; null where none is found. A found one proves that
 * the cell cannot be told; not finding one errs to the safe side.
 */
function alternative(system: System, id: string): ReadonlyMap<string, number> | null {
  let left = Math.max(leastSteps, stepsPerCell * system.unknown.size);
  const mayStep = (cell: string, step: number) => {
    const known = system.unknown.get(cell);
    return known !== undefined && known.value + step >= known.least;
  };
  const steps = new Map<string, number>();
  const search = (): boolean => {
    left -= 1;
    if (left < 0 || steps.size > deepest) return false;
    const unbalanced = system.balances.find((signs) => balanceOf(signs, steps) !== 0);
    if (!unbalanced) return true;
    const off = balanceOf(unbalanced, steps);
    for (const [cell, sign] of unbalanced) {
      const step = off * sign > 0 ? -1 : 1;
      if (!steps.has(cell) && mayStep(cell, step) && tryStep(cell, step)) return true;
    }
    return false;
  };
  const tryStep = (cell: string, step: number): boolean => {
    steps.set(cell, step);
    if (search()) return true;
    steps.delete(cell);
    return false;
  };
  return [1, -1].some((step) => mayStep(id, step) && tryStep(id, step)) ? steps : null;
}

function balanceOf(signs: ReadonlyMap<string, number>, steps: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [cell, sign] of signs) sum += sign * (steps.get(cell) ?? 0);
  return sum;
}
