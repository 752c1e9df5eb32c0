import { plainDate, daysAfter } from '~/values/calendar';
import type { TodayRow } from './row';

/** How far the page looks ahead; rules.md, conventions ("lead days", our proposal). */
const leadDays = 30;

/** Last day that still counts as near. */
export function horizonOf(today: string): string {
  return daysAfter(today, leadDays);
}

export type GroupKey = 'overdue' | 'today' | 'soon' | 'later' | 'open';

export interface TodayGroup {
  readonly key: GroupKey;
  readonly rows: readonly TodayRow[];
  /** How many belong here, also those that are not shown. */
  readonly count: number;
}

interface Grouped {
  readonly groups: readonly TodayGroup[];
  readonly count: number;
  readonly overdue: number;
  /** The next day on which something is due; null: nothing is known. */
  readonly nextDay: string | null;
  readonly isDoneForToday: boolean;
}

/** More rows help nobody and make the page slow; the most urgent are shown. */
const mostShown = 100;

const groupKeys: readonly GroupKey[] = ['overdue', 'today', 'soon', 'later', 'open'];

/**
 * Rows in their groups, the most urgent first: what is overdue, what is due today or
 * somebody waits for, what is due within the lead days, what is later, and what has no day.
 *
 * Source: ui.md § 3 "Heute"; what has no day but is awaited counts as due today (our proposal).
 */
export function groupRows(rows: readonly TodayRow[], today: string): Grouped {
  const horizon = horizonOf(today);
  let left = mostShown;
  const groups = groupKeys.flatMap((key): TodayGroup[] => {
    const all = rows.filter((row) => groupOf(row, today, horizon) === key).sort(byUrgency);
    const shown = all.slice(0, left);
    left -= shown.length;
    return all.length === 0 ? [] : [{ key, rows: shown, count: all.length }];
  });
  const countOf = (key: GroupKey) => groups.find((group) => group.key === key)?.count ?? 0;
  const coming = rows.flatMap(({ when }) => (when.kind === 'by' && when.day > today ? [when.day] : []));
  return {
    groups,
    count: rows.length,
    overdue: countOf('overdue'),
    nextDay: coming.sort()[0] ?? null,
    isDoneForToday: countOf('overdue') + countOf('today') === 0,
  };
}

function groupOf({ when }: TodayRow, today: string, horizon: string): GroupKey {
  if (when.kind === 'open') return 'open';
  if (when.kind === 'awaited' || when.day === today) return 'today';
  if (when.day < today) return 'overdue';
  return when.day <= horizon ? 'soon' : 'later';
}

/** Within a group: a day before what is only awaited, then the older, then by name. */
function byUrgency(one: TodayRow, other: TodayRow): number {
  const rank = ({ when }: TodayRow) => (when.kind === 'by' ? `0${when.day}` : `1${when.since}`);
  return rank(one).localeCompare(rank(other)) || one.about.localeCompare(other.about, 'de');
}

/** A stage of the rhythm that was agreed. */
interface ContactStage {
  readonly everyWeeks: number;
}

interface ContactState {
  readonly starts: string;
  /** Day of the first contact; null: there was none yet. */
  readonly firstContactOn: string | null;
  /** Last day on which a contact was held. */
  readonly lastHeldOn: string | null;
  readonly stages: readonly ContactStage[];
  /** How long the first stage lasts; null: nobody said, then it does not end by itself. */
  readonly firstStageWeeks: number | null;
}

/**
 * Until when the next contact is due: one interval of the stage after the last one that
 * was held. Null where no rhythm was agreed or the first contact is still outstanding.
 *
 * Which of several later stages a person is in is not known here: the second one counts.
 * Source: `contract_measure.contacts` (agreed in the contract); our reading.
 */
export function nextContactDue(state: ContactState): string | null {
  const [first, second] = state.stages;
  const last = state.lastHeldOn ?? state.firstContactOn;
  if (!first || last === null) return null;
  const firstStageOver =
    state.firstStageWeeks !== null && last >= daysAfter(state.starts, 7 * state.firstStageWeeks);
  const { everyWeeks } = (firstStageOver ? second : undefined) ?? first;
  return daysAfter(last, 7 * everyWeeks);
}

/**
 * Until when the first contact is due: one interval of the first stage after the beginning,
 * a week where no rhythm was agreed. Our proposal.
 */
export function firstContactDue(starts: string, stages: readonly ContactStage[]): string {
  return daysAfter(starts, 7 * (stages[0]?.everyWeeks ?? 1));
}

interface PlanState {
  readonly starts: string;
  /** The day that the last review named for the next one. */
  readonly nextOn: string | null;
  readonly lastReviewOn: string | null;
  /** Day of the first step; null: there is no plan yet. */
  readonly plannedOn: string | null;
  readonly everyWeeks: number;
}

/**
 * Until when the strategy plan is made or looked at again: the day that was named, else
 * one interval after the last review, the plan, or the beginning.
 *
 * Source: rule D19; interval of the contract.
 */
export function planDue(plan: PlanState): string {
  if (plan.nextOn !== null) return plan.nextOn;
  return daysAfter(plan.lastReviewOn ?? plan.plannedOn ?? plan.starts, 7 * plan.everyWeeks);
}

/** A provider that has not answered after so many days is reminded; our proposal on workflows.md b2. */
const confirmWithinDays = 7;

export function confirmationDue(allocatedOn: string): string {
  return daysAfter(allocatedOn, confirmWithinDays);
}

/**
 * Until when a month of service is billed: two full months after it.
 * Service of December 2019 → 29.02.2020.
 *
 * Our proposal; sources name no day (workflows.md b11).
 */
export function billingDue(month: string): string {
  return plainDate(month).with({ day: 1 }).add({ months: 3 }).subtract({ days: 1 }).toString();
}

/** Whoever waits is looked at again a month after the last time (rule C12). */
export function waitingCheckDue(lastLookedAt: string): string {
  return plainDate(lastLookedAt).add({ months: 1 }).toString();
}

/**
 * Until when a team lead has gone through the waiting list: each month once, so by the
 * last day of the month after the one in which the longest unchecked entry was looked at.
 *
 * Source: rule C12; the last day of the month is our proposal.
 */
export function waitlistCheckDue(oldestLookedAt: string): string {
  return plainDate(oldestLookedAt).with({ day: 1 }).add({ months: 2 }).subtract({ days: 1 }).toString();
}
