import { beforeEach, describe, expect, test, vi } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import { correctExit, findExiting, openExiting, recordExit } from '~/allocation/store/exit';
import type { NewExit } from '~/allocation/rules/exit';
import type { Actor } from '~/identity/actor';
import { recordContact } from '~/reporting/store';
import { aProviderActor, anActor, authorities } from '../support/actors';
import { anAllocation, aRunningContract, type RunningContract } from '../support/allocations';
import { aClient } from '../support/clients';
import { useTestDatabase } from '../support/database';

useTestDatabase();

const provider = aProviderActor('first');
const caseworker = anActor('caseworker');
const today = '2026-04-15';
beforeEach(() => void vi.stubEnv('PORTAL_TODAY', today));

interface Placed {
  readonly id: string;
  readonly contract: RunningContract;
}

/** A person on the one place of a contract; with a talk on 02.04. unless nothing was delivered. */
async function placed({ isDelivered = true, service = {} } = {}): Promise<Placed> {
  const made = await asOwner(async (tx) => {
    const contract = await aRunningContract(tx, { places: 1, service });
    return { id: await anAllocation(tx, contract, await aClient(tx)), contract };
  });
  if (isDelivered) {
    const talk = {
      ...({ day: '2026-04-02', kind: 'talk', outcome: 'held', minutes: 45, movedTo: null } as const),
      lateReason: 'overlooked' as const,
    };
    await asActor(provider, (tx) => recordContact(tx, provider, made.id, talk, { correctsId: null, today }));
  }
  return made;
}

const anExit: NewExit = { exitedOn: '2026-04-10', reason: 'work', note: null };
const exit = (actor: Actor, id: string, change: Partial<NewExit> = {}) =>
  asActor(actor, (tx) => recordExit(tx, actor, id, { ...anExit, ...change }, today));
const correct = (actor: Actor, id: string, change: Partial<NewExit> = {}) =>
  asActor(actor, (tx) =>
    correctExit(tx, actor, id, { ...anExit, note: 'Tag verwechselt', ...change }, today),
  );

async function stateOf(id: string) {
  return await asOwner(async (tx) => ({
    allocation: await tx
      .selectFrom('allocation')
      .where('id', '=', id)
      .select(['state', 'exited_on', 'exit_reason', 'visible_until'])
      .executeTakeFirstOrThrow(),
    reports: await tx
      .selectFrom('report')
      .where('allocation_id', '=', id)
      .select(['kind', 'no', 'due_on', 'state'])
      .execute(),
    moves: await tx
      .selectFrom('allocation_move')
      .where('allocation_id', '=', id)
      .where('deed', 'in', ['exited', 'exitCorrected'])
      .orderBy('moved_at')
      .select(['deed', 'day', 'reason', 'moved_by_name'])
      .execute(),
  }));
}

/** Puts another person on the place, from `starts` on. */
const successor = ({ contract }: Placed, starts: string) =>
  asOwner(async (tx) => anAllocation(tx, contract, await aClient(tx), { starts, ends: '2026-12-31' }));

