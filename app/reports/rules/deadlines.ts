import { interimReports } from '~/allocation/rules/reports';
import { plainDate } from '~/values/calendar';
import type { ReportState } from '../report';

/**
 * Full days since a report was due; 0: not overdue. The day itself is still in time, and
 * what was submitted waits for its reader and not for the provider.
 *
 * Source: rule X8.
 */
export function overdueDays(
  { state, dueOn }: { readonly state: ReportState; readonly dueOn: string },
  today: string,
): number {
  if (state === 'submitted' || state === 'accepted') return 0;
  return Math.max(0, plainDate(dueOn).until(plainDate(today)).days);
}

/**
 * Day on which interim report `no` is due: `no` × `months` after the allocation's first day,
 * always counted from there (rules.md § 12.2). Null where none is agreed, and where the
 * person leaves before or on it: the final report comes then.
 *
 * Source: workflows.md b8; counting is our reading.
 */
export function interimDueOn(
  allocation: { readonly starts: string; readonly ends: string; readonly interimMonths: number | null },
  no: number,
): string | null {
  const { interimMonths, ...period } = allocation;
  return interimReports(period, interimMonths).find((report) => report.no === no)?.dueOn ?? null;
}

/**
 * Last day on which the provider sees who it was: `reportingDays` after the exit, and never
 * before the day on which the final report was accepted.
 *
 * Source: rules P4, P11; the length is agreed in the contract (our proposal).
 */
export function visibleUntil(exitedOn: string, reportingDays: number, acceptedOn: string): string {
  const period = plainDate(exitedOn).add({ days: reportingDays }).toString();
  return period > acceptedOn ? period : acceptedOn;
}
