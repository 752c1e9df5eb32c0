import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { sql } from 'kysely';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '~/identity/actor';
import type { Result } from '~/values/result';
import { ok, refuse } from '~/values/result';
import { isMeasureSlug } from '../../slug';
import type { MeasurePlan, PlanPatch, PlanRefusal } from '../plan';
import { findPlan } from './find';
import { replaceRows } from './rows';

/**
 * Saves the fields of one section; those that `patch` does not name stay as they are.
 *
 * Undefined where the actor's authority has no such measure. Two officers may save at
 * the same moment: the measure's row is locked first, so the second one sees what the
 * first one wrote. `isCurrent` then says whether that is still the plan the form was
 * filled from; if not, nothing is overwritten. Returns the new version.
 */
export async function savePlan(
  tx: Tx,
  actor: Actor,
  slug: string,
  patch: PlanPatch,
  isCurrent: (plan: MeasurePlan) => boolean,
): Promise<Result<number, PlanRefusal> | undefined> {
  if (!isMeasureSlug(slug)) return undefined;
  const measure = await tx
    .selectFrom('measure')
    .select(['tenant_id', 'id'])
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst();
  const current = measure && (await findPlan(tx, slug));
  if (!current) return undefined;

  if (!isCurrent(current)) return refuse({ code: 'savedMeanwhile', current });
  const gone = await goneChoices(tx, patch);
  if (gone.length) return refuse(...gone);

  const changedFields = changesOf(current, patch);
  if (!changedFields.length) return ok(current.version);

  const key = { tenant_id: measure.tenant_id, measure_id: measure.id };
  const columns = columnsOf(patch);
  await tx
    .insertInto('measure_plan')
    .values({ ...key, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'measure_id'])
        .doUpdateSet({ ...columns, version: sql<number>`measure_plan.version + 1` }),
    )
    .execute();
  await replaceRows(tx, key, patch);
  if (patch.legalBases) await citeInProfile(tx, measure.id, patch.legalBases);
  await recordAudit(tx, actor, {
    verb: 'measure.planned',
    objectKind: 'measure',
    objectId: measure.id,
    changedFields,
  });
  return ok(current.version + 1);
}

/** The profile cites the same legal bases: they are entered in both places and stored once. */
async function citeInProfile(tx: Tx, id: string, bases: NonNullable<PlanPatch['legalBases']>): Promise<void> {
  const citations = JSON.stringify(bases.map(({ cited }) => cited));
  await tx
    .updateTable('measure')
    .set({
      content: sql<string>`jsonb_set(content, '{legalBases}', ${citations}::jsonb)`,
      content_version: sql<number>`content_version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

/** Names of the fields whose value differs from what is stored. */
function changesOf(current: MeasurePlan, patch: PlanPatch): string[] {
  return (Object.keys(patch) as (keyof PlanPatch)[]).filter(
    (name) => !isDeepStrictEqual(patch[name], current[name]),
  );
}

/** Undefined values are left out by the query builder: those columns stay as they are. */
function columnsOf(patch: PlanPatch) {
  return {
    paper_no: patch.paperNo,
    paper_date: patch.paperDate,
    file_ref: patch.fileRef,
    department: patch.department,
    subject: patch.subject,
    need_text: patch.needText,
    demand_count: patch.demandCount,
    demand_unknown_reason: patch.demandUnknownReason,
    target_group: patch.targetGroup,
    service_subject: patch.serviceSubject,
    service_text: patch.serviceText,
    steps_text: patch.stepsText,
    is_voluntary_service: patch.isVoluntaryService,
    rooms_text: patch.roomsText,
    term_start: patch.termStart,
    term_end: patch.termEnd,
    has_options: patch.hasOptions,
    product_id: patch.productId,
    estimate_monthly_cents: patch.estimateMonthlyCents,
    estimate_basis: patch.estimateBasis,
    report_committee_id: patch.reportCommitteeId,
  };
}

/**
 * Products and committees that the form still offered but that are gone by now.
 * Asked before writing, because a failed foreign key would end the transaction.
 */
async function goneChoices(tx: Tx, patch: PlanPatch): Promise<PlanRefusal[]> {
  const wanted: [field: string, id: string][] = (patch.meetings ?? []).map(({ committeeId }) => [
    `meetings.${committeeId}`,
    committeeId,
  ]);
  if (patch.reportCommitteeId) wanted.push(['reportCommitteeId', patch.reportCommitteeId]);
  if (patch.productId) wanted.push(['productId', patch.productId]);
  if (!wanted.length) return [];

  const known = await tx
    .selectFrom('committee')
    .select('id')
    .unionAll(tx.selectFrom('budget_product').select('id'))
    .execute();
  const knownIds = new Set(known.map(({ id }) => id));
  return wanted.filter(([, id]) => !knownIds.has(id)).map(([field]) => ({ code: 'choiceGone', field }));
}
