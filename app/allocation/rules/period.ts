import { plainDate } from '~/values/calendar';

/** The days in which a site's places or the seats of a group can be taken. */
export interface Frame {
  readonly kind: 'site' | 'group';
  readonly firstDay: string;
  /** Of a site: last day of the contract with the options that were exercised. */
  readonly lastDay: string;
  /** An option of the contract waits for its declaration; it counts only once it is exercised (rule C15). */
  readonly hasOpenOption: boolean;
}

export type PeriodFinding =
  | { readonly code: 'endsBeforeStart'; readonly starts: string }
  | { readonly code: 'beforeFrame'; readonly kind: Frame['kind']; readonly firstDay: string }
  | {
      readonly code: 'afterFrame';
      readonly field: 'starts' | 'ends';
      readonly kind: Frame['kind'];
      readonly lastDay: string;
      readonly hasOpenOption: boolean;
    }
  | { readonly code: 'tooFarBack'; readonly earliest: string; readonly days: number }
  | { readonly code: 'backdateReasonMissing' };

/** Days by which something may be entered afterwards, unless the authority says otherwise (rules.md § 12.11). */
export const backdatingDays = 42;

/**
 * What stands against the days of an allocation, both of which count.
 *
 * Source: rules C14, C15; backdating by 42 days with a reason is our reading 11 of rules.md § 12.
 */
export function periodFindings(
  { starts, ends }: { readonly starts: string; readonly ends: string },
  frame: Frame,
  { today, backdateReason }: { readonly today: string; readonly backdateReason: string | null },
  mostDays = backdatingDays,
): PeriodFinding[] {
  const { kind, firstDay, lastDay, hasOpenOption } = frame;
  const findings: PeriodFinding[] = [];
  // Days as YYYY-MM-DD sort like the calendar.
  if (starts < firstDay) findings.push({ code: 'beforeFrame', kind, firstDay });
  if (starts > lastDay) findings.push({ code: 'afterFrame', field: 'starts', kind, lastDay, hasOpenOption });
  else if (ends < starts) findings.push({ code: 'endsBeforeStart', starts });
  else if (ends > lastDay) findings.push({ code: 'afterFrame', field: 'ends', kind, lastDay, hasOpenOption });
  if (starts < today) {
    const earliest = plainDate(today).subtract({ days: mostDays }).toString();
    if (starts < earliest) findings.push({ code: 'tooFarBack', earliest, days: mostDays });
    else if (backdateReason === null) findings.push({ code: 'backdateReasonMissing' });
  }
  return findings;
}
