import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import type { BilledContract } from '../contract';
import { serviceByMonth, sumOfLines } from '../rules/service';
import { settledStates } from '../rules/moves';
import { findDelivered, listBilledContracts } from './contracts';

/** What was billed for the service of a month, and what is owed as far as is known today. */
export interface Owed {
  readonly billedCents: number;
  readonly nowCents: number;
}

/** Of one month, over the invoice and its corrections; premiums are no part of it. */
export async function findOwed(
  tx: Tx,
  contract: BilledContract,
  month: string,
): Promise<Owed & { readonly delivered: Awaited<ReturnType<typeof findDelivered>> }> {
  const delivered = await findDelivered(tx, [contract]);
  const service = serviceByMonth(contract, delivered(contract.id)).get(month) ?? [];
  const row = await tx
    .selectFrom('invoice')
    .innerJoin('invoice_line as line', (join) =>
      join.onRef('line.tenant_id', '=', 'invoice.tenant_id').onRef('line.invoice_id', '=', 'invoice.id'),
    )
    .where('invoice.contract_id', '=', contract.id)
    .where('invoice.month', '=', month)
    .where('invoice.state', '<>', 'rejected')
    .where('line.kind', '<>', 'premium')
    .select(sql<number>`coalesce(sum(line.amount_cents), 0)::bigint`.as('cents'))
    .executeTakeFirstOrThrow();
  return { billedCents: row.cents, nowCents: sumOfLines(service), delivered };
}

/** A month that was settled, and is owed differently now. */
export interface Deviation extends Owed {
  readonly contractId: string;
  readonly contractNumber: string;
  readonly measureTitle: string;
  readonly providerName: string;
  readonly month: string;
  /** The first invoice of the month. */
  readonly invoiceId: string;
}

/**
 * Months that were approved or paid and whose contract or places say something else now:
 * an exit was corrected, a session was not held, a change was agreed for days gone by.
 */
export async function listDeviations(tx: Tx): Promise<Deviation[]> {
  const billed = await tx
    .selectFrom('invoice')
    .innerJoin('invoice as every', (join) =>
      join
        .onRef('every.tenant_id', '=', 'invoice.tenant_id')
        .onRef('every.contract_id', '=', 'invoice.contract_id')
        .onRef('every.month', '=', 'invoice.month')
        .on('every.state', '<>', 'rejected'),
    )
    .innerJoin('invoice_line as line', (join) =>
      join
        .onRef('line.tenant_id', '=', 'every.tenant_id')
        .onRef('line.invoice_id', '=', 'every.id')
        .on('line.kind', '<>', 'premium'),
    )
    .where('invoice.correction_no', '=', 0)
    .where('invoice.state', 'in', settledStates)
    .groupBy(['invoice.id', 'invoice.contract_id', 'invoice.month'])
    .select([
      'invoice.id as invoiceId',
      'invoice.contract_id as contractId',
      'invoice.month',
      sql<number>`sum(line.amount_cents)::bigint`.as('billedCents'),
    ])
    .orderBy('invoice.month')
    .orderBy('invoice.id')
    .execute();
  const contracts = await listBilledContracts(tx, [...new Set(billed.map(({ contractId }) => contractId))]);
  const delivered = await findDelivered(tx, contracts);
  return contracts.flatMap((contract) => {
    const { id, number, measureTitle, providerName } = contract;
    const service = serviceByMonth(contract, delivered(id));
    return billed
      .filter(({ contractId }) => contractId === id)
      .map((row) => ({
        ...row,
        ...{ contractNumber: number, measureTitle, providerName },
        nowCents: sumOfLines(service.get(row.month) ?? []),
      }))
      .filter(({ billedCents, nowCents }) => billedCents !== nowCents);
  });
}
