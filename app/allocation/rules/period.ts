import { backdatingDays, type BackdatingFinding, backdatingFindings } from './backdating';

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
  | Extract<BackdatingFinding, { readonly code: 'tooFarBack' | 'backdateReasonMissing' }>;

/**
 * What stands against the days of an allocation, both of which count.
 *
 * Source: rules C14, C15; backdating with a reason: `backdatingFindings`.
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
  const entry = { day: starts, today, reason: backdateReason };
  for (const finding of backdatingFindings(entry, { usual: 'decided', mayLieAhead: true, mostDays })) {
    if (finding.code === 'tooFarBack' || finding.code === 'backdateReasonMissing') findings.push(finding);
  }
  return findings;
}
