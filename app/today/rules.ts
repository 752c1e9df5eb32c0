import type { Duty } from '~/reporting/rules/duties';
import { plainDate, daysAfter } from '~/values/calendar';
import type { TodayRow } from './row';

/** How far the page looks ahead; rules.md, conventions ("lead days", our proposal). */
const leadDays = 30;

/** Last day that still counts as near. */
export function horizonOf(today: string): string {
  return daysAfter(today, leadDays);
}

export type GroupKey = 'overdue' | 'today' | 'soon' | 'later' | 'open';

export interface TodayGroup {
  readonly key: GroupKey;
  readonly rows: readonly TodayRow[];
  /** How many belong here, also those that are not shown. */
  readonly count: number;
}

interface Grouped {
  readonly groups: readonly TodayGroup[];
  readonly count: number;
  readonly overdue: number;
  /** The next day on which something is due; null: nothing is known. */
  readonly nextDay: string | null;
  readonly isDoneForToday: boolean;
}

/** More rows help nobody and make the page slow; the most urgent are shown. */
const mostShown = 100;

const groupKeys: readonly GroupKey[] = ['overdue', 'today', 'soon', 'later', 'open'];

/**
 * Rows in their groups, the most urgent first: what is overdue, what is due today or
 * somebody waits for, what is due within the lead days, what is later, and what has no day.
 *
 * Source: ui.md § 3 "Heute"; what has no day but is awaited counts as due today (our proposal).
 */
export function groupRows(rows: readonly TodayRow[], today: string): Grouped {
  const horizon = horizonOf(today);
  let left = mostShown;
  const groups = groupKeys.flatMap((key): TodayGroup[] => {
    const all = rows.filter((row) => groupOf(row, today, horizon) === key).sort(byUrgency);
    const shown = all.slice(0, left);
    left -= shown.length;
    return all.length === 0 ? [] : [{ key, rows: shown, count: all.length }];
  });
  const countOf = (key: GroupKey) => groups.find((group) => group.key === key)?.count ?? 0;
  const coming = rows.flatMap(({ when }) => ('day' in when && when.day > today ? [when.day] : []));
  return {
    groups,
    count: rows.length,
    overdue: countOf('overdue'),
    nextDay: coming.sort()[0] ?? null,
    isDoneForToday: countOf('overdue') + countOf('today') === 0,
  };
}

function groupOf({ when }: TodayRow, today: string, horizon: string): GroupKey {
  if (when.kind === 'open') return 'open';
  if (when.kind === 'awaited' || when.day === today) return 'today';
  if (when.day < today) return when.kind === 'by' ? 'overdue' : 'today';
  return when.day <= horizon ? 'soon' : 'later';
}

/** Within a group: a day before what is only awaited, then the older, then by name. */
function byUrgency(one: TodayRow, other: TodayRow): number {
  const rank = ({ when }: TodayRow) => ('day' in when ? `0${when.day}` : `1${when.since}`);
  return rank(one).localeCompare(rank(other)) || one.about.localeCompare(other.about, 'de');
}

/**
 * A contact stands among the things to do so many days before its last one: over a weekend.
 * With the lead of all else everybody with a weekly rhythm would be there always. Our proposal.
 */
const contactLeadDays = 3;

/** Whether a duty of a provider is overdue or near; its days are those of the provider's list. */
export function standsOnToday({ kind, dueOn, overdueSince }: Duty, today: string): boolean {
  if (overdueSince !== null) return true;
  return dueOn <= (kind === 'contact' ? daysAfter(today, contactLeadDays) : horizonOf(today));
}

/**
 * Until when a month of service is billed: two full months after it.
 * Service of December 2019 → 29.02.2020.
 *
 * Our proposal; sources name no day (workflows.md b11).
 */
export function billingDue(month: string): string {
  return plainDate(month).with({ day: 1 }).add({ months: 3 }).subtract({ days: 1 }).toString();
}

/** Until when what is done each month is done (rules C2, C12). `month`: its first day. */
export function lastDayOfMonth(month: string): string {
  return plainDate(month).add({ months: 1 }).subtract({ days: 1 }).toString();
}
