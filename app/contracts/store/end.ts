import type { Tx } from '#db/as-actor';
import { sql } from 'kysely';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import { taskText } from '../words';
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

/**
 * Marks a task of a contract as done, with what came of it; false where there is no such
 * open task. Two who do it at once: the second finds none.
 */
export async function finishTask(
  tx: Tx,
  actor: Actor,
  key: { readonly contractId: string; readonly taskId: string },
  note: string,
): Promise<boolean> {
  const row = await tx
    .updateTable('task')
    .set({ done_at: sql`now()`, done_by_name: actor.displayName })
    .where('id', '=', key.taskId)
    .where('contract_id', '=', key.contractId)
    .where('done_at', 'is', null)
    .returning(['kind', 'due_on as dueOn'])
    .executeTakeFirst();
  if (!row) return false;
  await recordMove(tx, actor, {
    contractId: key.contractId,
    deed: 'taskDone',
    reason: `${taskText(row)}: ${note}`,
  });
  return true;
}
