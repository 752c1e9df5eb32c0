import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { isId } from '~/values/is-id';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { Referral, ReferralTarget } from '../participant';
import { lastDayOf, mayStillRecord } from '../rules/contacts';
import { type ReferralFinding, referralFindings } from '../rules/referrals';
import { lockParticipant } from './participants';

type Refusal = ReferralFinding | { readonly code: 'notRunning' };

export interface NewReferral {
  readonly target: ReferralTarget;
  readonly day: string;
  readonly wasAccompanied: boolean;
  readonly hasArrived: boolean | null;
  readonly isOngoing: boolean | null;
}

/** Where the person was led, the newest first. */
export async function listReferrals(tx: Tx, allocationId: string): Promise<Referral[]> {
  return await tx
    .selectFrom('referral')
    .where('allocation_id', '=', allocationId)
    .orderBy('day', 'desc')
    .orderBy('id')
    .select([
      'id',
      'target',
      'day',
      'was_accompanied as wasAccompanied',
      'has_arrived as hasArrived',
      'settled_on as settledOn',
      'is_ongoing as isOngoing',
    ])
    .execute();
}

/** Records a referral; undefined where the provider has no such participant. */
export async function recordReferral(
  tx: Tx,
  actor: Actor,
  id: string,
  referral: NewReferral,
  today: string,
): Promise<Result<string, Refusal> | undefined> {
  const participant = await lockParticipant(tx, id);
  if (!participant) return undefined;
  if (!mayStillRecord(participant)) return refuse({ code: 'notRunning' });
  const span = { starts: participant.starts, lastDay: lastDayOf(participant) };
  const findings = referralFindings(referral, span, today);
  if (findings.length > 0) return refuse(...findings);
  const row = await tx
    .insertInto('referral')
    .values({
      tenant_id: actor.tenantId,
      allocation_id: id,
      target: referral.target,
      day: referral.day,
      was_accompanied: referral.wasAccompanied,
      ...outcomeOf(referral, today),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordAudit(tx, actor, { verb: 'referral.recorded', objectKind: 'allocation', objectId: id });
  return ok(row.id);
}

/** Says (again) whether the person arrived and still goes there; undefined where there is no such referral. */
export async function settleReferral(
  tx: Tx,
  actor: Actor,
  { id, referralId }: { readonly id: string; readonly referralId: string },
  outcome: Pick<NewReferral, 'hasArrived' | 'isOngoing'>,
  today: string,
): Promise<Result<string, Refusal> | undefined> {
  const participant = await lockParticipant(tx, id);
  if (!participant || !isId(referralId)) return undefined;
  const referral = (await listReferrals(tx, id)).find((known) => known.id === referralId);
  if (!referral) return undefined;
  if (!mayStillRecord(participant)) return refuse({ code: 'notRunning' });
  const span = { starts: participant.starts, lastDay: lastDayOf(participant) };
  const findings = referralFindings({ ...referral, ...outcome }, span, today);
  if (findings.length > 0) return refuse(...findings);
  await tx.updateTable('referral').set(outcomeOf(outcome, today)).where('id', '=', referralId).execute();
  await recordAudit(tx, actor, { verb: 'referral.recorded', objectKind: 'allocation', objectId: id });
  return ok(referralId);
}

function outcomeOf({ hasArrived, isOngoing }: Pick<NewReferral, 'hasArrived' | 'isOngoing'>, today: string) {
  return {
    has_arrived: hasArrived,
    settled_on: hasArrived === null ? null : today,
    is_ongoing: hasArrived ? isOngoing : null,
  };
}
