import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import type { AuditVerb } from '~/identity/audit-verbs';

const verbs = {
  allocated: 'allocation.made',
  notStarted: 'allocation.notStarted',
  declined: 'allocation.declined',
  extended: 'allocation.extended',
  letterMade: 'allocation.letterMade',
} as const satisfies Readonly<Record<string, AuditVerb>>;

interface Move {
  readonly allocationId: string;
  readonly deed: keyof typeof verbs;
  /** The day it is about, e.g. the new last one. */
  readonly day?: string | null;
  readonly reason?: string | null;
}

/** Writes into the allocation's own history and into the audit log who did what. */
export async function recordMove(
  tx: Tx,
  actor: Actor,
  { allocationId, deed, day = null, reason = null }: Move,
): Promise<void> {
  await tx
    .insertInto('allocation_move')
    .values({
      tenant_id: actor.tenantId,
      allocation_id: allocationId,
      deed,
      day,
      reason,
      moved_by: actor.accountId,
      moved_by_name: actor.displayName,
    })
    .execute();
  await recordAudit(tx, actor, { verb: verbs[deed], objectKind: 'allocation', objectId: allocationId });
}
