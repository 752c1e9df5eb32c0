import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';

export interface OpeningRow {
  readonly id: string;
  readonly purpose: string;
  readonly openedAt: string;
  readonly openedByName: string;
}

/** A team lead says for what; from now on, for an hour, the database shows the client (rule P2). */
export async function openForPurpose(tx: Tx, actor: Actor, clientId: string, purpose: string): Promise<void> {
  await tx
    .insertInto('client_opening')
    .values({
      tenant_id: actor.tenantId,
      client_id: clientId,
      purpose,
      opened_by: actor.accountId,
      opened_by_name: actor.displayName,
    })
    .execute();
  await recordAudit(tx, actor, {
    verb: 'client.openedForPurpose',
    objectKind: 'client',
    objectId: clientId,
  });
}

/** Which team lead looked when and for what, newest first; those in charge see all of them. */
export async function listOpenings(tx: Tx, clientId: string): Promise<OpeningRow[]> {
  return await tx
    .selectFrom('client_opening')
    .where('client_id', '=', clientId)
    .select(['id', 'purpose', 'opened_at as openedAt', 'opened_by_name as openedByName'])
    .orderBy('opened_at', 'desc')
    .limit(50)
    .execute();
}
