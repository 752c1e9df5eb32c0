import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { ruleBook } from '~/eligibility/rule-books';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import { type Care, type CareReview, recordOf } from '../care';
import {
  checkLeadAnswer,
  checkReview,
  courseOf,
  type CourseStep,
  leadDeedOf,
  type LeadAnswer,
  type LeadFinding,
  type ReviewDecision,
  type ReviewFinding,
} from '../rules/course';
import { recordMove } from './record-move';

export interface NewReview {
  readonly decision: ReviewDecision;
  readonly reasons: string;
  readonly prospects: string | null;
}

/**
 * Records a review, once. Its day is that of the allocation plus its months, whenever it
 * is held (rules.md § 9 case 3); what the lead has to do about it is fixed with it.
 */
export async function recordReview(
  tx: Tx,
  actor: Actor,
  {
    care,
    reviews,
    step,
  }: { readonly care: Care; readonly reviews: readonly CareReview[]; readonly step: CourseStep },
  review: NewReview,
  today: string,
): Promise<Result<undefined, ReviewFinding>> {
  const course = courseOf(ruleBook(care.book), care.allocatedOn, reviews.map(recordOf), today);
  const findings = checkReview(course, step, review, today);
  if (findings.length) return refuse(...findings);
  const row = await tx
    .insertInto('care_review')
    .values({
      tenant_id: actor.tenantId,
      allocation_id: care.id,
      month: step.month,
      due_on: step.dueOn,
      ...review,
      recorded_on: today,
      recorded_by: actor.accountId,
      recorded_by_name: actor.displayName,
      lead_deed: leadDeedOf(step, review.decision),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'allocation_id', 'month']).doNothing())
    .returning('month')
    .executeTakeFirst();
  if (!row) return refuse({ code: 'alreadyRecorded' });
  await recordMove(tx, actor, {
    careId: care.id,
    deed: 'reviewed',
    day: step.dueOn,
    reason: `Überprüfung nach ${step.month} Monaten: ${review.decision === 'goOn' ? 'Fortführung' : 'Ende'}`,
    verb: 'allocation.reviewed',
  });
  return ok(undefined);
}

/** The lead's part of a review, once; the reviewer's own lead cannot be the reviewer. */
export async function answerReview(
  tx: Tx,
  actor: Actor,
  careId: string,
  review: CareReview,
  answer: LeadAnswer,
): Promise<Result<undefined, LeadFinding>> {
  const findings = checkLeadAnswer(recordOf(review), answer, actor.accountId);
  if (findings.length) return refuse(...findings);
  const answered = await tx
    .updateTable('care_review')
    .set({
      lead_is_granted: answer.isGranted,
      lead_note: answer.note,
      lead_at: sql<string>`now()`,
      lead_by: actor.accountId,
      lead_by_name: actor.displayName,
    })
    .where('allocation_id', '=', careId)
    .where('month', '=', review.month)
    .where('lead_at', 'is', null)
    .executeTakeFirst();
  if (answered.numUpdatedRows === 0n) return refuse({ code: 'alreadyAnswered' });
  await recordAudit(tx, actor, {
    verb: 'allocation.reviewDecided',
    objectKind: 'allocation',
    objectId: careId,
  });
  return ok(undefined);
}
