import { daysAfter } from '~/values/calendar';
import { randomUUID } from 'node:crypto';
import { later, moment, workdayUntil } from '../days';
import { addMeasureCheck } from './checks';
import type { CaseContract, World } from './world';

interface Queue {
  readonly contract: CaseContract;
  /** Null: whoever waits takes any site. */
  readonly site: string | null;
  readonly waiting: number;
}

/**
 * Who waits for a place, the oldest since some ten weeks, and somebody of each queue who
 * does not want it any more.
 */
export function addWaitlist(world: World, queues: readonly Queue[]): void {
  const { people, draws, today, tenantId, rows } = world;
  const free = people.filter(({ client, stays }) => client.status === 'active' && stays.length === 0);
  for (const { contract, site, waiting } of queues) {
    for (let number = 0; number <= waiting && free.length > 0; number += 1) {
      const near = free.findIndex(({ client }) => site === null || client.siteName === site);
      const [person] = free.splice(Math.max(0, near), 1);
      const [service] = contract.services;
      if (!person || !service) continue;
      const state = number < waiting ? 'waiting' : 'withdrawn';
      const days = state === 'waiting' ? 4 + 12 * number + draws.between(0, 5) : draws.between(80, 160);
      const since = workdayUntil(daysAfter(today, -days));
      addMeasureCheck(world, person, service, daysAfter(since, -2));
      rows.add('waitlist_entry', {
        tenant_id: tenantId,
        id: randomUUID(),
        participant_key: person.key,
        measure_id: contract.measureId,
        site,
        waiting_since: since,
        entered_at: moment(since, 11),
        state,
        ended_on: state === 'withdrawn' ? workdayUntil(daysAfter(since, 30)) : null,
        end_reason: state === 'withdrawn' ? 'Beispiel: Die Person hat eine andere Hilfe begonnen.' : null,
        checked_on: days > 31 ? later(since, daysAfter(today, -draws.between(8, 30))) : null,
      });
    }
  }
}

/** Of those who have a place at a full site some waited for it. */
export function addFormerWaiting(
  { rows, tenantId, draws }: World,
  taken: readonly {
    readonly key: string;
    readonly measureId: string;
    readonly siteName: string;
    readonly allocatedOn: string;
  }[],
): void {
  for (const { key, measureId, siteName, allocatedOn } of taken) {
    if (!draws.chance(25)) continue;
    const since = workdayUntil(daysAfter(allocatedOn, -draws.between(12, 70)));
    rows.add('waitlist_entry', {
      tenant_id: tenantId,
      id: randomUUID(),
      participant_key: key,
      measure_id: measureId,
      site: siteName,
      waiting_since: since,
      entered_at: moment(since, 11),
      state: 'allocated',
      ended_on: allocatedOn,
      end_reason: null,
      checked_on: null,
    });
  }
}
