import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { createHash } from 'node:crypto';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import { type MeasureContent, measureContent } from '../content';
import type { PlanContent } from '../editing/plan';
import { findPlan } from '../editing/store';
import { isMeasureSlug } from '../slug';
import {
  findStep,
  intakeAfter,
  type IntakeState,
  isIntakeState,
  isMeasureState,
  type MeasureState,
  type StepNeed,
} from '../states';
import type { MeasureMove, MeasureVersion, MoveRefusal } from '../versions';
import { findMeasure, type MeasureDetail } from './find-measure';

export interface VersionContent {
  readonly content: MeasureContent;
  readonly plan: PlanContent;
}

/** All versions of a measure, the newest first. */
export async function listVersions(tx: Tx, measureId: string): Promise<MeasureVersion[]> {
  return await tx
    .selectFrom('measure_version')
    .select(['no', 'state', 'reason', 'created_at as createdAt', 'created_by_name as createdBy', 'sha256'])
    .where('measure_id', '=', measureId)
    .orderBy('no', 'desc')
    .execute();
}

/** What a version holds; undefined where the measure has no such version. */
export async function findVersion(
  tx: Tx,
  measureId: string,
  no: number,
): Promise<VersionContent | undefined> {
  const row = await tx
    .selectFrom('measure_version')
    .select(['content', 'plan'])
    .where('measure_id', '=', measureId)
    .where('no', '=', no)
    .executeTakeFirst();
  if (!row) return undefined;
  return { content: measureContent.parse(row.content), plan: row.plan as PlanContent };
}

/**
 * Keeps the measure as it stands as its next version; returns the number. Where nothing
 * changed since the last version, that one's number is the answer and nothing is written.
 * The caller holds the measure's lock.
 */
export async function freezeVersion(
  tx: Tx,
  actor: Actor,
  measure: MeasureDetail,
  reason: string,
  state: MeasureState = measure.state,
): Promise<number> {
  const plan = await findPlan(tx, measure.slug);
  if (!plan) throw new Error('The measure vanished while it was locked.');
  const { measureId: _, slug: __, title: ___, version: ____, ...planned } = plan;
  const sha256 = fingerprint({ content: measure.content, plan: planned });
  const [last] = await listVersions(tx, measure.id);
  if (last?.sha256 === sha256) return last.no;
  const no = (last?.no ?? 0) + 1;
  await tx
    .insertInto('measure_version')
    .values({
      tenant_id: actor.tenantId,
      measure_id: measure.id,
      no,
      state,
      content: JSON.stringify(measure.content),
      plan: JSON.stringify(planned),
      sha256,
      reason,
      created_by: actor.accountId,
      created_by_name: actor.displayName,
    })
    .execute();
  await recordAudit(tx, actor, {
    verb: 'measure.versionFrozen',
    objectKind: 'measure',
    objectId: measure.id,
  });
  return no;
}

/** The version whose content equals the measure as it stands; null: it changed since, or has none. */
export async function currentVersionNo(tx: Tx, measure: MeasureDetail): Promise<number | null> {
  const [plan, [last]] = await Promise.all([findPlan(tx, measure.slug), listVersions(tx, measure.id)]);
  if (!plan || !last) return null;
  const { measureId: _, slug: __, title: ___, version: ____, ...planned } = plan;
  return fingerprint({ content: measure.content, plan: planned }) === last.sha256 ? last.no : null;
}

/** SHA-256 over JSON with sorted keys: jsonb does not keep their order. */
function fingerprint(value: unknown): string {
  const sorted = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
  return createHash('sha256').update(sorted).digest('hex');
}

/** Every move of a measure, the newest first. */
export async function listMoves(tx: Tx, measureId: string): Promise<MeasureMove[]> {
  const rows = await tx
    .selectFrom('measure_move')
    .select([
      'from_state as fromState',
      'to_state as toState',
      'from_intake as fromIntake',
      'to_intake as toIntake',
      'reason',
      'version_no as versionNo',
      'moved_at as movedAt',
      'moved_by_name as movedBy',
    ])
    .where('measure_id', '=', measureId)
    .orderBy('moved_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ fromState, toState, fromIntake, toIntake, ...row }) =>
    isMeasureState(fromState) &&
    isMeasureState(toState) &&
    isIntakeState(fromIntake) &&
    isIntakeState(toIntake)
      ? [{ fromState, toState, fromIntake, toIntake, ...row }]
      : [],
  );
}

/**
 * Moves a measure to its next state; undefined where the actor's authority has no such
 * measure. `unmet` names what stands against the step, asked inside the same transaction.
 */
export async function moveMeasure(
  tx: Tx,
  actor: Actor,
  slug: string,
  wanted: { readonly from: MeasureState; readonly to: MeasureState; readonly reason: string | null },
  unmet: (measure: MeasureDetail, needs: readonly StepNeed[]) => Promise<readonly StepNeed[]>,
): Promise<Result<MeasureState, MoveRefusal> | undefined> {
  const measure = await findMeasure(tx, slug, { isLocking: true });
  if (!measure) return undefined;
  const step = findStep(wanted.from, wanted.to);
  // Somebody else moved it meanwhile, or the form was made up.
  if (!step || measure.state !== wanted.from) return refuse({ code: 'noSuchStep' });
  const needs = await unmet(measure, step.needs);
  if (needs.length > 0) return refuse({ code: 'needsUnmet', needs });

  const versionNo = step.freezes
    ? await freezeVersion(tx, actor, measure, wanted.reason ?? step.label, step.to)
    : null;
  await writeMove(
    tx,
    actor,
    measure,
    step.to,
    intakeAfter(step.to, measure.intake),
    wanted.reason,
    versionNo,
  );
  return ok(step.to);
}

/** Opens, pauses or closes the intake of a running measure; undefined where there is no such measure. */
export async function changeIntake(
  tx: Tx,
  actor: Actor,
  slug: string,
  intake: IntakeState,
  reason: string | null,
): Promise<Result<IntakeState, MoveRefusal> | undefined> {
  if (!isMeasureSlug(slug)) return undefined;
  const measure = await findMeasure(tx, slug, { isLocking: true });
  if (!measure) return undefined;
  if (measure.state !== 'running') return refuse({ code: 'intakeNeedsRunning' });
  if (measure.intake === intake) return refuse({ code: 'nothingToDo' });
  await writeMove(tx, actor, measure, measure.state, intake, reason, null);
  return ok(intake);
}

async function writeMove(
  tx: Tx,
  actor: Actor,
  measure: MeasureDetail,
  state: MeasureState,
  intake: IntakeState,
  reason: string | null,
  versionNo: number | null,
): Promise<void> {
  await tx.updateTable('measure').set({ state, intake }).where('id', '=', measure.id).execute();
  await tx
    .insertInto('measure_move')
    .values({
      tenant_id: actor.tenantId,
      measure_id: measure.id,
      from_state: measure.state,
      to_state: state,
      from_intake: measure.intake,
      to_intake: intake,
      reason,
      version_no: versionNo,
      moved_by: actor.accountId,
      moved_by_name: actor.displayName,
    })
    .execute();
  await recordAudit(tx, actor, {
    verb: 'measure.moved',
    objectKind: 'measure',
    objectId: measure.id,
    changedFields: state === measure.state ? ['measureIntake'] : ['measureState'],
  });
}
