import { plainDate } from '~/values/calendar';
import { type AllocationState, isOpen } from '../allocation';

interface DueReport {
  /** Counts the interim reports of one person, from 1. */
  readonly no: number;
  readonly dueOn: string;
}

/**
 * When the interim reports of a participation are due: every `everyMonths` months from its
 * first day, always counted from that day, as long as it lasts on that day. What falls on
 * the last day or behind it is told by the final report.
 *
 * Source: workflows b8 "at agreed dates"; counting of months rules.md § 12.2.
 */
export function interimReports(
  { starts, ends }: { readonly starts: string; readonly ends: string },
  everyMonths: number | null,
): DueReport[] {
  if (everyMonths === null) return [];
  const first = plainDate(starts);
  const due: DueReport[] = [];
  for (let no = 1; ; no += 1) {
    const dueOn = first.add({ months: no * everyMonths }).toString();
    if (dueOn >= ends) return due;
    due.push({ no, dueOn });
  }
}

/**
 * Whether a report is still to be written: an interim one only while the participation runs,
 * because it is owed for the time in the measure, and what it would say the final one says.
 * One that came back is asked for in any case.
 *
 * Source: rule X8; workflows.md b8.
 */
export function isReportOwed(
  report: { readonly kind: 'interim' | 'final'; readonly state: string },
  allocationState: AllocationState,
): boolean {
  if (report.state === 'returned') return true;
  return report.state === 'open' && (report.kind === 'final' || isOpen(allocationState));
}
