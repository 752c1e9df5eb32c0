import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { sql } from 'kysely';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { FundingSource, FundingSourceFinding, NewFundingSource } from '../budget';

/** The district's own money, which every authority has. */
const ownMoney: NewFundingSource = { kind: 'municipal', name: 'Kreismittel' };

/** All funding sources of the actor's authority, by name. */
export async function listFundingSources(tx: Tx): Promise<FundingSource[]> {
  return await tx.selectFrom('funding_source').select(['id', 'kind', 'name']).orderBy('name').execute();
}

/** Adds a source; a name is taken only once in an authority. Returns its id. */
export async function addFundingSource(
  tx: Tx,
  actor: Actor,
  source: NewFundingSource,
): Promise<Result<string, FundingSourceFinding>> {
  const row = await tx
    .insertInto('funding_source')
    .values({ tenant_id: actor.tenantId, kind: source.kind, name: source.name })
    .onConflict((conflict) => conflict.constraint('funding_source_name_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return refuse({ code: 'sourceNameTaken' });
  await recordAudit(tx, actor, {
    verb: 'fundingSource.added',
    objectKind: 'fundingSource',
    objectId: row.id,
    changedFields: ['kind', 'name'],
  });
  return ok(row.id);
}

/** Changes kind and name; undefined where the authority has no such source. */
export async function renameFundingSource(
  tx: Tx,
  actor: Actor,
  id: string,
  source: NewFundingSource,
): Promise<Result<string, FundingSourceFinding> | undefined> {
  // Asked first, one renaming after the other: a failed unique constraint would end the transaction.
  await sql`select pg_advisory_xact_lock(hashtextextended('funding_source' || ${actor.tenantId}::text, 0))`.execute(
    tx,
  );
  const rivals = await tx
    .selectFrom('funding_source')
    .select('id')
    .where('name', '=', source.name)
    .where('id', '<>', id)
    .execute();
  if (rivals.length > 0) return refuse({ code: 'sourceNameTaken' });
  const row = await tx
    .updateTable('funding_source')
    .set({ kind: source.kind, name: source.name })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (!row) return undefined;
  await recordAudit(tx, actor, {
    verb: 'fundingSource.changed',
    objectKind: 'fundingSource',
    objectId: id,
    changedFields: ['kind', 'name'],
  });
  return ok(id);
}

/** With its first product an authority gets its own money as a source: most need no other. */
export async function addOwnMoney(tx: Tx, actor: Actor): Promise<void> {
  const known = await tx.selectFrom('funding_source').select('id').limit(1).executeTakeFirst();
  if (!known) await addFundingSource(tx, actor, ownMoney);
}
