import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { sql } from 'kysely';
import type { Actor } from '~/identity/actor';
import type { Result } from '~/values/result';
import { ok, refuse } from '~/values/result';
import type {
  Appropriation,
  AppropriationFinding,
  BudgetProduct,
  NewAppropriation,
  NewProduct,
  ProductFinding,
} from './budget';

const appropriationColumns = [
  'id',
  'product_id as productId',
  'fiscal_year as fiscalYear',
  'amount_cents as amountCents',
  'is_ceiling as isCeiling',
  'purpose',
] as const;

/** All products of the actor's authority, by number. */
export async function listProducts(tx: Tx): Promise<BudgetProduct[]> {
  return await tx.selectFrom('budget_product').select(['id', 'number', 'name']).orderBy('number').execute();
}

/** Appropriations of one product, by fiscal year. */
export async function listAppropriations(tx: Tx, productId: string): Promise<Appropriation[]> {
  return await tx
    .selectFrom('appropriation')
    .select(appropriationColumns)
    .where('product_id', '=', productId)
    .orderBy('fiscal_year')
    .execute();
}

/** Appropriations of all products of the actor's authority, by fiscal year. */
export async function listAllAppropriations(tx: Tx): Promise<Appropriation[]> {
  return await tx
    .selectFrom('appropriation')
    .select(appropriationColumns)
    .orderBy('fiscal_year')
    .orderBy('product_id')
    .execute();
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

/** Enters the money of one product and year; a second entry for the year is refused. Returns its id. */
export async function enterAppropriation(
  tx: Tx,
  actor: Actor,
  entry: NewAppropriation,
): Promise<Result<string, AppropriationFinding>> {
  if (!(await isProduct(tx, entry.productId))) return refuse({ code: 'productGone' });
  const row = await tx
    .insertInto('appropriation')
    .values({ tenant_id: actor.tenantId, ...columnsOf(entry) })
    .onConflict((conflict) => conflict.constraint('appropriation_once_a_year').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return refuse({ code: 'yearHasAppropriation', fiscalYear: entry.fiscalYear });
  await recordAudit(tx, actor, {
    verb: 'appropriation.entered',
    objectKind: 'appropriation',
    objectId: row.id,
    changedFields: Object.keys(entry),
  });
  return ok(row.id);
}

/** Changes an entry; undefined where the authority has none with this id. */
export async function changeAppropriation(
  tx: Tx,
  actor: Actor,
  id: string,
  entry: NewAppropriation,
): Promise<Result<string, AppropriationFinding> | undefined> {
  const before = await lockAppropriation(tx, id);
  if (!before) return undefined;
  if (!(await isProduct(tx, entry.productId))) return refuse({ code: 'productGone' });
  const sameYear = await listAppropriations(tx, entry.productId);
  if (sameYear.some((other) => other.id !== id && other.fiscalYear === entry.fiscalYear)) {
    return refuse({ code: 'yearHasAppropriation', fiscalYear: entry.fiscalYear });
  }
  const changedFields = (Object.keys(entry) as (keyof NewAppropriation)[]).filter(
    (name) => entry[name] !== before[name],
  );
  if (!changedFields.length) return ok(id);
  await tx.updateTable('appropriation').set(columnsOf(entry)).where('id', '=', id).execute();
  await recordAudit(tx, actor, {
    verb: 'appropriation.changed',
    objectKind: 'appropriation',
    objectId: id,
    changedFields,
  });
  return ok(id);
}

/** Deletes an entry: afterwards the year's money is unknown again. False where there was none. */
export async function deleteAppropriation(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const row = await tx.deleteFrom('appropriation').where('id', '=', id).returning('id').executeTakeFirst();
  if (!row) return false;
  await recordAudit(tx, actor, {
    verb: 'appropriation.deleted',
    objectKind: 'appropriation',
    objectId: id,
  });
  return true;
}

async function lockAppropriation(tx: Tx, id: string) {
  return await tx
    .selectFrom('appropriation')
    .select(appropriationColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

async function isProduct(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.selectFrom('budget_product').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

function columnsOf({ productId, fiscalYear, amountCents, isCeiling, purpose }: NewAppropriation) {
  return {
    product_id: productId,
    fiscal_year: fiscalYear,
    amount_cents: amountCents,
    is_ceiling: isCeiling,
    purpose,
  };
}
