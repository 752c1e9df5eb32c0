import { daysAfter } from '~/values/calendar';
import type { AllocationState, Progress } from '~/allocation/allocation';
import { endStateOf } from '~/allocation/rules/exit';
import { exitReasonNames, settledReasonNames } from '~/allocation/words';
import { needLabel } from '~/clients/needs';
import { earlier, later, moment } from '../days';
import { addMeasureCheck } from './checks';
import type { Participation } from './participation';
import type { KeptReport } from './reports';
import type { Author, Person, World } from './world';

/** What became of a participation beyond its own days. */
export interface Outcome {
  /** Null: nothing was delivered. */
  readonly firstContactOn: string | null;
  /** Null: no exit, or nothing to report on. */
  readonly report: KeptReport | null;
}

/** Rows of one participation: check, allocation, what the provider knows, needs, history. */
export function addParticipation(world: World, one: Participation, outcome: Outcome): void {
  const { rows, tenantId, draws, today } = world;
  const { person, contract, service } = one;
  const confirmedOn = confirmationOf(world, one);
  const acceptedOn = outcome.report?.acceptedOn ?? null;
  const state = stateOf(one, outcome);
  rows.add('allocation', {
    tenant_id: tenantId,
    id: one.id,
    participant_key: person.key,
    measure_id: service.measureId,
    contract_id: contract.id,
    provider_id: contract.providerId,
    place_id: one.placeId,
    book: null,
    state,
    allocated_on: one.allocatedOn,
    starts: one.starts,
    ends: one.ends,
    clearing_until: null,
    confirmed_on: confirmedOn,
    first_contact_on: outcome.firstContactOn,
    exited_on: one.exit?.on ?? null,
    exit_reason: one.exit?.reason ?? null,
    settled_on: one.settled?.on ?? null,
    settled_by: one.settled?.by ?? null,
    settled_reason: one.settled?.reason ?? null,
    reports_absence: service.reportsAbsence,
    visible_until: visibleUntil(one, outcome),
    effect_recorded: false,
    version: 1,
    created_at: moment(one.allocatedOn, 11),
  });
  const checkId = addMeasureCheck(world, person, service, daysAfter(one.allocatedOn, -draws.between(1, 14)));
  addWords(world, one, checkId);
  const isTold = (outcome.report?.state ?? 'open') !== 'open';
  addNeeds(world, { id: one.id, person, isTold });

  const move = moveAdder(world, one.id);
  move('allocated', one.allocatedOn, person.handler);
  if (confirmedOn) move('confirmed', confirmedOn, contract.providerStaff);
  if (outcome.firstContactOn) move('firstContact', outcome.firstContactOn, contract.providerStaff);
  if (one.settled) {
    const by = one.settled.by === 'jobcenter' ? person.handler : contract.providerStaff;
    const deed = state === 'declined' ? 'declined' : 'notStarted';
    move(deed, one.settled.on, by, settledReasonNames[one.settled.reason]);
  }
  if (one.exit) move('exited', one.exit.on, contract.providerStaff, exitReasonNames[one.exit.reason]);
  if (state === 'closed' || state === 'droppedOut') {
    move('closed', acceptedOn ?? one.exit?.on ?? today, person.handler);
  }
}

function stateOf({ settled, exit }: Participation, { firstContactOn, report }: Outcome): AllocationState {
  if (settled) return settled.by === 'client' ? 'notStarted' : 'declined';
  if (!exit) return 'active';
  // Where nothing was delivered there is nothing to report (rule X8).
  if (firstContactOn !== null && report?.state !== 'accepted') return 'closing';
  return endStateOf(exit.reason);
}

/** Provider and jobcenter have answered a day or a few later; the newest ones may still wait. */
function confirmationOf({ draws, today }: World, { allocatedOn, settled }: Participation): string | null {
  const day = daysAfter(allocatedOn, draws.between(1, 4));
  if (settled?.reason === 'enteredByMistake' || day >= today) return null;
  return settled ? earlier(day, settled.on) : day;
}

