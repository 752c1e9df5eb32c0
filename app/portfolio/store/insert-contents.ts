import type { Tx } from '#db/as-actor';
import type { MeasureContent } from '../content';
import type { ImportTarget } from '../import-measure';
import { contentColumns, legalBasisRows, phaseRows, siteRows } from './write-content';

/**
 * Adds measures of portfolio files, one statement for each table; returns their ids by
 * slug. A slug that is taken is left out of the answer and nothing is written for it.
 *
 * At most a few hundred at once: a statement takes 65,535 values.
 */
export async function insertContents(
  tx: Tx,
  { tenantId, sourceYear }: ImportTarget,
  contents: readonly MeasureContent[],
): Promise<ReadonlyMap<string, string>> {
  if (contents.length === 0) return new Map();
  const inserted = await tx
    .insertInto('measure')
    .values(
      contents.map((content) => {
        const columns = contentColumns(content);
        return { tenant_id: tenantId, source_year: sourceYear, source: columns.content, ...columns };
      }),
    )
    .onConflict((conflict) => conflict.constraint('measure_slug_once').doNothing())
    .returning(['id', 'slug'])
    .execute();
  const ids = new Map(inserted.map(({ id, slug }) => [slug, id]));

  const added = contents.flatMap((content) => {
    const measureId = ids.get(content.slug);
    return measureId === undefined ? [] : [{ key: { tenantId, measureId }, content }];
  });
  const legalBases = added.flatMap(({ key, content }) => legalBasisRows(key, content));
  const sites = added.flatMap(({ key, content }) => siteRows(key, content));
  const phases = added.flatMap(({ key, content }) => phaseRows(key, content));
  // Not awaited one by one: the three travel together.
  await Promise.all([
    legalBases.length > 0 && tx.insertInto('measure_legal_basis').values(legalBases).execute(),
    sites.length > 0 && tx.insertInto('measure_site').values(sites).execute(),
    phases.length > 0 && tx.insertInto('measure_phase').values(phases).execute(),
  ]);
  return ids;
}
