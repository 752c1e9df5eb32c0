import type { Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { isOtherAccount } from '../rules/details';
import { isSettled, stepRefusals } from '../rules/moves';
import { monthRefusals } from '../rules/open-months';
import { serviceOfMonth } from '../rules/service';
import { lineLabel, lineQuantity } from '../words';
import { findBilledContract, findDelivered } from './contracts';
import { findBillingDetails, findLastPaidWith } from './details';
import { findInvoiceOfMonth } from './draft';
import { findInvoice, listClaims, listInvoiceMoves, listOfMonth } from './find';
import { serviceLines } from './lines';
import { findOwed } from './owed';

/** Everything the pages about one invoice show; undefined where the actor may read none with this id. */
export async function findInvoicePage(tx: Tx, actor: Actor, id: string) {
  const isProvider = actor.providerId !== null;
  const invoice = await findInvoice(tx, id, { hasDrafts: isProvider });
  const contract = invoice && (await findBilledContract(tx, invoice.contractId));
  if (!contract) return undefined;
  const isDraft = invoice.state === 'draft';
  const [{ delivered, ...owed }, claims, moves, ofMonth, details, lastPaidWith] = await Promise.all([
    findOwed(tx, contract, invoice.month),
    listClaims(tx, id),
    listInvoiceMoves(tx, id),
    listOfMonth(tx, invoice),
    isDraft ? findBillingDetails(tx, contract.providerId) : undefined,
    isProvider ? undefined : findLastPaidWith(tx, contract.providerId, id),
  ]);
  const now = serviceOfMonth(contract, invoice.month, delivered(contract.id));
  const first = ofMonth.find(({ correctionNo }) => correctionNo === 0);
  return {
    invoice,
    premiums: contract.premiums,
    /** A draft without them cannot be handed in. */
    hasBillingDetails: !isDraft || details !== undefined,
    isOtherAccount: invoice.sides !== null && isOtherAccount(invoice.sides.sender, lastPaidWith ?? null),
    claims,
    moves,
    /** The other invoices of the month: what it corrects, or what corrects it. */
    others: ofMonth.filter((other) => other.id !== id),
    owed,
    /** What is owed now, line by line. */
    now: now.map((line) => ({ label: lineLabel(line), quantity: lineQuantity(line), cents: line.cents })),
    isOwnCheck: stepRefusals('approve', { ...invoice, ...owed }, actor.accountId).some(
      ({ code }) => code === 'ownCheck',
    ),
    isCorrectable:
      first !== undefined &&
      ofMonth.every(({ state }) => isSettled(state)) &&
      owed.billedCents !== owed.nowCents,
  };
}

/** What is owed for a month before it is billed, and what stands against that; undefined without such a contract. */
export async function previewMonth(
  tx: Tx,
  asked: { readonly contractId: string; readonly month: string },
  today: string,
) {
  const contract = await findBilledContract(tx, asked.contractId);
  if (!contract) return undefined;
  const { number, measureTitle } = contract;
  const delivered = await findDelivered(tx, [contract]);
  const lines = serviceLines(serviceOfMonth(contract, asked.month, delivered(contract.id)));
  return {
    contract: { number, measureTitle },
    month: asked.month,
    lines: lines.map((line, index) => ({ ...line, position: index + 1 })),
    totalCents: lines.reduce((sum, { amountCents }) => sum + amountCents, 0),
    refusals: monthRefusals(contract, asked.month, today),
    existing: (await findInvoiceOfMonth(tx, asked)) ?? null,
  };
}

/** The product that pays for an invoice, for the sentence about missing money. */
export async function findInvoiceProduct(tx: Tx, id: string): Promise<{ number: string }> {
  return await tx
    .selectFrom('invoice')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.tenant_id', '=', 'invoice.tenant_id')
        .onRef('contract.id', '=', 'invoice.contract_id'),
    )
    .innerJoin('budget_product as product', (join) =>
      join
        .onRef('product.tenant_id', '=', 'contract.tenant_id')
        .onRef('product.id', '=', 'contract.product_id'),
    )
    .where('invoice.id', '=', id)
    .select('product.number')
    .executeTakeFirstOrThrow();
}
