import type { Tx } from '#db/as-actor';
import type { Appropriation } from '../budget';

export const appropriationColumns = [
  'id',
  'product_id as productId',
  'funding_source_id as fundingSourceId',
  'fiscal_year as fiscalYear',
  'amount_cents as amountCents',
  'is_ceiling as isCeiling',
  'purpose',
] as const;

/** Appropriations of one product, by fiscal year. */
export async function listAppropriations(tx: Tx, productId: string): Promise<Appropriation[]> {
  return await tx
    .selectFrom('appropriation')
    .select(appropriationColumns)
    .where('product_id', '=', productId)
    .orderBy('fiscal_year')
    .orderBy('funding_source_id')
    .execute();
}

/** Appropriations of all products of the actor's authority, by fiscal year. */
export async function listAllAppropriations(tx: Tx): Promise<Appropriation[]> {
  return await tx
    .selectFrom('appropriation')
    .select(appropriationColumns)
    .orderBy('fiscal_year')
    .orderBy('product_id')
    .orderBy('funding_source_id')
    .execute();
}
