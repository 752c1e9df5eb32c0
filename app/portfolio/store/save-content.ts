import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { sql } from 'kysely';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import { emptyContent, type MeasureContent } from '../content';
import { findMeasure, type MeasureDetail } from './find-measure';
import { contentColumns, writeLists } from './write-content';

export interface SavedMeanwhile {
  readonly code: 'savedMeanwhile';
  readonly current: MeasureDetail;
}

/**
 * Saves what `change` makes of the profile; the slug stays. Undefined where the
 * actor's authority has no such measure.
 *
 * The measure's row is locked first; `isCurrent` then says whether it is still what the
 * form was filled from. If not, nothing is overwritten. Returns the profile's new count.
 */
export async function saveContent(
  tx: Tx,
  actor: Actor,
  slug: string,
  change: (content: MeasureContent) => MeasureContent,
  isCurrent: (measure: MeasureDetail) => boolean,
): Promise<Result<number, SavedMeanwhile> | undefined> {
  const current = await findMeasure(tx, slug, { isLocking: true });
  if (!current) return undefined;
  if (!isCurrent(current)) return refuse({ code: 'savedMeanwhile', current });

  const content: MeasureContent = { ...change(current.content), slug: current.slug };
  const names = Object.keys({ ...current.content, ...content }) as (keyof MeasureContent)[];
  const changedFields = names.filter((name) => !isDeepStrictEqual(content[name], current.content[name]));
  if (changedFields.length === 0) return ok(current.contentVersion);

  await tx
    .updateTable('measure')
    .set({ ...contentColumns(content), content_version: sql<number>`content_version + 1` })
    .where('id', '=', current.id)
    .execute();
  const key = { tenantId: actor.tenantId, measureId: current.id };
  await writeLists(tx, key, content, current.content);
  await recordAudit(tx, actor, {
    verb: 'measure.profileChanged',
    objectKind: 'measure',
    objectId: current.id,
    changedFields,
  });
  return ok(current.contentVersion + 1);
}

export interface NewMeasure {
  readonly slug: string;
  readonly title: string;
  /** Slug of the measure whose profile is the start; null: an empty one. */
  readonly copyOf: string | null;
}

/** Adds a measure; refused where the slug is taken, or the one to copy is gone. Returns its slug. */
export async function createMeasure(
  tx: Tx,
  actor: Actor,
  { slug, title, copyOf }: NewMeasure,
): Promise<Result<string, { readonly code: 'slugTaken' | 'copyGone' }>> {
  const template = copyOf === null ? null : await findMeasure(tx, copyOf);
  if (template === undefined) return refuse({ code: 'copyGone' });
  // What came of the other measure is its own.
  const content: MeasureContent = template
    ? { ...template.content, slug, title, results: [], lessons: [] }
    : emptyContent(slug, title);
  const row = await tx
    .insertInto('measure')
    .values({ tenant_id: actor.tenantId, source: 'null', ...contentColumns(content) })
    .onConflict((conflict) => conflict.constraint('measure_slug_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return refuse({ code: 'slugTaken' });
  await writeLists(tx, { tenantId: actor.tenantId, measureId: row.id }, content, null);
  await recordAudit(tx, actor, {
    verb: 'measure.created',
    objectKind: 'measure',
    objectId: row.id,
    changedFields: ['title'],
  });
  return ok(slug);
}
