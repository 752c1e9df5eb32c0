import type { Tx } from '#db/as-actor';
import type { MeasureContent } from './content';
import { insertContents } from './store/insert-contents';

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
export async function importMeasure(tx: Tx, target: ImportTarget, source: MeasureContent): Promise<string> {
  const ids = await insertContents(tx, target, [source]);
  const id = ids.get(source.slug);
  if (id === undefined) throw new Error(`The measure ${source.slug} is there already.`);
  return id;
}
