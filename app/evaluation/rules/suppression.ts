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
  const { cells } = table;
  const small = (cell: SmallCell) => cell.isProtected && cell.value >= 1 && cell.value < minCellCount;
  const secret = cells.flatMap((cell, at) => (small(cell) || cell.isSecret === true ? [at] : []));
  const hidden = new Set(
    cells.flatMap((cell, at) => (cell.isPrinted && (small(cell) || cell.mustHide === true) ? [at] : [])),
  );
  const system = systemOf(table, hidden);
  // What is safe once stays safe: hiding more only leaves more numbers that fit.
  const settled = new Set<number>();
  for (;;) {
    // What was hidden to protect another one must not follow either: it would give that one away.
    const open = firstOpen(system, new Set([...secret, ...hidden]), settled);
    if (open === undefined) return new Set([...hidden].map((at) => cells[at]?.id ?? ''));
    const next = bestPartner(table, system, hidden, open);
    if (next === undefined) {
      // Nothing is left to hide beside it; the others are looked at all the same.
      settled.add(open);
    } else {
      hidden.add(next);
      system.hide(next);
    }
  }
}

/** Candidates that are tried before the nearest one simply makes a beginning. */
const mostCandidates = 60;

/**
 * The printed cell to hide so that `open` no longer follows: the nearest, parts before
 * totals, the smallest first. Where none is enough alone, the first one makes a beginning.
 */
function bestPartner(
  { cells }: SmallTable,
  system: System,
  hidden: ReadonlySet<number>,
  open: number,
): number | undefined {
  // A printed number that may not be known although it is not small is hidden itself first.
  if (cells[open]?.isPrinted && !hidden.has(open)) return open;
  const far = system.distancesFrom(open);
  const candidates = [...far.keys()]
    .filter((at) => {
      const cell = cells[at];
      return cell && cell.isPrinted && cell.value > 0 && at !== open && !hidden.has(at);
    })
    .sort(
      (a, b) =>
        (far.get(a) ?? 0) - (far.get(b) ?? 0) ||
        Number(system.isWhole(a)) - Number(system.isWhole(b)) ||
        (cells[a]?.value ?? 0) - (cells[b]?.value ?? 0) ||
        a - b,
    );
  return candidates.slice(0, mostCandidates).find((at) => system.wouldHide(at, open)) ?? candidates[0];
}

/** What a reader does not know, and what must hold among it; cells by their place in the table. */
interface System {
  /** From now on the reader does not know this one. */
  hide(cell: number): void;
  /** Whether `open` no longer followed if this one were hidden as well. */
  wouldHide(cell: number, open: number): boolean;
  /** The cells that moved in another set of numbers that fits; null where none is found. */
  alternative(cell: number): readonly number[] | null;
  /** How many sums lie between this cell and each other one that is tied to it. */
  distancesFrom(cell: number): ReadonlyMap<number, number>;
  isWhole(cell: number): boolean;
}

/** The first of these cells whose number follows from what is shown; the safe ones are remembered. */
function firstOpen(system: System, watched: ReadonlySet<number>, settled: Set<number>): number | undefined {
  for (const cell of watched) {
    if (settled.has(cell)) continue;
    const moved = system.alternative(cell);
    if (!moved) return cell;
    // One other set of numbers proves it for every cell that moved.
    for (const one of moved) settled.add(one);
  }
  return undefined;
}

/** Steps tried before a cell counts as open, at least and for each unknown cell; too few only hide more. */
const leastSteps = 2_000;
const stepsPerCell = 4;
/** Cells moved at once; beyond it the search would outgrow the stack. */
const deepest = 2_000;

