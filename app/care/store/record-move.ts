import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Tables } from '#db/tables';
import type { Selectable } from 'kysely';
import type { Actor } from '~/identity/actor';
import type { AuditVerb } from '~/identity/audit-verbs';

interface Move {
  readonly careId: string;
  readonly deed: Selectable<Tables['allocation_move']>['deed'];
  readonly day: string | null;
  readonly reason: string | null;
  readonly verb: AuditVerb;
}

/** Writes a deed into the history of the care, with its reason, and into the audit log, without. */
export async function recordMove(tx: Tx, actor: Actor, move: Move): Promise<void> {
  await tx
    .insertInto('allocation_move')
    .values({
      tenant_id: actor.tenantId,
      allocation_id: move.careId,
      deed: move.deed,
      day: move.day,
      reason: move.reason,
      moved_by: actor.accountId,
      moved_by_name: actor.displayName,
    })
    .execute();
  await recordAudit(tx, actor, { verb: move.verb, objectKind: 'allocation', objectId: move.careId });
}
