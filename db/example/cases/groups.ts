import { randomUUID } from 'node:crypto';
import type { ExitReason } from '~/allocation/allocation';
import { plainDate, daysAfter } from '~/values/calendar';
import { earlier, moment, workdayUntil } from '../days';
import { addStay, findPerson, type Participation } from './participation';
import type { CaseContract, Person, Service, World } from './world';

const seats = 12;
/** From the first session of one group to that of the next. */
const daysBetweenGroups = 70;
/** How long ago the running group began: three sessions were held. */
const daysOfRunning = 16;

interface Session {
  readonly id: string;
  readonly no: number;
  readonly day: string;
  readonly isHeld: boolean;
  readonly catchesUpNo: number | null;
}

/** Somebody in a group, with the sessions that were missed. */
export interface Seat {
  readonly participation: Participation;
  /** Day of the first session with attendance; null: none yet. */
  readonly firstDay: string | null;
}

/**
 * The groups of a training within the contracts that buy it: those that are over, one that
 * runs, one that is planned; each with its sessions, a catch-up, seats, people and attendance.
 */
export function addGroups(world: World, contracts: readonly CaseContract[]): Seat[] {
  const { today } = world;
  const running = tuesdayUntil(daysAfter(today, -daysOfRunning));
  const firsts = Array.from({ length: 9 }, (_, index) => daysAfter(running, (index - 7) * daysBetweenGroups));
  const found: Seat[] = [];
  // Nobody attends the same training twice.
  const seen = new Set<string>();
  for (const contract of contracts) {
    const service = contract.services.find(({ isComponent }) => isComponent);
    if (!service) continue;
    const own = firsts.filter((day) => day >= contract.termStart && daysAfter(day, 49) <= contract.runsUntil);
    for (const [index, first] of own.entries()) {
      found.push(...addGroup(world, { contract, service, first, number: index + 1, seen }));
    }
  }
  return found;
}

function tuesdayUntil(day: string): string {
  const { dayOfWeek } = plainDate(day);
  return daysAfter(day, dayOfWeek === 1 ? -6 : 2 - dayOfWeek);
}

interface NewGroup {
  readonly contract: CaseContract;
  readonly service: Service;
  readonly first: string;
  readonly number: number;
  readonly seen: Set<string>;
}

function addGroup(world: World, { contract, service, first, number, seen }: NewGroup): Seat[] {
  const { rows, tenantId, draws, today } = world;
  const groupId = randomUUID();
  const sessions = sessionsFrom(first, today, draws.between(2, 5));
  const ends = sessions.at(-1)?.day ?? first;
  const state = ends < today ? 'ended' : first <= today ? 'running' : 'planned';
  const trainer = number % 2 === 0 ? 'Trixi Abendrot' : 'Torben Abendrot';
  rows.add('training_group', {
    tenant_id: tenantId,
    id: groupId,
    contract_id: contract.id,
    measure_id: service.measureId,
    provider_id: contract.providerId,
    site_position: 1,
    name: `AktivA ${first.slice(0, 4)}, Gruppe ${number}`,
    trainer,
    starts: first,
    ends,
    seats,
    state,
    created_at: moment(daysAfter(first, -40)),
    created_by_name: contract.providerStaff.name,
  });
  for (const { id, no, day, isHeld, catchesUpNo } of sessions) {
    rows.add('training_session', {
      tenant_id: tenantId,
      id,
      group_id: groupId,
      no,
      day,
      begins_at: '09:00',
      minutes: 240,
      topic: catchesUpNo === null ? (topics[no - 1] ?? null) : 'Nachholtermin',
      trainer: catchesUpNo === null ? null : trainer,
      catches_up_no: catchesUpNo,
      state: isHeld ? 'held' : 'planned',
    });
  }
  const placeIds = Array.from({ length: seats }, () => randomUUID());
  placeIds.forEach((id, index) =>
    rows.add('contract_place', {
      tenant_id: tenantId,
      id,
      contract_id: contract.id,
      site_position: 1,
      no: index + 1,
      valid_from: first,
      valid_to: ends,
      group_id: groupId,
    }),
  );
  const wanted = state === 'planned' ? 5 : draws.between(9, seats);
  const found: Seat[] = [];
  for (const placeId of placeIds.slice(0, wanted)) {
    const person = attendantOf(world, { contract, first, ends, seen });
    if (!person) break;
    seen.add(person.key);
    found.push(takeSeat(world, { contract, service, placeId, person, sessions, ends }));
  }
  return found;
}

