import type { AllocationState, ExitReason, SettledReason } from '~/allocation/allocation';
import type { RuleBookKey } from '~/eligibility/rule-book';
import type { TalkPoint } from '~/reports/report';
import type { LeadDeed, ReviewDecision, ReviewRecord } from './rules/course';

/** One person's way through internal case management (bFM). Days are 'YYYY-MM-DD'. */
export interface Care {
  readonly id: string;
  /** The rule book of the day on which it began; it stays. */
  readonly book: RuleBookKey;
  readonly state: AllocationState;
  /** Day of the formal allocation; while in clearing the day on which that began. */
  readonly allocatedOn: string;
  readonly clearingUntil: string | null;
  readonly exitedOn: string | null;
  readonly exitReason: ExitReason | null;
  readonly settledOn: string | null;
  readonly settledReason: SettledReason | null;
  readonly effectRecorded: boolean;
}

/** A review with the words of those who held it. */
export interface CareReview {
  readonly month: number;
  readonly dueOn: string;
  readonly decision: ReviewDecision;
  readonly reasons: string;
  readonly prospects: string | null;
  readonly recordedOn: string;
  readonly recordedById: string;
  readonly recordedByName: string;
  readonly leadDeed: LeadDeed | null;
  readonly leadIsGranted: boolean | null;
  readonly leadNote: string | null;
  readonly leadAt: string | null;
  readonly leadByName: string | null;
}

/** What the rules ask of a review. */
export function recordOf(review: CareReview): ReviewRecord & { readonly recordedById: string } {
  return {
    month: review.month,
    decision: review.decision,
    leadDeed: review.leadDeed,
    isAnswered: review.leadAt !== null,
    isGranted: review.leadIsGranted,
    recordedById: review.recordedById,
  };
}

/** Something that was done with a care, newest first. */
export interface CareMove {
  readonly id: string;
  readonly deed: string;
  readonly day: string | null;
  readonly reason: string | null;
  readonly at: string;
  readonly byName: string;
}

/** What the end of a care asks of those who go on with the person. */
export interface CareEnd {
  readonly talkOn: string | null;
  readonly profilingUpdated: boolean;
  readonly inviteBy: string | null;
  readonly invitedOn: string | null;
  readonly aftercareUntil: string | null;
  readonly closingTalkOn: string | null;
  /** Questions of the closing talk that were talked over. */
  readonly closingPoints: readonly TalkPoint[];
}

/** A question to the team lead about an exit, and the answer. */
export interface CareDispute {
  readonly id: string;
  readonly question: string;
  readonly askedAt: string;
  readonly askedById: string;
  readonly askedByName: string;
  readonly endsCare: boolean | null;
  readonly reason: string | null;
  readonly decidedAt: string | null;
  readonly decidedByName: string | null;
}

/** The access check that somebody can be taken in upon. */
export interface OpenAccess {
  readonly checkId: string;
  readonly checkedOn: string;
  /** Day of the case conference, as it was typed into the check. */
  readonly conferenceOn: string | null;
  readonly goals: string | null;
}

/** Everything about one client that a step of internal case management is decided upon. */
export interface CareFile {
  readonly clientId: string;
  readonly participantKey: string;
  readonly responsibleId: string;
  /** Newest first. */
  readonly cares: readonly Care[];
  /** In clearing or running; null: none. */
  readonly current: Care | null;
  readonly access: OpenAccess | null;
  readonly waitingSince: string | null;
  /** How many of the authority have been waiting longer. */
  readonly waitingLonger: number;
}
