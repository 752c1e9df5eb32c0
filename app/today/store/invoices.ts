import { formatMonth } from '~/values/calendar';
import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { paths } from '~/ui/paths';
import { formatEuro } from '~/values/money';
import { mostOfAKind, type TodayRow } from '../row';
import type { TodaySource } from './source';

type InvoiceState = 'draft' | 'submitted' | 'checked' | 'approved' | 'rejected';

interface OpenInvoice {
  readonly id: string;
  readonly number: string;
  readonly contractNumber: string;
  readonly providerName: string;
  readonly month: string;
  readonly totalCents: number;
  readonly state: InvoiceState;
  readonly checkedBy: string | null;
  readonly since: string;
}

/** Invoices on their way through the house, each with its next step. */
export const invoicesToSettle: TodaySource = {
  roles: ['districtOfficer'],
  list: async (tx, { actor }) => {
    const invoices = await findInvoices(tx, 'district');
    // Whoever checked it does not release the money as well: to them it is not due.
    return invoices
      .filter(({ state, checkedBy }) => state !== 'checked' || checkedBy !== actor.accountId)
      .map((invoice) => settleRow(invoice));
  },
};

/** A provider's drafts, and invoices that came back. */
export const invoicesOfProvider: TodaySource = {
  roles: ['provider'],
  list: async (tx) => (await findInvoices(tx, 'provider')).map((invoice) => providerRow(invoice)),
};

/** A rejected invoice counts until the month has another one. */
async function findInvoices(tx: Tx, side: 'district' | 'provider'): Promise<OpenInvoice[]> {
  const wanted =
    side === 'district'
      ? sql`(invoice.state in ('submitted', 'checked', 'approved')
          or invoice.state = 'draft' and invoice.correction_no > 0)`
      : sql`(invoice.state = 'draft' or invoice.state = 'rejected' and not exists (
          select from invoice other where other.tenant_id = invoice.tenant_id
            and other.contract_id = invoice.contract_id and other.month = invoice.month
            and other.correction_no = invoice.correction_no and other.state <> 'rejected'))`;
  const { rows } = await sql<OpenInvoice>`
    select invoice.id, invoice.number, contract.number as "contractNumber", provider.name as "providerName",
      invoice.month, invoice.total_cents as "totalCents", invoice.state, invoice.checked_by as "checkedBy",
      coalesce(invoice.decided_on, invoice.submitted_on,
        (invoice.created_at at time zone 'Europe/Berlin')::date) as since
    from invoice
      join contract on contract.tenant_id = invoice.tenant_id and contract.id = invoice.contract_id
      join provider on provider.id = invoice.provider_id
    where ${wanted}
    order by since, invoice.id
    limit ${mostOfAKind}`.execute(tx);
  return rows;
}

const steps: Readonly<Record<InvoiceState, { readonly what: string; readonly verb: string }>> = {
  submitted: { what: 'Rechnung prüfen', verb: 'Prüfen' },
  checked: { what: 'Rechnung freigeben', verb: 'Freigeben' },
  approved: { what: 'Zahlung buchen', verb: 'Zahlung buchen' },
  draft: { what: 'Rechnungsentwurf', verb: 'Weiter bearbeiten' },
  rejected: { what: 'Rechnung abgelehnt, neu stellen', verb: 'Ansehen' },
};

function settleRow(invoice: OpenInvoice): TodayRow {
  return { ...rowOf(invoice), about: `Rechnung ${invoice.number}, ${invoice.providerName}` };
}

function providerRow(invoice: OpenInvoice): TodayRow {
  return { ...rowOf(invoice), to: paths.providerInvoice(invoice.id) };
}

function rowOf({ id, number, contractNumber, month, totalCents, state, since }: OpenInvoice): TodayRow {
  return {
    key: `invoice ${id}`,
    about: `Rechnung ${number}`,
    ...steps[state],
    detail: `Vertrag ${contractNumber}, ${formatMonth(month)}, ${formatEuro(totalCents)}`,
    to: paths.invoice(id),
    when: { kind: state === 'draft' ? 'open' : 'awaited', since },
  };
}
