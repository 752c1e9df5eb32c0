import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { dropOutReasons, type ExitReason, type Progress } from '~/allocation/allocation';
import type { CorrectionFinding, NewExit as CorrectedExit } from '~/allocation/rules/exit';
import { correctExit } from '~/allocation/store/exit';
import { isId } from '~/values/is-id';
import { ruleBook } from '~/eligibility/rule-books';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { TalkPoint } from '~/reports/report';
import type { Care, CareDispute, CareEnd } from '../care';
import { afterExit, type CareExitFinding, checkCareExit, closingFindings } from '../rules/exit';
import { recordMove } from './record-move';

/** What was talked over at the end (rule X7), as far as it was. */
export interface ClosingTalk {
  readonly closingTalkOn: string | null;
  readonly closingPoints: readonly TalkPoint[];
  readonly aftercareUntil: string | null;
}

export interface NewExit extends ClosingTalk {
  readonly exitedOn: string;
  readonly reason: ExitReason;
  readonly explanation: string;
  readonly talkOn: string | null;
  readonly profilingUpdated: boolean;
  readonly backdateReason: string | null;
  /** What became of each need (rule E5); only of those that were judged. */
  readonly progress: readonly {
    readonly need: string;
    readonly progress: Progress;
    readonly isRemoved: boolean;
  }[];
}

type ExitFinding = CareExitFinding | { readonly code: 'notInCare' };

/** Ends a running care: the coded reason, what became of the needs, and what must follow (rules X1–X5). */
export async function endCare(
  tx: Tx,
  actor: Actor,
  { care, disputes }: { readonly care: Care; readonly disputes: readonly CareDispute[] },
  exit: NewExit,
  today: string,
): Promise<Result<undefined, ExitFinding>> {
  const book = ruleBook(care.book);
  const [dispute] = disputes;
  const findings = checkCareExit(book, {
    ...exit,
    allocatedOn: care.allocatedOn,
    today,
    dispute: dispute ?? null,
  });
  if (findings.length) return refuse(...findings);
  const ended = await tx
    .updateTable('allocation')
    .set({
      state: dropOutReasons.includes(exit.reason) ? 'droppedOut' : 'closed',
      exited_on: exit.exitedOn,
      exit_reason: exit.reason,
    })
    .where('id', '=', care.id)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) return refuse({ code: 'notInCare' });
  const key = { tenant_id: actor.tenantId, allocation_id: care.id };
  await tx
    .insertInto('care_end')
    .values({
      ...key,
      talk_on: exit.talkOn,
      profiling_updated: exit.profilingUpdated,
      invite_by: afterExit(book, exit.exitedOn).inviteBy,
      ...closingColumns(exit),
    })
    .execute();
  for (const { need, progress, isRemoved } of exit.progress) {
    await tx
      .updateTable('allocation_need')
      .set({ progress, is_removed: isRemoved })
      .where('allocation_id', '=', care.id)
      .where('need_key', '=', need)
      .execute();
  }
  const late = exit.backdateReason && ` · Nachträglich eingetragen: ${exit.backdateReason}`;
  await recordMove(tx, actor, {
    careId: care.id,
    deed: 'exited',
    day: exit.exitedOn,
    reason: `${exit.explanation}${late ?? ''}`,
    verb: 'allocation.exited',
  });
  return ok(undefined);
}

function closingColumns({ closingTalkOn, closingPoints, aftercareUntil }: ClosingTalk) {
  return {
    closing_talk_on: closingTalkOn,
    closing_points: [...closingPoints],
    aftercare_until: aftercareUntil,
  };
}

/** Completes the closing talk after the exit; undefined where the care has not ended. */
export async function recordClosingTalk(
  tx: Tx,
  actor: Actor,
  care: Pick<Care, 'id' | 'exitedOn'>,
  talk: ClosingTalk,
  today: string,
): Promise<Result<undefined, ReturnType<typeof closingFindings>[number]> | undefined> {
  if (care.exitedOn === null) return undefined;
  const findings = closingFindings(talk, care.exitedOn, today);
  if (findings.length > 0) return refuse(...findings);
  const kept = await tx
    .insertInto('care_end')
    .values({ tenant_id: actor.tenantId, allocation_id: care.id, ...closingColumns(talk) })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'allocation_id']).doUpdateSet(closingColumns(talk)),
    )
    .executeTakeFirst();
  if (!kept.numInsertedOrUpdatedRows) return undefined;
  await recordAudit(tx, actor, { verb: 'task.done', objectKind: 'allocation', objectId: care.id });
  return ok(undefined);
}

