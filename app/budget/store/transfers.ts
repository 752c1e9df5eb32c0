import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { NewTransfer, TransferFinding } from '../budget';
import { fundsLines } from '../funds';
import { listBookings } from './bookings';
import { lockFunds } from './lock';

/**
 * Moves money between two appropriations; refused beyond what is free in the first.
 * Two people may move the last money at once: the second one finds it gone.
 */
export async function transferMoney(
  tx: Tx,
  actor: Actor,
  transfer: NewTransfer,
): Promise<Result<string, TransferFinding>> {
  await lockFunds(tx, actor.tenantId);
  const lines = fundsLines(await listBookings(tx));
  const lineOf = (id: string) => lines.find(({ appropriation }) => appropriation?.id === id);
  const from = lineOf(transfer.fromId);
  if (!from) return refuse({ code: 'fromGone' });
  if (!lineOf(transfer.toId)) return refuse({ code: 'toGone' });
  if (transfer.fromId === transfer.toId) return refuse({ code: 'sameAppropriation' });
  const freeCents = Math.max(0, from.freeCents);
  if (transfer.amountCents > freeCents) return refuse({ code: 'moreThanFree', freeCents });

  const { id } = await tx
    .insertInto('budget_transfer')
    .values({
      tenant_id: actor.tenantId,
      from_id: transfer.fromId,
      to_id: transfer.toId,
      amount_cents: transfer.amountCents,
      reason: transfer.reason,
      booked_by: actor.accountId,
      booked_by_name: actor.displayName,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordAudit(tx, actor, {
    verb: 'budgetTransfer.booked',
    objectKind: 'budgetTransfer',
    objectId: id,
    changedFields: ['amountCents'],
  });
  return ok(id);
}