/** Last day on which the provider sees who it is: two weeks, or the reporting period. */
function visibleUntil({ settled, exit, service }: Participation, outcome: Outcome): string | null {
  if (settled) return daysAfter(settled.on, 14);
  if (!exit) return null;
  const until = daysAfter(exit.on, service.reportingDays);
  if (outcome.firstContactOn === null) return until;
  const acceptedOn = outcome.report?.acceptedOn ?? null;
  return acceptedOn === null ? null : later(until, acceptedOn);
}

function addWords(world: World, one: Participation, checkId: string): void {
  const { rows, tenantId, draws } = world;
  const { person, service } = one;
  const { client, handler } = person;
  const [need] = person.needs;
  const purpose = need ? needLabel(need.key) : 'Die nächsten Schritte verabreden';
  const key = { tenant_id: tenantId, allocation_id: one.id };
  rows.add('allocation_decision', {
    ...key,
    check_id: checkId,
    reason: `Wir haben mit Ihnen besprochen, woran Sie arbeiten möchten: ${purpose}.`,
    address_lines: [`Beispielweg ${draws.between(1, 90)}`, `12345 ${client.siteName}`],
    overlap_reason: one.overlapReason,
    earlier_reason: null,
    backdate_reason: null,
    created_at: moment(one.allocatedOn, 11),
    created_by: handler.id,
    created_by_name: handler.name,
  });
  rows.add('allocation_disclosure', {
    ...key,
    first_name: client.firstName,
    last_name: client.lastName,
    // Numbers that are kept free for stories.
    contact: draws.chance(70) ? `030 23125 ${draws.between(100, 999)}` : null,
    purpose,
    goals: draws.chance(60) ? 'Beispiel: Termine verlässlich wahrnehmen.' : null,
    interpreter_language: client.interpreterLanguage,
    accessibility: draws.chance(5) ? 'Räume ohne Stufen' : null,
    household_number: service.involvesHousehold ? client.householdNumber : null,
    caseworker_name: handler.name,
  });
}

/** The needs that are worked on; what became of them is known with the report. */
export function addNeeds(
  { rows, tenantId, draws }: World,
  { id, person, isTold }: { readonly id: string; readonly person: Person; readonly isTold: boolean },
): { readonly removed: number; readonly best: Progress } {
  let removed = 0;
  let best: Progress = 'worse';
  for (const need of person.needs) {
    const progress = isTold ? progressOf(draws.between(1, 100)) : null;
    const isRemoved = progress === 'better' && draws.chance(30);
    if (isRemoved) removed += 1;
    if (progress === 'better' || (progress === 'same' && best === 'worse')) best = progress;
    rows.add('allocation_need', {
      tenant_id: tenantId,
      allocation_id: id,
      need_key: need.key,
      need_group: need.group,
      progress,
      is_removed: isRemoved,
      own_view: isTold ? progressOf(draws.between(1, 100)) : null,
    });
  }
  return { removed, best: person.needs.length > 0 ? best : 'same' };
}

function progressOf(draw: number): Progress {
  if (draw <= 55) return 'better';
  return draw <= 90 ? 'same' : 'worse';
}

type Deed =
  | 'allocated'
  | 'clearingBegun'
  | 'takenOver'
  | 'confirmed'
  | 'firstContact'
  | 'notStarted'
  | 'declined'
  | 'exited'
  | 'exitCorrected'
  | 'handedOver'
  | 'closed'
  | 'reviewed'
  | 'effectRecorded';

/** Writes lines of the history of an allocation. */
export function moveAdder({ rows, tenantId }: World, allocationId: string) {
  return (deed: Deed, day: string, by: Author, reason: string | null = null) =>
    rows.add('allocation_move', {
      tenant_id: tenantId,
      allocation_id: allocationId,
      deed,
      day,
      reason,
      moved_at: moment(day, 12),
      moved_by: by.id,
      moved_by_name: by.name,
    });
}
