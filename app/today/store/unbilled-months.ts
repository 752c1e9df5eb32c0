import { formatMonth } from '~/values/calendar';
import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { paths } from '~/ui/paths';
import { mostOfAKind, type TodayRow } from '../row';
import { billingDue } from '../rules';
import type { Asked, TodaySource } from './source';

/** How many months back one looks: what is older is no daily reminder any more. */
const monthsBack = 24;

interface UnbilledContract {
  readonly contractId: string;
  readonly contractNumber: string;
  readonly providerName: string;
  readonly title: string | null;
  /** First days of the first and the last month without an invoice. */
  readonly first: string;
  readonly last: string;
  readonly count: number;
}

/** Months of service that a provider has not billed yet. */
export const monthsToBill: TodaySource = {
  roles: ['provider'],
  list: async (tx, asked) => (await findUnbilled(tx, asked, 'provider')).map(toBillRow),
};

/** The same two months later: the money of the year must be known (workflows.md b11). */
export const monthsNotBilled: TodaySource = {
  roles: ['districtOfficer'],
  list: async (tx, asked) => (await findUnbilled(tx, asked, 'district')).map(notBilledRow),
};

/** Whole months of signed contracts without an invoice; one row a contract. */
async function findUnbilled(
  tx: Tx,
  { today, actor }: Asked,
  side: 'district' | 'provider',
): Promise<UnbilledContract[]> {
  // The provider's rejected invoices stand on the page by themselves.
  const counted = side === 'provider' ? sql`true` : sql`invoice.state <> 'rejected'`;
  const monthsAfter = side === 'provider' ? 1 : 3;
  const { rows } = await sql<UnbilledContract>`
    select contract.id as "contractId", contract.number as "contractNumber", provider.name as "providerName",
      service.title, min(served.month)::date as first, max(served.month)::date as last, count(*) as count
    from contract
      join provider on provider.id = contract.provider_id
      left join contract_measure service on service.tenant_id = contract.tenant_id
        and service.contract_id = contract.id and not service.is_component
      cross join lateral generate_series(
        greatest(date_trunc('month', contract.term_start::timestamp),
          date_trunc('month', ${today}::timestamp) - make_interval(months => ${monthsBack})),
        least(contract.runs_until::timestamp, ${today}::timestamp - make_interval(months => ${monthsAfter})),
        interval '1 month') as served (month)
    where contract.tenant_id = ${actor.tenantId} and contract.state <> 'draft'
      and contract.runs_until >= ${today}::date - make_interval(months => ${monthsBack})
      and (contract.price_model <> 'perSession' or exists (
        select from unnest(contract.session_days) session_day where date_trunc('month', session_day::timestamp) = served.month))
      and not exists (select from invoice where invoice.tenant_id = contract.tenant_id
        and invoice.contract_id = contract.id and invoice.month = served.month::date and invoice.correction_no = 0
        and ${counted})
    group by contract.id, contract.number, provider.name, service.title
    order by first, contract.number
    limit ${mostOfAKind}`.execute(tx);
  return rows;
}

function toBillRow(contract: UnbilledContract): TodayRow {
  return {
    key: `bill ${contract.contractId}`,
    about: `Vertrag ${contract.contractNumber}${contract.title === null ? '' : `, ${contract.title}`}`,
    what: contract.count === 1 ? 'Rechnung stellen' : `${contract.count} Rechnungen stellen`,
    detail: monthsText(contract),
    verb: 'Rechnung stellen',
    to: paths.providerInvoices(),
    when: { kind: 'by', day: billingDue(contract.first) },
  };
}

function notBilledRow(contract: UnbilledContract): TodayRow {
  return {
    ...toBillRow(contract),
    about: `${contract.providerName}, Vertrag ${contract.contractNumber}`,
    what: contract.count === 1 ? '1 Monat nicht abgerechnet' : `${contract.count} Monate nicht abgerechnet`,
    verb: 'Rechnungen ansehen',
    to: paths.invoices(),
  };
}

function monthsText({ first, last }: UnbilledContract): string {
  return first === last ? formatMonth(first) : `${formatMonth(first)} bis ${formatMonth(last)}`;
}
