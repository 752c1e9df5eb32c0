import { isReported, lastDayToEnter } from '~/allocation/rules/backdating';
import type { AttendanceEntry, AttendanceStatus, Participant, Session, WholeGroup } from '../training';

/**
 * Letters of the grid. The reason of an absence is told only where the legal basis has it
 * reported; else it is "there" or "not there" (rule P7).
 */
const reportedLetters: Readonly<Record<string, AttendanceStatus>> = {
  A: 'present',
  E: 'excused',
  K: 'sick',
  U: 'unexcused',
};
const plainLetters: Readonly<Record<string, AttendanceStatus>> = { A: 'present', N: 'absent' };

export function lettersFor(reportsAbsence: boolean): Readonly<Record<string, AttendanceStatus>> {
  return reportsAbsence ? reportedLetters : plainLetters;
}

export function letterOf(status: AttendanceStatus): string {
  return status === 'absent'
    ? 'N'
    : (Object.entries(reportedLetters).find(([, known]) => known === status)?.[0] ?? '');
}

export type SessionLock =
  | { readonly code: 'notYet'; readonly day: string }
  | { readonly code: 'cancelled' }
  | { readonly code: 'tooLongAgo'; readonly lastDay: string };

/**
 * Why nothing can be entered for a session; null: it can. Not before its day, not where it
 * was cancelled, and as long after it as anything can be entered (rules.md § 12.11).
 */
export function sessionLock(
  { day, state }: Pick<Session, 'day' | 'state'>,
  today: string,
): SessionLock | null {
  if (state === 'cancelled') return { code: 'cancelled' };
  if (day > today) return { code: 'notYet', day };
  const lastDay = lastDayToEnter(day);
  return today > lastDay ? { code: 'tooLongAgo', lastDay } : null;
}

/** Why nothing can be entered for one person in a session. */
export type CellLock = 'beforeStart' | 'afterExit' | 'nameHidden' | 'reportAccepted' | 'notMissed';

type Seat = Pick<Participant, 'name' | 'starts' | 'until' | 'reportedUntil'>;

/**
 * Nothing is entered outside of the days of the allocation, after the reporting period, or
 * where an accepted report covers the day (rules.md § 12.11). A catch-up is for those who
 * missed the session it is for.
 */
export function cellLock(
  seat: Seat,
  session: Pick<Session, 'day' | 'catchesUpNo'>,
  missedNos: readonly number[],
): CellLock | null {
  if (session.day < seat.starts) return 'beforeStart';
  if (session.day > seat.until) return 'afterExit';
  if (seat.name === null) return 'nameHidden';
  if (isReported(session.day, seat.reportedUntil)) return 'reportAccepted';
  return session.catchesUpNo !== null && !missedNos.includes(session.catchesUpNo) ? 'notMissed' : null;
}

export type CellFinding =
  | { readonly code: 'unknownLetter'; readonly reportsAbsence: boolean }
  | { readonly code: 'cannotBeEmptied' }
  | { readonly code: 'locked'; readonly why: CellLock };

interface Cell {
  readonly typed: string;
  readonly reportsAbsence: boolean;
  readonly known: AttendanceStatus | null;
  readonly lock: CellLock | null;
}

/** What one cell means: a status to save, nothing to do (null), or what is wrong with it. */
export function readCell({
  typed,
  reportsAbsence,
  known,
  lock,
}: Cell): { readonly status: AttendanceStatus | null } | { readonly finding: CellFinding } {
  const letter = typed.trim().toUpperCase();
  if (letter === '')
    return known === null || lock ? { status: null } : { finding: { code: 'cannotBeEmptied' } };
  const letters = lettersFor(reportsAbsence);
  const status = Object.hasOwn(letters, letter) ? letters[letter] : undefined;
  if (!status) return { finding: { code: 'unknownLetter', reportsAbsence } };
  if (status === known) return { status: null };
  return lock ? { finding: { code: 'locked', why: lock } } : { status };
}

/** How one person stands with the sessions of the group. */
export interface Course {
  /** Regular sessions that were held while the person was there. */
  readonly held: number;
  /** Of these: attended, in the session itself or caught up. */
  readonly attended: number;
  readonly missed: readonly { readonly no: number; readonly caughtUpOn: string | null }[];
  /** Held, and nobody said whether the person was there. */
  readonly unrecorded: readonly number[];
}

/**
 * Which sessions one person missed, and on which day each was caught up. A session before
 * the person came or after they left counts neither way.
 */
export function courseOf(
  { allocationId, starts, until }: Pick<Participant, 'allocationId' | 'starts' | 'until'>,
  sessions: readonly Session[],
  entries: readonly AttendanceEntry[],
): Course {
  const statuses = new Map(
    entries
      .filter((entry) => entry.allocationId === allocationId)
      .map((entry) => [entry.sessionId, entry.status]),
  );
  const held = sessions.filter(
    ({ state, catchesUpNo, day }) =>
      state === 'held' && catchesUpNo === null && day >= starts && day <= until,
  );
  const missed = held
    .filter(({ id }) => statuses.has(id) && statuses.get(id) !== 'present')
    .map(({ no }) => {
      const catchUp = sessions.find(
        (session) => session.catchesUpNo === no && statuses.get(session.id) === 'present',
      );
      return { no, caughtUpOn: catchUp?.day ?? null };
    });
  const present = held.filter(({ id }) => statuses.get(id) === 'present').length;
  return {
    held: held.length,
    attended: present + missed.filter(({ caughtUpOn }) => caughtUpOn !== null).length,
    missed,
    unrecorded: held.filter(({ id }) => !statuses.has(id)).map(({ no }) => no),
  };
}

/** Counts of one row of a month's grid. */
export function totalsOf(statuses: readonly (AttendanceStatus | null)[]): Record<AttendanceStatus, number> {
  const totals = { present: 0, excused: 0, sick: 0, unexcused: 0, absent: 0 };
  for (const status of statuses) if (status) totals[status] += 1;
  return totals;
}

/** One person in the grid of a session. */
export interface GridRow {
  readonly participant: Participant;
  readonly known: AttendanceStatus | null;
  readonly lock: CellLock | null;
}

/** The rows of a session's grid: everybody who has or had a seat of the group. */
export function cellsOf(
  { participants, sessions, entries }: Omit<WholeGroup, 'group'>,
  session: Session,
): GridRow[] {
  return participants.map((participant) => {
    const entry = entries.find(
      ({ sessionId, allocationId }) => sessionId === session.id && allocationId === participant.allocationId,
    );
    const missed = courseOf(participant, sessions, entries).missed.map(({ no }) => no);
    return { participant, known: entry?.status ?? null, lock: cellLock(participant, session, missed) };
  });
}

/** What was typed, with "present" in every cell that is empty and may be filled. */
export function fillEmpty(
  typed: Readonly<Record<string, string>>,
  rows: readonly GridRow[],
): Record<string, string> {
  const filled = { ...typed };
  for (const { participant, lock } of rows) {
    const name = `cells.${participant.allocationId}`;
    if (!lock && (filled[name] ?? '').trim() === '') filled[name] = 'A';
  }
  return filled;
}
