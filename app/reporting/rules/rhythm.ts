import { daysAfter, nextDay } from '~/values/calendar';
import { type CountedContact, failedAttempts } from '../contact';

/** A stage of contacts as the contract has it. */
export interface RhythmStage {
  readonly stage: string;
  readonly everyWeeks: number;
  /** Agreed length; null: none. */
  readonly minutes: number | null;
}

/** How often contacts are owed; no stages: never. */
export interface Rhythm {
  readonly stages: readonly RhythmStage[];
  /** Weeks until the second stage begins; null: the first one lasts. */
  readonly firstStageWeeks: number | null;
}

/** A span in which one contact is owed, by its last day at the latest. Both days count. */
export interface ContactWindow {
  readonly from: string;
  readonly to: string;
  readonly stage: RhythmStage;
}

/**
 * The spans of a participation in which a contact is owed, one after the other from the
 * first day on.
 *
 * The first stage lasts `firstStageWeeks`, a span that began in it keeps its length; then
 * the second stage goes on to the end. Later stages follow the person's progress and are
 * nothing that a calendar knows. What is left at the end and is shorter than a span is
 * not owed any more.
 *
 * Source: rhythm of the contract (BG-Coaching: weekly at first, then every two weeks);
 * the counting is our proposal.
 */
export function contactWindows(rhythm: Rhythm, starts: string, ends: string): ContactWindow[] {
  const [first, second] = rhythm.stages;
  if (!first) return [];
  const secondFrom =
    second && rhythm.firstStageWeeks !== null ? daysAfter(starts, 7 * rhythm.firstStageWeeks) : null;
  const windows: ContactWindow[] = [];
  let from = starts;
  for (;;) {
    const stage = second && secondFrom !== null && from >= secondFrom ? second : first;
    const days = Math.max(1, Math.round(stage.everyWeeks * 7));
    const to = daysAfter(from, days - 1);
    if (to > ends) return windows;
    windows.push({ from, to, stage });
    from = nextDay(to);
  }
}

/** Held; the person did not come; nothing was done; still to come. */
type WindowState = 'held' | 'attempted' | 'missed' | 'open';

/** What became of a span until `today`. An attempt is no contact, but no neglect either. */
function windowState(
  { from, to }: ContactWindow,
  contacts: readonly CountedContact[],
  today: string,
): WindowState {
  const within = contacts.filter(({ day }) => day >= from && day <= to);
  if (within.some(({ outcome }) => outcome === 'held')) return 'held';
  if (to >= today) return 'open';
  return within.some(({ outcome }) => failedAttempts.includes(outcome)) ? 'attempted' : 'missed';
}

export interface NextContact {
  readonly dueOn: string;
  /** Last day of the first span that was missed since somebody was last in touch; null: none was. */
  readonly overdueSince: string | null;
}

/**
 * By when the next contact is owed; null where none is owed any more.
 *
 * Of the contacts those since the last one that was held are enough: what was missed before
 * it is settled by it, and neither day can become another one. A query that has to decide
 * about many people may leave the older ones where they are.
 */
export function nextContact(
  windows: readonly ContactWindow[],
  contacts: readonly CountedContact[],
  today: string,
): NextContact | null {
  const states = windows.map((window) => windowState(window, contacts, today));
  const next = windows.findIndex(({ to }, index) => to >= today && states[index] === 'open');
  const window = windows[next];
  if (!window) return null;
  let overdueSince: string | null = null;
  for (let index = next - 1; states[index] === 'missed'; index -= 1) {
    overdueSince = windows[index]?.to ?? null;
  }
  return { dueOn: window.to, overdueSince };
}

export interface ContactMonth {
  /** 'YYYY-MM' */
  readonly month: string;
  /** Spans that end in this month. */
  readonly owed: number;
  readonly held: number;
  readonly attempted: number;
  readonly missed: number;
  /** All contacts held in this month, also more than are owed, with their minutes. */
  readonly contacts: number;
  readonly minutes: number;
}

/** Done and owed month by month until the month of `today`, the newest first. */
export function contactMonths(
  windows: readonly ContactWindow[],
  contacts: readonly CountedContact[],
  today: string,
): ContactMonth[] {
  const thisMonth = today.slice(0, 7);
  const months = new Set(
    [...windows.map(({ to }) => to), ...contacts.map(({ day }) => day)].map((day) => day.slice(0, 7)),
  );
  return [...months]
    .filter((month) => month <= thisMonth)
    .sort()
    .reverse()
    .map((month) => {
      const states = windows
        .filter(({ to }) => to.startsWith(month))
        .map((window) => windowState(window, contacts, today));
      const held = contacts.filter(({ day, outcome }) => outcome === 'held' && day.startsWith(month));
      return {
        month,
        owed: states.length,
        held: states.filter((state) => state === 'held').length,
        attempted: states.filter((state) => state === 'attempted').length,
        missed: states.filter((state) => state === 'missed').length,
        contacts: held.length,
        minutes: held.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
      };
    });
}
