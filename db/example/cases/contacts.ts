import { daysAfter } from '~/values/calendar';
import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Tables } from '#db/tables';
import { moment, workdayFrom } from '../days';
import type { Draws } from '../random';
import { isRunning, lastDayOf, type Participation } from './participation';
import type { Service, World } from './world';

type Contact = Insertable<Tables['contact']>;

/** About this many of a hundred are held. */
const heldPercent = 85;

/**
 * The contacts with one person along the measure's rhythm, up to yesterday. Answers with
 * the day of the first one that was held; null: there was none.
 */
export function addContacts(world: World, one: Participation): string | null {
  const { draws, today } = world;
  const { service, settled, starts } = one;
  if (service.contacts.length === 0) return null;
  if (settled) {
    if (settled.by === 'client' && workdayFrom(starts) <= settled.on) {
      addContact(world, one, workdayFrom(starts), absence(draws, service));
    }
    return null;
  }
  // Now and then the last weeks were not recorded: the rhythm is missed.
  const isBehind = isRunning(one) && draws.chance(8);
  const last = isBehind ? daysAfter(today, -draws.between(24, 45)) : lastDayOf(one, today);
  let first: string | null = null;
  let day = workdayFrom(daysAfter(starts, draws.between(0, 4)));
  while (day <= last) {
    const isHeld = first === null ? draws.chance(92) : draws.chance(heldPercent);
    const outcome = isHeld ? 'held' : draws.chance(25) ? 'moved' : notHeld(draws, service);
    const movedTo = workdayFrom(daysAfter(day, draws.between(2, 4)));
    if (outcome === 'moved' && movedTo <= last) {
      addMoved(world, one, day, movedTo);
      addContact(world, one, movedTo, 'held');
      first ??= movedTo;
    } else {
      addContact(world, one, day, outcome === 'moved' ? 'held' : outcome);
      if (isHeld || outcome === 'moved') first ??= day;
    }
    day = workdayFrom(daysAfter(day, 7 * everyWeeks(service, starts, day)));
  }
  return first;
}

/** The rhythm of the first stage in its weeks, then that of the second. */
function everyWeeks({ contacts, firstStageWeeks }: Service, starts: string, day: string): number {
  const isFirst = day < daysAfter(starts, 7 * firstStageWeeks);
  return Math.max(1, Math.round((isFirst ? contacts[0] : (contacts[1] ?? contacts[0]))?.everyWeeks ?? 2));
}

function absence(draws: Draws, { reportsAbsence }: Service): Contact['outcome'] {
  if (!reportsAbsence) return 'clientAbsent';
  return draws.chance(60) ? 'clientExcused' : 'clientUnexcused';
}

function notHeld(draws: Draws, service: Service): Contact['outcome'] {
  return draws.chance(80) ? absence(draws, service) : 'providerCancelled';
}

function addMoved(world: World, one: Participation, day: string, movedTo: string): void {
  const outcome = world.draws.chance(70) ? 'movedByClient' : 'movedByProvider';
  world.rows.add('contact', { ...contactOf(world, one, day), outcome, minutes: null, moved_to: movedTo });
}

function addContact(world: World, one: Participation, day: string, outcome: Contact['outcome']): void {
  const { draws, rows, today } = world;
  const usual = one.service.contacts[0]?.minutes ?? 45;
  const minutes = outcome === 'held' ? draws.pick([usual, usual, usual, usual - 15, usual + 15]) : null;
  const contact = { ...contactOf(world, one, day), outcome, minutes, moved_to: null };
  // Seldom something was entered wrongly at first; the correction stands beside it.
  if (outcome === 'held' && day < daysAfter(today, -10) && draws.chance(1)) {
    const id = randomUUID();
    const wrong = { ...contact, id, outcome: absence(draws, one.service), minutes: null };
    rows.add('contact', wrong);
    rows.add('contact', { ...contact, corrects_id: id, recorded_at: moment(daysAfter(day, 2), 14) });
    return;
  }
  rows.add('contact', contact);
}

function contactOf({ draws, tenantId }: World, { id, contract, service }: Participation, day: string) {
  const kinds = service.involvesHousehold
    ? (['talk', 'talk', 'household', 'visit', 'phone'] as const)
    : (['talk', 'talk', 'talk', 'phone', 'accompanied', 'visit', 'video'] as const);
  return {
    tenant_id: tenantId,
    id: randomUUID(),
    allocation_id: id,
    day,
    kind: draws.pick(kinds),
    is_backdated: false,
    late_reason: null,
    corrects_id: null,
    recorded_at: moment(day, draws.between(8, 15)),
    recorded_by: contract.providerStaff.id,
    recorded_by_name: contract.providerStaff.name,
    reports_absence: service.reportsAbsence,
  };
}
