import { type AllocationState, isOpen } from '../allocation';

/** What is known of an allocation to a measure and its reports. */
export interface NextFacts {
  readonly state: AllocationState;
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
    if (confirmedOn === null) steps.push({ what: 'confirm', by: 'provider', reportNo: null, dueOn: starts });
    steps.push({ what: 'firstContact', by: 'provider', reportNo: null, dueOn: starts });
  }
  for (const { kind, no, dueOn, state: reportState } of facts.reports) {
    if (reportState === 'accepted' || (!isRunning && kind === 'interim' && reportState === 'open')) continue;
    const isIn = reportState === 'submitted';
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