function systemOf({ cells, sums }: SmallTable, hidden: ReadonlySet<number>): System {
  const places = new Map(cells.map(({ id }, at) => [id, at]));
  /** The steps of a sum's unknown cells must cancel out: wholes count −1, parts +1. */
  const balances = sums.map(({ whole, parts }) => {
    const signs = new Map<number, number>();
    const add = (id: string, sign: number) => {
      const at = places.get(id);
      if (at !== undefined) signs.set(at, (signs.get(at) ?? 0) + sign);
    };
    add(whole, -1);
    for (const part of parts) add(part, 1);
    return signs;
  });
  const wholes = new Set(sums.map(({ whole }) => places.get(whole) ?? -1));
  const balancesOf = cells.map((): number[] => []);
  balances.forEach((signs, balance) => {
    for (const cell of signs.keys()) balancesOf[cell]?.push(balance);
  });
  /** Cells of one sum before those of many: they end the search, the others carry it on. */
  const orderOf = balances.map((signs) =>
    [...signs.keys()]
      .filter((cell) => signs.get(cell) !== 0)
      .sort((a, b) => (balancesOf[a]?.length ?? 0) - (balancesOf[b]?.length ?? 0)),
  );
  const unknown = new Set(cells.flatMap(({ isPrinted }, at) => (isPrinted && !hidden.has(at) ? [] : [at])));
  /** The least an unknown number could be: what is printed as hidden is known to be no 0. */
  const least = cells.map(({ isPrinted }) => (isPrinted ? 1 : 0));
  const steps = new Map<number, number>();
  const off = balances.map(() => 0);
  const unbalanced = new Set<number>();

  const mayStep = (cell: number, step: number) =>
    unknown.has(cell) && !steps.has(cell) && (cells[cell]?.value ?? 0) + step >= (least[cell] ?? 0);
  const move = (cell: number, step: number) => {
    for (const balance of balancesOf[cell] ?? []) {
      const now = (off[balance] ?? 0) + step * (balances[balance]?.get(cell) ?? 0);
      off[balance] = now;
      if (now === 0) unbalanced.delete(balance);
      else unbalanced.add(balance);
    }
  };
  const tryStep = (cell: number, step: number, budget: { left: number }): boolean => {
    steps.set(cell, step);
    move(cell, step);
    if (search(budget)) return true;
    move(cell, -step);
    steps.delete(cell);
    return false;
  };
  /** What could mend the sum that has the fewest ways to be mended: a dead end shows at once. */
  const tightest = (): readonly (readonly [number, number])[] => {
    let fewest: (readonly [number, number])[] | undefined;
    for (const balance of unbalanced) {
      const ways: (readonly [number, number])[] = [];
      for (const cell of orderOf[balance] ?? []) {
        const step = (off[balance] ?? 0) * (balances[balance]?.get(cell) ?? 0) > 0 ? -1 : 1;
        if (mayStep(cell, step)) ways.push([cell, step]);
      }
      if (!fewest || ways.length < fewest.length) fewest = ways;
      if (fewest.length === 0) break;
    }
    return fewest ?? [];
  };
  const search = (budget: { left: number }): boolean => {
    budget.left -= 1;
    if (budget.left < 0 || steps.size > deepest) return false;
    if (unbalanced.size === 0) return true;
    return tightest().some(([cell, step]) => tryStep(cell, step, budget));
  };
  /**
   * Another set of numbers in which the cell is one more or one less and every other
   * unknown cell moved by at most one. A found one proves that the cell cannot be told;
   * not finding one errs to the safe side.
   */
  const alternative = (cell: number): readonly number[] | null => {
    const budget = { left: Math.max(leastSteps, stepsPerCell * unknown.size) };
    const isFound = [1, -1].some((step) => mayStep(cell, step) && tryStep(cell, step, budget));
    if (!isFound) return null;
    const moved = [...steps];
    for (const [one, step] of moved) move(one, -step);
    steps.clear();
    return moved.map(([one]) => one);
  };

  return {
    alternative,
    hide: (cell) => void unknown.add(cell),
    wouldHide: (cell, open) => {
      unknown.add(cell);
      const isSafe = alternative(open) !== null;
      unknown.delete(cell);
      return isSafe;
    },
    isWhole: (cell) => wholes.has(cell),
    distancesFrom: (start) => {
      const distance = new Map([[start, 0]]);
      for (const [cell, far] of distance) {
        for (const balance of balancesOf[cell] ?? []) {
          // A map that grows is walked on to its new end: breadth first.
          for (const near of balances[balance]?.keys() ?? [])
            if (!distance.has(near)) distance.set(near, far + 1);
        }
      }
      return distance;
    },
  };
}
