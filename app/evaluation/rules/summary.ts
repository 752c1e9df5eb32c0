import type { Result, ResultFigure, ShareFigure, CountFigure, Base } from './read-results';
import { readResults } from './read-results';
import type { Protection } from './settings';
import { hiddenCells } from './suppression';
import { baseCell, cellOf, openBases, smallTable, stayedCell, wordBase } from './table';
import { maskNumbers } from './mask';
import { decimalsOf, type Interval, percentOf, wilsonInterval } from './wilson';

/** A number as it may be shown: the value, or that it is not shown. */
export type Cell = { readonly kind: 'value'; readonly value: number } | { readonly kind: 'suppressed' };

/** A share of a count in its base. */
export type Quota =
  | { readonly kind: 'share'; readonly percent: number; readonly interval: Interval }
  | { readonly kind: 'tooFew' }
  | { readonly kind: 'suppressed' };

/** What the source prints as a per cent, and whether its own numbers give another one. */
export type Printed =
  | { readonly kind: 'percent'; readonly percent: number; readonly differs: boolean }
  | { readonly kind: 'tooFew' }
  | { readonly kind: 'suppressed' };

/** A count, and its share where its base is known. */
export interface CountRow {
  readonly label: string;
  readonly unit: string | null;
  readonly asOf: string | null;
  readonly count: Cell;
  readonly basis: string | null;
  readonly base: Cell | null;
  /** Which base: rows with the same key can be compared. */
  readonly baseKey: string | null;
  readonly quota: Quota | null;
  readonly printed: Printed | null;
}

/** A share of which the source names no base, read against the bases that can be meant. */
export interface OpenRow {
  readonly label: string;
  readonly count: Cell;
  readonly printed: Printed;
  readonly basis: string | null;
  readonly readings: readonly {
    readonly base: Cell;
    /** "Teilnehmende gesamt"; for those who stayed what they are the rest of. */
    readonly of: { readonly kind: 'whole'; readonly label: string } | StayedBase;
    readonly quota: Quota;
    /** The rounded share is the printed one. */
    readonly fits: boolean;
  }[];
}

interface StayedBase {
  readonly kind: 'stayed';
  readonly whole: Cell;
  readonly dropOuts: Cell;
  readonly dropOutLabel: string;
}

/** What cannot be related to anything, as the source states it. */
export interface StatedRow {
  readonly label: string;
  readonly unit: string | null;
  readonly asOf: string | null;
  readonly basis: string | null;
  readonly value: Cell | { readonly kind: 'text'; readonly text: string };
  readonly isShare: boolean;
}

/** The evaluation of one measure, exact or protected; both have the same form. */
export interface EvaluationSummary {
  readonly isProtected: boolean;
  readonly protection: Protection;
  /** How many results are recorded. */
  readonly resultCount: number;
  /** Counts with a share, in the order of the source. */
  readonly related: readonly CountRow[];
  readonly open: readonly OpenRow[];
  readonly stated: readonly StatedRow[];
  /** A text of the source or of the authority without the numbers that are hidden here. */
  readonly mask: (text: string) => string;
}

/**
 * What leaves the authority: small numbers hidden, and every number they follow from.
 *
 * Source: rules E6, § 12.14; documents.md § 10.
 */
export function protectedSummary(results: readonly Result[], protection: Protection): EvaluationSummary {
  return summaryOf(results, protection, true);
}

/** For those who may see persons anyway, on screen only (rules.md § 12.14). */
export function exactSummary(results: readonly Result[], protection: Protection): EvaluationSummary {
  return summaryOf(results, protection, false);
}

function summaryOf(
  results: readonly Result[],
  protection: Protection,
  isProtected: boolean,
): EvaluationSummary {
  const figures = readResults(results);
  const view = viewOf(figures, protection, isProtected);
  const counts = figures.filter((figure) => figure.kind === 'count');
  return {
    isProtected,
    protection,
    resultCount: results.length,
    related: counts.filter(({ base }) => base !== null).map((figure) => countRow(figure, view)),
    open: openRows(figures, view),
    stated: figures
      .filter((figure) => figure.kind !== 'count' || (figure.base === null && figure.openShare === null))
      .map((figure) => statedRow(figure, view)),
    mask: view.mask,
  };
}

/** Which numbers may be seen. */
interface View {
  readonly protection: Protection;
  readonly isProtected: boolean;
  isHidden(cell: string): boolean;
  show(cell: string, value: number): Cell;
  readonly mask: (text: string) => string;
}

function viewOf(figures: readonly ResultFigure[], protection: Protection, isProtected: boolean): View {
  const table = smallTable(figures);
  const hidden = isProtected ? hiddenCells(table, protection.minCellCount) : new Set<string>();
  const numbers = new Set(table.cells.filter(({ id }) => hidden.has(id)).map(({ value }) => value));
  const isHidden = (cell: string) => hidden.has(cell);
  return {
    protection,
    isProtected,
    isHidden,
    show: (cell, value) => (isHidden(cell) ? suppressed : { kind: 'value', value }),
    mask: (text) => (isProtected ? maskNumbers(text, numbers, protection.minCellCount) : text),
  };
}

const suppressed = { kind: 'suppressed' } as const;

