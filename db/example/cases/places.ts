import { daysAfter } from '~/values/calendar';
import { randomUUID } from 'node:crypto';
import { dropOutReasons, type ExitReason, type SettledReason, type Settler } from '~/allocation/allocation';
import { monthsAfter } from '~/eligibility/rules/reviews';
import { daysBetween, earlier, workdayFrom, workdayUntil } from '../days';
import type { ExampleCourse } from '../plan';
import type { Draws } from '../random';
import { addStay, findPerson, type Participation } from './participation';
import type { CaseContract, Place, World } from './world';

/** How one place goes on after somebody had it. */
interface Turn {
  readonly participation: Participation;
  /** First day on which it can be taken again; null: it is taken. */
  readonly freeFrom: string | null;
}

/** Nobody begins so shortly before a contract ends. */
const leastDays = 75;

/** The people on the places of a contract, place after place, from its first day until today. */
export function fillPlaces(world: World, contract: CaseContract, course: ExampleCourse): Participation[] {
  return contract.sites.flatMap(({ position, name, places }) =>
    places.flatMap((place, index) =>
      fillPlace(world, {
        contract,
        place,
        siteName: name,
        stay: course.stay,
        isFull: course.fullSites.includes(position),
        staysEmpty: !course.fullSites.includes(position) && index >= places.length - course.emptySeats,
      }),
    ),
  );
}

interface Seat {
  readonly contract: CaseContract;
  readonly place: Place;
  readonly siteName: string;
  readonly stay: readonly [number, number];
  readonly isFull: boolean;
  readonly staysEmpty: boolean;
}

function fillPlace(world: World, seat: Seat): Participation[] {
  const { draws, today } = world;
  const found: Participation[] = [];
  const lastStart = earlier(
    daysAfter(seat.contract.runsUntil, -leastDays),
    daysAfter(today, seat.staysEmpty ? -25 : seat.isFull ? 3 : draws.between(0, 9)),
  );
  let free: string | null = daysAfter(seat.contract.termStart, draws.between(0, 25));
  while (free !== null) {
    const starts: string = workdayFrom(free);
    if (starts > lastStart) break;
    const turn = takeTurn(world, seat, starts);
    if (!turn) break;
    found.push(turn.participation);
    free = turn.freeFrom;
  }
  return found;
}

function takeTurn(world: World, seat: Seat, starts: string): Turn | undefined {
  const { draws, today } = world;
  const { contract, place, siteName } = seat;
  const [service] = contract.services;
  const planned = daysAfter(monthsAfter(starts, draws.between(...seat.stay)), -1);
  const ends = earlier(planned, place.validTo);
  const person = findPerson(world, { siteName, starts, mustBeActive: ends >= today });
  if (!person || !service) return undefined;
  const base = {
    id: randomUUID(),
    person,
    contract,
    service,
    placeId: place.id,
    siteName,
    allocatedOn: workdayUntil(daysAfter(earlier(starts, daysAfter(today, 2)), -draws.between(3, 10))),
    starts,
    ends,
    overlapReason: null,
  };
  if (draws.chance(7) && daysBetween(starts, today) > 14) {
    const on = workdayFrom(daysAfter(starts, draws.between(3, 11)));
    const participation = { ...base, settled: { on, ...settlement(draws) }, exit: null };
    return { participation, freeFrom: daysAfter(on, draws.between(2, 8)) };
  }
  const exit = exitOf(draws, starts, ends);
  const isOver = exit.on < today;
  const until = isOver ? exit.on : ends;
  addStay(person, starts, until, contract.measureId);
  return {
    participation: { ...base, settled: null, exit: isOver ? exit : null },
    freeFrom: isOver ? daysAfter(exit.on, seat.isFull ? draws.between(1, 3) : draws.between(2, 24)) : null,
  };
}

/** One in five ends early, half of them against what was agreed. */
function exitOf(draws: Draws, starts: string, ends: string): { on: string; reason: ExitReason } {
  const days = daysBetween(starts, ends);
  if (draws.chance(22)) {
    const on = workdayUntil(daysAfter(starts, Math.round((days * draws.between(20, 85)) / 100)));
    const reasons = draws.chance(50) ? dropOutReasons : earlyReasons;
    return { on: on > starts ? on : starts, reason: draws.pick(reasons) };
  }
  const on = draws.chance(55) ? ends : workdayUntil(daysAfter(ends, -draws.between(0, 20)));
  return { on, reason: draws.pick(on === ends ? [...regularReasons, 'timeOver'] : regularReasons) };
}

const earlyReasons = ['work', 'moved', 'benefitEnded', 'furtherHelp', 'vocationalTraining'] as const;
const regularReasons = [
  ...(['goalsReached', 'goalsReached', 'goalsReached', 'furtherHelp', 'furtherHelp', 'work'] as const),
  ...(['timeOver', 'otherMeasure', 'vocationalTraining', 'noProgress'] as const),
];

/** Who let it come to nothing, and why. */
function settlement(draws: Draws): { by: Settler; reason: SettledReason } {
  const [by, reason] = draws.pick([
    ['client', 'didNotCome'],
    ['client', 'noInterest'],
    ['client', 'tookUpWork'],
    ['client', 'notReached'],
    ['provider', 'notSuitable'],
    ['jobcenter', 'otherHelp'],
    ['jobcenter', 'enteredByMistake'],
  ] as const);
  return { by, reason };
}
