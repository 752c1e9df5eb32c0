import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { asActor, asOwner, asReader } from '#db/as-actor';
import type { BillingDetails } from '~/billing/details';
import {
  correctInvoice,
  findBillingDetails,
  findInvoice,
  findInvoicePage,
  listBillingVersions,
  saveBillingDetails,
  submitInvoice,
} from '~/billing/store';
import { anActor, aProviderActor } from '../support/actors';
import { aRunningContract, anAllocation } from '../support/allocations';
import { aClient } from '../support/clients';
import { useTestDatabase } from '../support/database';
import {
  addSecondOfficer,
  aDraft,
  anInvoice,
  officer,
  provider,
  settle,
  someDetails,
  taxNote,
} from './support';

useTestDatabase();
beforeAll(addSecondOfficer);

const providerId = provider.providerId ?? '';
const save = (details: BillingDetails, seenNo: number) =>
  asActor(provider, (tx) => saveBillingDetails(tx, { ...provider, providerId }, details, seenNo));
const submit = (id: string, number: string) =>
  asActor(provider, (tx) => submitInvoice(tx, provider, id, { number, taxNote }, '2026-12-31'));
const seen = async (id: string, actor = provider) =>
  (await asReader(actor, (tx) => findInvoice(tx, id, { hasDrafts: actor.providerId !== null })))!;
const newContract = (terms: Parameters<typeof aRunningContract>[1] = {}) =>
  asOwner((tx) => aRunningContract(tx, terms));
const moved: BillingDetails = { ...someDetails, iban: 'DE62370400440532013001', street: 'Neuer Weg 2' };

/** One after the other: each test goes on with what the one before left. */
describe('what a provider bills with', () => {
  let draft: string;
  beforeAll(async () => {
    draft = await aDraft((await newContract()).contractId, '2026-06-01');
  });

  test('without it nothing is handed in, and the draft stays as it was', async () => {
    expect(await submit(draft, 'D-1')).toEqual({ ok: false, findings: [{ code: 'billingMissing' }] });
    expect(await seen(draft)).toMatchObject({ state: 'draft', sides: null });
    const page = await asReader(provider, (tx) => findInvoicePage(tx, provider, draft));
    expect(page?.hasBillingDetails).toBe(false);
  });

  test('is kept by version, with who entered it and in the audit log without values', async () => {
    expect(await save(someDetails, 0)).toEqual({ ok: true, value: 1 });
    expect(await save(someDetails, 1)).toEqual({ ok: true, value: 1 });
    const versions = await asReader(provider, (tx) => listBillingVersions(tx, providerId));
    expect(versions).toMatchObject([{ ...someDetails, no: 1, recordedBy: provider.displayName }]);
    const entries = await asOwner((tx) =>
      tx.selectFrom('audit_entry').selectAll().where('verb', '=', 'billing.recorded').execute(),
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ account_id: provider.accountId, object_id: providerId });
    expect(entries[0]!.changed_fields).toContain('iban');
    expect(JSON.stringify(entries)).not.toContain(someDetails.iban);
  });

  test('stands on the invoice with the authority as it is, and a later change does not reach it', async () => {
    await asOwner((tx) =>
      tx
        .updateTable('authority')
        .set({ street: 'Kreishausstraße 1', postcode: '00001', town: 'Musterstadt' })
        .where('id', '=', provider.tenantId)
        .execute(),
    );
    expect(await submit(draft, 'D-1')).toMatchObject({ ok: true });
    const { sides } = await seen(draft);
    expect(sides).toMatchObject({ sender: someDetails, recipient: { street: 'Kreishausstraße 1' } });
    expect(await save(moved, 1)).toEqual({ ok: true, value: 2 });
    await asOwner((tx) =>
      tx
        .updateTable('authority')
        .set({ street: 'Neue Straße 9' })
        .where('id', '=', provider.tenantId)
        .execute(),
    );
    expect((await seen(draft)).sides).toEqual(sides);
    const next = await anInvoice((await newContract()).contractId, '2026-06-01');
    expect((await seen(next)).sides).toMatchObject({
      sender: moved,
      recipient: { street: 'Neue Straße 9' },
    });
  });

  test('somebody else saved meanwhile: nothing is overwritten', async () => {
    expect(await save(someDetails, 1)).toMatchObject({
      ok: false,
      findings: [{ code: 'savedMeanwhile', current: { no: 2, iban: moved.iban } }],
    });
  });

  test('whoever pays is told that the money would go to another account than the last time', async () => {
    const isOther = async (id: string) =>
      (await asReader(officer, (tx) => findInvoicePage(tx, officer, id)))?.isOtherAccount;
    // The first invoice names the first account, and nothing was paid before.
    expect(await isOther(draft)).toBe(false);
    await settle(draft);
    const next = await anInvoice((await newContract()).contractId, '2026-07-01');
    expect(await isOther(next)).toBe(true);
    await settle(next);
    const third = await anInvoice((await newContract()).contractId, '2026-07-01');
    expect(await isOther(third)).toBe(false);
  });

  test('a correction by the district names both sides, too', async () => {
    const running = await newContract({
      terms: { price_model: 'perPlaceMonth', price_cents: 30_000, bills_occupied: true },
    });
    const first = await anInvoice(running.contractId, '2026-06-01');
    await settle(first);
    await asOwner(async (tx) => {
      await anAllocation(tx, running, await aClient(tx), { starts: '2026-06-21', ends: '2026-12-31' });
    });
    const correction = await asActor(officer, (tx) => correctInvoice(tx, officer, first, '2026-12-31'));
    if (!correction?.ok) throw new Error(JSON.stringify(correction));
    expect((await seen(correction.value, officer)).sides).toMatchObject({ sender: moved });
  });

  test('is read by the provider and by those who pay; by no other role, provider or authority', async () => {
    const found = (actor: typeof officer) => asReader(actor, (tx) => findBillingDetails(tx, providerId));
    expect(await found(officer)).toMatchObject({ iban: moved.iban });
    for (const actor of [
      anActor('controller'),
      anActor('caseworker'),
      anActor('portalAdmin'),
      anActor('procurementOfficer'),
      anActor('districtOfficer', { tenant: 'foreign' }),
      aProviderActor('second'),
    ]) {
      expect(await found(actor), actor.displayName).toBeUndefined();
    }
    const controller = anActor('controller');
    expect(await seen(draft, controller)).toMatchObject({ number: 'D-1', sides: null });
  });
});

