import { formatSourceDay, formatSourceNumber } from '~/portfolio/words';
import { hiddenSign } from './rules/mask';
import type { Cell, CountRow, EvaluationSummary, OpenRow, Printed, Quota, StatedRow } from './rules/summary';

/**
 * The German words for an evaluation, on screen and on paper. They describe and never
 * explain: no cause, no effect, no ranking (rule E10).
 */

const tooFewText = 'zu wenige Fälle';
export const nothingRecorded = 'keine Ergebnisse erfasst';

export function cellText(cell: Cell): string {
  return cell.kind === 'suppressed' ? hiddenSign : formatSourceNumber(cell.value);
}

/** "18,5 %", always with one decimal. */
export function percentText(percent: number): string {
  return `${oneDecimal.format(percent)}\u00a0%`;
}

const oneDecimal = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export function quotaText(quota: Quota): string {
  switch (quota.kind) {
    case 'suppressed':
      return hiddenSign;
    case 'tooFew':
      return tooFewText;
    case 'share':
      return percentText(quota.percent);
  }
}

/** "14,0 – 23,9 %"; nothing where there is no share. */
export function intervalText(quota: Quota): string {
  if (quota.kind === 'suppressed') return hiddenSign;
  if (quota.kind === 'tooFew') return '–';
  const { lower, upper } = quota.interval;
  return `${oneDecimal.format(100 * lower)}\u00a0–\u00a0${percentText(100 * upper)}`;
}

/** The source's own per cent as it prints it: 19 %, not 19,0 %. */
export function printedText(printed: Printed): string {
  switch (printed.kind) {
    case 'suppressed':
      return hiddenSign;
    case 'tooFew':
      return tooFewText;
    case 'percent':
      return `${formatSourceNumber(printed.percent)}\u00a0%`;
  }
}

export function statedText({ value, unit }: StatedRow): string {
  const text = value.kind === 'text' ? value.text : cellText(value);
  if (unit === '%') return `${text}\u00a0%`;
  if (unit === null || unit === 'Anteil') return text;
  const isOne = value.kind === 'value' && value.value === 1;
  return `${text} ${isOne ? (singular[unit] ?? unit) : unit}`;
}

const singular: Readonly<Record<string, string>> = {
  Personen: 'Person',
  Fälle: 'Fall',
  Plätze: 'Platz',
  Durchgänge: 'Durchgang',
};

/** The share whose base the source keeps to itself, against each base it may mean. */
export function openSentences({ label, count, printed, readings }: OpenRow): string[] {
  const what = `„${label}“ (${cellText(count)})`;
  const first = `${what}: Die Quelle druckt ${printedText(printed)} und nennt die Bezugsgröße nicht.`;
  const shown = readings.filter(({ quota }) => quota.kind === 'share');
  return [
    first,
    ...shown.map(({ base, of, quota, fits }) => {
      const fit = fits ? ' Gerundet ist das der gedruckte Wert.' : '';
      const words =
        of.kind === 'whole'
          ? `${cellText(base)} („${of.label}“)`
          : `den ${cellText(base)}, die geblieben sind (${cellText(of.whole)} weniger ${cellText(of.dropOuts)}: „${of.dropOutLabel}“)`;
      return `${cellText(count)} sind ${quotaText(quota)} von ${words}; 95-%-Intervall ${intervalText(quota)}.${fit}`;
    }),
  ];
}

/** Where the source's own numbers give another per cent than it prints. */
export function differenceSentences({ related }: EvaluationSummary): string[] {
  return related.flatMap(({ label, count, base, quota, printed }) =>
    printed?.kind === 'percent' && printed.differs && base && quota?.kind === 'share'
      ? [
          `„${label}“: Die Quelle druckt ${printedText(printed)}; ${cellText(count)} von ${cellText(base)} sind ${quotaText(quota)}.`,
        ]
      : [],
  );
}

/** At most five sentences that say what is in the figures (documents.md § 10, 1). */
export function summarySentences(summary: EvaluationSummary): string[] {
  const { resultCount, related, open, protection } = summary;
  if (resultCount === 0) return [`Für diese Maßnahme sind ${nothingRecorded}.`];
  const hiddenCount = hiddenValues(summary);
  return [
    `Erfasst ${resultCount === 1 ? 'ist 1 Ergebnis' : `sind ${String(resultCount)} Ergebnisse`}${asOfWords(summary)}.`,
    related.length === 0
      ? 'Keines davon nennt eine Zahl zusammen mit ihrer Bezugsgröße; ein Anteil lässt sich nicht berechnen.'
      : relatedSentence(related),
    ...largestSentence(related),
    ...differingSentence(summary, open),
    ...(hiddenCount > 0
      ? [
          `${hiddenCount === 1 ? '1 Zahl ist' : `${String(hiddenCount)} Zahlen sind`} aus Datenschutzgründen nicht ausgewiesen (${hiddenSign}); Zahlen unter ${String(protection.minCellCount)} und solche, aus denen sie folgen, bleiben verborgen.`,
        ]
      : []),
  ];
}

function relatedSentence(related: readonly CountRow[]): string {
  const one = related.length === 1;
  return `Bei ${one ? 'einem Ergebnis' : `${String(related.length)} Ergebnissen`} ist die Bezugsgröße bekannt und der Anteil berechnet.`;
}

function largestSentence(related: readonly CountRow[]): string[] {
  const shares = related.flatMap((row) =>
    row.quota?.kind === 'share' ? [{ row, percent: row.quota.percent }] : [],
  );
  const [largest] = [...shares].sort((a, b) => b.percent - a.percent);
  if (!largest || shares.length < 2) return [];
  const { label, count, base, quota } = largest.row;
  if (!base || !quota) return [];
  return [
    `Der größte Anteil ist „${label}“ mit ${cellText(count)} von ${cellText(base)} (${quotaText(quota)}).`,
  ];
}

function differingSentence(summary: EvaluationSummary, open: readonly OpenRow[]): string[] {
  const differing = differenceSentences(summary).length;
  const parts = [
    differing === 0
      ? null
      : `${shares(differing)} der Quelle ${differing === 1 ? 'weicht' : 'weichen'} von der Rechnung ab`,
    open.length === 0
      ? null
      : `zu ${open.length === 1 ? 'einem gedruckten Anteil' : `${String(open.length)} gedruckten Anteilen`} nennt die Quelle keine Bezugsgröße`,
  ].filter((part) => part !== null);
  const sentence = parts.join(', und ');
  return sentence === '' ? [] : [`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`];
}

function shares(count: number): string {
  return count === 1 ? 'Ein gedruckter Anteil' : `${String(count)} gedruckte Anteile`;
}

function hiddenValues({ related, stated, open }: EvaluationSummary): number {
  const isHidden = (cell: { readonly kind: string }) => cell.kind === 'suppressed';
  return (
    related.filter(({ count }) => isHidden(count)).length +
    stated.filter(({ value }) => isHidden(value)).length +
    open.filter(({ count }) => isHidden(count)).length
  );
}

/** The one day all results are from; null where they differ or none is named. */
export function commonAsOf({ related, stated }: EvaluationSummary): string | null {
  const days = new Set([...related, ...stated].map(({ asOf }) => asOf));
  const [day = null] = days;
  return days.size === 1 ? day : null;
}

function asOfWords(summary: EvaluationSummary): string {
  const day = commonAsOf(summary);
  return day === null ? '' : `, alle mit dem Stand ${formatSourceDay(day)}`;
}
