import type { Tx } from '#db/as-actor';
import { sql } from 'kysely';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import { findContract } from './find';
import { recordMove } from './moves';

type EndFinding =
  { readonly code: 'notSigned' } | { readonly code: 'termNotOver'; readonly runsUntil: string };

/** Closes a contract whose term is over; undefined where there is no such contract. */
export async function endContract(
  tx: Tx,
  actor: Actor,
  id: string,
  reason: string | null,
  today: string,
): Promise<Result<string, EndFinding> | undefined> {
  const contract = await findContract(tx, id, { isLocking: true });
  if (!contract) return undefined;
  if (contract.state !== 'signed') return refuse({ code: 'notSigned' });
  if (today <= contract.runsUntil) return refuse({ code: 'termNotOver', runsUntil: contract.runsUntil });
  await tx.updateTable('contract').set({ state: 'ended' }).where('id', '=', id).execute();
  await recordMove(tx, actor, { contractId: id, deed: 'ended', reason });
  return ok(id);
}

/** Marks a task of a contract as done; false where there is no such open task. */
export async function finishTask(tx: Tx, actor: Actor, contractId: string, taskId: string): Promise<boolean> {
  const row = await tx
    .updateTable('task')
    .set({ done_at: sql`now()`, done_by_name: actor.displayName })
    .where('id', '=', taskId)
    .where('contract_id', '=', contractId)
    .where('done_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  await recordMove(tx, actor, { contractId, deed: 'taskDone' });
  return true;
}
