import { plainDate } from '~/values/calendar';

/** Days by which something may be entered afterwards, unless the authority says otherwise (rules.md § 12.11). */
export const backdatingDays = 42;

/**
 * Days within which an entry is the usual course, so that it needs no reason. An allocation
 * and the steps of internal case management are decided before they begin: each day before
 * today is late. A contact or a session is told after it has happened: within a week is not.
 *
 * Our proposal.
 */
export const usualDays = { decided: 0, told: 7 } as const;

export type BackdatingFinding =
  | { readonly code: 'dayInFuture'; readonly today: string }
  | { readonly code: 'tooFarBack'; readonly earliest: string; readonly days: number }
  | { readonly code: 'backdateReasonMissing' };

interface Entry {
  readonly day: string;
  readonly today: string;
  /** A sentence or a chosen reason; null: none was given. */
  readonly reason: string | null;
}

interface Limits {
  readonly usual: keyof typeof usualDays;
  /** What is planned may lie ahead; what has happened may not. */
  readonly mayLieAhead: boolean;
  readonly mostDays?: number;
}

/**
 * Whether something of `day` may be entered on `today`: within `mostDays`, and with a reason
 * where it is late, which is asked for where nothing else stands against the day. That the
 * day lies within the contract is asked where the days of the thing itself are looked at;
 * what an accepted report covers is only corrected (`isReported`).
 *
 * Source: rules.md § 12.11 (our proposal).
 */
export function backdatingFindings({ day, today, reason }: Entry, limits: Limits): BackdatingFinding[] {
  const { usual, mayLieAhead, mostDays = backdatingDays } = limits;
  // Days as YYYY-MM-DD sort like the calendar.
  if (day > today) return mayLieAhead ? [] : [{ code: 'dayInFuture', today }];
  const earliest = daysBefore(today, mostDays);
  if (day < earliest) return [{ code: 'tooFarBack', earliest, days: mostDays }];
  return isLate(day, today, usual) && !reason?.trim() ? [{ code: 'backdateReasonMissing' }] : [];
}

/** Whether an entry of `today` about `day` is late, so that it is marked and needs a reason. */
export function isLate(day: string, today: string, usual: keyof typeof usualDays): boolean {
  return day < daysBefore(today, usualDays[usual]);
}

/**
 * Whether an accepted report covers the day (`acceptedUntil`: the last day it does): then
 * nothing new is entered, only corrected.
 *
 * Source: rules.md § 12.11 (our proposal).
 */
export function isReported(day: string, acceptedUntil: string | null): boolean {
  return acceptedUntil !== null && day <= acceptedUntil;
}

/** Last day on which something of `day` can be entered. */
export function lastDayToEnter(day: string, mostDays = backdatingDays): string {
  return plainDate(day).add({ days: mostDays }).toString();
}

function daysBefore(today: string, days: number): string {
  return plainDate(today).subtract({ days }).toString();
}
