import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { sql } from 'kysely';
import type { Actor } from '~/identity/actor';
import { findMeasure } from '~/portfolio/store';
import { ok, refuse, type Result } from '~/values/result';
import { type DatedProtection, protectionOn, suppressionKey } from './rules/settings';

/** What people wrote beside the figures of one measure. */
export interface EvaluationText {
  readonly assessment: string | null;
  readonly proposal: string | null;
  /** 0 as long as nothing was saved. */
  readonly version: number;
}

const nothingWritten: EvaluationText = { assessment: null, proposal: null, version: 0 };

/** The words beside what the measure's source states, which has no year. */
export const besideStated = 'angaben';

/** @param period key of the year or interim period they stand beside, or `besideStated` */
export async function findEvaluationText(tx: Tx, measureId: string, period: string): Promise<EvaluationText> {
  const row = await tx
    .selectFrom('measure_evaluation')
    .select(['assessment', 'proposal', 'version'])
    .where('measure_id', '=', measureId)
    .where('period', '=', period)
    .executeTakeFirst();
  return row ?? nothingWritten;
}

/** The thresholds for small numbers on that day: the authority's own, else the preset. */
export async function findProtection(tx: Tx, onDate: string): Promise<DatedProtection> {
  const own = await tx
    .selectFrom('rule_setting')
    .where('key', '=', suppressionKey)
    .orderBy('valid_from', 'desc')
    .select([
      sql<number>`coalesce((value ->> 'minCellCount')::int, 3)`.as('minCellCount'),
      sql<number>`coalesce((value ->> 'minDenominator')::int, 10)`.as('minDenominator'),
      'valid_from as validFrom',
      'valid_to as validTo',
      'source',
    ])
    .execute();
  return protectionOn(onDate, own);
}

export interface EvaluationTextChange {
  readonly assessment: string | null;
  readonly proposal: string | null;
}

/** Why the texts were not saved. */
export interface SavedMeanwhile {
  readonly code: 'savedMeanwhile';
  readonly current: EvaluationText;
}

/**
 * Saves both texts; undefined where the actor's authority has no such measure.
 *
 * `basedOn` is the version the form was filled from. The measure's row is locked first:
 * of two who save at once the second one sees what the first one wrote, and is asked.
 */
export async function saveEvaluationText(
  tx: Tx,
  actor: Actor,
  { slug, period }: { readonly slug: string; readonly period: string },
  change: EvaluationTextChange,
  basedOn: number,
): Promise<Result<number, SavedMeanwhile> | undefined> {
  const measure = await findMeasure(tx, slug, { isLocking: true });
  if (!measure) return undefined;
  const current = await findEvaluationText(tx, measure.id, period);
  if (current.version !== basedOn) return refuse({ code: 'savedMeanwhile', current });

  const changedFields = (['assessment', 'proposal'] as const).filter(
    (name) => change[name] !== current[name],
  );
  if (changedFields.length === 0) return ok(current.version);
  const { assessment, proposal } = change;
  await tx
    .insertInto('measure_evaluation')
    .values({ tenant_id: actor.tenantId, measure_id: measure.id, period, assessment, proposal })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'measure_id', 'period'])
        .doUpdateSet({ assessment, proposal, version: sql<number>`measure_evaluation.version + 1` }),
    )
    .execute();
  await recordAudit(tx, actor, {
    verb: 'measure.evaluated',
    objectKind: 'measure',
    objectId: measure.id,
    changedFields,
  });
  return ok(current.version + 1);
}
