import type { Settler } from '~/allocation/allocation';
import { formatDay, formatPeriod } from '~/values/calendar';
import { formatEuro } from '~/values/money';
import { hiddenSign } from '../rules/mask';
import type { Cell } from '../rules/summary';
import { cellText, percentText } from '../summary-text';
import type { Period, ReferralTarget, SettledState } from './counts';
import type { ChoiceFinding } from './rules/choice';
import { type InterimFinding, isYear } from './rules/periods';
import type { Amount, Average, Occupancy } from './rules/summary';

/** The German words for an evaluation of records; they describe and never explain (rule E10). */

export const referralTargetNames: Readonly<Record<ReferralTarget, string>> = {
  integrationAssistance: 'Eingliederungshilfe',
  psychosocial: 'psychosoziale Beratung',
  addiction: 'Suchtberatung',
  debt: 'Schuldnerberatung',
  health: 'Gesundheitshilfe',
  pension: 'Rente oder Sozialhilfe',
  family: 'Familien- und Jugendhilfe',
  housing: 'Wohnungshilfe',
  education: 'Bildung und Sprache',
  other: 'andere Hilfe',
};

export const settledStateNames: Readonly<Record<SettledState, string>> = {
  notStarted: 'nicht angetreten',
  declined: 'abgelehnt',
};

export const settledByNames: Readonly<Record<Settler, string>> = {
  client: 'durch die Person',
  provider: 'durch den Träger',
  jobcenter: 'durch das Jobcenter',
};

/** "2025", "2026 bis 15.06.2026", "01.12.2019 – 31.05.2020". */
export function periodName(period: Period): string {
  if (!isYear(period)) return formatPeriod(period.from, period.until);
  return period.until.endsWith('-12-31') ? period.key : `${period.key} bis ${formatDay(period.until)}`;
}

/** "Im Jahr 2025", "Vom 01.12.2019 bis zum 31.05.2020". */
export function periodPhrase(period: Period): string {
  const isWhole = isYear(period) && period.until.endsWith('-12-31');
  if (isWhole) return `Im Jahr ${period.key}`;
  return `Vom ${formatDay(period.from)} bis zum ${formatDay(period.until)}`;
}

export function averageText(average: Average): string {
  switch (average.kind) {
    case 'suppressed':
      return hiddenSign;
    case 'tooFew':
      return 'zu wenige Fälle';
    case 'none':
      return '–';
    case 'days':
      return average.days === 1
        ? '1\u00a0Tag'
        : `${cellText({ kind: 'value', value: average.days })}\u00a0Tage`;
  }
}

export function occupancyText(occupancy: Occupancy): string {
  switch (occupancy.kind) {
    case 'suppressed':
      return hiddenSign;
    case 'none':
      return '–';
    case 'percent':
      return percentText(occupancy.percent);
  }
}

export function amountText(amount: Amount): string {
  switch (amount.kind) {
    case 'suppressed':
      return hiddenSign;
    case 'none':
      return '–';
    case 'cents':
      return formatEuro(amount.cents);
  }
}

/** "1 Austritt", "25 Austritte", "• Austritte". */
export function countText(cell: Cell, one: string, many: string): string {
  const isOne = cell.kind === 'value' && cell.value === 1;
  return `${cellText(cell)} ${isOne ? one : many}`;
}

/** What is wrong with an interim period, by the field that mends it. */
export function interimFault(finding: InterimFinding): readonly ['from' | 'until', string] {
  switch (finding.code) {
    case 'endsBeforeStart':
      return ['until', 'Das Ende liegt vor dem Beginn. Geben Sie einen Tag ab dem Beginn ein.'];
    case 'inTheFuture':
      return ['until', 'Das Ende liegt in der Zukunft. Geben Sie einen Tag bis heute ein.'];
    case 'tooLong':
      return ['from', 'Der Zeitraum berührt mehr als fünf Kalenderjahre. Wählen Sie einen kürzeren.'];
  }
}

/** Why the figures shown are others than those that were asked for. */
export function choiceText(finding: ChoiceFinding): string {
  switch (finding.code) {
    case 'unknownYear':
      return `Für „${finding.asked.slice(0, 20)}“ ist nichts erfasst. Wählen Sie ein Jahr aus der Liste.`;
    case 'yearStillRuns':
      return `Das Jahr ${String(finding.year)} läuft noch. Geschützte Zahlen gibt es erst, wenn es vorbei ist.`;
    case 'interimUnknown':
      return 'Dieser Zeitraum lässt sich nicht auswerten. Wählen Sie zwei Tage bis heute.';
    case 'interimNotForRole':
      return 'Zwischenauswertungen sehen Kreisverwaltung, Controlling und Teamleitung. Gezeigt wird das letzte volle Jahr.';
  }
}
