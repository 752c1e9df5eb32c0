import type { Tx } from '#db/as-actor';
import type { MeasureContent } from './content';
import { contentColumns, writeLists } from './store/write-content';

/** Whose measure it becomes, and the year in which the source describes it, if that is known. */
export interface ImportTarget {
  readonly tenantId: string;
  readonly sourceYear: number | null;
}

/**
 * Writes one measure of a portfolio file; returns its id.
 *
 * The file itself is kept whole in `source`; `content` begins as the same and is what
 * the district may change later. A count the source does not give stays null.
 */
export async function importMeasure(
  tx: Tx,
  { tenantId, sourceYear }: ImportTarget,
  source: MeasureContent,
): Promise<string> {
  const { id } = await tx
    .insertInto('measure')
    .values({
      tenant_id: tenantId,
      source_year: sourceYear,
      source: JSON.stringify(source),
      ...contentColumns(source),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeLists(tx, { tenantId, measureId: id }, source, null);
  return id;
}
