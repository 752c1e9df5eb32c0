import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import type { InvoiceMove } from '../invoice';

/** Writes into the invoice's own history and into the audit log who did what. */
export async function recordInvoiceMove(
  tx: Tx,
  actor: Actor,
  {
    invoiceId,
    deed,
    reason = null,
  }: Pick<InvoiceMove, 'deed'> & { invoiceId: string; reason?: string | null },
): Promise<void> {
  await tx
    .insertInto('invoice_move')
    .values({
      tenant_id: actor.tenantId,
      invoice_id: invoiceId,
      deed,
      reason,
      moved_by: actor.accountId,
      moved_by_name: actor.displayName,
    })
    .execute();
  await recordAudit(tx, actor, { verb: `invoice.${deed}`, objectKind: 'invoice', objectId: invoiceId });
}

/**
 * Until the transaction ends nobody else bills this provider's months: a second invoice
 * of a month, a number or a premium that is taken is then found and told, not run into.
 */
export async function lockBilling(tx: Tx, tenantId: string, providerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('billing' || ${tenantId}::text || ${providerId}::text, 0))`.execute(
    tx,
  );
}

/** Whether the provider used the number for another invoice before; also one that was rejected keeps its number. */
export async function isNumberTaken(
  tx: Tx,
  providerId: string,
  number: string,
  byOtherThan: string | null,
): Promise<boolean> {
  const row = await tx
    .selectFrom('invoice')
    .select('id')
    .where('provider_id', '=', providerId)
    .where('number', '=', number)
    .$if(byOtherThan !== null, (query) => query.where('id', '<>', byOtherThan ?? ''))
    .executeTakeFirst();
  return row !== undefined;
}
