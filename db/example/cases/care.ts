import { daysAfter } from '~/values/calendar';
import { randomUUID } from 'node:crypto';
import type { ExitReason } from '~/allocation/allocation';
import { exitReasonNames } from '~/allocation/words';
import { ruleBook } from '~/eligibility/rule-books';
import { monthsAfter, type Review, type ReviewDeed, reviewsOf } from '~/eligibility/rules/reviews';
import { earlier, moment, workdayFrom, workdayUntil } from '../days';
import { addCareCheck, careBook } from './checks';
import { addEffect } from './effects';
import { addNeeds, moveAdder } from './record';
import { leadOf, type Person, type World } from './world';

/**
 * Internal case management: who is with a case manager is in care, some in clearing, some
 * near the last day there is; some who are with a caseworker now were in care before.
 */
export function addCare(world: World): void {
  const { people, staff } = world;
  const managers = staff.filter((member) => member.function === 'jobcenterCaseManager');
  for (const manager of managers) {
    const own = people.filter(({ handler }) => handler.id === manager.id);
    for (const [index, person] of own.entries()) addOwnCare(world, person, index);
  }
  const others = people.filter(({ handler }) => handler.function === 'caseworker');
  for (const person of others.filter((_, index) => index % 5 === 3)) {
    // It was a case manager of the same team who cared.
    const handler = managers.find(({ teamId }) => teamId === person.handler.teamId);
    if (handler) addFormerCare(world, { ...person, handler });
  }
}

function addOwnCare(world: World, person: Person, index: number): void {
  const { draws, today } = world;
  if (person.client.status === 'ended') return addFormerCare(world, person);
  // A few were handed over just now and are not in care yet.
  if (index % 20 === 11) return;
  if (index % 12 === 5) {
    // The two months of the last of them are over.
    const starts = workdayFrom(daysAfter(today, index % 24 === 17 ? -66 : -draws.between(5, 50)));
    return addClearing(world, person, starts);
  }
  if (draws.chance(30)) {
    const allocatedOn = workdayUntil(daysAfter(today, -draws.between(30, 360)));
    return addRunning(world, person, allocatedOn);
  }
  const months = index % 16 === 7 ? 35 : index % 16 === 13 ? 24 : draws.between(7, 33);
  const allocatedOn = workdayUntil(daysAfter(monthsAfter(today, -months), -draws.between(0, 27)));
  return addRunning(world, person, allocatedOn);
}

interface Care {
  readonly id: string;
  readonly person: Person;
  readonly state: 'clearing' | 'active' | 'closed' | 'droppedOut' | 'notStarted';
  readonly starts: string;
  readonly allocatedOn: string;
  readonly clearingUntil: string | null;
  readonly exit: { readonly on: string; readonly reason: ExitReason } | null;
  readonly isRecorded: boolean;
}

function addCareRow(world: World, care: Care): void {
  const { rows, tenantId, draws } = world;
  const { id, person } = care;
  rows.add('allocation', {
    tenant_id: tenantId,
    id,
    participant_key: person.key,
    measure_id: null,
    contract_id: null,
    provider_id: null,
    place_id: null,
    book: careBook,
    state: care.state,
    allocated_on: care.allocatedOn,
    starts: care.starts,
    ends: null,
    clearing_until: care.clearingUntil,
    confirmed_on: null,
    first_contact_on: null,
    exited_on: care.exit?.on ?? null,
    exit_reason: care.exit?.reason ?? null,
    settled_on: care.state === 'notStarted' ? daysAfter(care.starts, 40) : null,
    settled_by: care.state === 'notStarted' ? 'client' : null,
    settled_reason: care.state === 'notStarted' ? 'noAlliance' : null,
    reports_absence: false,
    visible_until: null,
    effect_recorded: care.isRecorded,
    version: 1,
    created_at: moment(care.starts, 11),
  });
  const checkId = addCareCheck(world, person, workdayUntil(daysAfter(care.starts, -draws.between(2, 12))));
  rows.add('allocation_decision', {
    tenant_id: tenantId,
    allocation_id: id,
    check_id: checkId,
    reason: 'Beispiel: Mehrere Hemmnisse zugleich, die nur in enger Begleitung angegangen werden können.',
    address_lines: [],
    overlap_reason: null,
    earlier_reason: null,
    backdate_reason: null,
    created_at: moment(care.starts, 11),
    created_by: person.handler.id,
    created_by_name: person.handler.name,
  });
}

function addClearing(world: World, person: Person, starts: string): void {
  const id = randomUUID();
  addCareRow(world, {
    ...{ id, person, starts, state: 'clearing', exit: null, isRecorded: false },
    allocatedOn: starts,
    clearingUntil: clearingEnd(starts),
  });
  addNeeds(world, { id, person, isTold: false });
  moveAdder(world, id)('clearingBegun', starts, person.handler);
}

/** At most two months, the last day included (rule C8). */
const clearingEnd = (starts: string) => daysAfter(monthsAfter(starts, 2), -1);

function addRunning(world: World, person: Person, allocatedOn: string): void {
  const id = randomUUID();
  const begun = startOf(world, allocatedOn);
  addCareRow(world, { id, person, ...begun, allocatedOn, state: 'active', exit: null, isRecorded: false });
  addNeeds(world, { id, person, isTold: false });
  addBeginning(world, { id, person, allocatedOn, ...begun });
  for (const review of reviewsOf(ruleBook(careBook), allocatedOn)) addReview(world, { id, person, review });
}

/** Every second care began with a clearing. */
function startOf({ draws }: World, allocatedOn: string): { starts: string; clearingUntil: string | null } {
  if (!draws.chance(50)) return { starts: allocatedOn, clearingUntil: null };
  const starts = workdayUntil(daysAfter(allocatedOn, -draws.between(20, 55)));
  return { starts, clearingUntil: clearingEnd(starts) };
}

