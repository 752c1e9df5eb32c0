import { formatMonth } from '~/values/calendar';
import type { Tx } from '#db/as-actor';
import type { MissingMoney } from '~/budget/funds';
import { bookPayment, lockFunds } from '~/budget/store';
import { findContract } from '~/contracts/store';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { Invoice } from '../invoice';
import { invoiceSteps, isSettled, type StepRefusal, stepRefusals } from '../rules/moves';
import { correctionQuantity, invoiceMonthText } from '../words';
import { findBilledContract } from './contracts';
import { findBillingDetails, frozenSides } from './details';
import { findInvoice, listOfMonth } from './find';
import { replaceLines } from './lines';
import { isNumberTaken, lockBilling, recordInvoiceMove } from './moves';
import { findOwed } from './owed';

type DistrictStep = 'check' | 'approve' | 'pay' | 'reject';

const deeds = { check: 'checked', approve: 'approved', pay: 'paid', reject: 'rejected' } as const;

/**
 * Takes an invoice one step further. Undefined where the actor's authority has none with
 * this id that was handed in.
 *
 * Paying books the money in the contract's pot and the year of the service, whenever the
 * invoice came (workflow b11); money that is not there is refused with what is missing.
 */
export async function takeStep(
  tx: Tx,
  actor: Actor,
  id: string,
  {
    step,
    reason,
    today,
  }: { readonly step: DistrictStep; readonly reason: string | null; readonly today: string },
): Promise<Result<string, StepRefusal | MissingMoney> | undefined> {
  // First, as wherever money moves: two locks in different orders would wait for each other.
  if (step === 'pay') await lockFunds(tx, actor.tenantId);
  const invoice = await findInvoice(tx, id, { isLocking: true, hasDrafts: false });
  const contract = invoice && (await findBilledContract(tx, invoice.contractId));
  if (!contract) return undefined;
  const { billedCents, nowCents } = await findOwed(tx, contract, invoice.month);
  const refusals = stepRefusals(step, { ...invoice, billedCents, nowCents }, actor.accountId);
  if (refusals.length > 0) return refuse(...refusals);
  if (step === 'pay') {
    const paid = await pay(tx, actor, invoice);
    if (!paid.ok) return paid;
  }
  await tx
    .updateTable('invoice')
    .set({ state: invoiceSteps[step].to, ...traceOf(step, actor, reason, today) })
    .where('id', '=', id)
    .execute();
  await recordInvoiceMove(tx, actor, { invoiceId: id, deed: deeds[step], reason });
  return ok(id);
}

function traceOf(step: DistrictStep, actor: Actor, reason: string | null, today: string) {
  switch (step) {
    case 'check':
      return { checked_by: actor.accountId, checked_by_name: actor.displayName };
    case 'approve':
      return { approved_by: actor.accountId, approved_by_name: actor.displayName, decided_on: today };
    case 'pay':
      return { paid_on: today };
    case 'reject':
      return { rejected_reason: reason, decided_on: today };
  }
}

async function pay(tx: Tx, actor: Actor, invoice: Invoice): Promise<Result<undefined, MissingMoney>> {
  const contract = await findContract(tx, invoice.contractId);
  if (!contract) throw new Error('An invoice without its contract.');
  const { productId, fundingSourceId } = contract;
  return await bookPayment(tx, actor, {
    ...{ productId, fundingSourceId },
    invoiceId: invoice.id,
    contractId: invoice.contractId,
    fiscalYear: Number(invoice.month.slice(0, 4)),
    amountCents: invoice.totalCents,
    reference: `Rechnung ${invoice.number}, ${invoiceMonthText(invoice)}`,
  });
}

export type CorrectionRefusal =
  | { readonly code: 'notSettled' }
  | { readonly code: 'senderUnknown' }
  | { readonly code: 'nothingToCorrect' }
  | { readonly code: 'correctionUnderWay'; readonly number: string };

/**
 * Makes the invoice that brings a settled month to what is owed now: the difference alone,
 * maybe below zero. The first invoice stays; the correction goes the same way through the
 * house. Undefined where there is no such invoice. Returns the new one's id.
 */
export async function correctInvoice(
  tx: Tx,
  actor: Actor,
  id: string,
  today: string,
): Promise<Result<string, CorrectionRefusal> | undefined> {
  const seen = await findInvoice(tx, id, { hasDrafts: false });
  const contract = seen && (await findBilledContract(tx, seen.contractId));
  if (!seen || !contract) return undefined;
  const { providerId } = contract;
  await lockBilling(tx, actor.tenantId, providerId);
  const ofMonth = await listOfMonth(tx, seen);
  const first = ofMonth.find(({ correctionNo }) => correctionNo === 0);
  if (!first || !isSettled(first.state)) return refuse({ code: 'notSettled' });
  const open = ofMonth.find(({ state }) => !isSettled(state));
  if (open) return refuse({ code: 'correctionUnderWay', number: open.number });
  const { billedCents, nowCents } = await findOwed(tx, contract, seen.month);
  if (billedCents === nowCents) return refuse({ code: 'nothingToCorrect' });
  const details = await findBillingDetails(tx, providerId);
  if (!details) return refuse({ code: 'senderUnknown' });

  const correction = await tx
    .insertInto('invoice')
    .values({
      tenant_id: actor.tenantId,
      contract_id: contract.id,
      provider_id: providerId,
      month: seen.month,
      correction_no: ofMonth.length,
      number: await freeNumber(tx, providerId, first.number),
      total_cents: 0,
      tax_note: seen.taxNote,
      created_by: actor.accountId,
      created_by_name: actor.displayName,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const line = {
    kind: 'correction' as const,
    label: `Berichtigung der Rechnung ${first.number} für ${formatMonth(seen.month)}`,
    quantity: correctionQuantity(nowCents, billedCents),
    amountCents: nowCents - billedCents,
  };
  await replaceLines(tx, actor, correction.id, [line], { service: [] });
  await recordInvoiceMove(tx, actor, { invoiceId: correction.id, deed: 'created' });
  await tx
    .updateTable('invoice')
    .set({ state: 'submitted', submitted_on: today, ...(await frozenSides(tx, details)) })
    .where('id', '=', correction.id)
    .execute();
  await recordInvoiceMove(tx, actor, { invoiceId: correction.id, deed: 'submitted' });
  return ok(correction.id);
}

/** "R-17-B1"; a correction that was rejected keeps its number. */
async function freeNumber(tx: Tx, providerId: string, number: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const candidate = `${number}-B${count}`;
    if (!(await isNumberTaken(tx, providerId, candidate, null))) return candidate;
  }
}
