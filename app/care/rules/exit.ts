import type { ExitReason } from '~/allocation/allocation';
import { type BackdatingFinding, backdatingFindings } from '~/allocation/rules/backdating';
import type { RuleBook } from '~/eligibility/rule-book';
import { readmissionOn } from '~/eligibility/rules/reviews';
import { type TalkPoint, talkPoints } from '~/reports/report';
import { plainDate } from '~/values/calendar';

/** Days are 'YYYY-MM-DD'. */
export interface CareExit {
  readonly exitedOn: string;
  readonly reason: ExitReason;
  readonly allocatedOn: string;
  readonly today: string;
  /** The personal talk with the caseworker who goes on; null: not held. */
  readonly talkOn: string | null;
  readonly profilingUpdated: boolean;
  readonly aftercareUntil: string | null;
  /** Day of the closing talk with the person; null: not held yet. */
  readonly closingTalkOn: string | null;
  readonly backdateReason: string | null;
  /** The last question to the team lead about this exit; null: nobody asked. */
  readonly dispute: { readonly endsCare: boolean | null } | null;
}

export type CareExitFinding =
  | BackdatingFinding
  | { readonly code: 'beforeAllocation'; readonly allocatedOn: string }
  | { readonly code: 'talkMissing' }
  | { readonly code: 'talkInFuture'; readonly today: string }
  | { readonly code: 'profilingMissing' }
  | { readonly code: 'aftercareBeforeExit' }
  | { readonly code: 'closingTalkInFuture'; readonly today: string }
  | { readonly code: 'disputeOpen' }
  | { readonly code: 'leadKeepsCare' };

/** Events that nobody can disagree about: a lead's word that care goes on does not hold them up. */
const events: readonly ExitReason[] = ['work', 'vocationalTraining', 'moved', 'benefitEnded'];

/**
 * What stands against the exit: the talk (Hannover) or the reworked profiling (Cottbus),
 * and a question to the team lead that is open or was answered against it.
 *
 * Source: rules X1, X3, X4, X6; the exception for events is our reading.
 */
export function checkCareExit(book: RuleBook, exit: CareExit): CareExitFinding[] {
  const { exitedOn, dispute } = exit;
  const findings: CareExitFinding[] = backdatingFindings(
    { day: exitedOn, today: exit.today, reason: exit.backdateReason },
    { usual: 'decided', mayLieAhead: false },
  );
  if (exitedOn < exit.allocatedOn) {
    findings.push({ code: 'beforeAllocation', allocatedOn: exit.allocatedOn });
  }
  if (book.exit.needsTalk.value && exit.talkOn === null) findings.push({ code: 'talkMissing' });
  if (exit.talkOn !== null && exit.talkOn > exit.today) {
    findings.push({ code: 'talkInFuture', today: exit.today });
  }
  if (book.exit.needsProfiling.value && !exit.profilingUpdated) findings.push({ code: 'profilingMissing' });
  findings.push(...closingFindings(exit, exitedOn, exit.today));
  if (dispute?.endsCare === null) findings.push({ code: 'disputeOpen' });
  if (dispute?.endsCare === false && !events.includes(exit.reason)) findings.push({ code: 'leadKeepsCare' });
  return findings;
}

/** What an exit brings with it. Null: the book asks for nothing. */
export interface AfterExit {
  /** The caseworker invites until then, that day included (rule X5). */
  readonly inviteBy: string | null;
  /** First day on which the person may enter again without an exception (rule D9). */
  readonly readmissionFrom: string | null;
}

/** Source: rules X5, D9; rules.md § 12.2. */
export function afterExit(book: RuleBook, exitedOn: string): AfterExit {
  const days = book.followUpInvitationDays?.value;
  const lock = readmissionOn(
    book,
    { lastExitOn: exitedOn, jobSince: null, isBenefitRenewed: false },
    exitedOn,
  );
  return {
    inviteBy: days === undefined ? null : plainDate(exitedOn).add({ days }).toString(),
    readmissionFrom: lock.kind === 'locked' ? lock.earliest : null,
  };
}

type ClosingFinding = Extract<
  CareExitFinding,
  { readonly code: 'aftercareBeforeExit' | 'closingTalkInFuture' }
>;

/** What stands against the days of a closing talk: it was held, and aftercare lasts beyond the exit. */
export function closingFindings(
  closing: Pick<CareExit, 'closingTalkOn' | 'aftercareUntil'>,
  exitedOn: string,
  today: string,
): ClosingFinding[] {
  const findings: ClosingFinding[] = [];
  if (closing.closingTalkOn !== null && closing.closingTalkOn > today) {
    findings.push({ code: 'closingTalkInFuture', today });
  }
  if (closing.aftercareUntil !== null && closing.aftercareUntil <= exitedOn) {
    findings.push({ code: 'aftercareBeforeExit' });
  }
  return findings;
}

/**
 * Questions of the closing talk that nobody has talked over yet. They stay a task and stop
 * no exit: people leave without a talk, too.
 *
 * Source: rule X7.
 */
export function openPoints(talkedOver: readonly TalkPoint[]): TalkPoint[] {
  return talkPoints.filter((point) => !talkedOver.includes(point));
}
