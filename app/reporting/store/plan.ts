import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { isId } from '~/values/is-id';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { PlanReview, PlanStep, StepDoer, StepState } from '../participant';
import { lastDayOf, mayStillRecord } from '../rules/contacts';
import {
  type NewReview,
  reviewFindings,
  type ReviewFinding,
  settleFindings,
  type SettleFinding,
  stepFindings,
  type StepFinding,
} from '../rules/plan';
import { lockParticipant } from './participants';

interface NotRunning {
  readonly code: 'notRunning';
}

export interface NewStep {
  readonly needKey: string | null;
  readonly goal: string;
  readonly step: string;
  readonly doer: StepDoer;
  readonly agreedOn: string;
  readonly dueOn: string;
}

/** Steps of the plan: open ones first, by the day they are due. */
export async function listSteps(tx: Tx, allocationId: string): Promise<PlanStep[]> {
  return await tx
    .selectFrom('strategy_step')
    .where('allocation_id', '=', allocationId)
    .orderBy((eb) => eb('state', '<>', 'open'))
    .orderBy('due_on')
    .orderBy('id')
    .select([
      'id',
      'need_key as needKey',
      'goal',
      'step',
      'doer',
      'agreed_on as agreedOn',
      'due_on as dueOn',
      'state',
      'settled_on as settledOn',
      'settled_reason as settledReason',
    ])
    .execute();
}

/** Reviews of the plan, the newest first. */
export async function listReviews(tx: Tx, allocationId: string): Promise<PlanReview[]> {
  return await tx
    .selectFrom('strategy_review')
    .where('allocation_id', '=', allocationId)
    .orderBy('day', 'desc')
    .select([
      'id',
      'day',
      'is_kept as isKept',
      'changes',
      'next_on as nextOn',
      'recorded_by_name as recordedBy',
    ])
    .execute();
}

/** Adds a step to the plan; undefined where the provider has no such participant, or its measure no plan. */
export async function addStep(
  tx: Tx,
  actor: Actor,
  id: string,
  step: NewStep,
  today: string,
): Promise<Result<string, StepFinding | NotRunning | { readonly code: 'needUnknown' }> | undefined> {
  const participant = await lockPlanned(tx, id);
  if (!participant) return undefined;
  if (!mayStillRecord(participant)) return refuse({ code: 'notRunning' });
  const span = { starts: participant.starts, lastDay: lastDayOf(participant) };
  const findings = stepFindings(step, span, today);
  if (findings.length > 0) return refuse(...findings);
  if (step.needKey !== null && !(await hasNeed(tx, id, step.needKey))) return refuse({ code: 'needUnknown' });
  const row = await tx
    .insertInto('strategy_step')
    .values({
      tenant_id: actor.tenantId,
      allocation_id: id,
      need_key: step.needKey,
      goal: step.goal,
      step: step.step,
      doer: step.doer,
      agreed_on: step.agreedOn,
      due_on: step.dueOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordPlanChange(tx, actor, id);
  return ok(row.id);
}

/** Says what became of a step; undefined where there is no such step of this participant. */
export async function settleStep(
  tx: Tx,
  actor: Actor,
  { id, stepId }: { readonly id: string; readonly stepId: string },
  settling: { readonly state: Exclude<StepState, 'open'>; readonly reason: string | null },
  today: string,
): Promise<Result<string, SettleFinding | NotRunning> | undefined> {
  const participant = await lockPlanned(tx, id);
  if (!participant || !isId(stepId)) return undefined;
  const current = (await listSteps(tx, id)).find((step) => step.id === stepId);
  if (!current) return undefined;
  if (!mayStillRecord(participant)) return refuse({ code: 'notRunning' });
  const findings = settleFindings(current.state, settling);
  if (findings.length > 0) return refuse(...findings);
  await tx
    .updateTable('strategy_step')
    .set({ state: settling.state, settled_on: today, settled_reason: settling.reason })
    .where('id', '=', stepId)
    .execute();
  await recordPlanChange(tx, actor, id);
  return ok(stepId);
}

/** Records a review of the plan with the person (workflows.md b6); one a day. */
export async function reviewPlan(
  tx: Tx,
  actor: Actor,
  id: string,
  review: NewReview,
  today: string,
): Promise<Result<string, ReviewFinding | NotRunning | { readonly code: 'reviewedThatDay' }> | undefined> {
  const participant = await lockPlanned(tx, id);
  if (!participant) return undefined;
  if (!mayStillRecord(participant)) return refuse({ code: 'notRunning' });
  const findings = reviewFindings(review, participant.plan, {
    starts: participant.starts,
    lastDay: lastDayOf(participant),
    everyWeeks: participant.service.planReviewWeeks,
    today,
  });
  if (findings.length > 0) return refuse(...findings);
  const row = await tx
    .insertInto('strategy_review')
    .values({
      tenant_id: actor.tenantId,
      allocation_id: id,
      day: review.day,
      is_kept: review.isKept,
      changes: review.changes,
      next_on: review.nextOn,
      recorded_by: actor.accountId,
      recorded_by_name: actor.displayName,
    })
    .onConflict((conflict) => conflict.constraint('strategy_review_once_a_day').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return refuse({ code: 'reviewedThatDay' });
  await recordPlanChange(tx, actor, id);
  return ok(row.id);
}

async function lockPlanned(tx: Tx, id: string) {
  const participant = await lockParticipant(tx, id);
  return participant?.service.hasStrategyPlan ? participant : undefined;
}

async function hasNeed(tx: Tx, id: string, needKey: string): Promise<boolean> {
  const row = await tx
    .selectFrom('allocation_need')
    .where('allocation_id', '=', id)
    .where('need_key', '=', needKey)
    .select('need_key')
    .executeTakeFirst();
  return row !== undefined;
}

async function recordPlanChange(tx: Tx, actor: Actor, id: string): Promise<void> {
  await recordAudit(tx, actor, { verb: 'plan.changed', objectKind: 'allocation', objectId: id });
}
