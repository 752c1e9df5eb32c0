import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Progress } from '~/allocation/allocation';
import { needGroupOf, type NeedKey } from '~/clients/needs';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { ParticipantNeed } from '../participant';
import { mayStillRecord } from '../rules/contacts';
import { lockParticipant } from './participants';

interface NotRunning {
  readonly code: 'notRunning';
}

export interface NeedProgress {
  readonly key: string;
  readonly progress: Progress | null;
  readonly isRemoved: boolean;
  readonly ownView: Progress | null;
}

/** The needs that are worked on, with what became of them. */
export async function listNeeds(tx: Tx, allocationId: string): Promise<ParticipantNeed[]> {
  return await tx
    .selectFrom('allocation_need')
    .where('allocation_id', '=', allocationId)
    .orderBy('need_group')
    .orderBy('need_key')
    .select([
      'need_key as key',
      'need_group as group',
      'progress',
      'is_removed as isRemoved',
      'own_view as ownView',
    ])
    .execute();
}

/**
 * Writes how far each need is (rule E5). Undefined where the provider has no such
 * participant; refused where a need is called removed and not better.
 */
export async function recordProgress(
  tx: Tx,
  actor: Actor,
  id: string,
  progress: readonly NeedProgress[],
): Promise<
  Result<string, NotRunning | { readonly code: 'removedNotBetter'; readonly key: string }> | undefined
> {
  const participant = await lockParticipant(tx, id);
  if (!participant) return undefined;
  if (!mayStillRecord(participant)) return refuse({ code: 'notRunning' });
  const faulty = progress.filter((need) => need.isRemoved && need.progress !== 'better');
  if (faulty.length > 0) {
    return refuse(...faulty.map(({ key }) => ({ code: 'removedNotBetter' as const, key })));
  }
  const before = await listNeeds(tx, id);
  for (const need of progress) {
    const known = before.find(({ key }) => key === need.key);
    if (!known || isSame(known, need)) continue;
    await tx
      .updateTable('allocation_need')
      .set({ progress: need.progress, is_removed: need.isRemoved, own_view: need.ownView })
      .where('allocation_id', '=', id)
      .where('need_key', '=', need.key)
      .execute();
  }
  await recordAudit(tx, actor, { verb: 'progress.recorded', objectKind: 'allocation', objectId: id });
  return ok(id);
}

/** Adds a need that showed later on; undefined where the provider has no such participant. */
export async function addNeed(
  tx: Tx,
  actor: Actor,
  id: string,
  key: NeedKey,
): Promise<Result<string, NotRunning | { readonly code: 'needThere' }> | undefined> {
  const participant = await lockParticipant(tx, id);
  if (!participant) return undefined;
  if (!mayStillRecord(participant)) return refuse({ code: 'notRunning' });
  const row = await tx
    .insertInto('allocation_need')
    .values({
      tenant_id: actor.tenantId,
      allocation_id: id,
      need_key: key,
      need_group: needGroupOf(key),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'allocation_id', 'need_key']).doNothing())
    .returning('need_key')
    .executeTakeFirst();
  if (!row) return refuse({ code: 'needThere' });
  await recordAudit(tx, actor, {
    verb: 'progress.recorded',
    objectKind: 'allocation',
    objectId: id,
    changedFields: ['needs'],
  });
  return ok(key);
}

function isSame(one: NeedProgress, other: NeedProgress): boolean {
  return (
    one.progress === other.progress && one.isRemoved === other.isRemoved && one.ownView === other.ownView
  );
}
