import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import { ok, refuse } from '~/values/result';
import type { Result } from '~/values/result';
import type { ClientHead } from '../client';
import type { HandoverReason } from '../handover-reasons';

export interface HandoverRow {
  readonly id: string;
  readonly fromName: string;
  readonly toName: string;
  readonly reason: string;
  readonly at: string;
  readonly byName: string;
}

/**
 * Puts another person in charge; only who is in charge, or stands in, may (rule C18).
 *
 * The journal goes first: afterwards the client is no longer the actor's to write about.
 */
export async function handOver(
  tx: Tx,
  actor: Actor,
  client: ClientHead,
  { toId, reason }: { readonly toId: string; readonly reason: HandoverReason },
): Promise<Result<undefined, { readonly code: 'personUnknown' } | { readonly code: 'alreadyInCharge' }>> {
  if (toId === client.responsibleId) return refuse({ code: 'alreadyInCharge' });
  const staff = await tx
    .selectFrom('jobcenter_staff')
    .where('function', 'in', ['caseworker', 'jobcenterCaseManager'])
    .select(['account_id as id', 'display_name as name'])
    .execute();
  const to = staff.find(({ id }) => id === toId);
  if (!to) return refuse({ code: 'personUnknown' });
  await tx
    .insertInto('client_handover')
    .values({
      tenant_id: actor.tenantId,
      client_id: client.id,
      from_name: client.responsibleName,
      to_name: to.name,
      reason,
      handed_by: actor.accountId,
      handed_by_name: actor.displayName,
    })
    .execute();
  await recordAudit(tx, actor, { verb: 'client.handedOver', objectKind: 'client', objectId: client.id });
  await tx
    .updateTable('client')
    .set({
      responsible_id: to.id,
      handed_over_by: actor.accountId,
      // The same moment in the policy: until the transaction ends the row may still be read.
      handed_over_at: sql<string>`transaction_timestamp()`,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', client.id)
    .execute();
  return ok(undefined);
}

/** Who was in charge before, newest change first. */
export async function listHandovers(tx: Tx, clientId: string): Promise<HandoverRow[]> {
  return await tx
    .selectFrom('client_handover')
    .where('client_id', '=', clientId)
    .select(['id', 'from_name as fromName', 'to_name as toName', 'reason', 'at', 'handed_by_name as byName'])
    .orderBy('at', 'desc')
    .execute();
}
