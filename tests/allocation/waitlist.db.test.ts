import { describe, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import {
  confirmWaiting,
  enterWaitlist,
  extendAllocation,
  findOwnEntry,
  listAllocations,
  listClientWaiting,
  listFitting,
  listWaiting,
  openAllocation,
  settleAllocation,
  withdraw,
} from '~/allocation/store';
import type { Actor } from '~/identity/actor';
import { anActor, aProviderActor } from '../support/actors';
import { anAllocation, type RunningContract } from '../support/allocations';
import { aClient } from '../support/clients';
import { useTestDatabase } from '../support/database';
import { aCheckedClient, allocated, anOpenContract, today } from './support';

useTestDatabase();

const caseworker = anActor('caseworker');
const manager = anActor('jobcenterCaseManager');
const lead = anActor('teamLead');
const provider = aProviderActor('first');
const strangers: readonly Actor[] = [
  manager,
  anActor('districtOfficer'),
  anActor('controller'),
  anActor('portalAdmin'),
  anActor('caseworker', { tenant: 'foreign' }),
  anActor('teamLead', { tenant: 'foreign' }),
];

const idOf = (result: Awaited<ReturnType<typeof allocated>>): string => {
  if (!result?.ok) throw new Error(JSON.stringify(result));
  return result.value;
};
const wait = (contract: RunningContract, clientId: string, since = today, actor = caseworker) =>
  asActor(actor, (tx) =>
    enterWaitlist(tx, actor, { clientId, slug: contract.slug, today }, { site: null, since }),
  );

describe('the waiting list', () => {
  test('keeps who waits, oldest first, and tells others no more than the day', async () => {
    const contract = await anOpenContract();
    const mine = await aCheckedClient(contract, { lastName: 'Wartend' });
    const theirs = await aCheckedClient(contract, { of: manager, lastName: 'Fremdwartend' });
    expect(await wait(contract, mine, '2026-03-01')).toMatchObject({ ok: true });
    expect(await wait(contract, theirs, '2026-02-20', manager)).toMatchObject({ ok: true });
    const seen = await asReader(caseworker, (tx) => listWaiting(tx, contract.measureId));
    expect(seen.map(({ name, waitingSince }) => [name, waitingSince])).toEqual([
      [null, '2026-02-20'],
      ['Wartend, Alma', '2026-03-01'],
    ]);
    expect(seen[0]).toMatchObject({ clientId: null, customerNumber: null, responsibleId: null });
    const foreign = anActor('caseworker', { tenant: 'foreign' });
    expect(await asReader(foreign, (tx) => listWaiting(tx, contract.measureId))).toEqual([]);
    expect(await asReader(lead, (tx) => listWaiting(tx, contract.measureId))).toMatchObject([
      { name: null, customerNumber: expect.stringMatching(/^111T/) as string },
      { name: null },
    ]);
  });

  test("stands on the client's own page, for whoever sees the client, as long as it lasts", async () => {
    const contract = await anOpenContract();
    const client = await aCheckedClient(contract);
    expect(await wait(contract, client, '2026-03-01')).toMatchObject({ ok: true });
    const seenBy = (actor: Actor) => asReader(actor, (tx) => listClientWaiting(tx, client));
    expect(await seenBy(caseworker)).toMatchObject([{ site: null, waitingSince: '2026-03-01' }]);
    for (const stranger of strangers) expect(await seenBy(stranger)).toEqual([]);
    await asActor(caseworker, async (tx) => {
      const [entry] = await listWaiting(tx, contract.measureId);
      await withdraw(tx, caseworker, entry!, 'möchte nicht mehr', today);
    });
    expect(await seenBy(caseworker)).toEqual([]);
  });

  test('asks for a reason where somebody waits longer, and ends with the place', async () => {
    const contract = await anOpenContract({ intake: 'waitingOnly' });
    const [first, second] = [await aCheckedClient(contract), await aCheckedClient(contract)];
    await wait(contract, first, '2026-02-20');
    await wait(contract, second, '2026-02-25');
    expect(await allocated(contract, second)).toMatchObject({
      findings: [{ code: 'earlierReasonMissing', count: 1 }],
    });
    idOf(await allocated(contract, second, { earlierReason: 'Termin beim Träger steht schon fest.' }));
    idOf(await allocated(contract, first));
    expect(await asReader(caseworker, (tx) => listWaiting(tx, contract.measureId))).toEqual([]);
    const ended = await asOwner((tx) =>
      tx
        .selectFrom('waitlist_entry')
        .where('measure_id', '=', contract.measureId)
        .select(['state', 'ended_on'])
        .execute(),
    );
    expect(ended).toEqual([
      { state: 'allocated', ended_on: today },
      { state: 'allocated', ended_on: today },
    ]);
  });

  test('takes nobody twice, without access, in the future or too far back', async () => {
    const contract = await anOpenContract();
    const unchecked = await asOwner((tx) => aClient(tx));
    expect(await wait(contract, unchecked)).toMatchObject({ findings: [{ code: 'accessNotOpen' }] });
    const clientId = await aCheckedClient(contract);
    expect(await wait(contract, clientId, '2026-03-03')).toMatchObject({
      findings: [{ code: 'waitingInFuture' }],
    });
    expect(await wait(contract, clientId, '2026-01-18')).toMatchObject({
      findings: [{ code: 'tooFarBack' }],
    });
    expect(await wait(contract, clientId, '2026-01-19')).toMatchObject({ ok: true });
    expect(await wait(contract, clientId)).toMatchObject({
      findings: [{ code: 'alreadyWaiting', since: '2026-01-19' }],
    });
    expect(await wait(contract, clientId, today, manager)).toBeUndefined();
    const there = await aCheckedClient(contract);
    idOf(await allocated(contract, there, { earlierReason: 'Grund' }));
    expect(await wait(contract, there)).toMatchObject({ findings: [{ code: 'alreadyThere' }] });
  });

  test('an entry is checked and withdrawn by who is in charge, and is nothing to others', async () => {
    const contract = await anOpenContract();
    const clientId = await aCheckedClient(contract);
    const entered = await wait(contract, clientId);
    const id = entered?.ok ? entered.value : '';
    for (const actor of [...strangers, lead]) {
      expect(await asReader(actor, (tx) => findOwnEntry(tx, id)), actor.displayName).toBeUndefined();
    }
    const entry = (await asReader(caseworker, (tx) => findOwnEntry(tx, id)))!;
    await asActor(caseworker, (tx) => confirmWaiting(tx, caseworker, entry, today));
    expect(await asReader(caseworker, (tx) => findOwnEntry(tx, id))).toMatchObject({ checkedOn: today });
    await asActor(caseworker, (tx) => withdraw(tx, caseworker, entry, 'möchte nicht mehr', today));
    expect(await asReader(caseworker, (tx) => findOwnEntry(tx, id))).toBeUndefined();
  });
});

describe('the fitting page', () => {
  test('sorts by fit and leaves out what has no running contract', async () => {
    const fits = await anOpenContract({ title: 'Passt' });
    const paused = await anOpenContract({ title: 'Pausiert', intake: 'paused' });
    const over = await anOpenContract({ title: 'Vorbei', starts: '2025-01-01', ends: '2025-12-31' });
    const clientId = await aCheckedClient(fits);
    const list = await asReader(caseworker, (tx) => listFitting(tx, clientId, today));
    const of = (contract: RunningContract) => list.find(({ slug }) => slug === contract.slug);
    expect(list[0]).toMatchObject({ slug: fits.slug, fit: 'fits', mayAllocate: true, mayWait: true });
    expect(list[0]?.spots).toMatchObject([{ label: 'Hauptstelle', count: 3, free: 3, firstFreeOn: today }]);
    expect(of(paused)).toMatchObject({ fit: 'excluded', mayAllocate: false });
    expect(of(over)).toBeUndefined();
    expect(await asReader(manager, (tx) => listFitting(tx, clientId, today))).toEqual([]);
  });
});

describe('an allocation that runs', () => {
  const settled = { outcome: 'notStarted', by: 'client', reason: 'noInterest', on: today } as const;
  const settle = (id: string, actor: Actor = caseworker) =>
    asActor(actor, (tx) => settleAllocation(tx, actor, id, settled, today));

  test('that came to nothing frees its place at once and is seen 14 days more by the provider', async () => {
    const contract = await anOpenContract({ places: 1 });
    const [one, other] = [await aCheckedClient(contract), await aCheckedClient(contract)];
    const id = idOf(await allocated(contract, one));
    expect(await settle(id)).toEqual({ ok: true, value: undefined });
    const row = await asOwner((tx) =>
      tx.selectFrom('allocation').where('id', '=', id).selectAll().executeTakeFirstOrThrow(),
    );
    expect(row).toMatchObject({
      state: 'notStarted',
      settled_by: 'client',
      settled_reason: 'noInterest',
      visible_until: '2026-03-16',
    });
    expect(await settle(id)).toMatchObject({ ok: false, findings: [{ code: 'notOpen' }] });
    expect(await allocated(contract, other)).toMatchObject({ ok: true });
  });

  test('with a contact that was held no longer comes to nothing', async () => {
    const contract = await anOpenContract();
    const id = await asOwner(async (tx) =>
      anAllocation(tx, contract, await aClient(tx), { starts: '2026-02-01', ends: '2026-07-31' }),
    );
    await asOwner((tx) =>
      tx
        .insertInto('contact')
        .values({
          tenant_id: contract.tenantId,
          allocation_id: id,
          day: '2026-02-05',
          kind: 'talk',
          outcome: 'held',
          minutes: 45,
          recorded_by: provider.accountId,
          recorded_by_name: provider.displayName,
          reports_absence: false,
        })
        .execute(),
    );
    expect(await settle(id)).toEqual({
      ok: false,
      findings: [{ code: 'hasBegun', firstContactOn: '2026-02-05' }],
    });
  });

  test('is extended on its place, with its reports, until somebody else has it', async () => {
    const contract = await anOpenContract({ places: 1, service: { interim_report_months: 3 } });
    const [one, other] = [await aCheckedClient(contract), await aCheckedClient(contract)];
    const id = idOf(await allocated(contract, one, { ends: '30.06.2026' }));
    idOf(await allocated(contract, other, { starts: '01.11.2026', ends: '' }));
    const extend = (ends: string, actor = caseworker) =>
      asActor(actor, (tx) => extendAllocation(tx, actor, id, { ends, reason: 'Ziel ist nahe.' }));
    expect(await extend('2026-11-01')).toMatchObject({
      findings: [{ code: 'placeTakenFrom', day: '2026-11-01' }],
    });
    expect(await extend('2027-01-01')).toMatchObject({ findings: [{ code: 'afterFrame' }] });
    expect(await extend('2026-06-30')).toMatchObject({ findings: [{ code: 'notLonger' }] });
    expect(await extend('2026-10-31')).toMatchObject({ ok: true });
    const opened = await asActor(caseworker, (tx) => openAllocation(tx, caseworker, id));
    expect(opened?.facts.ends).toBe('2026-10-31');
    expect(opened?.words?.reports.map(({ dueOn }) => dueOn)).toEqual(['2026-06-02', '2026-09-02']);
    expect(opened?.words?.moves[0]).toMatchObject({
      deed: 'extended',
      day: '2026-10-31',
      reason: 'Ziel ist nahe.',
    });
  });

  test('is listed for who is in charge, by state, measure and site', async () => {
    const contract = await anOpenContract();
    const id = idOf(await allocated(contract, await aCheckedClient(contract, { lastName: 'Listenfall' })));
    const list = (actor: Actor, change: Partial<Parameters<typeof listAllocations>[1]> = {}) =>
      asReader(actor, (tx) =>
        listAllocations(tx, { state: null, measure: contract.slug, site: null, page: 1, ...change }),
      );
    expect(await list(caseworker)).toMatchObject({ total: 1, rows: [{ id, name: 'Listenfall, Alma' }] });
    expect(await list(lead)).toMatchObject({ total: 1, rows: [{ id, name: null }] });
    for (const actor of strangers) expect((await list(actor)).total, actor.displayName).toBe(0);
    expect((await list(caseworker, { site: 'Hauptstelle' })).total).toBe(1);
    expect((await list(caseworker, { site: 'Nebenstelle' })).total).toBe(0);
    expect((await list(caseworker, { state: 'closed' })).total).toBe(0);
    expect((await list(caseworker, { measure: 'bfm' })).total).toBe(0);
  });
});
