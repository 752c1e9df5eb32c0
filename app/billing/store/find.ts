import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { isId } from '~/values/is-id';
import type { Invoice, InvoiceMove, InvoiceRow, InvoiceState, PremiumClaim } from '../invoice';
import { billingColumns } from './details';

export const invoicesPerPage = 50;

function invoices(tx: Tx) {
  return tx
    .selectFrom('invoice')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.tenant_id', '=', 'invoice.tenant_id')
        .onRef('contract.id', '=', 'invoice.contract_id'),
    )
    .innerJoin('contract_measure as own', (join) =>
      join
        .onRef('own.tenant_id', '=', 'invoice.tenant_id')
        .onRef('own.contract_id', '=', 'invoice.contract_id')
        .on('own.is_component', '=', false),
    )
    .innerJoin('provider', 'provider.id', 'invoice.provider_id');
}

const rowColumns = [
  'invoice.id',
  'invoice.contract_id as contractId',
  'contract.number as contractNumber',
  'own.title as measureTitle',
  'provider.name as providerName',
  'invoice.month',
  'invoice.correction_no as correctionNo',
  'invoice.number',
  'invoice.state',
  'invoice.total_cents as totalCents',
  'invoice.submitted_on as submittedOn',
] as const;

interface WantedInvoices {
  readonly state: InvoiceState | null;
  readonly page: number;
  /** Drafts are their provider's alone. */
  readonly hasDrafts: boolean;
}

/** Invoices that the actor may read, the newest months first. */
export async function listInvoices(
  tx: Tx,
  { state, page, hasDrafts }: WantedInvoices,
): Promise<{ rows: InvoiceRow[]; count: number }> {
  const all = invoices(tx)
    .$if(state !== null, (query) => query.where('invoice.state', '=', state ?? 'draft'))
    .$if(!hasDrafts, (query) => query.where('invoice.state', '<>', 'draft'));
  const [rows, { count }] = await Promise.all([
    all
      .select(rowColumns)
      .orderBy('invoice.month', 'desc')
      .orderBy('contract.number')
      .orderBy('invoice.correction_no', 'desc')
      .orderBy('invoice.created_at', 'desc')
      .limit(invoicesPerPage)
      .offset((page - 1) * invoicesPerPage)
      .execute(),
    all.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  return { rows, count };
}

interface FindOptions {
  readonly isLocking?: boolean;
  /** Drafts are their provider's alone. */
  readonly hasDrafts: boolean;
}

/** One invoice, whole; undefined where the actor may read none with this id. */
export async function findInvoice(
  tx: Tx,
  id: string,
  { isLocking = false, hasDrafts }: FindOptions,
): Promise<Invoice | undefined> {
  if (!isId(id)) return undefined;
  if (isLocking) await tx.selectFrom('invoice').select('id').where('id', '=', id).forUpdate().execute();
  const row = await invoices(tx)
    .where('invoice.id', '=', id)
    .$if(!hasDrafts, (query) => query.where('invoice.state', '<>', 'draft'))
    .select((eb) => [
      ...rowColumns,
      'invoice.tax_note as taxNote',
      'invoice.version',
      'invoice.checked_by as checkerId',
      'invoice.checked_by_name as checkerName',
      'invoice.approved_by_name as approvedByName',
      'invoice.paid_on as paidOn',
      'invoice.rejected_reason as rejectedReason',
      'invoice.recipient_name as recipientName',
      'invoice.recipient_office as recipientOffice',
      'invoice.recipient_street as recipientStreet',
      'invoice.recipient_postcode as recipientPostcode',
      'invoice.recipient_town as recipientTown',
      jsonObjectFrom(
        eb
          .selectFrom('provider_billing as billing')
          .whereRef('billing.tenant_id', '=', 'invoice.tenant_id')
          .whereRef('billing.provider_id', '=', 'invoice.provider_id')
          .whereRef('billing.no', '=', 'invoice.billing_no')
          .select(billingColumns),
      ).as('sender'),
      jsonArrayFrom(
        eb
          .selectFrom('invoice_line as line')
          .whereRef('line.tenant_id', '=', 'invoice.tenant_id')
          .whereRef('line.invoice_id', '=', 'invoice.id')
          .orderBy('line.position')
          .select([
            'line.position',
            'line.kind',
            'line.label',
            'line.quantity',
            'line.amount_cents as amountCents',
          ]),
      ).as('lines'),
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const { checkerId, checkerName, sender, ...others } = row;
  const { recipientName, recipientOffice, recipientStreet, recipientPostcode, recipientTown, ...invoice } =
    others;
  const recipient =
    recipientName === null
      ? null
      : {
          name: recipientName,
          office: recipientOffice,
          street: recipientStreet,
          postcode: recipientPostcode,
          town: recipientTown,
        };
  return {
    ...invoice,
    sides: sender && recipient && { sender, recipient },
    checkedBy: checkerId === null ? null : { id: checkerId, name: checkerName ?? '' },
  };
}

/** All invoices of one month that were not rejected: the first one, then its corrections. */
export async function listOfMonth(
  tx: Tx,
  { contractId, month }: { readonly contractId: string; readonly month: string },
): Promise<InvoiceRow[]> {
  return await invoices(tx)
    .where('invoice.contract_id', '=', contractId)
    .where('invoice.month', '=', month)
    .where('invoice.state', '<>', 'rejected')
    .select(rowColumns)
    .orderBy('invoice.correction_no')
    .execute();
}

/** Who did what with an invoice, the newest first. */
export async function listInvoiceMoves(tx: Tx, invoiceId: string): Promise<InvoiceMove[]> {
  return await tx
    .selectFrom('invoice_move')
    .select(['id', 'deed', 'reason', 'moved_at as movedAt', 'moved_by_name as movedBy'])
    .where('invoice_id', '=', invoiceId)
    .orderBy('moved_at', 'desc')
    .orderBy('id')
    .execute();
}

/** The premiums of an invoice. Names come with them only for whoever may read them (rule P4). */
export async function listClaims(tx: Tx, invoiceId: string): Promise<PremiumClaim[]> {
  return await tx
    .selectFrom('premium_claim as claim')
    .innerJoin('contract_premium as premium', (join) =>
      join
        .onRef('premium.tenant_id', '=', 'claim.tenant_id')
        .onRef('premium.contract_id', '=', 'claim.contract_id')
        .onRef('premium.kind', '=', 'claim.kind'),
    )
    .innerJoin('allocation', (join) =>
      join
        .onRef('allocation.tenant_id', '=', 'claim.tenant_id')
        .onRef('allocation.id', '=', 'claim.allocation_id'),
    )
    .leftJoin('allocation_disclosure as told', (join) =>
      join
        .onRef('told.tenant_id', '=', 'claim.tenant_id')
        .onRef('told.allocation_id', '=', 'claim.allocation_id'),
    )
    .where('claim.invoice_id', '=', invoiceId)
    .select([
      'claim.id',
      'premium.kind',
      'premium.label',
      'claim.reached_on as reachedOn',
      'claim.proof',
      'claim.amount_cents as amountCents',
      'premium.amount_cents as agreedCents',
      'allocation.starts as startsOn',
      sql<string | null>`told.first_name || ' ' || told.last_name`.as('person'),
    ])
    .orderBy('claim.reached_on')
    .orderBy('claim.id')
    .execute();
}
