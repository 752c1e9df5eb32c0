import { asReader, type Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { groupRows } from '~/today/rules';
import type { TodayPanel } from '~/today/row';
import { collectToday } from '~/today/store';
import { anActor, authorities, type Side } from '../support/actors';
import { aRunningContract, type RunningContract } from '../support/allocations';
import { aClient } from '../support/clients';

/** The day of these tests, a Monday. */
export const today = '2026-06-15';

/** "Fällig: Was – Worum (Verb)" for everything that is due, in the order of the page. */
export async function due(actor: Actor, day = today): Promise<string[]> {
  const found = await asReader(actor, (tx) => collectToday(tx, actor, day));
  if (!found) return ['nothing is ever due'];
  return groupRows(found.rows, day).groups.flatMap(({ key, rows }) =>
    rows.map(
      ({ what, about, when }) =>
        `${key} ${'day' in when ? when.day : `since ${when.since}`}: ${what} – ${about}`,
    ),
  );
}

/** One's own lines among those that other tests of this file made. */
export async function dueWith(word: string, actor: Actor, day = today): Promise<string[]> {
  return (await due(actor, day)).filter((line) => line.includes(word));
}

export async function panel(actor: Actor, key: string): Promise<TodayPanel | undefined> {
  const found = await asReader(actor, (tx) => collectToday(tx, actor, today));
  return found?.panels.find((box) => box.key === key);
}

export const tenant = (side: Side) => ({ tenant_id: authorities[side].id });

export async function keyOf(tx: Tx, clientId: string): Promise<string> {
  const { participant_key } = await tx
    .selectFrom('client')
    .where('id', '=', clientId)
    .select('participant_key')
    .executeTakeFirstOrThrow();
  return participant_key;
}

/** A client in internal case management. */
export async function inCare(
  tx: Tx,
  changes: {
    readonly allocatedOn: string;
    readonly lastName: string;
    readonly of?: Actor;
    readonly clearingUntil?: string;
    readonly exitedOn?: string;
    readonly side?: Side;
  },
): Promise<string> {
  const { side = 'own', of = anActor('jobcenterCaseManager', { tenant: side }) } = changes;
  const clientId = await aClient(tx, { lastName: changes.lastName, of, side });
  const { id } = await tx
    .insertInto('allocation')
    .values({
      ...tenant(side),
      participant_key: await keyOf(tx, clientId),
      book: 'jc-hannover-2018',
      state: changes.clearingUntil ? 'clearing' : changes.exitedOn ? 'closed' : 'active',
      allocated_on: changes.allocatedOn,
      starts: changes.allocatedOn,
      clearing_until: changes.clearingUntil ?? null,
      exited_on: changes.exitedOn ?? null,
      exit_reason: changes.exitedOn ? 'goalsReached' : null,
      reports_absence: false,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const weekly = JSON.stringify([
  { stage: 'Beginn', everyWeeks: 1, minutes: 45 },
  { stage: 'danach', everyWeeks: 2, minutes: 45 },
]);

/** Weekly contacts at first, a strategy plan that is looked at each twelve weeks, twenty places. */
export async function aCoaching(tx: Tx): Promise<RunningContract> {
  return await aRunningContract(tx, {
    places: 20,
    title: 'Begleitung',
    service: {
      contacts: weekly,
      first_stage_weeks: 8,
      has_strategy_plan: true,
      plan_review_weeks: 12,
      reporting_days: 30,
    },
  });
}
