import type { Tx } from '#db/as-actor';
import { legalBasisRow } from './legal-basis-row';
import { searchTextOf } from './search-text';
import type { MeasureSource } from './source';

/** Whose measure it becomes, and the year in which the source describes it. */
export interface ImportTarget {
  readonly tenantId: string;
  readonly sourceYear: number;
}

/**
 * Writes one measure of a portfolio file; returns its id.
 *
 * The file itself is kept whole in `source`; the columns and tables beside it are
 * what lists filter by and what the district may change later. A site without a
 * name stays in `source` alone, and a count the source does not give stays null.
 */
export async function importMeasure(
  tx: Tx,
  { tenantId, sourceYear }: ImportTarget,
  source: MeasureSource,
): Promise<string> {
  const { id } = await tx
    .insertInto('measure')
    .values({
      tenant_id: tenantId,
      slug: source.slug,
      title: source.title,
      kind: source.kind,
      carrier_name: source.carrier.name,
      carrier_type: source.carrier.type,
      source_year: sourceYear,
      implementation: source.implementation,
      places_total: source.placesTotal,
      period_start: source.period.start,
      period_end: source.period.end,
      search_text: searchTextOf(source),
      source: JSON.stringify(source),
      content: JSON.stringify(source),
    })
    .returning('id')
    .executeTakeFirstOrThrow();

  const owner = { tenant_id: tenantId, measure_id: id };
  await Promise.all([
    insertLegalBases(tx, owner, source),
    insertSites(tx, owner, source),
    insertPhases(tx, owner, source),
  ]);
  return id;
}

interface Owner {
  readonly tenant_id: string;
  readonly measure_id: string;
}

async function insertLegalBases(tx: Tx, owner: Owner, source: MeasureSource): Promise<void> {
  if (source.legalBases.length === 0) return;
  const rows = source.legalBases.map((cited, index) => ({
    ...owner,
    position: index + 1,
    ...legalBasisRow(cited),
  }));
  await tx.insertInto('measure_legal_basis').values(rows).execute();
}

async function insertSites(tx: Tx, owner: Owner, source: MeasureSource): Promise<void> {
  const named = source.places.flatMap(({ site, count }) =>
    site === null ? [] : [{ name: site, places: count }],
  );
  if (named.length === 0) return;
  const rows = named.map((site, index) => ({ ...owner, position: index + 1, ...site }));
  await tx.insertInto('measure_site').values(rows).execute();
}

async function insertPhases(tx: Tx, owner: Owner, source: MeasureSource): Promise<void> {
  if (source.phases.length === 0) return;
  const rows = source.phases.map(({ name, content }, index) => ({
    ...owner,
    position: index + 1,
    title: name,
    sub_text: content,
  }));
  await tx.insertInto('measure_phase').values(rows).execute();
}