/**
 * Corrects day or reason of an exit that was entered wrongly, with why; what follows from the
 * day moves with it. The anonymous effect record stays as it is: nothing leads from a person
 * to it (rules E1, E2). Undefined where the care has not ended or is not the actor's.
 */
export async function correctCareExit(
  tx: Tx,
  actor: Actor,
  { care, end }: { readonly care: Care; readonly end: CareEnd | null },
  exit: CorrectedExit,
  today: string,
): Promise<Result<string, CorrectionFinding | { readonly code: 'aftercareBeforeExit' }> | undefined> {
  if (end?.aftercareUntil && end.aftercareUntil <= exit.exitedOn)
    return refuse({ code: 'aftercareBeforeExit' });
  const corrected = await correctExit(tx, actor, care.id, exit, today);
  if (!corrected?.ok) return corrected;
  await tx
    .updateTable('care_end')
    .set({ invite_by: afterExit(ruleBook(care.book), exit.exitedOn).inviteBy })
    .where('allocation_id', '=', care.id)
    .execute();
  return corrected;
}

/** Asks the team lead whether care ends; false where a question is open already. */
export async function askAboutExit(tx: Tx, actor: Actor, care: Care, question: string): Promise<boolean> {
  const row = await tx
    .insertInto('care_dispute')
    .values({
      tenant_id: actor.tenantId,
      allocation_id: care.id,
      question,
      asked_by: actor.accountId,
      asked_by_name: actor.displayName,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  await recordAudit(tx, actor, { verb: 'allocation.exitAsked', objectKind: 'allocation', objectId: care.id });
  return true;
}

export type DisputeFinding = { readonly code: 'alreadyDecided' } | { readonly code: 'ownQuestion' };

/** The lead's word about an exit; it binds (rules X3, X6). Undefined: not the actor's to decide. */
export async function decideDispute(
  tx: Tx,
  actor: Actor,
  care: Care,
  answer: { readonly disputeId: string; readonly endsCare: boolean; readonly reason: string },
): Promise<Result<undefined, DisputeFinding> | undefined> {
  if (!isId(answer.disputeId)) return undefined;
  const dispute = await tx
    .selectFrom('care_dispute')
    .where('id', '=', answer.disputeId)
    .where('allocation_id', '=', care.id)
    .select(['asked_by as askedById', 'decided_at as decidedAt'])
    .executeTakeFirst();
  if (!dispute) return undefined;
  if (dispute.decidedAt !== null) return refuse({ code: 'alreadyDecided' });
  if (dispute.askedById === actor.accountId) return refuse({ code: 'ownQuestion' });
  const decided = await tx
    .updateTable('care_dispute')
    .set({
      ends_care: answer.endsCare,
      reason: answer.reason,
      decided_at: sql<string>`now()`,
      decided_by: actor.accountId,
      decided_by_name: actor.displayName,
    })
    .where('id', '=', answer.disputeId)
    .where('decided_at', 'is', null)
    .executeTakeFirst();
  if (decided.numUpdatedRows === 0n) return undefined;
  await recordAudit(tx, actor, {
    verb: 'allocation.exitDecided',
    objectKind: 'allocation',
    objectId: care.id,
  });
  return ok(undefined);
}

/** The talk about a refusal, and the invitation after an exit, by whoever is in charge then (rules A17, X5). */
export async function recordFollowUp(
  tx: Tx,
  actor: Actor,
  careId: string,
  done: { readonly talkOn: string } | { readonly invitedOn: string },
): Promise<boolean> {
  const isTalk = 'talkOn' in done;
  const recorded = await tx
    .updateTable('care_end')
    .set(isTalk ? { talk_on: done.talkOn } : { invited_on: done.invitedOn })
    .where('allocation_id', '=', careId)
    .where(isTalk ? 'talk_on' : 'invited_on', 'is', null)
    .$if(!isTalk, (query) => query.where('invite_by', 'is not', null))
    .executeTakeFirst();
  if (recorded.numUpdatedRows === 0n) return false;
  await recordAudit(tx, actor, { verb: 'task.done', objectKind: 'allocation', objectId: careId });
  return true;
}
