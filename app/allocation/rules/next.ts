import { daysAfter } from '~/values/calendar';
import { type AllocationState, isOpen } from '../allocation';
import { isReportOwed } from './reports';

/** What is known of an allocation to a measure and its reports. */
export interface NextFacts {
  readonly state: AllocationState;
  readonly allocatedOn: string;
  readonly starts: string;
  readonly ends: string | null;
  readonly confirmedOn: string | null;
  readonly firstContactOn: string | null;
  readonly reports: readonly {
    readonly kind: 'interim' | 'final';
    readonly no: number;
    readonly dueOn: string;
    readonly state: 'open' | 'submitted' | 'returned' | 'accepted';
  }[];
}

export interface NextStep {
  readonly what: 'confirm' | 'firstContact' | 'submitReport' | 'acceptReport' | 'end';
  readonly by: 'provider' | 'jobcenter';
  /** Number of the interim report; 0: the final one; null: no report. */
  readonly reportNo: number | null;
  readonly dueOn: string;
}

/** A provider answers within so many days; our proposal on workflows.md b2 ("silence for days"). */
const answerWithinDays = 7;

/**
 * Last day for the provider's answer to an allocation: a week after it and at the latest
 * the first day in the measure, but never before the provider could know of it.
 *
 * Source: workflows.md b2; the days are our proposal.
 */
export function confirmationDue({
  allocatedOn,
  starts,
}: {
  readonly allocatedOn: string;
  readonly starts: string;
}): string {
  const inTime = daysAfter(allocatedOn, answerWithinDays);
  if (starts >= inTime) return inTime;
  return starts > allocatedOn ? starts : allocatedOn;
}

/**
 * What comes next at an allocation, soonest first. Nothing once it is closed or came to
 * nothing; after the exit only the final report is left (rule X8), because interim reports
 * are owed for the time in the measure alone.
 *
 * Source: workflows b2 (the provider confirms), b3, b8, b9.
 */
export function nextSteps(facts: NextFacts): NextStep[] {
  const { state, starts, ends, confirmedOn, firstContactOn } = facts;
  const isRunning = isOpen(state);
  if (!isRunning && state !== 'closing' && state !== 'droppedOut') return [];
  const steps: NextStep[] = [];
  if (isRunning && firstContactOn === null) {
    if (confirmedOn === null) {
      steps.push({ what: 'confirm', by: 'provider', reportNo: null, dueOn: confirmationDue(facts) });
    }
    steps.push({ what: 'firstContact', by: 'provider', reportNo: null, dueOn: starts });
  }
  for (const { kind, no, dueOn, state: reportState } of facts.reports) {
    const isIn = reportState === 'submitted';
    if (!isIn && !isReportOwed({ kind, state: reportState }, state)) continue;
    steps.push({
      what: isIn ? 'acceptReport' : 'submitReport',
      by: isIn ? 'jobcenter' : 'provider',
      reportNo: no,
      dueOn,
    });
  }
  if (isRunning && ends !== null) steps.push({ what: 'end', by: 'jobcenter', reportNo: null, dueOn: ends });
  return steps.sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
}
