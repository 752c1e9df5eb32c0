import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import { isId } from '~/values/is-id';
import { ok, refuse, type Result } from '~/values/result';

export type ConsentFinding = { readonly code: 'alreadyDecided' } | { readonly code: 'ownQuestion' };

/**
 * The team lead's answer, once. Who asked cannot answer; a foreign question, one of
 * another team and one whose client was not opened are all the same: undefined.
 */
export async function decideConsent(
  tx: Tx,
  actor: Actor,
  key: { readonly clientId: string; readonly checkId: string },
  answer: { readonly isGranted: boolean; readonly reason: string },
): Promise<Result<undefined, ConsentFinding> | undefined> {
  if (!isId(key.checkId)) return undefined;
  const question = await tx
    .selectFrom('access_consent')
    .where('client_id', '=', key.clientId)
    .where('check_id', '=', key.checkId)
    .select(['asked_by', 'decided_at'])
    .executeTakeFirst();
  if (!question) return undefined;
  if (question.decided_at !== null) return refuse({ code: 'alreadyDecided' });
  if (question.asked_by === actor.accountId) return refuse({ code: 'ownQuestion' });
  const decided = await tx
    .updateTable('access_consent')
    .set({
      is_granted: answer.isGranted,
      reason: answer.reason,
      decided_at: sql<string>`now()`,
      decided_by: actor.accountId,
      decided_by_name: actor.displayName,
    })
    .where('check_id', '=', key.checkId)
    .where('decided_at', 'is', null)
    .executeTakeFirst();
  if (decided.numUpdatedRows === 0n) return undefined;
  await recordAudit(tx, actor, {
    verb: answer.isGranted ? 'accessConsent.granted' : 'accessConsent.denied',
    objectKind: 'client',
    objectId: key.clientId,
  });
  return ok(undefined);
}
