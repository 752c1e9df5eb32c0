import type { AllocationState, ExitReason, Progress, SettledReason, Settler } from './allocation';

/** One allocation without words: measure, place and days. Nulls of the measure: internal case management. */
export interface AllocationFacts {
  readonly id: string;
  readonly state: AllocationState;
  readonly book: string | null;
  readonly contractId: string | null;
  readonly placeId: string | null;
  readonly allocatedOn: string;
  readonly starts: string;
  readonly ends: string | null;
  readonly clearingUntil: string | null;
  readonly confirmedOn: string | null;
  readonly firstContactOn: string | null;
  readonly exitedOn: string | null;
  readonly exitReason: ExitReason | null;
  readonly settledOn: string | null;
  readonly settledBy: Settler | null;
  readonly settledReason: SettledReason | null;
  readonly version: number;
  readonly clientId: string;
  readonly responsibleId: string;
  readonly slug: string | null;
  readonly measureTitle: string | null;
  readonly contractNumber: string | null;
  readonly providerName: string | null;
  readonly site: string | null;
  readonly placeNo: number | null;
  readonly groupName: string | null;
}

export interface AllocationReport {
  readonly id: string;
  readonly kind: 'interim' | 'final';
  readonly no: number;
  readonly dueOn: string;
  readonly state: 'open' | 'submitted' | 'returned' | 'accepted';
}

interface AllocationMove {
  readonly id: string;
  readonly deed: AllocationDeed;
  readonly day: string | null;
  readonly reason: string | null;
  readonly movedAt: string;
  readonly byName: string;
}

export type AllocationDeed =
  | 'allocated'
  | 'clearingBegun'
  | 'takenOver'
  | 'confirmed'
  | 'firstContact'
  | 'notStarted'
  | 'declined'
  | 'extended'
  | 'exited'
  | 'exitCorrected'
  | 'handedOver'
  | 'closed'
  | 'reviewed'
  | 'letterMade'
  | 'effectRecorded'
  | 'reportSubmitted'
  | 'reportReturned'
  | 'reportAccepted';

/** What those in charge read of it. */
export interface AllocationWords {
  readonly decision: {
    readonly reason: string;
    readonly overlapReason: string | null;
    readonly earlierReason: string | null;
    readonly backdateReason: string | null;
    readonly byName: string;
  } | null;
  readonly disclosure: {
    readonly contact: string | null;
    readonly purpose: string;
    readonly goals: string | null;
    readonly interpreterLanguage: string | null;
    readonly accessibility: string | null;
    readonly householdNumber: string | null;
  } | null;
  readonly needs: readonly {
    readonly key: string;
    readonly progress: Progress | null;
    readonly isRemoved: boolean;
  }[];
  /** Newest first. */
  readonly moves: readonly AllocationMove[];
  readonly hasLetter: boolean;
  readonly reports: readonly AllocationReport[];
  readonly contacts: {
    readonly agreed: number;
    readonly held: number;
    readonly lastHeldOn: string | null;
  };
  /** Sessions of the group with an entry for the person; null: no group. */
  readonly attendance: { readonly recorded: number; readonly present: number } | null;
}
