import type { Tx } from '#db/as-actor';
import { type MeasureContent, measureContent } from '../content';
import { sql } from 'kysely';
import { isMeasureSlug } from '../slug';
import type { IntakeState, MeasureState } from '../states';

export interface MeasureDetail {
  readonly id: string;
  readonly slug: string;
  /** Year in which the source describes the measure; null for one that was written here. */
  readonly sourceYear: number | null;
  /** The profile as it stands today, whole. */
  readonly content: MeasureContent;
  /** Counts the changes of the profile. */
  readonly contentVersion: number;
  /** It came from a portfolio file; what the file says is fact and not our plan. */
  readonly isImported: boolean;
  readonly state: MeasureState;
  readonly intake: IntakeState;
}

/** One measure with its whole profile; undefined where the actor's authority has none of that name. */
export async function findMeasure(
  tx: Tx,
  slug: string,
  { isLocking = false } = {},
): Promise<MeasureDetail | undefined> {
  if (!isMeasureSlug(slug)) return undefined;
  const query = tx
    .selectFrom('measure')
    .select(['id', 'slug', 'source_year', 'content', 'content_version', 'state', 'intake'])
    .select(sql<boolean>`jsonb_typeof(source) <> 'null'`.as('isImported'))
    .where('slug', '=', slug);
  const row = await (isLocking ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    slug: row.slug,
    sourceYear: row.source_year,
    content: measureContent.parse(row.content),
    contentVersion: row.content_version,
    isImported: row.isImported,
    state: row.state,
    intake: row.intake,
  };
}
