import { formatSourceDay } from '~/portfolio/words';
import { evaluationChart } from './chart';
import type { EvaluationSummary } from './rules/summary';
import {
  cellText,
  differenceSentences,
  intervalText,
  openSentences,
  printedText,
  quotaText,
  statedText,
  summarySentences,
} from './summary-text';
import type { ShownEvaluation } from './views/evaluation-page';

/** A summary in finished words, for the page: no number travels that the reader may not see. */
export function shownEvaluation(summary: EvaluationSummary): ShownEvaluation {
  const chart = evaluationChart(summary);
  return {
    sentences: summarySentences(summary),
    chart: chart && {
      caption: chart.caption,
      bars: chart.bars.map(({ label, value, share }) => ({ label, value, share })),
    },
    related: summary.related.map(({ label, count, basis, quota, printed }) => ({
      label,
      count: cellText(count),
      basis,
      quota: quota && quotaText(quota),
      interval: quota && intervalText(quota),
      printed: printed && printedText(printed),
    })),
    differences: differenceSentences(summary),
    open: summary.open.flatMap(openSentences),
    stated: summary.stated.map((row) => ({
      label: row.label,
      value: statedText(row),
      basis: row.basis,
      asOf: row.asOf === null ? null : formatSourceDay(row.asOf),
    })),
  };
}
