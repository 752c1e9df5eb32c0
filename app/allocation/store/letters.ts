import { createHash } from 'node:crypto';
import type { Tx } from '#db/as-actor';
import { isId } from '~/values/is-id';
import type { Actor } from '~/identity/actor';
import { recordMove } from './moves';

/** Keeps the letter to the person as it goes out. */
export async function keepLetter(
  tx: Tx,
  actor: Actor,
  letter: { readonly allocationId: string; readonly templateVersion: number; readonly content: Uint8Array },
): Promise<void> {
  await tx
    .insertInto('allocation_letter')
    .values({
      tenant_id: actor.tenantId,
      allocation_id: letter.allocationId,
      kind: 'client',
      template_version: letter.templateVersion,
      content: letter.content,
      sha256: createHash('sha256').update(letter.content).digest('hex'),
      created_by: actor.accountId,
    })
    .execute();
  await recordMove(tx, actor, { allocationId: letter.allocationId, deed: 'letterMade' });
}

/** The letter as it went out; undefined where there is none or the actor may not read it. */
export async function findLetter(tx: Tx, allocationId: string): Promise<Uint8Array | undefined> {
  if (!isId(allocationId)) return undefined;
  const row = await tx
    .selectFrom('allocation_letter')
    .where('allocation_id', '=', allocationId)
    .where('kind', '=', 'client')
    .select('content')
    .executeTakeFirst();
  return row?.content;
}
