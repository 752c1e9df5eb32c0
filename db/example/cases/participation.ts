import { daysAfter } from '~/values/calendar';
import type { ExitReason, SettledReason, Settler } from '~/allocation/allocation';
import type { CaseContract, Person, Service, World } from './world';

/** One person on one place (or seat of a group) of a contract, as it went. Days are inclusive. */
export interface Participation {
  readonly id: string;
  readonly person: Person;
  readonly contract: CaseContract;
  readonly service: Service;
  readonly placeId: string;
  readonly siteName: string;
  readonly allocatedOn: string;
  readonly starts: string;
  readonly ends: string;
  /** It came to nothing before it began. */
  readonly settled: { readonly on: string; readonly by: Settler; readonly reason: SettledReason } | null;
  readonly exit: { readonly on: string; readonly reason: ExitReason } | null;
  /** Why two offers at once make sense; null: there is only one. */
  readonly overlapReason: string | null;
}

/** Last day on which something of it can have happened until today. */
export function lastDayOf({ exit, ends }: Participation, today: string): string {
  const until = exit?.on ?? ends;
  const yesterday = daysAfter(today, -1);
  return until < yesterday ? until : yesterday;
}

export function isRunning({ settled, exit }: Participation): boolean {
  return settled === null && exit === null;
}

/** How long after one measure the next one may begin at the earliest. */
const restDays = 60;

export function addStay(person: Person, from: string, until: string, measureId: string): void {
  person.stays.push({ from, until, restsUntil: daysAfter(until, restDays), measureId });
}

/**
 * Somebody for whom a place is free from `starts` on: first of the site, of those who
 * had nothing yet; whoever takes part in a measure of the kind is left alone.
 */
export function findPerson(
  { people, draws, today }: World,
  wanted: {
    readonly siteName: string | null;
    readonly starts: string;
    readonly mustBeActive: boolean;
    readonly suits?: (person: Person) => boolean;
  },
): Person | undefined {
  const { siteName, starts, mustBeActive, suits = () => true } = wanted;
  const isFree = ({ stays }: Person) =>
    // People are found in the order of time; only a training may look back.
    stays.every(({ from, restsUntil }) => from <= starts && restsUntil < starts);
  const free = people.filter(
    (person) => (!mustBeActive || person.client.status === 'active') && isFree(person) && suits(person),
  );
  const near = free.filter(({ client }) => siteName === null || client.siteName === siteName);
  const fresh = (some: readonly Person[]) => some.filter(({ stays }) => stays.length === 0);
  const choice = [fresh(near), near, fresh(free), free].find((some) => some.length > 0);
  // An ended client had its last measure some time ago.
  const isLate = starts > daysAfter(today, -300);
  const fit = isLate ? choice?.filter(({ client }) => client.status === 'active') : choice;
  return fit && fit.length > 0 ? draws.pick(fit) : undefined;
}
