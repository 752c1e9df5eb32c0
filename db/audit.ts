import type { Actor } from '~/identity/actor';
import type { Tx } from './as-actor';

/** What was done, never with which values. */
export interface Deed {
  /** Verb of the trade in the past tense, e.g. `appropriation.changed`. */
  readonly verb: string;
  readonly objectKind: string;
  readonly objectId?: string | null;
  /** Names of the changed fields. */
  readonly changedFields?: readonly string[];
}

/**
 * Writes the deed into the audit log, in the transaction of the deed: no log, no deed.
 *
 * The app's roles may only insert, and only in the name of the actor that the
 * transaction was opened for.
 */
export async function recordAudit(tx: Tx, actor: Actor, deed: Deed): Promise<void> {
  await recordAudits(tx, actor.tenantId, actor, [deed]);
}

/**
 * The same for many deeds of one transaction. Without an actor it was somebody at the
 * command line: the log names nobody.
 */
export async function recordAudits(
  tx: Tx,
  tenantId: string,
  actor: Actor | null,
  deeds: readonly Deed[],
): Promise<void> {
  if (deeds.length === 0) return;
  await tx
    .insertInto('audit_entry')
    .values(
      deeds.map((deed) => ({
        tenant_id: tenantId,
        account_id: actor?.accountId ?? null,
        role: actor?.roles.join(',') ?? null,
        verb: deed.verb,
        object_kind: deed.objectKind,
        object_id: deed.objectId ?? null,
        changed_fields: [...(deed.changedFields ?? [])],
        request_id: actor?.requestId ?? null,
      })),
    )
    .execute();
}
