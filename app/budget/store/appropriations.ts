import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import type { Result } from '~/values/result';
import { ok, refuse } from '~/values/result';
import type { AppropriationFinding, NewAppropriation, Pot } from '../budget';
import { fundsLines, type FundsLine } from '../funds';
import { listBookings } from './bookings';
import { appropriationColumns, listAppropriations } from './list-appropriations';
import { lockFunds } from './lock';

/** Enters the money of one product, source and year; a second entry for the year is refused. Returns its id. */
export async function enterAppropriation(
  tx: Tx,
  actor: Actor,
  entry: NewAppropriation,
): Promise<Result<string, AppropriationFinding>> {
  const gone = await missingPart(tx, entry);
  if (gone) return refuse(gone);
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

/**
 * Changes an entry; undefined where the authority has none with this id. Where money was
 * moved or tied, the entry stays in its pot and cannot fall below that.
 */
export async function changeAppropriation(
  tx: Tx,
  actor: Actor,
  id: string,
  entry: NewAppropriation,
): Promise<Result<string, AppropriationFinding> | undefined> {
  await lockFunds(tx, actor.tenantId);
  const before = await lockAppropriation(tx, id);
  if (!before) return undefined;
  const gone = await missingPart(tx, entry);
  if (gone) return refuse(gone);
  const rivals = await listAppropriations(tx, entry.productId);
  if (rivals.some((other) => other.id !== id && isSamePot(other, entry))) {
    return refuse({ code: 'yearHasAppropriation', fiscalYear: entry.fiscalYear });
  }
  const line = await bookedOn(tx, id);
  if (line && !isSamePot(before, entry)) return refuse({ code: 'appropriationInUse' });
  // Lowering may take what is free and no more; raising is always possible.
  const leastCents = before.amountCents - Math.max(0, line?.freeCents ?? before.amountCents);
  if (entry.amountCents < Math.min(before.amountCents, leastCents)) {
    return refuse({ code: 'lessThanTied', leastCents });
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

/**
 * Deletes an entry: afterwards the year's money is unknown again. Undefined where there
 * was none; refused once something was booked on it.
 */
export async function deleteAppropriation(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Result<string, AppropriationFinding> | undefined> {
  await lockFunds(tx, actor.tenantId);
  if (!(await lockAppropriation(tx, id))) return undefined;
  if (await bookedOn(tx, id)) return refuse({ code: 'appropriationInUse' });
  await tx.deleteFrom('appropriation').where('id', '=', id).execute();
  await recordAudit(tx, actor, {
    verb: 'appropriation.deleted',
    objectKind: 'appropriation',
    objectId: id,
  });
  return ok(id);
}

/** The line of an appropriation on which something was moved, tied (also an open option) or paid. */
async function bookedOn(tx: Tx, id: string): Promise<FundsLine | undefined> {
  const bookings = await listBookings(tx);
  const line = fundsLines(bookings).find(({ appropriation }) => appropriation?.id === id);
  if (!line) return undefined;
  const isMoved = bookings.transfers.some(({ fromId, toId }) => fromId === id || toId === id);
  const isTied = [...bookings.commitments, ...bookings.payments].some((booking) => isSamePot(booking, line));
  return isMoved || isTied ? line : undefined;
}

function isSamePot(one: Pot, other: Pot): boolean {
  return (
    one.productId === other.productId &&
    one.fundingSourceId === other.fundingSourceId &&
    one.fiscalYear === other.fiscalYear
  );
}

async function lockAppropriation(tx: Tx, id: string) {
  return await tx
    .selectFrom('appropriation')
    .select(appropriationColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

async function missingPart(
  tx: Tx,
  { productId, fundingSourceId }: NewAppropriation,
): Promise<AppropriationFinding | undefined> {
  const product = await tx.selectFrom('budget_product').select('id').where('id', '=', productId).execute();
  if (product.length === 0) return { code: 'productGone' };
  const source = await tx
    .selectFrom('funding_source')
    .select('id')
    .where('id', '=', fundingSourceId)
    .execute();
  return source.length === 0 ? { code: 'sourceGone' } : undefined;
}

function columnsOf({
  productId,
  fundingSourceId,
  fiscalYear,
  amountCents,
  isCeiling,
  purpose,
}: NewAppropriation) {
  return {
    product_id: productId,
    funding_source_id: fundingSourceId,
    fiscal_year: fiscalYear,
    amount_cents: amountCents,
    is_ceiling: isCeiling,
    purpose,
  };
}
