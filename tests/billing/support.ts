import { asActor, asOwner, type Tx } from '#db/as-actor';
import type { BillingDetails } from '~/billing/details';
import { createDraft, submitInvoice, takeStep } from '~/billing/store';
import type { Actor } from '~/identity/actor';
import { anActor, aProviderActor, authorities } from '../support/actors';
import type { RunningContract } from '../support/allocations';

export const officer = anActor('districtOfficer');
export const provider = aProviderActor('first');
export const taxNote = 'umsatzsteuerfrei nach § 4 Nr. 15b UStG';

/** Another officer of the own authority: whoever checked does not approve. */
export const second: Actor = {
  ...officer,
  accountId: 'c0000000-0000-4000-8000-000000000198',
  sessionId: 'd0000000-0000-4000-8000-000000000198',
  displayName: 'districtOfficer (second)',
};

export async function addSecondOfficer(): Promise<void> {
  await asOwner(async (tx) => {
    await tx
      .insertInto('account')
      .values({
        tenant_id: second.tenantId,
        id: second.accountId,
        email: '198@beispiel.test',
        display_name: second.displayName,
      })
      .execute();
    await tx
      .insertInto('account_role')
      .values({ tenant_id: second.tenantId, account_id: second.accountId, role: 'districtOfficer' })
      .execute();
  });
}

export const someDetails: BillingDetails = {
  street: 'Beispielweg 1',
  postcode: '00001',
  town: 'Musterstadt',
  taxNumber: '99/999/00001',
  vatId: null,
  accountHolder: 'Erste Werkstatt gGmbH',
  iban: 'DE89370400440532013000',
  bic: null,
  contactEmail: 'rechnungen@werkstatt.example',
};

/** Past the doors: what the provider of a contract bills with, once. */
async function withDetails(
  tx: Tx,
  { tenant_id, provider_id }: { readonly tenant_id: string; readonly provider_id: string },
): Promise<void> {
  const { taxNumber, vatId, accountHolder, contactEmail, ...same } = someDetails;
  const author = anActor('districtOfficer', { tenant: tenant_id === authorities.own.id ? 'own' : 'foreign' });
  await tx
    .insertInto('provider_billing')
    .values({
      ...{ tenant_id, provider_id, no: 1, ...same, tax_number: taxNumber, vat_id: vatId },
      ...{ account_holder: accountHolder, contact_email: contactEmail },
      ...{ recorded_by: author.accountId, recorded_by_name: author.displayName },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The own provider can hand in. */
export async function addBillingDetails(): Promise<void> {
  const { tenantId: tenant_id, providerId } = provider;
  await asOwner((tx) => withDetails(tx, { tenant_id, provider_id: providerId ?? '' }));
}

let made = 0;

/** The draft of a month, by the provider; throws where it is refused. */
export async function aDraft(contractId: string, month: string, today = '2026-12-31'): Promise<string> {
  made += 1;
  const draft = { contractId, month, number: `R-${made}`, taxNote };
  const result = await asActor(provider, (tx) => createDraft(tx, provider, draft, today));
  if (!result?.ok) throw new Error(`The draft was refused: ${JSON.stringify(result)}`);
  return result.value;
}

/** An invoice that was handed in. */
export async function anInvoice(contractId: string, month: string): Promise<string> {
  const id = await aDraft(contractId, month);
  made += 1;
  const terms = { number: `R-${made}`, taxNote };
  const result = await asActor(provider, (tx) => submitInvoice(tx, provider, id, terms, '2026-12-31'));
  if (!result?.ok) throw new Error(`Handing in was refused: ${JSON.stringify(result)}`);
  return id;
}

export const step = (
  id: string,
  what: 'check' | 'approve' | 'pay' | 'reject',
  actor: Actor = officer,
  reason: string | null = null,
) => asActor(actor, (tx) => takeStep(tx, actor, id, { step: what, reason, today: '2026-12-31' }));

/** Checked, approved by another and paid. */
export async function settle(id: string): Promise<void> {
  for (const result of [await step(id, 'check'), await step(id, 'approve', second), await step(id, 'pay')]) {
    if (!result?.ok) throw new Error(`A step was refused: ${JSON.stringify(result)}`);
  }
}

/** An invoice with an id of its own that was handed in, written past the doors: for tests of addresses. */
export async function aSubmittedInvoice(tx: Tx, contract: RunningContract, id: string): Promise<void> {
  const side = contract.tenantId === authorities.own.id ? 'own' : 'foreign';
  const author = anActor('districtOfficer', { tenant: side });
  await withDetails(tx, { tenant_id: contract.tenantId, provider_id: contract.providerId });
  await tx
    .insertInto('invoice')
    .values({
      tenant_id: contract.tenantId,
      id,
      contract_id: contract.contractId,
      provider_id: contract.providerId,
      month: '2026-02-01',
      number: 'R-0',
      state: 'submitted',
      total_cents: 750_000,
      tax_note: taxNote,
      submitted_on: '2026-03-02',
      billing_no: 1,
      recipient_name: 'Landkreis',
      created_by: author.accountId,
      created_by_name: author.displayName,
    })
    .execute();
}
