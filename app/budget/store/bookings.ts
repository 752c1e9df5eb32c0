import type { Tx } from '#db/as-actor';
import type { BudgetTransfer } from '../budget';
import type { Bookings } from '../funds';
import { listAllAppropriations } from './list-appropriations';

const potColumns = [
  'product_id as productId',
  'funding_source_id as fundingSourceId',
  'fiscal_year as fiscalYear',
  'amount_cents as amountCents',
] as const;

/** All transfers of the actor's authority, the newest first. */
export async function listTransfers(tx: Tx): Promise<BudgetTransfer[]> {
  return await tx
    .selectFrom('budget_transfer')
    .select([
      'id',
      'from_id as fromId',
      'to_id as toId',
      'amount_cents as amountCents',
      'reason',
      'booked_at as bookedAt',
      'booked_by_name as bookedBy',
    ])
    .orderBy('booked_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Everything the actor's authority entered, moved, tied and paid. */
export async function listBookings(tx: Tx): Promise<Bookings> {
  const [appropriations, transfers, commitments, payments] = await Promise.all([
    listAllAppropriations(tx),
    listTransfers(tx),
    tx
      .selectFrom('commitment')
      .select([...potColumns, 'contract_id as contractId', 'option_no as optionNo', 'is_firm as isFirm'])
      .orderBy('fiscal_year')
      .orderBy('option_no')
      .orderBy('id')
      .execute(),
    tx
      .selectFrom('payment')
      .select([...potColumns, 'contract_id as contractId', 'reference', 'booked_at as bookedAt'])
      .orderBy('booked_at')
      .orderBy('id')
      .execute(),
  ]);
  return { appropriations, transfers, commitments, payments };
}
