import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import type { Period, YearMoney } from '../counts';
import { type CountRow, periodRows } from './sql';

/**
 * Money of the measure's own contracts in these fiscal years. What is bought only within the
 * contract of another measure has no money of its own.
 */
export async function countMoney(
  tx: Tx,
  measureIds: readonly string[],
  fiscalYears: readonly number[],
): Promise<(YearMoney & Pick<CountRow, 'measureId'>)[]> {
  const { rows } = await sql<YearMoney & Pick<CountRow, 'measureId'>>`
    select contract.measure_id as "measureId", booked.fiscal_year as "fiscalYear",
      coalesce(sum(booked.tied), 0)::bigint as "committedCents", coalesce(sum(booked.paid), 0)::bigint as "paidCents"
    from contract join (
      select tenant_id, contract_id, fiscal_year, amount_cents as tied, 0 as paid from commitment where is_firm
      union all
      select tenant_id, contract_id, fiscal_year, 0, amount_cents from payment
    ) as booked on booked.tenant_id = contract.tenant_id and booked.contract_id = contract.id
    where contract.measure_id = any(${measureIds}::uuid[]) and booked.fiscal_year = any(${fiscalYears}::int[])
    group by 1, 2
    order by 1, 2`.execute(tx);
  return rows;
}

interface PremiumRow extends CountRow {
  readonly count: number;
  readonly cents: number;
}

/** Premiums reached in the period whose invoice was approved. */
export async function countPremiums(
  tx: Tx,
  measureIds: readonly string[],
  periods: readonly Period[],
): Promise<PremiumRow[]> {
  const { rows } = await sql<PremiumRow>`
    select a.measure_id as "measureId", period.key as period, count(*)::int as count,
      sum(claim.amount_cents)::bigint as cents
    from premium_claim claim
      join allocation a on a.tenant_id = claim.tenant_id and a.id = claim.allocation_id
      join invoice on invoice.tenant_id = claim.tenant_id and invoice.id = claim.invoice_id
      join ${periodRows(periods)} on claim.reached_on between period.first and period.last
    where a.measure_id = any(${measureIds}::uuid[]) and invoice.state in ('approved', 'paid')
    group by 1, 2`.execute(tx);
  return rows;
}
