import { plainDate } from '~/values/calendar';
import type { GroupState, Offer, Session } from '../training';

export const rhythms = ['weekly', 'fortnightly', 'daily'] as const;
export type Rhythm = (typeof rhythms)[number];

/**
 * Days for `count` sessions, the first one on `first`: every week, every second week, or
 * every day from Monday to Friday. A Sunday is never proposed: it moves to the Monday after,
 * and the following days count from there.
 *
 * Holidays of the state are not known to this rule; the page says that they must be looked at.
 *
 * Source: our proposal (issue 5, "Groups"); weekends as in rules.md § 12.4.
 */
export function proposeDays(first: string, count: number, rhythm: Rhythm): string[] {
  let day = plainDate(first);
  if (day.dayOfWeek === 7) day = day.add({ days: 1 });
  const days: string[] = [];
  while (days.length < count) {
    days.push(day.toString());
    if (rhythm === 'daily') {
      do day = day.add({ days: 1 });
      while (day.dayOfWeek > 5);
    } else {
      day = day.add({ weeks: rhythm === 'weekly' ? 1 : 2 });
    }
  }
  return days;
}

/** Last day of the group with a reserve for catching up: two weeks, but never past the contract (our proposal). */
export function proposeLastDay(days: readonly string[], runsUntil: string): string {
  const reserve = plainDate(days.at(-1) ?? runsUntil)
    .add({ weeks: 2 })
    .toString();
  return reserve < runsUntil ? reserve : runsUntil;
}

export interface GroupPlan {
  readonly sitePosition: number;
  readonly days: readonly string[];
  /** Last day on which somebody may take part, catch-ups with it. */
  readonly lastDay: string;
  readonly seats: number;
}

export type PlanFinding =
  | { readonly code: 'siteUnknown' }
  | { readonly code: 'wrongCount'; readonly agreed: number; readonly planned: number }
  | { readonly code: 'dayTwice'; readonly day: string }
  | {
      readonly code: 'dayOutsideContract';
      readonly day: string;
      readonly termStart: string;
      readonly runsUntil: string;
    }
  | { readonly code: 'lastDayTooEarly'; readonly lastSession: string }
  | { readonly code: 'lastDayOutsideContract'; readonly runsUntil: string }
  | { readonly code: 'tooManySeats'; readonly groupSize: number };

/**
 * What stands against a group: it has exactly the sessions that were agreed, each on a day
 * of its own within the contract, and no more seats than the agreed size.
 *
 * Source: rules C14, C15; the agreement of the contract (`contract_measure`).
 */
export function planFindings(plan: GroupPlan, offer: Offer): PlanFinding[] {
  const { days, lastDay, seats, sitePosition } = plan;
  const { termStart, runsUntil, sessionCount, groupSize } = offer;
  const findings: PlanFinding[] = [];
  if (!offer.sites.some(({ position }) => position === sitePosition)) findings.push({ code: 'siteUnknown' });
  const twice = days.find((day, index) => days.indexOf(day) !== index);
  if (twice) findings.push({ code: 'dayTwice', day: twice });
  const outside = days.find((day) => day < termStart || day > runsUntil);
  if (outside) findings.push({ code: 'dayOutsideContract', day: outside, termStart, runsUntil });
  if (days.length !== sessionCount) {
    findings.push({ code: 'wrongCount', agreed: sessionCount, planned: days.length });
  }
  const lastSession = [...days].sort().at(-1);
  if (lastSession && lastDay < lastSession) findings.push({ code: 'lastDayTooEarly', lastSession });
  if (lastDay > runsUntil) findings.push({ code: 'lastDayOutsideContract', runsUntil });
  if (seats > groupSize) findings.push({ code: 'tooManySeats', groupSize });
  return findings;
}

export type SessionFinding =
  | { readonly code: 'groupOver' }
  | { readonly code: 'alreadyHeld' }
  | { readonly code: 'alreadyCancelled' }
  | { readonly code: 'notYet'; readonly day: string }
  | { readonly code: 'dayOutsideGroup'; readonly starts: string; readonly ends: string }
  | { readonly code: 'dayTaken'; readonly day: string }
  | { readonly code: 'nothingToCatchUp'; readonly no: number };

interface GroupDays {
  readonly state: GroupState;
  readonly starts: string;
  readonly ends: string;
}

/** Whether there is still something to do with a group. */
export function isOpenGroup({ state }: { readonly state: GroupState }): boolean {
  return state === 'planned' || state === 'running';
}

/**
 * A session moves only within the days of the group: seats and allocations end with it.
 * What was held stays where it was; a cancelled one is planned anew by moving it.
 */
export function moveFindings(
  group: GroupDays,
  session: Pick<Session, 'id' | 'state'>,
  day: string,
  sessions: readonly Session[],
): SessionFinding[] {
  if (!isOpenGroup(group)) return [{ code: 'groupOver' }];
  if (session.state === 'held') return [{ code: 'alreadyHeld' }];
  return dayFindings(
    group,
    day,
    sessions.filter(({ id }) => id !== session.id),
  );
}

/** A catch-up is for a regular session that was held and that somebody missed. */
export function catchUpFindings(
  group: GroupDays,
  no: number,
  day: string,
  sessions: readonly Session[],
): SessionFinding[] {
  if (!isOpenGroup(group)) return [{ code: 'groupOver' }];
  const missed = sessions.find((session) => session.no === no);
  if (missed?.state !== 'held' || missed.catchesUpNo !== null) return [{ code: 'nothingToCatchUp', no }];
  return dayFindings(group, day, sessions);
}

export function cancelFindings(group: GroupDays, { state }: Pick<Session, 'state'>): SessionFinding[] {
  if (!isOpenGroup(group)) return [{ code: 'groupOver' }];
  if (state === 'held') return [{ code: 'alreadyHeld' }];
  return state === 'cancelled' ? [{ code: 'alreadyCancelled' }] : [];
}

/** Held is only what was: from its day on. */
export function heldFindings(
  group: GroupDays,
  { state, day }: Pick<Session, 'state' | 'day'>,
  today: string,
): SessionFinding[] {
  if (!isOpenGroup(group)) return [{ code: 'groupOver' }];
  if (state === 'held') return [{ code: 'alreadyHeld' }];
  if (state === 'cancelled') return [{ code: 'alreadyCancelled' }];
  return day > today ? [{ code: 'notYet', day }] : [];
}

/** Two sessions on one day are possible only where one of them is a catch-up of another group: never here. */
function dayFindings({ starts, ends }: GroupDays, day: string, others: readonly Session[]): SessionFinding[] {
  if (day < starts || day > ends) return [{ code: 'dayOutsideGroup', starts, ends }];
  const isTaken = others.some((session) => session.day === day && session.state !== 'cancelled');
  return isTaken ? [{ code: 'dayTaken', day }] : [];
}
