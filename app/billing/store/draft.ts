import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import { type BillingRefusal, monthRefusals } from '../rules/open-months';
import { findBilledContract, findDelivered } from './contracts';
import { findBillingDetails, frozenSides } from './details';
import { findInvoice } from './find';
import { writeDraft } from './lines';
import { isNumberTaken, lockBilling, recordInvoiceMove } from './moves';

interface DraftTerms {
  /** The provider's own number. */
  readonly number: string;
  readonly taxNote: string;
}

interface NewDraft extends DraftTerms {
  readonly contractId: string;
  /** First day of the month. */
  readonly month: string;
}

export type DraftRefusal = BillingRefusal | { readonly code: 'numberTaken' };

/** The invoice of a month that was not rejected; undefined where none was made. */
export async function findInvoiceOfMonth(
  tx: Tx,
  { contractId, month }: Pick<NewDraft, 'contractId' | 'month'>,
): Promise<{ id: string; number: string } | undefined> {
  return await tx
    .selectFrom('invoice')
    .select(['id', 'number'])
    .where('contract_id', '=', contractId)
    .where('month', '=', month)
    .where('correction_no', '=', 0)
    .where('state', '<>', 'rejected')
    .executeTakeFirst();
}

/**
 * Makes the draft of a month, with what is owed for it and the premiums that wait for an
 * invoice. Undefined where the provider has no such contract. Returns its id.
 */
export async function createDraft(
  tx: Tx,
  actor: Actor,
  { contractId, month, number, taxNote }: NewDraft,
  today: string,
): Promise<Result<string, DraftRefusal> | undefined> {
  const contract = await findBilledContract(tx, contractId);
  if (!contract) return undefined;
  await lockBilling(tx, actor.tenantId, contract.providerId);
  const refusals: DraftRefusal[] = monthRefusals(contract, month, today);
  if (await findInvoiceOfMonth(tx, { contractId, month })) refusals.push({ code: 'monthBilled' });
  if (await isNumberTaken(tx, contract.providerId, number, null)) refusals.push({ code: 'numberTaken' });
  if (refusals.length > 0) return refuse(...refusals);

  const { id } = await tx
    .insertInto('invoice')
    .values({
      tenant_id: actor.tenantId,
      contract_id: contractId,
      provider_id: contract.providerId,
      month,
      number,
      total_cents: 0,
      tax_note: taxNote,
      created_by: actor.accountId,
      created_by_name: actor.displayName,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await takeWaitingClaims(tx, contractId, id);
  const delivered = await findDelivered(tx, [contract]);
  await writeDraft(tx, actor, { id, month }, contract, delivered(contractId));
  await recordInvoiceMove(tx, actor, { invoiceId: id, deed: 'created' });
  return ok(id);
}

/** Premiums whose invoice was rejected or deleted come along with the next one. */
async function takeWaitingClaims(tx: Tx, contractId: string, invoiceId: string): Promise<void> {
  await tx
    .updateTable('premium_claim')
    .set({ invoice_id: invoiceId })
    .where('contract_id', '=', contractId)
    .where((eb) =>
      eb.or([
        eb('invoice_id', 'is', null),
        eb('invoice_id', 'in', (inner) =>
          inner.selectFrom('invoice').select('id').where('state', '=', 'rejected'),
        ),
      ]),
    )
    .execute();
}

/** Deletes a draft; its premiums wait for the next one. False where there is no such draft. */
export async function withdrawDraft(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const invoice = await findInvoice(tx, id, { isLocking: true, hasDrafts: true });
  if (invoice?.state !== 'draft') return false;
  await tx.deleteFrom('invoice').where('id', '=', id).execute();
  await recordAudit(tx, actor, { verb: 'invoice.withdrawn', objectKind: 'invoice', objectId: id });
  return true;
}

export type SubmitRefusal =
  | { readonly code: 'notDraft' }
  /** Nobody could pay from it: the provider has not said where to, and with which tax number. */
  | { readonly code: 'billingMissing' }
  | { readonly code: 'numberTaken' }
  /** Somebody corrected an exit or a session since: the draft now shows the new sum. */
  | { readonly code: 'recomputed'; readonly beforeCents: number; readonly nowCents: number };

/**
 * Hands a draft in, with its final number. What it was computed from is looked at once
 * more: where that changed, the draft is written anew and not handed in unread. Both sides
 * stand on it from now on as they are today (§ 14 Abs. 4 Nr. 1, 2 UStG).
 */
export async function submitInvoice(
  tx: Tx,
  actor: Actor,
  id: string,
  { number, taxNote }: DraftTerms,
  today: string,
): Promise<Result<string, SubmitRefusal> | undefined> {
  const seen = await findInvoice(tx, id, { hasDrafts: true });
  const contract = seen && (await findBilledContract(tx, seen.contractId));
  if (!seen || !contract) return undefined;
  await lockBilling(tx, actor.tenantId, contract.providerId);
  const invoice = await findInvoice(tx, id, { isLocking: true, hasDrafts: true });
  if (invoice?.state !== 'draft') return refuse({ code: 'notDraft' });
  if (await isNumberTaken(tx, contract.providerId, number, id)) return refuse({ code: 'numberTaken' });

  const details = await findBillingDetails(tx, contract.providerId);
  if (!details) return refuse({ code: 'billingMissing' });

  const delivered = await findDelivered(tx, [contract]);
  const nowCents = await writeDraft(tx, actor, invoice, contract, delivered(contract.id));
  await tx.updateTable('invoice').set({ number, tax_note: taxNote }).where('id', '=', id).execute();
  if (nowCents !== invoice.totalCents) {
    return refuse({ code: 'recomputed', beforeCents: invoice.totalCents, nowCents });
  }
  await tx
    .updateTable('invoice')
    .set({ state: 'submitted', submitted_on: today, ...(await frozenSides(tx, details)) })
    .where('id', '=', id)
    .execute();
  await recordInvoiceMove(tx, actor, { invoiceId: id, deed: 'submitted' });
  return ok(id);
}
