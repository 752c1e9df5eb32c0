import type { Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { Payment } from '../budget';
import { type MissingMoney, missingForPayment } from '../funds';
import { listBookings } from './bookings';

interface NewPayment extends Omit<Payment, 'bookedAt'> {
  readonly invoiceId: string;
}

/**
 * Books what was paid for an invoice; refused with what is missing. The caller holds the
 * funds' lock (`lockFunds`). An invoice of nothing books nothing.
 */
export async function bookPayment(
  tx: Tx,
  actor: Actor,
  { invoiceId, ...payment }: NewPayment,
): Promise<Result<undefined, MissingMoney>> {
  if (payment.amountCents === 0) return ok(undefined);
  const missing = missingForPayment(await listBookings(tx), { ...payment, bookedAt: '' });
  if (missing.length > 0) return refuse(...missing);
  await tx
    .insertInto('payment')
    .values({
      tenant_id: actor.tenantId,
      contract_id: payment.contractId,
      product_id: payment.productId,
      funding_source_id: payment.fundingSourceId,
      fiscal_year: payment.fiscalYear,
      amount_cents: payment.amountCents,
      reference: payment.reference,
      booked_by: actor.accountId,
      booked_by_name: actor.displayName,
      invoice_id: invoiceId,
    })
    .execute();
  return ok(undefined);
}
