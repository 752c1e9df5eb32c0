import { type AllocationState, dropOutReasons, type ExitReason } from '../allocation';
import { plainDate } from '~/values/calendar';

/** A person in a measure or in care, as far as an exit asks. */
export interface ExitSubject {
  readonly state: AllocationState;
  readonly starts: string;
  /** Planned last day; null in internal case management. */
  readonly ends: string | null;
  readonly exitedOn: string | null;
  readonly exitReason: ExitReason | null;
  /** Last day on which something was delivered; null: nothing was. */
  readonly deliveredOn: string | null;
}

export interface NewExit {
  /** Last day in the measure. */
  readonly exitedOn: string;
  readonly reason: ExitReason;
  /** Beside the coded reason; on a correction: why it is corrected. */
  readonly note: string | null;
}

type DayFinding =
  | { readonly code: 'exitBeforeStart'; readonly starts: string }
  | { readonly code: 'exitAfterEnd'; readonly ends: string }
  | { readonly code: 'exitInFuture'; readonly today: string }
  | { readonly code: 'deliveredLater'; readonly day: string };

export type ExitFinding =
  | DayFinding
  | { readonly code: 'notRunning' }
  | { readonly code: 'stillClearing' }
  | { readonly code: 'alreadyExited'; readonly exitedOn: string }
  | { readonly code: 'noteMissing' };

/**
 * What stands against an exit: it lies within the allocation, not in the future and not
 * before something that was delivered. The one coded main reason (rule X2) speaks for
 * itself, only "other" needs words.
 */
export function exitFindings(subject: ExitSubject, exit: NewExit, today: string): ExitFinding[] {
  if (subject.exitedOn !== null) return [{ code: 'alreadyExited', exitedOn: subject.exitedOn }];
  if (subject.state === 'clearing') return [{ code: 'stillClearing' }];
  if (subject.state !== 'active') return [{ code: 'notRunning' }];
  const findings: ExitFinding[] = dayFindings(subject, exit.exitedOn, today);
  if (exit.reason === 'other' && exit.note === null) findings.push({ code: 'noteMissing' });
  return findings;
}

export type CorrectionFinding =
  | DayFinding
  | { readonly code: 'notExited' }
  | { readonly code: 'reportAccepted' }
  | { readonly code: 'nothingChanged' }
  | { readonly code: 'noteMissing' }
  | { readonly code: 'placeTaken' }
  | { readonly code: 'personElsewhere' };

/**
 * What stands against correcting an exit. A provider corrects until the final report is
 * accepted; after that the jobcenter does. Whether the place is still free on later days
 * only the database knows.
 */
export function correctionFindings(
  subject: ExitSubject,
  exit: NewExit,
  { today, isProvider }: { readonly today: string; readonly isProvider: boolean },
): CorrectionFinding[] {
  if (subject.exitedOn === null) return [{ code: 'notExited' }];
  if (isProvider && subject.state !== 'closing') return [{ code: 'reportAccepted' }];
  if (exit.exitedOn === subject.exitedOn && exit.reason === subject.exitReason) {
    return [{ code: 'nothingChanged' }];
  }
  const findings: CorrectionFinding[] = dayFindings(subject, exit.exitedOn, today);
  if (exit.note === null) findings.push({ code: 'noteMissing' });
  return findings;
}

function dayFindings(subject: ExitSubject, exitedOn: string, today: string): DayFinding[] {
  if (exitedOn < subject.starts) return [{ code: 'exitBeforeStart', starts: subject.starts }];
  if (subject.ends !== null && exitedOn > subject.ends) return [{ code: 'exitAfterEnd', ends: subject.ends }];
  if (exitedOn > today) return [{ code: 'exitInFuture', today }];
  if (subject.deliveredOn !== null && exitedOn < subject.deliveredOn) {
    return [{ code: 'deliveredLater', day: subject.deliveredOn }];
  }
  return [];
}

/** Where an exit ends once nothing is owed any more: stopped before the end that was agreed, or done. */
export function endStateOf(reason: ExitReason): 'closed' | 'droppedOut' {
  return dropOutReasons.includes(reason) ? 'droppedOut' : 'closed';
}

/** Whether a final report is owed: by a provider that delivered something (rule X8). */
export function owesFinalReport({ deliveredOn, ends }: Pick<ExitSubject, 'deliveredOn' | 'ends'>): boolean {
  return ends !== null && deliveredOn !== null;
}

/** Last day for the final report (rule X8: exit + report days). */
export function finalReportDue(exitedOn: string, finalReportDays: number): string {
  return plainDate(exitedOn).add({ days: finalReportDays }).toString();
}
