import type { Tx } from '#db/as-actor';
import { openMonths } from '../rules/open-months';
import { serviceByMonth, sumOfLines } from '../rules/service';
import { findDelivered, listBilledContracts } from './contracts';

interface OpenMonth {
  readonly contractId: string;
  readonly contractNumber: string;
  readonly measureTitle: string;
  readonly month: string;
  /** What is owed for it as far as is known today, without premiums. */
  readonly cents: number;
}

/**
 * Months that are over and were not billed, the oldest first. One in which nothing is
 * owed is left out, unless premiums were agreed that can be claimed with it.
 */
export async function listOpenMonths(tx: Tx, today: string): Promise<OpenMonth[]> {
  const contracts = await listBilledContracts(tx);
  const [delivered, billed] = await Promise.all([
    findDelivered(tx, contracts),
    tx
      .selectFrom('invoice')
      .select(['contract_id as contractId', 'month'])
      .where('state', '<>', 'rejected')
      .where('correction_no', '=', 0)
      .execute(),
  ]);
  return contracts
    .flatMap((contract) => {
      const { id, number, measureTitle, premiums } = contract;
      const service = serviceByMonth(contract, delivered(id));
      const done = billed.filter(({ contractId }) => contractId === id).map(({ month }) => month);
      return openMonths(contract, done, today)
        .map((month) => ({
          contractId: id,
          contractNumber: number,
          measureTitle,
          month,
          cents: sumOfLines(service.get(month) ?? []),
        }))
        .filter(({ cents }) => cents !== 0 || premiums.length > 0);
    })
    .sort((one, other) => one.month.localeCompare(other.month));
}
