import { settlers } from '~/allocation/allocation';
import { exitReasonNames } from '~/allocation/words';
import { needGroupNames } from '~/clients/needs';
import { formatEuro } from '~/values/money';
import type { Cell } from '../rules/summary';
import { cellText, intervalText, percentText, quotaText } from '../summary-text';
import type { EvaluationChart } from '../chart';
import type { Period } from './counts';
import { recordSentences } from './sentences';
import type { Beside, RecordsSummary } from './rules/summary';
import {
  amountText,
  averageText,
  occupancyText,
  periodName,
  referralTargetNames,
  settledByNames,
  settledStateNames,
} from './words';

/** A table in finished words; the first cell names its row, the others are numbers. */
export interface ShownTable {
  readonly key: string;
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly footer?: readonly string[];
  readonly notes: readonly string[];
}

/** An evaluation of records in finished words: no number travels that the reader may not see. */
export interface ShownRecords {
  readonly sentences: readonly string[];
  readonly tables: readonly ShownTable[];
}

export function shownRecords(summary: RecordsSummary): ShownRecords {
  return {
    sentences: recordSentences(summary),
    tables: [
      resultTable(summary),
      reasonTable(summary),
      needTable(summary),
      referralTable(summary),
      settledTable(summary),
      qualityTable(summary),
      moneyTable(summary),
    ].filter(({ rows }) => rows.length > 0),
  };
}

/** "Zeven, 2025"; without the year where only one period is shown. */
function rowName(name: string, period: Period, { periods }: RecordsSummary): string {
  return periods.length > 1 ? `${name}, ${periodName(period)}` : name;
}

function resultTable(summary: RecordsSummary): ShownTable {
  return {
    key: 'results',
    title: 'Plätze, Eintritte und Austritte',
    heads: [
      'Standort',
      'Plätze',
      'Auslastung',
      'Eintritte',
      'Austritte',
      'am Ende in Betreuung',
      'Wartezeit im Mittel',
      'Dauer im Mittel',
    ],
    rows: summary.results.map((row) => [
      rowName(row.site ?? 'Gesamt', row.period, summary),
      cellText({ kind: 'value', value: row.places }),
      occupancyText(row.occupancy),
      cellText(row.entries),
      cellText(row.exits),
      cellText(row.atEnd),
      averageText(row.waiting),
      averageText(row.stay),
    ]),
    notes: [
      'Gezählt werden Teilnahmen: Wer zweimal eintritt, zählt zweimal. Auslastung: belegte durch angebotene Platztage. Wartezeit: vom Eintrag in die Warteliste, sonst von der Zuweisung bis zum Eintritt. Dauer: vom ersten bis zum letzten Tag der Ausgetretenen.',
    ],
  };
}

function reasonTable(summary: RecordsSummary): ShownTable {
  const { reasons, exits, integrations, periods } = summary;
  const [integration] = integrations;
  return {
    key: 'reasons',
    title: 'Austrittsgründe',
    heads: ['Grund', ...periods.map(periodName), 'Anteil', '95-%-Intervall'],
    rows: reasons.map(({ reason, counts, quota }) => [
      exitReasonNames[reason],
      ...counts.map(cellText),
      quotaText(quota),
      intervalText(quota),
    ]),
    footer: ['Austritte', ...exits.map(cellText), '', ''],
    notes: [
      ...(integration
        ? [
            `Integrationen (Arbeit oder Ausbildung aufgenommen): ${besideText(
              integrations.map(({ count, quota }) =>
                quota.kind === 'share' ? `${cellText(count)} (${quotaText(quota)})` : cellText(count),
              ),
              summary,
            )}.`,
          ]
        : []),
      'Jeder Austritt hat einen Hauptgrund; die Gründe ergeben zusammen die Austritte. Anteile beziehen sich auf die Austritte des ersten Zeitraums.',
      'Ob jemand ein halbes Jahr später noch beschäftigt war, wird im Portal nicht erfasst. Eine Beschäftigungsquote ist deshalb nicht ausgewiesen.',
    ],
  };
}

/** "2025: 5, 2024: 3"; the number alone where only one period is shown. */
function besideText(texts: readonly string[], { periods }: RecordsSummary): string {
  if (periods.length < 2) return texts.join('');
  return periods.map((period, index) => `${periodName(period)}: ${texts[index] ?? ''}`).join(', ');
}

function needTable(summary: RecordsSummary): ShownTable {
  return {
    key: 'needs',
    title: 'Fortschritt nach Bedarfsgruppen',
    heads: [
      'Bedarfsgruppe',
      'mit Bedarf',
      'verbessert',
      'Anteil',
      '95-%-Intervall',
      'behoben',
      'nicht beurteilt',
    ],
    rows: summary.needs.map((row) => [
      rowName(needGroupNames[row.group], row.period, summary),
      cellText(row.withNeed),
      cellText(row.improved),
      quotaText(row.quota),
      intervalText(row.quota),
      cellText(row.removed),
      cellText(row.unjudged),
    ]),
    notes: [
      'Gezählt sind Ausgetretene. Die Gruppen überschneiden sich: Eine Person kann in mehreren stehen; „behoben“ ist in „verbessert“ enthalten. Die Zahlen ergeben deshalb nicht die Austritte.',
    ],
  };
}

