import type { AllocationState, ExitReason, Progress, SettledReason, Settler } from '~/allocation/allocation';
import type { NeedGroup } from '~/clients/needs';
import type { CountedContact } from './contact';
import type { Rhythm } from './rules/rhythm';

/** What the provider delivers, as the contract has it. */
interface AgreedService {
  readonly rhythm: Rhythm;
  readonly involvesHousehold: boolean;
  readonly hasStrategyPlan: boolean;
  readonly planReviewWeeks: number | null;
  readonly finalReportDays: number;
}

export interface OwedReport {
  readonly id: string;
  readonly kind: 'interim' | 'final';
  readonly no: number;
  readonly dueOn: string;
  readonly state: 'open' | 'submitted' | 'returned' | 'accepted';
  readonly submittedOn: string | null;
}

/** How far a strategy plan is. */
export interface PlanFacts {
  /** Day of the first step; null: there is no plan yet. */
  readonly begunOn: string | null;
  readonly reviewedOn: string | null;
  readonly nextReviewOn: string | null;
}

/** A person in a measure, as the provider's list knows it. */
export interface Participant {
  /** Of the allocation. */
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly state: AllocationState;
  readonly measureTitle: string;
  readonly siteName: string;
  /** Number of the place at its site, or of the seat in the group. */
  readonly placeNo: number;
  readonly groupName: string | null;
  readonly allocatedOn: string;
  /** Both days count. */
  readonly starts: string;
  readonly ends: string;
  readonly confirmedOn: string | null;
  readonly firstContactOn: string | null;
  readonly exitedOn: string | null;
  readonly exitReason: ExitReason | null;
  readonly settledOn: string | null;
  readonly settledBy: Settler | null;
  readonly settledReason: SettledReason | null;
  /** Last day on which the provider sees who it is; null: no end yet. */
  readonly visibleUntil: string | null;
  readonly reportsAbsence: boolean;
  readonly service: AgreedService;
  readonly contacts: readonly CountedContact[];
  readonly reports: readonly OwedReport[];
  readonly plan: PlanFacts;
}

/** What the jobcenter told the provider (rule P4). */
export interface Disclosure {
  readonly contact: string | null;
  readonly purpose: string;
  readonly goals: string | null;
  readonly interpreterLanguage: string | null;
  readonly accessibility: string | null;
  readonly householdNumber: string | null;
  readonly caseworkerName: string;
}

export interface OpenParticipant extends Participant {
  readonly disclosure: Disclosure;
  /** Day of the first meeting, as the provider confirmed it. */
  readonly firstMeetingOn: string | null;
}

export interface ParticipantNeed {
  readonly key: string;
  readonly group: NeedGroup;
  readonly progress: Progress | null;
  readonly isRemoved: boolean;
  readonly ownView: Progress | null;
}

export const stepDoers = ['client', 'provider', 'both', 'partner'] as const;
export type StepDoer = (typeof stepDoers)[number];

export const settledStates = ['done', 'notDone', 'dropped'] as const;
export type StepState = 'open' | (typeof settledStates)[number];

export interface PlanStep {
  readonly id: string;
  readonly needKey: string | null;
  readonly goal: string;
  readonly step: string;
  readonly doer: StepDoer;
  readonly agreedOn: string;
  readonly dueOn: string;
  readonly state: StepState;
  readonly settledOn: string | null;
  readonly settledReason: string | null;
}

export interface PlanReview {
  readonly id: string;
  readonly day: string;
  readonly isKept: boolean;
  readonly changes: string | null;
  readonly nextOn: string | null;
  readonly recordedBy: string;
}

/** Help to which a person is led (glossary: referralTarget). */
export const referralTargets = [
  'integrationAssistance',
  'psychosocial',
  'addiction',
  'debt',
  'health',
  'pension',
  'family',
  'housing',
  'education',
  'other',
] as const;
export type ReferralTarget = (typeof referralTargets)[number];

export interface Referral {
  readonly id: string;
  readonly target: ReferralTarget;
  readonly day: string;
  readonly wasAccompanied: boolean;
  /** Null: nobody knows yet. */
  readonly hasArrived: boolean | null;
  readonly settledOn: string | null;
  readonly isOngoing: boolean | null;
}

/** One line of the history of a participation. */
export interface ParticipantMove {
  readonly id: string;
  readonly deed: string;
  readonly day: string | null;
  readonly reason: string | null;
  readonly movedAt: string;
  readonly movedBy: string;
}