/** What the training teaches, as its source names it; one topic takes two or one of six sessions. */
const topics = [
  'Aktivitätenplanung',
  'Aktivitätenplanung',
  'Konstruktives Denken',
  'Konstruktives Denken',
  'Soziale Kompetenz und Unterstützung',
  'Systematisches Problemlösen',
];

/** Six sessions week by week, and a seventh for who missed `missedNo`. */
function sessionsFrom(first: string, today: string, missedNo: number): Session[] {
  return Array.from({ length: 7 }, (_, index) => {
    const day = daysAfter(first, 7 * index);
    const catchesUpNo = index === 6 ? missedNo : null;
    return { id: randomUUID(), no: index + 1, day, isHeld: day < today, catchesUpNo };
  });
}

/** Every second one takes part in the measure itself at that time. */
function attendantOf(
  world: World,
  { contract, first, ends, seen }: { contract: CaseContract; first: string; ends: string; seen: Set<string> },
): Person | undefined {
  const { draws, people, today } = world;
  const isOfMeasure = ({ stays, key }: Person) =>
    !seen.has(key) &&
    stays.some(
      ({ measureId, from, until }) => measureId === contract.measureId && from <= first && until >= first,
    );
  const own = people.filter(isOfMeasure);
  if (own.length > 0 && draws.chance(45)) return draws.pick(own);
  return findPerson(world, {
    siteName: null,
    starts: first,
    mustBeActive: ends >= today,
    suits: ({ key }) => !seen.has(key),
  });
}

interface NewSeat {
  readonly contract: CaseContract;
  readonly service: Service;
  readonly placeId: string;
  readonly person: Person;
  readonly sessions: readonly Session[];
  readonly ends: string;
}

function takeSeat(world: World, { contract, service, placeId, person, sessions, ends }: NewSeat): Seat {
  const { draws, today } = world;
  const starts = sessions[0]?.day ?? ends;
  const isOver = ends < today;
  const isOfMeasure = person.stays.some(({ measureId }) => measureId === contract.measureId);
  const base = {
    id: randomUUID(),
    person,
    contract,
    service,
    placeId,
    siteName: contract.sites[0]?.name ?? '',
    allocatedOn: workdayUntil(daysAfter(earlier(starts, today), -draws.between(6, 20))),
    starts,
    ends,
    overlapReason: isOfMeasure
      ? 'Das Training ist Baustein der Maßnahme, an der die Person teilnimmt.'
      : null,
  };
  if (starts < daysAfter(today, -10) && draws.chance(7)) {
    const settled = { on: starts, by: 'client' as const, reason: 'didNotCome' as const };
    return { participation: { ...base, settled, exit: null }, firstDay: null };
  }
  const leaves = isOver && draws.chance(10);
  const lastSession = leaves ? draws.between(2, 4) : 7;
  const exit = exitOf(draws.pick(leaves ? (['stoppedByClient', 'work', 'longAbsence'] as const) : regular), {
    day: leaves ? (sessions[lastSession - 1]?.day ?? ends) : ends,
    isOver,
  });
  if (!isOfMeasure) addStay(person, starts, exit?.on ?? ends, service.measureId);
  const participation = { ...base, settled: null, exit };
  const firstDay = addAttendance(world, participation, sessions.slice(0, lastSession));
  return { participation, firstDay };
}

const regular = ['goalsReached', 'goalsReached', 'goalsReached', 'timeOver'] as const;

function exitOf(reason: ExitReason, { day, isOver }: { day: string; isOver: boolean }) {
  return isOver ? { on: day, reason } : null;
}

/** Who was there; whoever missed the session that can be caught up mostly comes then. */
function addAttendance(world: World, one: Participation, sessions: readonly Session[]): string | null {
  const { rows, tenantId, draws } = world;
  const by = one.contract.providerStaff;
  const catchUp = sessions.find(({ catchesUpNo }) => catchesUpNo !== null);
  let missed = false;
  let first: string | null = null;
  for (const { id, no, day, isHeld, catchesUpNo } of sessions) {
    if (!isHeld || (catchesUpNo !== null && !missed)) continue;
    const isThere = draws.chance(no === catchUp?.catchesUpNo ? 70 : 88);
    if (no === catchUp?.catchesUpNo && !isThere) missed = true;
    if (isThere) first ??= day;
    const absences = one.service.reportsAbsence
      ? (['excused', 'sick', 'unexcused'] as const)
      : (['absent'] as const);
    rows.add('attendance', {
      tenant_id: tenantId,
      session_id: id,
      allocation_id: one.id,
      status: isThere ? 'present' : draws.pick(absences),
      recorded_at: moment(day, 13),
      recorded_by: by.id,
      recorded_by_name: by.name,
      reports_absence: one.service.reportsAbsence,
    });
  }
  return first;
}
