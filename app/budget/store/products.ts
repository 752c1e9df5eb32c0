import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { sql } from 'kysely';
import type { Actor } from '~/identity/actor';
import type { Result } from '~/values/result';
import { ok, refuse } from '~/values/result';
import type { BudgetProduct, NewProduct, ProductFinding } from '../budget';
import { addOwnMoney } from './sources';

/** All products of the actor's authority, by number. */
export async function listProducts(tx: Tx): Promise<BudgetProduct[]> {
  return await tx.selectFrom('budget_product').select(['id', 'number', 'name']).orderBy('number').execute();
}

/** Adds a product; the number is taken only once in an authority. Returns its id. */
export async function addProduct(
  tx: Tx,
  actor: Actor,
  product: NewProduct,
): Promise<Result<string, ProductFinding>> {
  await lockProducts(tx);
  const row = await tx
    .insertInto('budget_product')
    .values({ tenant_id: actor.tenantId, ...product })
    .onConflict((conflict) => conflict.constraint('budget_product_number_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return refuse({ code: 'productNumberTaken' });
  await recordAudit(tx, actor, {
    verb: 'budgetProduct.added',
    objectKind: 'budgetProduct',
    objectId: row.id,
    changedFields: ['number', 'name'],
  });
  await addOwnMoney(tx, actor);
  return ok(row.id);
}

/** Until the transaction ends no one else of the authority adds or renames a product. */
async function lockProducts(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('budget_product' || actor_tenant(), 0))`.execute(
    tx,
  );
}

/** Changes number and name; undefined where the authority has no such product. */
export async function renameProduct(
  tx: Tx,
  actor: Actor,
  id: string,
  product: NewProduct,
): Promise<Result<string, ProductFinding> | undefined> {
  // Asked first, one renaming after the other: a failed unique constraint would end the transaction.
  await lockProducts(tx);
  const rivals = await tx
    .selectFrom('budget_product')
    .select('id')
    .where('number', '=', product.number)
    .where('id', '<>', id)
    .execute();
  if (rivals.length) return refuse({ code: 'productNumberTaken' });
  const row = await tx
    .updateTable('budget_product')
    .set({ number: product.number, name: product.name })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (!row) return undefined;
  await recordAudit(tx, actor, {
    verb: 'budgetProduct.renamed',
    objectKind: 'budgetProduct',
    objectId: id,
    changedFields: ['number', 'name'],
  });
  return ok(id);
}