function addBeginning(
  world: World,
  {
    id,
    person,
    starts,
    allocatedOn,
    clearingUntil,
  }: Pick<Care, 'id' | 'person' | 'starts' | 'allocatedOn' | 'clearingUntil'>,
): void {
  const move = moveAdder(world, id);
  if (clearingUntil === null) {
    move('allocated', allocatedOn, person.handler);
    return;
  }
  move('clearingBegun', starts, person.handler);
  move('takenOver', allocatedOn, person.handler);
}

const leadDeeds = {
  teamLeadIsInformed: 'teamLeadIsInformed',
  teamLeadConsents: 'teamLeadConsents',
  teamLeadTakesPart: 'teamLeadTakesPart',
  teamLeadWritesNote: 'teamLeadWritesNote',
} as const;

function leadDeedOf(deeds: readonly ReviewDeed[]) {
  const deed = deeds.find((one) => one in leadDeeds);
  return deed === undefined ? null : leadDeeds[deed as keyof typeof leadDeeds];
}

interface ReviewedCare {
  readonly id: string;
  readonly person: Person;
  readonly review: Review;
  /** Care ended with it. */
  readonly isLast?: boolean;
}

/** A review that is due was recorded a little before or after its day; the latest may be missing or wait for the lead. */
function addReview(world: World, { id, person, review, isLast = false }: ReviewedCare): void {
  const { rows, tenantId, draws, today } = world;
  if (!review.deeds.includes('caseManagerRecords')) return;
  const recordedOn = workdayUntil(daysAfter(review.dueOn, draws.between(-12, 6)));
  if (recordedOn >= today) return;
  const isRecent = review.dueOn > daysAfter(today, -45);
  if (isRecent && draws.chance(25)) return;
  const leadDeed = leadDeedOf(review.deeds);
  const lead = leadOf(world, person.handler);
  const leadOn = workdayFrom(daysAfter(recordedOn, draws.between(1, 9)));
  const isAnswered = leadDeed !== null && leadOn < today && !(isRecent && draws.chance(50));
  const isConsent = leadDeed === 'teamLeadConsents' || leadDeed === 'teamLeadTakesPart';
  rows.add('care_review', {
    tenant_id: tenantId,
    allocation_id: id,
    month: review.month,
    due_on: review.dueOn,
    decision: isLast ? 'end' : 'goOn',
    reasons: isLast
      ? 'Beispiel: Die vereinbarten Ziele sind erreicht.'
      : 'Beispiel: Die Ziele sind teilweise erreicht, die Voraussetzungen liegen weiter vor.',
    prospects: isLast ? null : 'Beispiel: Nächster Schritt ist eine Arbeitserprobung.',
    recorded_on: recordedOn,
    recorded_by: person.handler.id,
    recorded_by_name: person.handler.name,
    lead_deed: leadDeed,
    lead_is_granted: isAnswered && isConsent ? true : null,
    lead_note: isAnswered && isConsent ? 'Beispiel: Die Fortführung ist begründet.' : null,
    lead_at: isAnswered ? moment(leadOn, 8) : null,
    lead_by: isAnswered ? lead.id : null,
    lead_by_name: isAnswered ? lead.name : null,
  });
  moveAdder(world, id)('reviewed', recordedOn, person.handler);
}

const exitReasons = [
  'goalsReached',
  'goalsReached',
  'work',
  'vocationalTraining',
  'noProgress',
  'timeOver',
] as const;
const dropOuts = ['stoppedByClient', 'longAbsence'] as const;

/** Care that is over, within the last two years; a few exits still lack their effect record. */
function addFormerCare(world: World, person: Person): void {
  const { draws, today } = world;
  const id = randomUUID();
  if (draws.chance(8)) {
    // The clearing led to no working alliance.
    const starts = workdayFrom(daysAfter(today, -draws.between(80, 500)));
    addCareRow(world, {
      ...{ id, person, starts, state: 'notStarted', exit: null, isRecorded: false },
      allocatedOn: starts,
      clearingUntil: clearingEnd(starts),
    });
    addNeeds(world, { id, person, isTold: false });
    const move = moveAdder(world, id);
    move('clearingBegun', starts, person.handler);
    move('notStarted', daysAfter(starts, 40), person.handler);
    return;
  }
  const on = workdayUntil(daysAfter(today, -draws.between(3, 700)));
  const allocatedOn = workdayUntil(daysAfter(monthsAfter(on, -draws.between(5, 30)), -draws.between(0, 27)));
  const begun = startOf(world, allocatedOn);
  const isDropOut = draws.chance(20);
  const exit = { on, reason: draws.pick(isDropOut ? dropOuts : exitReasons) };
  const isRecorded = !draws.chance(on > daysAfter(today, -90) ? 45 : 4);
  addCareRow(world, {
    ...{ id, person, allocatedOn, exit, isRecorded, ...begun },
    state: isDropOut ? 'droppedOut' : 'closed',
  });
  const { removed, best } = addNeeds(world, { id, person, isTold: true });
  addBeginning(world, { id, person, allocatedOn, ...begun });
  const reviews = reviewsOf(ruleBook(careBook), allocatedOn).filter(
    ({ dueOn }) => dueOn < daysAfter(on, -14),
  );
  for (const review of reviews) addReview(world, { id, person, review });
  const move = moveAdder(world, id);
  move('exited', on, person.handler, exitReasonNames[exit.reason]);
  move('handedOver', earlier(daysAfter(on, 5), today), person.handler);
  if (!isRecorded) return;
  move('effectRecorded', earlier(daysAfter(on, draws.between(1, 20)), today), person.handler);
  addEffect(world, { exit, removed, best, person });
}
