import type { IntakeState } from '~/portfolio/states';
import { plainDate } from '~/values/calendar';

/** Whether a person may be allocated: through the waiting list only those who wait on it (workflows.md, intake). */
export function takesIn(intake: IntakeState, isWaiting: boolean): boolean {
  return intake === 'open' || (intake === 'waitingOnly' && isWaiting);
}

/** One who waits for a measure; `site` null: any site will do. */
export interface Waiting {
  readonly participantKey: string;
  readonly site: string | null;
  readonly waitingSince: string;
  /** Moment of the entry: decides between two of the same day. */
  readonly enteredAt: string;
}

/** In the order of take-over: who waits longest first (rule C10). */
export function inOrder<W extends Waiting>(entries: readonly W[]): W[] {
  return [...entries].sort((one, other) => compare(keyOf(one), keyOf(other)));
}

/**
 * Who waits longer for a place at this site than the person who would now take it: all of
 * them where the person does not wait at all. Who waits for another site is not passed over.
 *
 * Source: rule C10; that a reason is asked for is our proposal.
 */
export function waitingLonger<W extends Waiting>(
  entries: readonly W[],
  { participantKey, site }: { readonly participantKey: string; readonly site: string },
): W[] {
  const ordered = inOrder(entries);
  const own = ordered.findIndex((entry) => entry.participantKey === participantKey);
  return ordered
    .slice(0, own < 0 ? undefined : own)
    .filter((entry) => entry.site === null || entry.site === site);
}

/**
 * By when somebody looks whether the wish still stands: a month after the last look, or
 * after the waiting began.
 *
 * Source: rule C12 (checked monthly); months as in rules.md § 12.2.
 */
export function wishCheckDue({
  checkedOn,
  waitingSince,
}: {
  readonly checkedOn: string | null;
  readonly waitingSince: string;
}): string {
  return plainDate(checkedOn ?? waitingSince)
    .add({ months: 1 })
    .toString();
}

function keyOf({ waitingSince, enteredAt }: Waiting): string {
  return `${waitingSince} ${enteredAt}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
