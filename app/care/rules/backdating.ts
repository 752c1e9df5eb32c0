import { plainDate } from '~/values/calendar';

export type BackdatingFinding =
  | { readonly code: 'dayInFuture'; readonly today: string }
  | { readonly code: 'tooLongAgo'; readonly earliest: string }
  | { readonly code: 'backdateReasonMissing' };

/** How far back something may be entered; our proposal (rules.md § 12.11). */
const mostDaysBack = 42;

/**
 * Whether something that happened on `day` may be entered on `today`: today at once, up to six weeks
 * back with a reason, never ahead.
 *
 * Source: rules.md § 12.11 (our proposal).
 */
export function checkBackdating(day: string, today: string, reason: string | null): BackdatingFinding[] {
  // Days as YYYY-MM-DD sort like the calendar.
  if (day > today) return [{ code: 'dayInFuture', today }];
  const earliest = plainDate(today).subtract({ days: mostDaysBack }).toString();
  if (day < earliest) return [{ code: 'tooLongAgo', earliest }];
  return day < today && !reason?.trim() ? [{ code: 'backdateReasonMissing' }] : [];
}