function referralTable(summary: RecordsSummary): ShownTable {
  return {
    key: 'referrals',
    title: 'Vermittlung in weitere Hilfen',
    heads: ['Ziel', 'vermittelt', 'angekommen', 'nicht angekommen', 'noch offen'],
    rows: summary.referrals.map((row) => [
      rowName(referralTargetNames[row.target], row.period, summary),
      cellText(row.referred),
      cellText(row.arrived),
      cellText(row.notArrived),
      cellText(row.open),
    ]),
    notes: ['Eine Person zählt je Ziel einmal und kann bei mehreren Zielen stehen.'],
  };
}

function settledTable(summary: RecordsSummary): ShownTable {
  const isEmpty = summary.settled.every(({ all }) => all.kind === 'value' && all.value === 0);
  return {
    key: 'settled',
    title: 'Nicht angetreten oder abgelehnt',
    heads: ['Stand', ...settlers.map((settler) => settledByNames[settler]), 'zusammen'],
    rows: isEmpty
      ? []
      : summary.settled.map((row) => [
          rowName(settledStateNames[row.state], row.period, summary),
          ...settlers.map((settler) => cellText(row.by[settler])),
          cellText(row.all),
        ]),
    notes: [],
  };
}

function qualityTable(summary: RecordsSummary): ShownTable {
  const { reports, contacts, periods } = summary;
  const line = <Row extends Readonly<Record<string, Cell>>>(
    label: string,
    rows: Beside<Row>,
    name: keyof Row,
  ): string[] => [label, ...rows.map((row) => cellText(row[name] ?? { kind: 'value', value: 0 }))];
  const isThere = (cell: Cell) => cell.kind === 'suppressed' || cell.value > 0;
  return {
    key: 'quality',
    title: 'Berichte und Kontakte',
    heads: ['Angabe', ...periods.map(periodName)],
    rows: [
      ...(reports.some(({ due }) => isThere(due))
        ? [
            line('fällige Berichte', reports, 'due'),
            line('davon rechtzeitig', reports, 'inTime'),
            line('davon verspätet', reports, 'late'),
            line('davon noch nicht abgegeben', reports, 'missing'),
          ]
        : []),
      ...(contacts.some(({ agreed }) => isThere(agreed))
        ? [
            line('erfasste Kontakte', contacts, 'agreed'),
            line('davon gehalten', contacts, 'held'),
            line('davon von der Person nicht wahrgenommen', contacts, 'missedByClient'),
            line('davon vom Träger abgesagt', contacts, 'cancelledByProvider'),
            line('davon verlegt', contacts, 'moved'),
          ]
        : []),
    ],
    notes: [
      'Wie viele Kontakte geschuldet waren, folgt aus der Phase jeder Person und wird hier nicht berechnet.',
    ],
  };
}

function moneyTable(summary: RecordsSummary): ShownTable {
  const { money, periods, premiums, participations, perPlace, perParticipation } = summary;
  const hasPremiums = premiums.some(({ count }) => count.kind === 'suppressed' || count.value > 0);
  const byYear = (label: string, cents: (row: (typeof money)[number]) => number) =>
    money.map((row) => [`${label}, Haushaltsjahr ${String(row.fiscalYear)}`, formatEuro(cents(row))]);
  const of = (label: string, texts: readonly string[]) =>
    texts.map((text, index) => {
      const period = periods[index];
      return [period ? rowName(label, period, summary) : label, text];
    });
  const isShown = (texts: readonly string[]) => texts.some((text) => text !== '–');
  const perPlaceTexts = perPlace.map(amountText);
  const perParticipationTexts = perParticipation.map(amountText);
  return {
    key: 'money',
    title: 'Geld',
    heads: ['Angabe', 'Wert'],
    rows:
      money.length === 0
        ? []
        : [
            ...byYear('gebunden', ({ committedCents }) => committedCents),
            ...byYear('ausgezahlt', ({ paidCents }) => paidCents),
            ...(hasPremiums
              ? of(
                  'Prämien',
                  premiums.map(({ amount }) => amountText(amount)),
                )
              : []),
            ...of('Teilnahmen', participations.map(cellText)),
            ...(isShown(perPlaceTexts) ? of('ausgezahlt je Platz', perPlaceTexts) : []),
            ...(isShown(perParticipationTexts) ? of('ausgezahlt je Teilnahme', perParticipationTexts) : []),
          ],
    notes: [
      'Gebunden ist, was unterzeichnete Verträge in dem Jahr vorsehen, ohne Optionen, die nicht ausgeübt sind. Alle Beträge sind brutto.',
    ],
  };
}

/** Exit reasons of the shown period as bars, as far as their share may be shown. */
export function recordsChart({ reasons, periods: [period] }: RecordsSummary): EvaluationChart | null {
  const drawn = reasons.filter(({ quota }) => quota.kind === 'share');
  if (!period || drawn.length < 2) return null;
  return {
    caption: `Austrittsgründe ${periodName(period)}, Anteil an den Austritten`,
    hasIntervals: true,
    bars: reasons.map(({ reason, counts, quota }) => {
      const [count] = counts;
      const label = exitReasonNames[reason];
      if (quota.kind !== 'share') return { label, value: quotaText(quota), share: null };
      return {
        label,
        value: `${percentText(quota.percent)} (${count ? cellText(count) : ''})`,
        share: quota.percent / 100,
        interval: quota.interval,
      };
    }),
  };
}
