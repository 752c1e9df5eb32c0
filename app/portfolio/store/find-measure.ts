import type { Tx } from '#db/as-actor';
import { isMeasureSlug } from '../slug';
import { measureSource, type MeasureSource } from '../source';

export interface MeasureDetail {
  readonly id: string;
  readonly slug: string;
  /** Year in which the source describes the measure. */
  readonly sourceYear: number | null;
  /** The portfolio file, whole. */
  readonly source: MeasureSource;
}

/** One measure with everything its source says; undefined where the actor's authority has none of that name. */
export async function findMeasure(tx: Tx, slug: string): Promise<MeasureDetail | undefined> {
  if (!isMeasureSlug(slug)) return undefined;
  const row = await tx
    .selectFrom('measure')
    .select(['id', 'slug', 'source_year', 'source'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!row) return undefined;
  return { id: row.id, slug: row.slug, sourceYear: row.source_year, source: measureSource.parse(row.source) };
}
