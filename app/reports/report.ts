import type { ExitReason, Progress } from '~/allocation/allocation';
import type { NeedGroup } from '~/clients/needs';

export type ReportKind = 'interim' | 'final';
export type ReportState = 'open' | 'submitted' | 'returned' | 'accepted';

export const recommendations = ['goOn', 'change', 'end'] as const;
export type Recommendation = (typeof recommendations)[number];

/** How an open step of the plan stands in an interim report. */
export const stepProgresses = ['underWay', 'notBegun', 'stuck'] as const;
export type StepProgress = (typeof stepProgresses)[number];

/** A report that is owed, by whom and about whom; for those who may know that. */
export interface ReportHead {
  readonly id: string;
  readonly allocationId: string;
  readonly kind: ReportKind;
  /** Counts the interim reports of one person; the final one is 0. */
  readonly no: number;
  readonly dueOn: string;
  readonly state: ReportState;
  readonly submittedOn: string | null;
  readonly acceptedOn: string | null;
  readonly version: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly measureTitle: string;
  readonly contractNumber: string;
}

/** A report with the allocation it is about. */
export interface Report extends ReportHead {
  readonly caseworkerName: string;
  readonly starts: string;
  readonly ends: string;
  readonly exitedOn: string | null;
  readonly exitReason: ExitReason | null;
  readonly allocationState: string;
  readonly reportsAbsence: boolean;
  readonly interimMonths: number | null;
  /** Days after the exit for which the provider still sees the person. */
  readonly reportingDays: number;
}

export interface ReportedNeed {
  readonly key: string;
  readonly group: NeedGroup;
  readonly progress: Progress | null;
  readonly isRemoved: boolean;
  /** The same, as the person sees it. */
  readonly ownView: Progress | null;
}

export interface ReportedStep {
  readonly id: string;
  readonly goal: string;
  readonly step: string;
  readonly dueOn: string;
  readonly state: 'open' | 'done' | 'notDone' | 'dropped';
  readonly reason: string | null;
}

interface ReportedReferral {
  readonly target: string;
  readonly day: string;
  /** Null: nobody knows yet. */
  readonly hasArrived: boolean | null;
  readonly isOngoing: boolean | null;
}

/** What a report is filled with by itself, from the records. */
export interface ReportFrame {
  readonly measureTitle: string;
  readonly providerName: string;
  readonly contractNumber: string;
  readonly siteName: string | null;
  readonly purpose: string;
  readonly agreedGoals: string | null;
  readonly starts: string;
  /** Last day that the report covers. */
  readonly until: string;
  readonly exitReason: ExitReason | null;
  readonly contacts: { readonly held: number; readonly minutes: number };
  /** Sessions of a group; null: the person came alone. */
  readonly sessions: { readonly held: number; readonly attended: number; readonly caughtUp: number } | null;
  /** Contacts and sessions missed, by reason; null where absence is not reported (rule P7). */
  readonly absences: { readonly excused: number; readonly unexcused: number } | null;
  readonly needs: readonly ReportedNeed[];
  readonly steps: readonly ReportedStep[];
  readonly referrals: readonly ReportedReferral[];
}

/** The five points of a closing talk (rule X7). */
export const talkPoints = ['startAndNow', 'goals', 'whatWorked', 'nextSteps', 'offers'] as const;
export type TalkPoint = (typeof talkPoints)[number];

/** What the provider writes; null: not yet said. A draft may lack anything. */
export interface ReportAnswers extends Readonly<Record<TalkPoint, string | null>> {
  readonly talkWasHeld: boolean | null;
  readonly talkOn: string | null;
  readonly noTalkReason: string | null;
  readonly furtherWay: string | null;
  readonly help: string | null;
  readonly helpIsAvailable: boolean | null;
  readonly aftercareUntil: string | null;
  readonly wasShown: boolean | null;
  readonly shownOn: string | null;
  readonly notShownReason: string | null;
  readonly comment: string | null;
  readonly copyForPerson: boolean | null;
  /** Interim: how things stand, open steps by their id, and what is recommended. */
  readonly standing: string | null;
  readonly stepProgress: Readonly<Record<string, StepProgress>>;
  readonly recommendation: Recommendation | null;
  readonly recommendationReason: string | null;
}

export const noAnswers: ReportAnswers = {
  talkWasHeld: null,
  talkOn: null,
  noTalkReason: null,
  startAndNow: null,
  goals: null,
  whatWorked: null,
  nextSteps: null,
  offers: null,
  furtherWay: null,
  help: null,
  helpIsAvailable: null,
  aftercareUntil: null,
  wasShown: null,
  shownOn: null,
  notShownReason: null,
  comment: null,
  copyForPerson: null,
  standing: null,
  stepProgress: {},
  recommendation: null,
  recommendationReason: null,
};

export interface ReportMove {
  readonly id: string;
  readonly deed: 'submitted' | 'returned' | 'accepted';
  readonly remarks: string | null;
  readonly movedAt: string;
  readonly movedBy: string;
}

/** What stands in `report_content`: the answers, and the frame as it was when the report was submitted. */
export interface ReportContent {
  readonly answers: ReportAnswers;
  readonly frame: ReportFrame | null;
}

/** Duties of one provider as the district sees them: counts, never a person. */
export interface ProviderDuties {
  readonly providerId: string;
  readonly providerName: string;
  readonly overdue: number;
  /** Days since the oldest of them was due. */
  readonly longestDays: number;
  /** Not due yet. */
  readonly open: number;
  /** Submitted and not yet read. */
  readonly toBeRead: number;
}

/** The three baskets of the lists. */
export const baskets = ['offen', 'abgegeben', 'angenommen'] as const;
export type Basket = (typeof baskets)[number];

export const reportsPerPage = 50;

/** What is saved of one step of the form. */
export interface StepValues {
  readonly answers?: Partial<ReportAnswers>;
  /** Progress by need; what the person has no need for is left out. */
  readonly needs?: Readonly<
    Record<
      string,
      { readonly progress: Progress | null; readonly ownView: Progress | null; readonly isRemoved: boolean }
    >
  >;
}

/** Everything the paper of a report is made of. */
export interface Submission {
  readonly report: Report;
  readonly answers: ReportAnswers;
  readonly frame: ReportFrame;
}
