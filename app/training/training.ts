import type { LateReason } from '~/allocation/late-entry';
/** States of a group of a training and of one of its sessions, and what stands for a person in a session. */
export type GroupState = 'planned' | 'running' | 'ended' | 'cancelled';
export type SessionState = 'planned' | 'held' | 'cancelled';

export type AttendanceStatus = 'present' | 'excused' | 'sick' | 'unexcused' | 'absent';

/** What is planned for a training under one contract, as the contract froze it. */
export interface Offer {
  readonly contractId: string;
  readonly measureId: string;
  readonly title: string;
  readonly contractNumber: string;
  /** Days between which the contract runs, both inclusive; options count once exercised. */
  readonly termStart: string;
  readonly runsUntil: string;
  readonly sessionCount: number;
  readonly sessionMinutes: number;
  readonly groupSize: number;
  readonly sites: readonly { readonly position: number; readonly name: string }[];
}

export interface GroupHead {
  readonly id: string;
  readonly contractId: string;
  readonly measureId: string;
  readonly contractNumber: string;
  readonly title: string;
  readonly name: string;
  readonly trainer: string;
  readonly sitePosition: number;
  readonly siteName: string;
  /** First and last day on which somebody may take part, both inclusive. */
  readonly starts: string;
  readonly ends: string;
  readonly seats: number;
  readonly state: GroupState;
  readonly reportsAbsence: boolean;
}

export interface Session {
  readonly id: string;
  readonly no: number;
  readonly day: string;
  /** 'HH:MM' */
  readonly beginsAt: string;
  readonly minutes: number;
  readonly trainer: string | null;
  /** The number of the session that can be caught up here; null: a regular one. */
  readonly catchesUpNo: number | null;
  readonly state: SessionState;
}

/** Somebody on a seat of the group; the name only while the provider may see it. */
export interface Participant {
  readonly allocationId: string;
  readonly seat: number;
  readonly name: string | null;
  readonly starts: string;
  /** Last day, both planned and real. */
  readonly until: string;
  readonly reportsAbsence: boolean;
  /** Last day that an accepted report covers: what was entered until then stays. */
  readonly reportedUntil: string | null;
}

export interface AttendanceEntry {
  readonly sessionId: string;
  readonly allocationId: string;
  readonly status: AttendanceStatus;
  /** Why it was entered late; null: it was not. */
  readonly lateReason: LateReason | null;
}

/** A group as the list shows it. */
export interface GroupRow extends GroupHead {
  readonly participants: number;
  readonly sessionsHeld: number;
  readonly sessionsPlanned: number;
  readonly nextDay: string | null;
}

/** A group with everything its pages show. */
export interface WholeGroup {
  readonly group: GroupHead;
  readonly sessions: readonly Session[];
  readonly participants: readonly Participant[];
  readonly entries: readonly AttendanceEntry[];
}

/** A session in the list of those to be recorded or coming. */
export interface DueSession {
  readonly id: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly title: string;
  readonly siteName: string;
  readonly no: number;
  readonly catchesUpNo: number | null;
  readonly day: string;
  readonly beginsAt: string;
  readonly state: SessionState;
  /** Persons of whom nobody said whether they were there. */
  readonly unrecorded: number;
}