describe('the database', () => {
  const insert = (row: Record<string, unknown>) =>
    asOwner(async (tx) => {
      const whole = {
        ...{ tenant_id: provider.tenantId, provider_id: providerId, no: 90, street: 'W', postcode: '00001' },
        ...{ town: 'S', tax_number: '1', account_holder: 'W', iban: 'DE89370400440532013000' },
        ...{ contact_email: 'a@b.example', recorded_by: provider.accountId, recorded_by_name: 'T', ...row },
      };
      const columns = sql.join(Object.keys(whole).map((column) => sql.ref(column)));
      await sql`insert into provider_billing (${columns}) values (${sql.join(Object.values(whole))})`.execute(
        tx,
      );
    });

  test.each([
    { row: { iban: 'DE89370400440532013001' }, constraint: 'provider_billing_iban_checks_out' },
    { row: { iban: 'DE89 3704 0044 0532 0130 00' }, constraint: 'provider_billing_iban_checks_out' },
    { row: { iban: '' }, constraint: 'provider_billing_iban_checks_out' },
    { row: { tax_number: ' ' }, constraint: 'provider_billing_taxed' },
    { row: { postcode: '2735' }, constraint: 'provider_billing_postcode_german' },
  ])('refuses $row', async ({ row, constraint }) => {
    await expect(insert(row)).rejects.toMatchObject({ constraint });
  });

  test('knows accounts of other countries, whose letters count as numbers', async () => {
    await expect(insert({ iban: 'GB29NWBK60161331926819' })).resolves.toBeUndefined();
  });

  test('lets nobody hand in an invoice that does not name both sides', async () => {
    const draft = await aDraft((await newContract()).contractId, '2026-06-01');
    const handIn = asActor(provider, (tx) =>
      tx
        .updateTable('invoice')
        .set({ state: 'submitted', submitted_on: '2026-12-31' })
        .where('id', '=', draft)
        .execute(),
    );
    await expect(handIn).rejects.toMatchObject({ constraint: 'invoice_names_both_sides' });
  });

  test('changes neither side of what was handed in', async () => {
    const id = await anInvoice((await newContract()).contractId, '2026-06-01');
    for (const change of [{ billing_no: 1 }, { recipient_street: 'Anderswo 1' }]) {
      const attempt = asActor(officer, (tx) =>
        tx.updateTable('invoice').set(change).where('id', '=', id).execute(),
      );
      await expect(attempt).rejects.toMatchObject({ constraint: 'invoice_stays_submitted' });
    }
  });
});
