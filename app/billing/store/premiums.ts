import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { PremiumKind } from '~/contracts/service';
import { type PremiumRefusal, premiumRefusals } from '../rules/premiums';
import { findBilledContract, findDelivered } from './contracts';
import { findInvoice } from './find';
import { writeDraft } from './lines';
import { lockBilling } from './moves';

export interface NewClaim {
  readonly allocationId: string;
  readonly kind: PremiumKind;
  readonly reachedOn: string;
  readonly proof: string;
}

export type ClaimRefusal =
  PremiumRefusal | { readonly code: 'notDraft' } | { readonly code: 'personUnknown' };

/** People of a contract whom the provider sees today, by name: for whom a premium can be claimed. */
export async function listClaimants(tx: Tx, contractId: string): Promise<{ id: string; name: string }[]> {
  return await tx
    .selectFrom('allocation')
    .innerJoin('allocation_disclosure as told', (join) =>
      join
        .onRef('told.tenant_id', '=', 'allocation.tenant_id')
        .onRef('told.allocation_id', '=', 'allocation.id'),
    )
    .where('allocation.contract_id', '=', contractId)
    .where('allocation.state', 'not in', ['notStarted', 'declined'])
    .select(['allocation.id', sql<string>`told.last_name || ', ' || told.first_name`.as('name')])
    .orderBy(sql`told.last_name collate de_icu`)
    .orderBy(sql`told.first_name collate de_icu`)
    .orderBy('allocation.id')
    .execute();
}

/**
 * Claims a premium with its proof and puts it into a draft (rule B14). Undefined where the
 * provider has no such invoice; a person whom it does not see answers as if there were none.
 */
export async function claimPremium(
  tx: Tx,
  actor: Actor,
  invoiceId: string,
  claim: NewClaim,
  today: string,
): Promise<Result<string, ClaimRefusal> | undefined> {
  const seen = await findInvoice(tx, invoiceId, { hasDrafts: true });
  const contract = seen && (await findBilledContract(tx, seen.contractId));
  if (!seen || !contract) return undefined;
  await lockBilling(tx, actor.tenantId, contract.providerId);
  const invoice = await findInvoice(tx, invoiceId, { isLocking: true, hasDrafts: true });
  if (invoice?.state !== 'draft') return refuse({ code: 'notDraft' });
  const claimants = await listClaimants(tx, contract.id);
  if (!claimants.some(({ id }) => id === claim.allocationId)) return refuse({ code: 'personUnknown' });
  const person = await tx
    .selectFrom('allocation')
    .select(['participant_key as participantKey', 'starts'])
    .where('id', '=', claim.allocationId)
    .executeTakeFirstOrThrow();
  const earlier = await tx
    .selectFrom('premium_claim')
    .select([
      'participant_key as participantKey',
      'kind',
      'reached_on as reachedOn',
      'amount_cents as amountCents',
    ])
    .where('contract_id', '=', contract.id)
    .execute();
  const refusals = premiumRefusals({ ...claim, ...person, today }, contract.premiums, earlier);
  if (refusals.length > 0) return refuse(...refusals);

  const { id } = await tx
    .insertInto('premium_claim')
    .values({
      tenant_id: actor.tenantId,
      contract_id: contract.id,
      allocation_id: claim.allocationId,
      participant_key: person.participantKey,
      kind: claim.kind,
      reached_on: claim.reachedOn,
      proof: claim.proof,
      amount_cents: contract.premiums.find(({ kind }) => kind === claim.kind)?.amountCents ?? 0,
      invoice_id: invoiceId,
      claimed_by: actor.accountId,
      claimed_by_name: actor.displayName,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const delivered = await findDelivered(tx, [contract]);
  await writeDraft(tx, actor, invoice, contract, delivered(contract.id));
  await recordAudit(tx, actor, { verb: 'premium.claimed', objectKind: 'premium', objectId: id });
  return ok(id);
}

/** Takes a premium out of a draft again; false where there is no such claim in a draft. */
export async function dropClaim(tx: Tx, actor: Actor, invoiceId: string, claimId: string): Promise<boolean> {
  const invoice = await findInvoice(tx, invoiceId, { isLocking: true, hasDrafts: true });
  const contract = invoice && (await findBilledContract(tx, invoice.contractId));
  if (!contract || invoice.state !== 'draft') return false;
  // In two steps: only what stands in no invoice can be deleted.
  const released = await tx
    .updateTable('premium_claim')
    .set({ invoice_id: null })
    .where('id', '=', claimId)
    .where('invoice_id', '=', invoiceId)
    .returning('id')
    .executeTakeFirst();
  if (!released) return false;
  await tx.deleteFrom('premium_claim').where('id', '=', claimId).execute();
  const delivered = await findDelivered(tx, [contract]);
  await writeDraft(tx, actor, invoice, contract, delivered(contract.id));
  await recordAudit(tx, actor, { verb: 'premium.dropped', objectKind: 'premium', objectId: claimId });
  return true;
}
