import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { openMonths } from '~/billing/rules/open-months';
import { serviceByMonth, sumOfLines } from '~/billing/rules/service';
import { findDelivered, listBilledContracts } from '~/billing/store/contracts';
import { paths } from '~/ui/paths';
import { formatMonth, plainDate } from '~/values/calendar';
import { mostOfAKind, type TodayRow } from '../row';
import { billingDue } from '../rules';
import type { Asked, TodaySource } from './source';

/** How many months back one looks: what is older is no daily reminder any more. */
const monthsBack = 24;

interface UnbilledContract {
  readonly contractId: string;
  readonly contractNumber: string;
  readonly providerName: string;
  readonly title: string;
  /** First days of the months that can be billed and were not, the oldest first; never empty. */
  readonly months: readonly string[];
}

/** Months of service that a provider has not billed yet. */
export const monthsToBill: TodaySource = {
  roles: ['provider'],
  list: async (tx, asked) => {
    const unbilled = await findUnbilled(tx, asked, ({ isRejected }) => !isRejected);
    return unbilled.map(toBillRow);
  },
};

/** The same two months later: the money of the year must be known (workflows.md b11). */
export const monthsNotBilled: TodaySource = {
  roles: ['districtOfficer'],
  list: async (tx, asked) => {
    const unbilled = await findUnbilled(tx, asked, ({ month }) => billingDue(month) < asked.today);
    return unbilled.map(notBilledRow);
  },
};

/** A contract with some month that nobody billed, paid or not, over or not. */
interface Candidate {
  readonly id: string;
  readonly billed: readonly string[];
  /** Months whose invoice came back; they stand on the provider's page by themselves. */
  readonly rejected: readonly string[];
}

/**
 * Contracts with months that can be billed and were not. The query only tells where a month
 * has no invoice, so that the others need not be looked at; which of these months are over
 * and owe anything is for the rules of the invoices to say, as in their list.
 */
async function findUnbilled(
  tx: Tx,
  { today, actor }: Asked,
  isWanted: (month: { readonly month: string; readonly isRejected: boolean }) => boolean,
): Promise<UnbilledContract[]> {
  const earliest = plainDate(today).with({ day: 1 }).subtract({ months: monthsBack }).toString();
  const { rows: candidates } = await sql<Candidate>`
    select contract.id, done.billed, done.rejected
    from contract
      cross join lateral (select
          coalesce(array_agg(invoice.month::text) filter (where invoice.state <> 'rejected'), '{}') as billed,
          coalesce(array_agg(invoice.month::text) filter (where invoice.state = 'rejected'), '{}') as rejected
        from invoice where invoice.tenant_id = contract.tenant_id and invoice.contract_id = contract.id
          and invoice.correction_no = 0 and invoice.month >= ${earliest}::date) done
    where contract.tenant_id = ${actor.tenantId} and contract.state <> 'draft'
      and contract.runs_until >= ${earliest}::date
      and exists (select from generate_series(
          greatest(date_trunc('month', contract.term_start::timestamp), ${earliest}::timestamp),
          least(contract.runs_until::timestamp, ${today}::timestamp), interval '1 month') as served (month)
        where served.month::date::text <> all (done.billed))
    order by contract.term_start, contract.number
    limit ${mostOfAKind}`.execute(tx);
  const contracts = await listBilledContracts(
    tx,
    candidates.map(({ id }) => id),
  );
  const delivered = await findDelivered(tx, contracts);
  return contracts
    .flatMap((contract) => {
      const { id, number, providerName, measureTitle, premiums } = contract;
      const { billed = [], rejected = [] } = candidates.find((candidate) => candidate.id === id) ?? {};
      const service = serviceByMonth(contract, delivered(id));
      const months = openMonths(contract, billed, today).filter(
        (month) =>
          month >= earliest &&
          // The same months as in the list of invoices: what owes nothing is not billed.
          (sumOfLines(service.get(month) ?? []) !== 0 || premiums.length > 0) &&
          isWanted({ month, isRejected: rejected.includes(month) }),
      );
      const row = { contractId: id, contractNumber: number, providerName, title: measureTitle, months };
      return months.length === 0 ? [] : [row];
    })
    .sort((one, other) => (one.months[0] ?? '').localeCompare(other.months[0] ?? ''));
}

function toBillRow({ contractId, contractNumber, title, months }: UnbilledContract): TodayRow {
  const [first = ''] = months;
  return {
    key: `bill ${contractId}`,
    about: `Vertrag ${contractNumber}, ${title}`,
    what: months.length === 1 ? 'Rechnung stellen' : `${months.length} Rechnungen stellen`,
    detail: monthsText(months),
    verb: months.length === 1 ? 'Rechnung stellen' : 'Erste Rechnung stellen',
    to: paths.newInvoice(contractId, first),
    when: { kind: 'by', day: billingDue(first) },
  };
}

function notBilledRow({ contractId, contractNumber, providerName, months }: UnbilledContract): TodayRow {
  return {
    key: `bill ${contractId}`,
    about: `${providerName}, Vertrag ${contractNumber}`,
    what:
      months.length === 1
        ? 'Der Träger hat 1 Monat nicht abgerechnet'
        : `Der Träger hat ${months.length} Monate nicht abgerechnet`,
    detail: monthsText(months),
    verb: 'Vertrag ansehen',
    to: paths.contract(contractId),
    when: { kind: 'by', day: billingDue(months[0] ?? '') },
  };
}

/** "April 2026", "April 2026 bis Juni 2026" */
function monthsText(months: readonly string[]): string {
  const [first = '', last = first] = [months[0], months.at(-1)];
  return first === last ? formatMonth(first) : `${formatMonth(first)} bis ${formatMonth(last)}`;
}
