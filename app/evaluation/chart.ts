import { cellText, percentText, quotaText, statedText } from './summary-text';
import type { CountRow, EvaluationSummary, StatedRow } from './rules/summary';
import type { Interval } from './rules/wilson';

/** The one chart of an evaluation: bars that can be compared with each other. */
export interface EvaluationChart {
  readonly caption: string;
  readonly hasIntervals: boolean;
  readonly bars: readonly ChartBar[];
}

interface ChartBar {
  readonly label: string;
  readonly value: string;
  /** Of the longest possible bar; null where there is nothing to draw. */
  readonly share: number | null;
  readonly interval?: Interval;
}

/**
 * The chart that the figures bear: shares of one base; else per cents as the source
 * states them; else counts of one kind and period. Null where nothing can be compared.
 */
export function evaluationChart(summary: EvaluationSummary): EvaluationChart | null {
  const chart =
    sharesOfOneBase(summary.related) ?? statedShares(summary.stated) ?? countsOfOneKind(summary.stated);
  if (!chart || chart.bars.length <= mostBars) return chart;
  const caption = `${chart.caption}; die ersten ${String(mostBars)} von ${String(chart.bars.length)} Angaben`;
  return { ...chart, caption, bars: chart.bars.slice(0, mostBars) };
}

/** More would not be legible on one page; the table has them all. */
const mostBars = 40;

function sharesOfOneBase(related: readonly CountRow[]): EvaluationChart | null {
  const group = largestGroup(related, ({ baseKey, asOf }) => `${baseKey ?? ''} ${asOf ?? ''}`);
  const [first] = group;
  const drawn = group.filter(({ quota }) => quota?.kind === 'share');
  if (!first?.base || drawn.length < 2) return null;
  return {
    caption: `Anteile, bezogen auf: ${first.base.kind === 'suppressed' ? 'der gemeinsamen Bezugsgröße' : (first.basis ?? cellText(first.base))}`,
    hasIntervals: true,
    bars: group.map(({ label, count, quota }) => {
      if (quota?.kind !== 'share')
        return { label, value: quota ? quotaText(quota) : cellText(count), share: null };
      const value = `${percentText(quota.percent)} (${cellText(count)})`;
      return { label, value, share: quota.percent / 100, interval: quota.interval };
    }),
  };
}

function statedShares(stated: readonly StatedRow[]): EvaluationChart | null {
  const shares = stated.filter(({ isShare }) => isShare);
  if (shares.length < 2) return null;
  return {
    caption:
      'Anteile, wie die Quelle sie nennt; sie können sich überschneiden und verschiedene Bezugsgrößen haben',
    hasIntervals: false,
    bars: shares.map((row) => ({ label: row.label, value: statedText(row), share: shareOf(row.value) })),
  };
}

function countsOfOneKind(stated: readonly StatedRow[]): EvaluationChart | null {
  const counts = stated.filter(({ value, isShare }) => !isShare && value.kind !== 'text');
  const group = largestGroup(counts, ({ unit, basis, asOf }) => `${unit ?? ''} ${basis ?? ''} ${asOf ?? ''}`);
  const values = group.map(({ value }) => (value.kind === 'value' ? value.value : 0));
  const most = Math.max(...values, 0);
  if (group.length < 2 || most === 0) return null;
  const [first] = group;
  return {
    caption: [`${first?.unit ?? 'Zahlen'} im Vergleich`, first?.basis].filter(Boolean).join(', '),
    hasIntervals: false,
    bars: group.map((row) => ({
      label: row.label,
      value: statedText(row),
      share: row.value.kind === 'value' ? row.value.value / most : null,
    })),
  };
}

function shareOf(value: StatedRow['value']): number | null {
  if (value.kind === 'value') return value.value / 100;
  const [top, bottom] = value.kind === 'text' ? value.text.split('/').map(Number) : [];
  return top !== undefined && bottom ? top / bottom : null;
}

function largestGroup<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}
