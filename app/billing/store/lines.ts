import type { Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import type { BilledContract, Delivered } from '../contract';
import type { InvoiceBasis, InvoiceLine } from '../invoice';
import { serviceOfMonth, type ServiceLine } from '../rules/service';
import { lineLabel, lineQuantity, premiumQuantity } from '../words';
import { listClaims } from './find';

type NewLine = Omit<InvoiceLine, 'position'>;

/**
 * Computes a draft anew from contract, delivery and its premiums, and writes its lines.
 * Answers with the new total.
 */
export async function writeDraft(
  tx: Tx,
  actor: Actor,
  draft: { readonly id: string; readonly month: string },
  contract: BilledContract,
  delivered: Delivered,
): Promise<number> {
  const service = serviceOfMonth(contract, draft.month, delivered);
  const claims = await listClaims(tx, draft.id);
  const lines: NewLine[] = [
    ...serviceLines(service),
    ...claims.map(({ label, reachedOn, amountCents }) => ({
      kind: 'premium' as const,
      label: `Prämie: ${label}`,
      quantity: premiumQuantity(reachedOn),
      amountCents,
    })),
  ];
  return await replaceLines(tx, actor, draft.id, lines, { service });
}

/** An invoice of nothing still says for what: sessions that were not held, places that nobody took. */
export function serviceLines(service: readonly ServiceLine[]): NewLine[] {
  return service.map((line) => ({
    kind: 'service',
    label: lineLabel(line),
    quantity: lineQuantity(line),
    amountCents: line.cents,
  }));
}

/** Replaces the lines of a draft and its total, which it answers with. */
export async function replaceLines(
  tx: Tx,
  actor: Actor,
  invoiceId: string,
  lines: readonly NewLine[],
  basis: InvoiceBasis,
): Promise<number> {
  const totalCents = lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  await tx.deleteFrom('invoice_line').where('invoice_id', '=', invoiceId).execute();
  if (lines.length > 0) {
    await tx
      .insertInto('invoice_line')
      .values(
        lines.map(({ kind, label, quantity, amountCents }, index) => ({
          tenant_id: actor.tenantId,
          invoice_id: invoiceId,
          position: index + 1,
          kind,
          label,
          quantity,
          amount_cents: amountCents,
        })),
      )
      .execute();
  }
  await tx
    .updateTable('invoice')
    .set((eb) => ({
      total_cents: totalCents,
      basis: JSON.stringify(basis),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', invoiceId)
    .execute();
  return totalCents;
}
