import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { TypedSettlement } from '../forms';
import { settleFindings, type SettleFinding } from '../rules/settle';
import { settledReasonNames, settlerNames } from '../words';
import { recordMove } from './moves';

/**
 * Closes an allocation that came to nothing: its place is free at once, and nothing is
 * reported any more. Undefined where the actor may not see it or it is no measure's.
 */
export async function settleAllocation(
  tx: Tx,
  actor: Actor,
  id: string,
  typed: TypedSettlement,
  today: string,
): Promise<Result<undefined, SettleFinding> | undefined> {
  const row = await tx
    .selectFrom('allocation')
    .where('id', '=', id)
    .where('measure_id', 'is not', null)
    .select(['state', 'allocated_on', 'first_contact_on', 'version'])
    .executeTakeFirst();
  if (!row) return undefined;
  const firstHeld = await tx
    .selectFrom('contact')
    .where('allocation_id', '=', id)
    .where('outcome', '=', 'held')
    .select((eb) => eb.fn.min('day').as('day'))
    .executeTakeFirst();
  const standing = {
    state: row.state,
    allocatedOn: row.allocated_on,
    firstContactOn: row.first_contact_on ?? firstHeld?.day ?? null,
  };
  const findings = settleFindings(standing, typed.on, today);
  if (findings.length > 0) return refuse(...findings);
  const changed = await tx
    .updateTable('allocation')
    .set({
      state: typed.outcome,
      settled_on: typed.on,
      settled_by: typed.by,
      settled_reason: typed.reason,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .where('version', '=', row.version)
    .executeTakeFirst();
  // Somebody else was faster, or it is not the actor's to change.
  if (changed.numUpdatedRows === 0n) return refuse({ code: 'notOpen', state: row.state });
  const reason = `${settlerNames[typed.by]}: ${settledReasonNames[typed.reason]}`;
  await recordMove(tx, actor, { allocationId: id, deed: typed.outcome, day: typed.on, reason });
  return ok(undefined);
}
