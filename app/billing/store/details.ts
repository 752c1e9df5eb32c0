import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { findLetterhead } from '~/authority/store';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { BillingDetails, BillingVersion } from '../details';
import { changedFields } from '../rules/details';
import { lockBilling } from './moves';

export const billingColumns = [
  'billing.street',
  'billing.postcode',
  'billing.town',
  'billing.tax_number as taxNumber',
  'billing.vat_id as vatId',
  'billing.account_holder as accountHolder',
  'billing.iban',
  'billing.bic',
  'billing.contact_email as contactEmail',
] as const;

function versions(tx: Tx, providerId: string) {
  return tx
    .selectFrom('provider_billing as billing')
    .where('billing.provider_id', '=', providerId)
    .select([
      'billing.no',
      ...billingColumns,
      'billing.recorded_at as recordedAt',
      'billing.recorded_by_name as recordedBy',
    ])
    .orderBy('billing.no', 'desc');
}

/** Everything a provider ever billed with towards the actor's authority, the newest first. */
export async function listBillingVersions(tx: Tx, providerId: string): Promise<BillingVersion[]> {
  return await versions(tx, providerId).execute();
}

/** What holds now; undefined where nothing was entered, or the actor does not pay. */
export async function findBillingDetails(tx: Tx, providerId: string): Promise<BillingVersion | undefined> {
  return await versions(tx, providerId).limit(1).executeTakeFirst();
}

/** What the provider's last paid invoice was paid with, this one aside. */
export async function findLastPaidWith(
  tx: Tx,
  providerId: string,
  invoiceId: string,
): Promise<BillingDetails | undefined> {
  return await tx
    .selectFrom('invoice')
    .innerJoin('provider_billing as billing', (join) =>
      join
        .onRef('billing.tenant_id', '=', 'invoice.tenant_id')
        .onRef('billing.provider_id', '=', 'invoice.provider_id')
        .onRef('billing.no', '=', 'invoice.billing_no'),
    )
    .where('invoice.provider_id', '=', providerId)
    .where('invoice.state', '=', 'paid')
    .where('invoice.id', '<>', invoiceId)
    .select(billingColumns)
    .orderBy('invoice.paid_on', 'desc')
    .orderBy('billing.no', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** What is written to an invoice when it is handed in: who bills with what, and the authority as it is today. */
export async function frozenSides(tx: Tx, { no }: Pick<BillingVersion, 'no'>) {
  const { name, office, street, postcode, town } = await findLetterhead(tx);
  return {
    billing_no: no,
    recipient_name: name,
    recipient_office: office,
    recipient_street: street,
    recipient_postcode: postcode,
    recipient_town: town,
  };
}

export interface SavedMeanwhile {
  readonly code: 'savedMeanwhile';
  readonly current: BillingVersion;
}

/**
 * Keeps what a provider bills with from now on, as a further version: invoices that were
 * handed in keep theirs. `seenNo` is the version the form was filled from, 0 for none;
 * where nothing changed there is no further one. Answers with the version that holds.
 */
export async function saveBillingDetails(
  tx: Tx,
  actor: Actor & { readonly providerId: string },
  details: BillingDetails,
  seenNo: number,
): Promise<Result<number, SavedMeanwhile>> {
  await lockBilling(tx, actor.tenantId, actor.providerId);
  const current = await findBillingDetails(tx, actor.providerId);
  if (current && current.no !== seenNo) return refuse({ code: 'savedMeanwhile', current });
  const changed = changedFields(current ?? null, details);
  if (current && changed.length === 0) return ok(current.no);
  const no = (current?.no ?? 0) + 1;
  await tx
    .insertInto('provider_billing')
    .values({
      tenant_id: actor.tenantId,
      provider_id: actor.providerId,
      no,
      street: details.street,
      postcode: details.postcode,
      town: details.town,
      tax_number: details.taxNumber,
      vat_id: details.vatId,
      account_holder: details.accountHolder,
      iban: details.iban,
      bic: details.bic,
      contact_email: details.contactEmail,
      recorded_by: actor.accountId,
      recorded_by_name: actor.displayName,
    })
    .execute();
  await recordAudit(tx, actor, {
    verb: 'billing.recorded',
    objectKind: 'provider',
    objectId: actor.providerId,
    changedFields: changed,
  });
  return ok(no);
}