describe.each([
  { side: 'the provider', actor: provider },
  { side: 'the jobcenter', actor: caseworker },
])('recorded by $side', ({ actor }) => {
  test('the place is free the day after, the final report is owed in the days of the contract', async () => {
    const one = await placed({ service: { final_report_days: 21 } });
    expect(await exit(actor, one.id, { note: 'Vollzeit' })).toMatchObject({ ok: true });
    expect(await stateOf(one.id)).toEqual({
      allocation: { state: 'closing', exited_on: '2026-04-10', exit_reason: 'work', visible_until: null },
      reports: [{ kind: 'final', no: 0, due_on: '2026-05-01', state: 'open' }],
      moves: [
        {
          deed: 'exited',
          day: '2026-04-10',
          reason: 'Arbeit aufgenommen: Vollzeit',
          moved_by_name: actor.displayName,
        },
      ],
    });
    await expect(successor(one, '2026-04-10')).rejects.toMatchObject({ constraint: 'allocation_place_free' });
    await expect(successor(one, '2026-04-11')).resolves.toBeTruthy();
  });

  test('nothing was delivered: nothing to report, over at once, seen for the reporting days', async () => {
    const { id } = await placed({ isDelivered: false, service: { reporting_days: 20 } });
    expect(await exit(actor, id, { reason: 'stoppedByClient' })).toMatchObject({ ok: true });
    expect(await stateOf(id)).toMatchObject({
      allocation: { state: 'droppedOut', visible_until: '2026-04-30' },
      reports: [],
      moves: [{ deed: 'exited' }],
    });
  });

  test('once only, also for two at the same moment', async () => {
    const { id } = await placed();
    const both = await Promise.all([exit(actor, id), exit(actor, id, { reason: 'moved' })]);
    expect(both.map((result) => result?.ok).sort()).toEqual([false, true]);
    expect((await stateOf(id)).moves).toHaveLength(1);
  });

  test('before what was delivered: refused, nothing half done', async () => {
    const { id } = await placed();
    const refused = { ok: false, findings: [{ code: 'deliveredLater', day: '2026-04-02' }] };
    expect(await exit(actor, id, { exitedOn: '2026-04-01' })).toEqual(refused);
    expect(await stateOf(id)).toMatchObject({ allocation: { state: 'active' }, reports: [], moves: [] });
  });

  test('a correction moves the day and the report with it; both moves stay', async () => {
    const { id } = await placed();
    await exit(actor, id);
    expect(await correct(actor, id, { exitedOn: '2026-04-14', reason: 'moved' })).toMatchObject({ ok: true });
    expect(await stateOf(id)).toMatchObject({
      allocation: { state: 'closing', exited_on: '2026-04-14', exit_reason: 'moved' },
      reports: [{ due_on: '2026-04-28' }],
      moves: [
        { deed: 'exited', day: '2026-04-10', reason: 'Arbeit aufgenommen' },
        {
          deed: 'exitCorrected',
          day: '2026-04-14',
          reason: 'Umzug in eine andere Zuständigkeit: Tag verwechselt',
        },
      ],
    });
  });

  test('a later day on which somebody else has the place is refused kindly', async () => {
    const one = await placed();
    await exit(actor, one.id);
    await successor(one, '2026-04-11');
    expect(await correct(actor, one.id, { exitedOn: '2026-04-14' })).toEqual({
      ok: false,
      findings: [{ code: 'placeTaken' }],
    });
    expect(await stateOf(one.id)).toMatchObject({ allocation: { exited_on: '2026-04-10' }, moves: [{}] });
    expect(await correct(actor, one.id, { exitedOn: '2026-04-09' })).toMatchObject({ ok: true });
  });

  test('a later day on which the person is back in the measure is refused kindly', async () => {
    const { id, contract } = await placed();
    await exit(actor, id);
    await asOwner(async (tx) => {
      const { participant_key } = await tx
        .selectFrom('allocation')
        .where('id', '=', id)
        .select('participant_key')
        .executeTakeFirstOrThrow();
      const place = await tx
        .insertInto('contract_place')
        .values({
          tenant_id: authorities.own.id,
          contract_id: contract.contractId,
          site_position: 1,
          no: 2,
          valid_from: '2026-01-01',
          valid_to: '2026-12-31',
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const client = await tx
        .selectFrom('client')
        .where('participant_key', '=', participant_key)
        .select('id')
        .executeTakeFirstOrThrow();
      await anAllocation(tx, contract, client.id, { place_id: place.id, starts: '2026-04-12' });
    });
    expect(await correct(actor, id, { exitedOn: '2026-04-14' })).toEqual({
      ok: false,
      findings: [{ code: 'personElsewhere' }],
    });
  });
});

describe('once the report was accepted', () => {
  async function accepted(): Promise<string> {
    const { id } = await placed();
    await exit(provider, id);
    await asOwner(async (tx) => {
      await tx
        .updateTable('report')
        .set({ state: 'accepted', submitted_on: '2026-04-12', accepted_on: '2026-04-14' })
        .where('allocation_id', '=', id)
        .execute();
      await tx
        .updateTable('allocation')
        .set({ state: 'closed', visible_until: '2026-05-10' })
        .where('id', '=', id)
        .execute();
    });
    return id;
  }

  test('the provider corrects nothing any more', async () => {
    const id = await accepted();
    expect(await correct(provider, id, { exitedOn: '2026-04-12' })).toEqual({
      ok: false,
      findings: [{ code: 'reportAccepted' }],
    });
  });

  test('the jobcenter does: the end follows the reason, the reporting period the day', async () => {
    const id = await accepted();
    const change = { exitedOn: '2026-04-12', reason: 'stoppedByProvider' } as const;
    expect(await correct(caseworker, id, change)).toMatchObject({ ok: true });
    expect(await stateOf(id)).toMatchObject({
      // 12.04. and 30 days of the contract.
      allocation: { state: 'droppedOut', visible_until: '2026-05-12' },
      reports: [{ state: 'accepted', due_on: '2026-04-24' }],
    });
  });
});

describe('who may', () => {
  test('nobody else: second provider, another caseworker, foreign authority; past and missing alike', async () => {
    const { id } = await placed();
    for (const actor of [
      aProviderActor('second'),
      anActor('jobcenterCaseManager'),
      anActor('teamLead'),
      anActor('caseworker', { tenant: 'foreign' }),
    ]) {
      expect(await asReader(actor, (tx) => findExiting(tx, actor, id)), actor.displayName).toBeUndefined();
      expect(await exit(actor, id), actor.displayName).toBeUndefined();
      expect(await correct(actor, id), actor.displayName).toBeUndefined();
    }
    await asOwner((tx) =>
      tx.updateTable('allocation').set({ visible_until: '2026-04-14' }).where('id', '=', id).execute(),
    );
    expect(await exit(provider, id)).toBeUndefined();
    expect(await exit(provider, 'f0000000-0000-4000-8000-000000000998')).toBeUndefined();
    expect((await stateOf(id)).allocation.state).toBe('active');
  });

  test('care without a provider ends at once', async () => {
    const id = await asOwner(async (tx) => {
      const client = await aClient(tx);
      const { participant_key } = await tx
        .selectFrom('client')
        .where('id', '=', client)
        .select('participant_key')
        .executeTakeFirstOrThrow();
      const row = await tx
        .insertInto('allocation')
        .values({
          tenant_id: authorities.own.id,
          participant_key,
          book: 'jc-hannover-2018',
          state: 'active',
          allocated_on: '2026-01-05',
          starts: '2026-01-05',
          reports_absence: false,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return row.id;
    });
    const page = await asActor(caseworker, (tx) => openExiting(tx, caseworker, id));
    expect(page).toMatchObject({ measureTitle: null, firstName: 'Alma' });
    expect(await exit(caseworker, id, { reason: 'goalsReached' })).toMatchObject({ ok: true });
    expect(await stateOf(id)).toMatchObject({
      allocation: { state: 'closed', visible_until: null },
      reports: [],
    });
    expect(await correct(caseworker, id, { exitedOn: '2026-04-12' })).toMatchObject({ ok: true });
  });
});
