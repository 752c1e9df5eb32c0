import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import { settledReasonNames } from '~/allocation/words';
import { ok, refuse, type Result } from '~/values/result';
import {
  type ConfirmFinding,
  confirmFindings,
  type NotStartedFinding,
  notStartedFindings,
  type ProviderSettledReason,
  settledAs,
} from '../rules/start';
import { findAttendedDay, lockParticipant, nextVersion, recordParticipantMove } from './participants';

/**
 * The provider confirms place and first meeting. Undefined where it has no such
 * participant; refused a second time and for a day outside of the allocation.
 */
export async function confirmParticipant(
  tx: Tx,
  actor: Actor,
  id: string,
  firstDay: string,
  today: string,
): Promise<Result<string, ConfirmFinding> | undefined> {
  const participant = await lockParticipant(tx, id);
  if (!participant) return undefined;
  const findings = confirmFindings(participant, firstDay);
  if (findings.length > 0) return refuse(...findings);
  await tx
    .updateTable('allocation')
    .set({ confirmed_on: today, version: nextVersion })
    .where('id', '=', id)
    .execute();
  await recordParticipantMove(tx, actor, { allocationId: id, deed: 'confirmed', day: firstDay });
  await recordAudit(tx, actor, { verb: 'allocation.confirmed', objectKind: 'allocation', objectId: id });
  return ok(id);
}

/**
 * The provider says that it came to nothing: the person did not start, or the provider
 * declines. The place is free at once. Undefined where it has no such participant.
 */
export async function closeUnstarted(
  tx: Tx,
  actor: Actor,
  id: string,
  reason: ProviderSettledReason,
  today: string,
): Promise<Result<string, NotStartedFinding> | undefined> {
  const participant = await lockParticipant(tx, id);
  if (!participant) return undefined;
  const attendedOn = await findAttendedDay(tx, id);
  const findings = notStartedFindings({ ...participant, attendedOn }, reason);
  if (findings.length > 0) return refuse(...findings);
  const { state, by } = settledAs(reason);
  await tx
    .updateTable('allocation')
    .set({
      state,
      settled_on: today,
      settled_by: by,
      settled_reason: reason,
      version: nextVersion,
    })
    .where('id', '=', id)
    .execute();
  await recordParticipantMove(tx, actor, {
    allocationId: id,
    deed: state,
    day: today,
    reason: settledReasonNames[reason],
  });
  await recordAudit(tx, actor, { verb: `allocation.${state}`, objectKind: 'allocation', objectId: id });
  return ok(id);
}
