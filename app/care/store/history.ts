import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import type { TalkPoint } from '~/reports/report';
import type { CareDispute, CareEnd, CareMove, CareReview } from '../care';

/** The reviews of a care in their order; nothing where the actor is neither in charge nor leads who is. */
export async function listReviews(tx: Tx, careId: string): Promise<CareReview[]> {
  return await tx
    .selectFrom('care_review')
    .where('allocation_id', '=', careId)
    .select([
      'month',
      'due_on as dueOn',
      'decision',
      'reasons',
      'prospects',
      'recorded_on as recordedOn',
      'recorded_by as recordedById',
      'recorded_by_name as recordedByName',
      'lead_deed as leadDeed',
      'lead_is_granted as leadIsGranted',
      'lead_note as leadNote',
      'lead_at as leadAt',
      'lead_by_name as leadByName',
    ])
    .orderBy('month')
    .execute();
}

/** Who did what with the cares, newest first; the reasons are for those in charge alone. */
export async function listMoves(tx: Tx, careIds: readonly string[]): Promise<CareMove[]> {
  if (careIds.length === 0) return [];
  return await tx
    .selectFrom('allocation_move')
    .where('allocation_id', 'in', careIds)
    .select(['id', 'deed', 'day', 'reason', 'moved_at as at', 'moved_by_name as byName'])
    .orderBy('moved_at', 'desc')
    .orderBy('id')
    .execute();
}

export async function findEnd(tx: Tx, careId: string): Promise<CareEnd | undefined> {
  return await tx
    .selectFrom('care_end')
    .where('allocation_id', '=', careId)
    .select([
      'talk_on as talkOn',
      'profiling_updated as profilingUpdated',
      'invite_by as inviteBy',
      'invited_on as invitedOn',
      'aftercare_until as aftercareUntil',
      'closing_talk_on as closingTalkOn',
      sql<TalkPoint[]>`closing_points`.as('closingPoints'),
    ])
    .executeTakeFirst();
}

/** Questions to the team lead about an exit, newest first. */
export async function listDisputes(tx: Tx, careId: string): Promise<CareDispute[]> {
  return await tx
    .selectFrom('care_dispute')
    .where('allocation_id', '=', careId)
    .select([
      'id',
      'question',
      'asked_at as askedAt',
      'asked_by as askedById',
      'asked_by_name as askedByName',
      'ends_care as endsCare',
      'reason',
      'decided_at as decidedAt',
      'decided_by_name as decidedByName',
    ])
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .execute();
}

/** The needs that the care works on, by key. */
export async function listCareNeeds(tx: Tx, careId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('allocation_need')
    .where('allocation_id', '=', careId)
    .select('need_key as key')
    .orderBy('need_group')
    .orderBy('need_key')
    .execute();
  return rows.map(({ key }) => key);
}
