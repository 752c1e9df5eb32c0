import type { Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import type { AuthorityChange, Committee } from '../authority';

/** The committees among `removed` that papers still name, each with the measures of those papers. */
export async function usesOfCommittees(tx: Tx, removed: readonly Committee[]) {
  if (!removed.length) return [];
  const ids = removed.map(({ id }) => id);
  const uses = await tx
    .selectFrom('measure_consultation as held')
    .innerJoin('measure', (join) =>
      join.onRef('measure.tenant_id', '=', 'held.tenant_id').onRef('measure.id', '=', 'held.measure_id'),
    )
    .select(['held.committee_id as committeeId', 'measure.title'])
    .where('held.committee_id', 'in', ids)
    .union(
      tx
        .selectFrom('measure_plan as plan')
        .innerJoin('measure', (join) =>
          join.onRef('measure.tenant_id', '=', 'plan.tenant_id').onRef('measure.id', '=', 'plan.measure_id'),
        )
        .select((eb) => [eb.ref('plan.report_committee_id').$notNull().as('committeeId'), 'measure.title'])
        .where('plan.report_committee_id', 'in', ids),
    )
    .orderBy('title')
    .execute();
  return removed
    .map(({ id, name }) => ({
      code: 'committeeInUse' as const,
      committee: name,
      measures: uses.filter(({ committeeId }) => committeeId === id).map(({ title }) => title),
    }))
    .filter(({ measures }) => measures.length > 0);
}

/**
 * Writes the committees in their new order. Known ones keep their id, so that the
 * papers they are named in keep them; an unknown id counts as a new committee.
 */
export async function saveCommittees(
  tx: Tx,
  actor: Actor,
  before: readonly Committee[],
  after: AuthorityChange['committees'],
): Promise<void> {
  const keptIds = new Set(after.map(({ id }) => id));
  const removedIds = before.map(({ id }) => id).filter((id) => !keptIds.has(id));
  if (removedIds.length) await tx.deleteFrom('committee').where('id', 'in', removedIds).execute();

  const knownIds = new Set<string | null>(before.map(({ id }) => id));
  for (const [index, { id, name, task, isPublic }] of after.entries()) {
    const columns = { name, task, is_public: isPublic, position: index + 1 };
    if (id && knownIds.has(id)) {
      await tx.updateTable('committee').set(columns).where('id', '=', id).execute();
    } else {
      await tx
        .insertInto('committee')
        .values({ tenant_id: actor.tenantId, ...columns })
        .execute();
    }
  }
}