function countRow(figure: CountFigure, view: View): CountRow {
  const { result, at, count, base } = figure;
  const baseId = baseCell(figure);
  const isHidden = view.isHidden(cellOf(at)) || (baseId !== null && view.isHidden(baseId));
  return {
    label: view.mask(result.label),
    unit: result.unit,
    asOf: result.asOf,
    count: view.show(cellOf(at), count),
    basis: result.basis && view.mask(result.basis),
    base: base && view.show(baseId ?? wordBase(at), base.count),
    baseKey: baseId,
    quota: base && quotaOf(count, base.count, isHidden, view),
    printed: figure.printed && printedOf(figure.printed.percent, count, base, isHidden, view),
  };
}

/** The share of a count in its base, as far as it may be shown and says anything. */
export function quotaOf(
  count: number,
  base: number,
  isHidden: boolean,
  { protection }: { readonly protection: Protection },
): Quota {
  if (isHidden) return suppressed;
  if (base < protection.minDenominator) return { kind: 'tooFew' };
  return { kind: 'share', percent: percentOf(count, base), interval: wilsonInterval(count, base) };
}

function printedOf(
  percent: number,
  count: number,
  base: Base | null,
  isHidden: boolean,
  { protection }: View,
): Printed {
  if (isHidden) return suppressed;
  if (base && base.count < protection.minDenominator) return { kind: 'tooFew' };
  const differs = base !== null && percentOf(count, base.count, decimalsOf(percent)) !== percent;
  return { kind: 'percent', percent, differs };
}

function openRows(figures: readonly ResultFigure[], view: View): OpenRow[] {
  const bases = openBases(figures);
  return figures.flatMap((figure) => {
    if (figure.kind !== 'count' || !figure.openShare) return [];
    const { count, at, result, openShare } = figure;
    // From the printed share and the count the base could be told, and from the base who dropped out.
    const involved = [
      cellOf(at),
      ...(bases ? [cellOf(bases.whole.at)] : []),
      ...(bases?.dropOuts ? [stayedCell, cellOf(bases.dropOuts.at)] : []),
    ];
    const isHidden = involved.some((cell) => view.isHidden(cell));
    const reading = (cell: string, base: number, of: OpenRow['readings'][number]['of']) => ({
      base: view.show(cell, base),
      of,
      quota: quotaOf(count, base, isHidden, view),
      fits: !isHidden && percentOf(count, base, decimalsOf(openShare.percent)) === openShare.percent,
    });
    const whole = bases && cellOf(bases.whole.at);
    const readings =
      bases && whole
        ? [reading(whole, bases.whole.count, { kind: 'whole', label: view.mask(bases.whole.result.label) })]
        : [];
    if (bases?.dropOuts) {
      readings.push(
        reading(stayedCell, bases.whole.count - bases.dropOuts.count, {
          kind: 'stayed',
          whole: view.show(cellOf(bases.whole.at), bases.whole.count),
          dropOuts: view.show(cellOf(bases.dropOuts.at), bases.dropOuts.count),
          dropOutLabel: view.mask(bases.dropOuts.result.label),
        }),
      );
    }
    return [
      {
        label: view.mask(result.label),
        count: view.show(cellOf(at), count),
        printed: printedOf(openShare.percent, count, null, isHidden, view),
        basis: null,
        readings,
      },
    ];
  });
}

function statedRow(figure: ResultFigure, view: View): StatedRow {
  const { result } = figure;
  return {
    label: view.mask(result.label),
    unit: result.unit,
    asOf: result.asOf,
    basis: result.basis && view.mask(result.basis),
    isShare: figure.kind === 'share',
    value: statedValue(figure, view),
  };
}

function statedValue(figure: ResultFigure, view: View): StatedRow['value'] {
  switch (figure.kind) {
    case 'count':
      return view.show(cellOf(figure.at), figure.count);
    case 'share':
      if (!mayShowShare(figure, view)) return suppressed;
      return asStated(figure.result);
    case 'stated': {
      const { value } = figure.result;
      const smallest = view.isProtected && figure.isOfPersons ? view.protection.minCellCount : 0;
      const numbers = [...String(value).matchAll(/\d+/g)].map(([digits]) => Number(digits));
      if (numbers.some((number) => number > 0 && number < smallest)) return suppressed;
      return asStated(figure.result);
    }
  }
}

function asStated({ value }: Result): StatedRow['value'] {
  return typeof value === 'number' ? { kind: 'value', value } : { kind: 'text', text: value };
}

/**
 * Whether a share alone may be shown. With a known base it says how many they are, as
 * exactly as it is rounded: no number it allows may be small, nor what is left of the base.
 */
function mayShowShare({ percent, base, result, isOfPersons }: ShareFigure, view: View): boolean {
  if (!view.isProtected || !base || !isOfPersons) return true;
  if (base.at !== null && view.isHidden(cellOf(base.at))) return false;
  if (base.count < view.protection.minDenominator) return false;
  const half = typeof result.value === 'number' ? 0.5 / 10 ** decimalsOf(result.value) : 0;
  const least = Math.ceil((base.count * Math.max(0, percent - half)) / 100 - 1e-9);
  const most = Math.floor((base.count * Math.min(100, percent + half)) / 100 + 1e-9);
  const isSmall = (count: number) => count >= 1 && count < view.protection.minCellCount;
  for (let count = least; count <= most; count += 1) {
    if (isSmall(count) || isSmall(base.count - count)) return false;
  }
  return true;
}
