import { beforeAll, describe, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import {
  correctInvoice,
  createDraft,
  findInvoice,
  listDeviations,
  listInvoiceMoves,
  listInvoices,
  listOpenMonths,
  submitInvoice,
  withdrawDraft,
} from '~/billing/store';
import { fundsLines } from '~/budget/funds';
import { listBookings } from '~/budget/store';
import { anActor, aProviderActor } from '../support/actors';
import { aRunningContract, anAllocation, type RunningContract } from '../support/allocations';
import { aClient } from '../support/clients';
import { useTestDatabase } from '../support/database';
import {
  addBillingDetails,
  addSecondOfficer,
  aDraft,
  anInvoice,
  officer,
  provider,
  second,
  settle,
  step,
  taxNote,
} from './support';

const foreign = anActor('districtOfficer', { tenant: 'foreign' });
const otherProvider = aProviderActor('second');

useTestDatabase();
beforeAll(addSecondOfficer);
beforeAll(addBillingDetails);

const contract = (wanted: Parameters<typeof aRunningContract>[1] = {}) =>
  asOwner((tx) => aRunningContract(tx, wanted));
const occupied = () =>
  contract({ terms: { price_model: 'perPlaceMonth', price_cents: 30_000, bills_occupied: true } });
/** Somebody on a place of the contract; `place` counts from 0. */
const somebody = (running: RunningContract, place: number, changes: Parameters<typeof anAllocation>[3]) =>
  asOwner(async (tx) =>
    anAllocation(tx, running, await aClient(tx), { place_id: running.places[place]!, ...changes }),
  );
const seen = async (id: string, actor = provider) =>
  asReader(actor, (tx) => findInvoice(tx, id, { hasDrafts: actor.providerId !== null }));
const create = (
  contractId: string,
  month: string,
  { number = 'X', today = '2026-12-31', actor = provider } = {},
) => asActor(actor, (tx) => createDraft(tx, actor, { contractId, month, number, taxNote }, today));
const submit = (id: string, number: string, actor = provider) =>
  asActor(actor, (tx) => submitInvoice(tx, actor, id, { number, taxNote }, '2026-12-31'));
const correct = (id: string, actor = officer) =>
  asActor(actor, (tx) => correctInvoice(tx, actor, id, '2026-12-31'));
const deviationsOf = async ({ contractId }: RunningContract, actor = officer) =>
  (await asReader(actor, (tx) => listDeviations(tx))).filter((row) => row.contractId === contractId);
const paidOf = async (running: RunningContract) => {
  const bookings = await asReader(officer, (tx) => listBookings(tx));
  return bookings.payments
    .filter(({ contractId }) => contractId === running.contractId)
    .map(({ fiscalYear, amountCents }) => [fiscalYear, amountCents]);
};

describe('a draft', () => {
  test('has what is owed for the month, said from what', async () => {
    const { contractId } = await contract();
    const id = await aDraft(contractId, '2026-06-01');
    expect(await seen(id)).toMatchObject({
      state: 'draft',
      totalCents: 750_000,
      correctionNo: 0,
      lines: [{ kind: 'service', label: 'Durchführung', amountCents: 750_000 }],
    });
    const moves = await asReader(provider, (tx) => listInvoiceMoves(tx, id));
    expect(moves).toMatchObject([{ deed: 'created', movedBy: provider.displayName }]);
  });

  test('of taken places counts the exit day, and nobody who did not start', async () => {
    const running = await occupied();
    await somebody(running, 0, { starts: '2026-05-20', ends: '2026-12-31' });
    await somebody(running, 1, {
      ...{ starts: '2026-06-01', ends: '2026-12-31', state: 'closed' },
      ...{ exited_on: '2026-06-15', exit_reason: 'work' },
    });
    await somebody(running, 2, {
      ...{ starts: '2026-06-01', ends: '2026-12-31', state: 'notStarted' },
      ...{ settled_on: '2026-06-10', settled_by: 'client', settled_reason: 'didNotCome' },
    });
    // 30 + 15 days of 30 at 300 €.
    const invoice = await seen(await aDraft(running.contractId, '2026-06-01'));
    expect(invoice).toMatchObject({ totalCents: 45_000 });
    expect(invoice?.lines[0]?.quantity).toContain('45 Belegungstage');
  });

  test('per session counts what was held, without what was caught up', async () => {
    const running = await contract({
      service: { unit: 'group', session_count: 6, session_minutes: 240, group_size: 12 },
      terms: { price_model: 'perSession', price_cents: 60_000 },
    });
    await asOwner(async (tx) => {
      const of = { tenant_id: running.tenantId };
      const group = await tx
        .insertInto('training_group')
        .values({
          ...of,
          contract_id: running.contractId,
          measure_id: running.measureId,
          provider_id: running.providerId,
          ...{ site_position: 1, name: 'Gruppe 1', trainer: 'T', starts: '2026-06-01', ends: '2026-07-31' },
          ...{ seats: 12, created_by_name: 'T' },
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const session = (
        no: number,
        day: string,
        state: 'planned' | 'held',
        catches_up_no: number | null = null,
      ) => ({
        ...of,
        ...{ group_id: group.id, no, day, state, catches_up_no, begins_at: '09:00', minutes: 240 },
      });
      await tx
        .insertInto('training_session')
        .values([
          session(1, '2026-06-02', 'held'),
          session(2, '2026-06-30', 'held'),
          session(3, '2026-06-24', 'planned'),
          session(4, '2026-06-26', 'held', 1),
          session(5, '2026-07-01', 'held'),
        ])
        .execute();
    });
    expect(await seen(await aDraft(running.contractId, '2026-06-01'))).toMatchObject({ totalCents: 120_000 });
  });

  test.each([
    { month: '2025-12-01', today: '2026-12-31', code: 'monthOutsideTerm' },
    { month: '2026-06-01', today: '2026-06-30', code: 'monthNotOver' },
  ])('is refused for $month on $today', async ({ month, today, code }) => {
    const { contractId } = await contract();
    expect(await create(contractId, month, { today })).toMatchObject({ ok: false, findings: [{ code }] });
  });

  test('is made once for a month, and with a number of its own', async () => {
    const { contractId } = await contract();
    const first = await seen(await aDraft(contractId, '2026-06-01'));
    expect(await create(contractId, '2026-06-01', { number: first!.number })).toMatchObject({
      ok: false,
      findings: [{ code: 'monthBilled' }, { code: 'numberTaken' }],
    });
  });

  test('can be deleted, and then the month is open again', async () => {
    const { contractId } = await contract({ starts: '2026-10-01', ends: '2026-12-31' });
    const id = await aDraft(contractId, '2026-10-01', '2026-11-15');
    const open = async () =>
      (await asReader(provider, (tx) => listOpenMonths(tx, '2026-11-15'))).filter(
        (row) => row.contractId === contractId,
      );
    expect(await open()).toEqual([]);
    expect(await asActor(provider, (tx) => withdrawDraft(tx, provider, id))).toBe(true);
    expect(await open()).toMatchObject([{ month: '2026-10-01', cents: 750_000 }]);
  });

  test('is written anew and not handed in where an exit was corrected meanwhile', async () => {
    const running = await occupied();
    const allocation = await somebody(running, 0, { starts: '2026-06-01', ends: '2026-12-31' });
    const id = await aDraft(running.contractId, '2026-06-01');
    await asOwner((tx) =>
      tx
        .updateTable('allocation')
        .set({ state: 'closed', exited_on: '2026-06-10', exit_reason: 'work' })
        .where('id', '=', allocation)
        .execute(),
    );
    expect(await submit(id, 'neu-1')).toEqual({
      ok: false,
      findings: [{ code: 'recomputed', beforeCents: 30_000, nowCents: 10_000 }],
    });
    expect(await seen(id)).toMatchObject({ state: 'draft', totalCents: 10_000, number: 'neu-1' });
    expect(await submit(id, 'neu-1')).toMatchObject({ ok: true });
    expect(await submit(id, 'neu-1')).toMatchObject({ findings: [{ code: 'notDraft' }] });
    expect(await asActor(provider, (tx) => withdrawDraft(tx, provider, id))).toBe(false);
  });
});

describe('the way through the house', () => {
  test('checked, approved by another person, paid: the money is booked in the year of the service', async () => {
    const running = await contract({ starts: '2025-12-01', ends: '2026-12-31' });
    const id = await anInvoice(running.contractId, '2025-12-01');
    expect(await step(id, 'approve')).toMatchObject({ findings: [{ code: 'stepNotPossible' }] });
    expect(await step(id, 'check')).toMatchObject({ ok: true });
    expect(await step(id, 'approve')).toEqual({
      ok: false,
      findings: [{ code: 'ownCheck', checkedBy: officer.displayName }],
    });
    expect(await step(id, 'approve', second)).toMatchObject({ ok: true });
    expect(await step(id, 'pay')).toMatchObject({ ok: true });
    expect(await paidOf(running)).toEqual([[2025, 750_000]]);
    expect(await step(id, 'pay')).toMatchObject({ findings: [{ code: 'stepNotPossible', state: 'paid' }] });
    expect(await paidOf(running)).toHaveLength(1);
    const moves = await asReader(officer, (tx) => listInvoiceMoves(tx, id));
    expect(moves.map(({ deed }) => deed)).toEqual(['paid', 'approved', 'checked', 'submitted', 'created']);
  });

  test('what was rejected is billed anew, under another number', async () => {
    const { contractId } = await contract();
    const id = await anInvoice(contractId, '2026-06-01');
    const { number } = (await seen(id))!;
    expect(await step(id, 'reject', officer, 'Steuerhinweis fehlt')).toMatchObject({ ok: true });
    expect(await seen(id)).toMatchObject({ state: 'rejected', rejectedReason: 'Steuerhinweis fehlt' });
    expect(await create(contractId, '2026-06-01', { number })).toMatchObject({
      findings: [{ code: 'numberTaken' }],
    });
    expect(await create(contractId, '2026-06-01', { number: `${number}a` })).toMatchObject({ ok: true });
  });

  test('what follows no longer from the places is neither checked nor approved', async () => {
    const running = await occupied();
    const id = await anInvoice(running.contractId, '2026-06-01');
    await somebody(running, 0, { starts: '2026-06-21', ends: '2026-12-31' });
    const differs = { code: 'differs', billedCents: 0, nowCents: 10_000 };
    expect(await step(id, 'check')).toEqual({ ok: false, findings: [differs] });
    expect(await step(id, 'reject', officer, 'Belegung stimmt nicht')).toMatchObject({ ok: true });
  });

  test('money that is not there is refused with what is missing, and nothing is booked', async () => {
    const running = await contract();
    await asOwner((tx) =>
      tx
        .updateTable('appropriation')
        .set({ amount_cents: 749_999 })
        .where('product_id', '=', (eb) =>
          eb.selectFrom('contract').select('product_id').where('id', '=', running.contractId),
        )
        .execute(),
    );
    const id = await anInvoice(running.contractId, '2026-06-01');
    await step(id, 'check');
    await step(id, 'approve', second);
    // Nothing is tied for this contract of the test: all of it must be free.
    expect(await step(id, 'pay')).toEqual({
      ok: false,
      findings: [{ code: 'moneyMissing', fiscalYear: 2026, missingCents: 1 }],
    });
    expect(await paidOf(running)).toEqual([]);
    expect(await seen(id)).toMatchObject({ state: 'approved' });
  });

  test('the database itself leaves out no step, and lets nobody approve the own check', async () => {
    const { contractId } = await contract();
    const id = await anInvoice(contractId, '2026-06-01');
    const skipped = asActor(officer, (tx) =>
      tx
        .updateTable('invoice')
        .set({ state: 'paid', paid_on: '2026-12-31', approved_by: second.accountId })
        .where('id', '=', id)
        .execute(),
    );
    await expect(skipped).rejects.toMatchObject({ code: '23514', constraint: 'invoice_in_order' });
    await step(id, 'check');
    const alone = asActor(officer, (tx) =>
      tx
        .updateTable('invoice')
        .set({ state: 'approved', approved_by: officer.accountId })
        .where('id', '=', id)
        .execute(),
    );
    await expect(alone).rejects.toMatchObject({ code: '23514', constraint: 'invoice_four_eyes' });
    const dearer = asActor(officer, (tx) =>
      tx.updateTable('invoice').set({ total_cents: 1 }).where('id', '=', id).execute(),
    );
    await expect(dearer).rejects.toMatchObject({ code: '23514', constraint: 'invoice_stays_submitted' });
  });
});

describe('a correction', () => {
  test('after an exit was corrected: the difference alone, the first invoice stays, the same way', async () => {
    const running = await occupied();
    const allocation = await somebody(running, 0, { starts: '2026-06-01', ends: '2026-12-31' });
    const id = await anInvoice(running.contractId, '2026-06-01');
    await settle(id);
    expect(await deviationsOf(running)).toEqual([]);
    expect(await correct(id)).toMatchObject({ findings: [{ code: 'nothingToCorrect' }] });
    await asOwner((tx) =>
      tx
        .updateTable('allocation')
        .set({ state: 'closed', exited_on: '2026-06-10', exit_reason: 'work' })
        .where('id', '=', allocation)
        .execute(),
    );
    expect(await deviationsOf(running)).toMatchObject([
      { month: '2026-06-01', billedCents: 30_000, nowCents: 10_000, invoiceId: id },
    ]);
    const made = await correct(id);
    const correction = made?.ok ? made.value : '';
    expect(await seen(correction, officer)).toMatchObject({
      ...{ state: 'submitted', correctionNo: 1, totalCents: -20_000 },
      lines: [{ kind: 'correction', amountCents: -20_000 }],
    });
    expect(await deviationsOf(running)).toEqual([]);
    expect(await correct(id)).toMatchObject({ findings: [{ code: 'correctionUnderWay' }] });
    await settle(correction);
    expect(await paidOf(running)).toEqual([
      [2026, 30_000],
      [2026, -20_000],
    ]);
    expect(await seen(id)).toMatchObject({ state: 'paid', totalCents: 30_000 });
    // The provider reads what became of its month.
    expect(await seen(correction)).toMatchObject({ state: 'paid' });
    const lines = fundsLines(await asReader(officer, (tx) => listBookings(tx)));
    expect(lines.some(({ paidCents }) => paidCents === 10_000)).toBe(true);
  });

  test('is not made before the month was settled', async () => {
    const { contractId } = await contract();
    const id = await anInvoice(contractId, '2026-06-01');
    expect(await correct(id)).toMatchObject({ findings: [{ code: 'notSettled' }] });
  });
});

describe('who sees and writes invoices', () => {
  test('another provider and another authority see nothing of it, and do nothing with it', async () => {
    const running = await contract();
    const draft = await aDraft(running.contractId, '2026-05-01');
    const id = await anInvoice(running.contractId, '2026-06-01');
    for (const actor of [otherProvider, foreign]) {
      expect(await seen(id, actor)).toBeUndefined();
      expect(await seen(draft, actor)).toBeUndefined();
      const { count } = await asReader(actor, (tx) =>
        listInvoices(tx, { state: null, page: 1, hasDrafts: true }),
      );
      expect(count).toBe(0);
    }
    expect(await create(running.contractId, '2026-07-01', { actor: otherProvider })).toBeUndefined();
    expect(await submit(draft, 'fremd', otherProvider)).toBeUndefined();
    expect(await asActor(otherProvider, (tx) => withdrawDraft(tx, otherProvider, draft))).toBe(false);
    expect(await step(id, 'check', foreign)).toBeUndefined();
    expect(await correct(id, foreign)).toBeUndefined();
    expect(await deviationsOf(running, foreign)).toEqual([]);
  });

  test('a draft is its provider’s alone: the district does not find it', async () => {
    const { contractId } = await contract();
    const id = await aDraft(contractId, '2026-06-01');
    expect(await seen(id, officer)).toBeUndefined();
    expect(await step(id, 'check')).toBeUndefined();
  });

  test.each(['controller', 'caseworker', 'procurementOfficer'] as const)(
    'the role %s reads, and the database refuses its writes',
    async (role) => {
      const { contractId } = await contract();
      const id = await anInvoice(contractId, '2026-06-01');
      const reader = anActor(role);
      expect(await seen(id, reader)).toMatchObject({ id });
      await expect(step(id, 'check', reader)).rejects.toMatchObject({ code: '42501' });
      expect(await seen(id)).toMatchObject({ state: 'submitted' });
    },
  );
});
