import { beforeAll, describe, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import {
  claimPremium,
  dropClaim,
  findInvoice,
  listClaimants,
  listClaims,
  submitInvoice,
  withdrawDraft,
} from '~/billing/store';
import { aRunningContract, anAllocation, type RunningContract } from '../support/allocations';
import { aClient } from '../support/clients';
import { useTestDatabase } from '../support/database';
import { addBillingDetails, addSecondOfficer, aDraft, officer, provider, step, taxNote } from './support';

useTestDatabase();
beforeAll(addSecondOfficer);
beforeAll(addBillingDetails);

const somebody = (running: RunningContract, place: number, changes: Parameters<typeof anAllocation>[3]) =>
  asOwner(async (tx) =>
    anAllocation(tx, running, await aClient(tx), { place_id: running.places[place]!, ...changes }),
  );
const seen = (id: string) => asReader(provider, (tx) => findInvoice(tx, id, { hasDrafts: true }));
const submit = (id: string, number: string) =>
  asActor(provider, (tx) => submitInvoice(tx, provider, id, { number, taxNote }, '2026-12-31'));

describe('premiums', () => {
  const withPremium = async (yearCap: number | null = null) => {
    const running = await asOwner((tx) => aRunningContract(tx));
    await asOwner((tx) =>
      tx
        .insertInto('contract_premium')
        .values({
          ...{ tenant_id: running.tenantId, contract_id: running.contractId, kind: 'work' },
          ...{ label: 'Arbeitsaufnahme', amount_cents: 50_000, year_cap_cents: yearCap },
        })
        .execute(),
    );
    return running;
  };
  const claim = (invoiceId: string, allocationId: string) =>
    asActor(provider, (tx) =>
      claimPremium(
        tx,
        provider,
        invoiceId,
        { allocationId, kind: 'work', reachedOn: '2026-06-20', proof: 'Arbeitsvertrag liegt vor' },
        '2026-12-31',
      ),
    );

  test('are claimed once per person, and stand in the invoice without a name', async () => {
    const running = await withPremium();
    const who = await somebody(running, 0, {});
    const id = await aDraft(running.contractId, '2026-06-01');
    expect(await claim(id, who)).toMatchObject({ ok: true });
    expect(await claim(id, who)).toMatchObject({ findings: [{ code: 'premiumTwice' }] });
    const invoice = await seen(id);
    expect(invoice?.totalCents).toBe(800_000);
    expect(JSON.stringify(invoice?.lines)).not.toContain('Apfelkern');
    expect(await asReader(provider, (tx) => listClaims(tx, id))).toMatchObject([
      { person: 'Alma Apfelkern', amountCents: 50_000 },
    ]);
    await submit(id, 'P-1');
    expect(await asReader(officer, (tx) => listClaims(tx, id))).toMatchObject([
      { person: null, proof: 'Arbeitsvertrag liegt vor' },
    ]);
    // Also in a later month: once per person and kind.
    const later = await aDraft(running.contractId, '2026-07-01');
    expect(await claim(later, who)).toMatchObject({ findings: [{ code: 'premiumTwice' }] });
  });

  test('stay within the cap of the year', async () => {
    const running = await withPremium(75_000);
    const [one, other] = [await somebody(running, 0, {}), await somebody(running, 1, {})];
    const id = await aDraft(running.contractId, '2026-06-01');
    expect(await claim(id, one)).toMatchObject({ ok: true });
    expect(await claim(id, other)).toEqual({
      ok: false,
      findings: [{ code: 'capReached', year: 2026, capCents: 75_000, leftCents: 25_000 }],
    });
  });

  test('come along with the next invoice where theirs was rejected or deleted, and can be taken out', async () => {
    const running = await withPremium();
    const who = await somebody(running, 0, {});
    const id = await aDraft(running.contractId, '2026-06-01');
    const claimed = await claim(id, who);
    await submit(id, 'P-2');
    await step(id, 'reject', officer, 'Nachweis unlesbar');
    const again = await aDraft(running.contractId, '2026-06-01');
    expect(await seen(again)).toMatchObject({ totalCents: 800_000 });
    await asActor(provider, (tx) => withdrawDraft(tx, provider, again));
    const third = await aDraft(running.contractId, '2026-06-01');
    expect(await seen(third)).toMatchObject({ totalCents: 800_000 });
    const claimId = claimed?.ok ? claimed.value : '';
    expect(await asActor(provider, (tx) => dropClaim(tx, provider, third, claimId))).toBe(true);
    expect(await seen(third)).toMatchObject({ totalCents: 750_000 });
    expect(await claim(third, who)).toMatchObject({ ok: true });
  });

  test('are for people whom the provider sees', async () => {
    const running = await withPremium();
    const gone = await somebody(running, 0, { visible_until: '2020-01-01' });
    const elsewhere = await withPremium();
    const stranger = await somebody(elsewhere, 0, {});
    const id = await aDraft(running.contractId, '2026-06-01');
    for (const who of [gone, stranger]) {
      expect(await claim(id, who)).toMatchObject({ findings: [{ code: 'personUnknown' }] });
    }
    expect(await asReader(provider, (tx) => listClaimants(tx, running.contractId))).toEqual([]);
  });

  test('the database itself keeps a claim in the invoice that was handed in', async () => {
    const running = await withPremium();
    const who = await somebody(running, 0, {});
    const id = await aDraft(running.contractId, '2026-06-01');
    await claim(id, who);
    await submit(id, 'P-3');
    const next = await aDraft(running.contractId, '2026-07-01');
    const moved = await asActor(provider, (tx) =>
      tx.updateTable('premium_claim').set({ invoice_id: next }).where('invoice_id', '=', id).execute(),
    );
    expect(moved[0]?.numUpdatedRows).toBe(0n);
  });
});
