import { exitReasonNames } from '~/allocation/words';
import { needGroupNames } from '~/clients/needs';
import { formatDay } from '~/values/calendar';
import { formatEuro } from '~/values/money';
import type { Cell } from '../rules/summary';
import { cellText, intervalText, quotaText } from '../summary-text';
import type { RecordsSummary } from './rules/summary';
import { countText, periodPhrase } from './words';

/**
 * The five sentences of the summary: places, movements, exits, progress, money.
 *
 * Source: documents.md § 10, 1; no causes (rule E10).
 */
export function recordSentences(summary: RecordsSummary): string[] {
  return [
    placeSentence(summary),
    movementSentence(summary),
    exitSentence(summary),
    progressSentence(summary),
    moneySentence(summary),
  ];
}

function placeSentence({ periods, results }: RecordsSummary): string {
  const [period] = periods;
  const total = results.find((row) => row.site === null && row.period === period);
  if (!period || !total || total.places === 0) return 'In dieser Zeit gab es keine Plätze.';
  const sites = new Set(
    results.flatMap((row) => (row.site !== null && row.period === period ? [row.site] : [])),
  );
  const where = sites.size > 1 ? ` an ${String(sites.size)} Standorten` : '';
  const places = `gab es${where} ${countText({ kind: 'value', value: total.places }, 'Platz', 'Plätze')}`;
  const { occupancy } = total;
  return occupancy.kind === 'percent'
    ? `${periodPhrase(period)} ${places}; belegt waren ${quotaOfDays(occupancy.percent)} der Platztage.`
    : `${periodPhrase(period)} ${places}.`;
}

const oneDecimal = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

function quotaOfDays(percent: number): string {
  return `${oneDecimal.format(percent)}\u00a0%`;
}

function movementSentence({ periods, results }: RecordsSummary): string {
  const [period] = periods;
  const total = results.find((row) => row.site === null && row.period === period);
  if (!period || !total) return 'In dieser Zeit nahm niemand teil.';
  const entries = countText(total.entries, 'Eintritt', 'Eintritte');
  const exits = countText(total.exits, 'Austritt', 'Austritte');
  return `Erfasst sind ${entries} und ${exits}; am ${formatDay(period.until)} waren ${cellText(total.atEnd)} in Betreuung.`;
}

function exitSentence({ integrations: [integration], exits: [exits], reasons }: RecordsSummary): string {
  if (!integration || !exits || isZero(exits)) return 'Austritte gab es keine.';
  const { count, quota } = integration;
  const share = quota.kind === 'share' ? ` (${quotaText(quota)}; 95-%-Intervall ${intervalText(quota)})` : '';
  const led = count.kind === 'value' && count.value === 1 ? 'führte' : 'führten';
  const first = `Von ${exits.kind === 'value' && exits.value === 1 ? '1 Austritt' : `${cellText(exits)} Austritten`} ${led} ${cellText(count)} in Arbeit oder Ausbildung${share}`;
  const [most] = reasons
    .flatMap(({ reason, counts: [cell] }) => (cell?.kind === 'value' ? [{ reason, count: cell.value }] : []))
    .sort((one, other) => other.count - one.count);
  return most && most.count > 0
    ? `${first}; der häufigste ausgewiesene Grund war „${exitReasonNames[most.reason]}“ (${String(most.count)}).`
    : `${first}.`;
}

function progressSentence({ needs, periods: [period] }: RecordsSummary): string {
  const [largest] = needs
    .flatMap((row) =>
      row.period === period &&
      row.withNeed.kind === 'value' &&
      row.improved.kind === 'value' &&
      row.withNeed.value > 0
        ? [{ ...row, size: row.withNeed.value }]
        : [],
    )
    .sort((one, other) => other.size - one.size);
  if (!largest) return 'Zum Fortschritt bei den Bedarfen ist keine Zahl ausgewiesen.';
  const share = largest.quota.kind === 'share' ? ` (${quotaText(largest.quota)})` : '';
  return `In der Bedarfsgruppe ${needGroupNames[largest.group]} ist bei ${cellText(largest.improved)} von ${String(largest.size)} Ausgetretenen mit Bedarf mindestens ein Bedarf verbessert${share}.`;
}

function moneySentence({ money }: RecordsSummary): string {
  const [year] = money;
  if (!year)
    return 'Eigenes Geld ist nicht gebunden: Die Maßnahme hat keinen eigenen Vertrag oder in dieser Zeit keine Mittel.';
  return `Im Haushaltsjahr ${String(year.fiscalYear)} waren ${formatEuro(year.committedCents)} gebunden und ${formatEuro(year.paidCents)} ausgezahlt.`;
}

function isZero(cell: Cell): boolean {
  return cell.kind === 'value' && cell.value === 0;
}
