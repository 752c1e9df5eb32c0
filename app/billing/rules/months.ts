import type { Period } from '~/budget/rules';
import { plainDate } from '~/values/calendar';

/** What of a period falls into one calendar month. */
export interface MonthPart {
  /** First day of the month, 'YYYY-MM-01'. */
  readonly month: string;
  readonly from: string;
  readonly to: string;
  readonly days: number;
  /** Days that the whole month has. */
  readonly monthDays: number;
}

/** The calendar months that a period touches, in their order; none where it ends before it starts. */
export function monthsOf({ start, end }: Period): MonthPart[] {
  const parts: MonthPart[] = [];
  for (let month = firstOfMonth(start); month <= end; month = nextMonth(month)) {
    const from = month < start ? start : month;
    const last = lastOfMonth(month);
    const to = last > end ? end : last;
    parts.push({ month, from, to, days: daysWithin(from, to), monthDays: dayNo(last) });
  }
  return parts;
}

function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

function lastOfMonth(month: string): string {
  return `${month.slice(0, 8)}${plainDate(month).daysInMonth}`;
}

function nextMonth(month: string): string {
  const year = Number(month.slice(0, 4));
  const next = Number(month.slice(5, 7)) + 1;
  return next > 12 ? `${year + 1}-01-01` : `${year}-${String(next).padStart(2, '0')}-01`;
}

/** Days of a part of a month on which a period lasts, both ends inclusive; 0 where it does not. */
export function daysInPart({ from, to }: Pick<MonthPart, 'from' | 'to'>, { start, end }: Period): number {
  const first = start > from ? start : from;
  const last = end < to ? end : to;
  return last < first ? 0 : daysWithin(first, last);
}

/** Both days count; they lie in one month. */
function daysWithin(from: string, to: string): number {
  return dayNo(to) - dayNo(from) + 1;
}

function dayNo(day: string): number {
  return Number(day.slice(8));
}
