import type { Tx } from '#db/as-actor';
import { isDeepStrictEqual } from 'node:util';
import type { MeasureContent } from '../content';
import { legalBasisRow } from '../legal-basis-row';
import { searchTextOf } from '../search-text';

/** Which measure of which authority. */
export interface MeasureKey {
  readonly tenantId: string;
  readonly measureId: string;
}

/** The columns of `measure` that lists sort, filter and search by; all are told by the profile. */
export function contentColumns(content: MeasureContent) {
  return {
    slug: content.slug,
    title: content.title,
    kind: content.kind,
    carrier_name: content.carrier.name,
    carrier_type: content.carrier.type,
    implementation: content.implementation,
    places_total: content.placesTotal,
    period_start: content.period.start,
    period_end: content.period.end,
    search_text: searchTextOf(content),
    content: JSON.stringify(content),
  };
}

/**
 * Brings the lists beside the profile up to date.
 *
 * Legal bases are always the profile's. Sites and phases of the plan for the paper
 * follow it only as long as nobody gave the paper words of its own; `before` is null
 * for a new measure.
 */
export async function writeLists(
  tx: Tx,
  { tenantId, measureId }: MeasureKey,
  content: MeasureContent,
  before: MeasureContent | null,
): Promise<void> {
  const key = { tenantId, measureId };
  if (!isDeepStrictEqual(content.legalBases, before?.legalBases)) {
    if (before) await tx.deleteFrom('measure_legal_basis').where('measure_id', '=', measureId).execute();
    const rows = legalBasisRows(key, content);
    if (rows.length) await tx.insertInto('measure_legal_basis').values(rows).execute();
  }

  const sites = sitesOf(content);
  if (!isDeepStrictEqual(sites, before && sitesOf(before)) && (await followsSites(tx, measureId, before))) {
    await tx.deleteFrom('measure_site').where('measure_id', '=', measureId).execute();
    const rows = siteRows(key, content);
    if (rows.length) await tx.insertInto('measure_site').values(rows).execute();
  }

  const phases = phasesOf(content);
  if (
    !isDeepStrictEqual(phases, before && phasesOf(before)) &&
    (await followsPhases(tx, measureId, before))
  ) {
    await tx.deleteFrom('measure_phase').where('measure_id', '=', measureId).execute();
    const rows = phaseRows(key, content);
    if (rows.length) await tx.insertInto('measure_phase').values(rows).execute();
  }
}

export function legalBasisRows(key: MeasureKey, { legalBases }: MeasureContent) {
  return numbered(key, legalBases.map(legalBasisRow));
}

export function siteRows(key: MeasureKey, content: MeasureContent) {
  return numbered(key, sitesOf(content));
}

export function phaseRows(key: MeasureKey, content: MeasureContent) {
  return numbered(key, phasesOf(content));
}

/** Rows of one measure, in their order from 1. */
function numbered<Row extends object>({ tenantId, measureId }: MeasureKey, rows: readonly Row[]) {
  return rows.map((row, index) => ({
    tenant_id: tenantId,
    measure_id: measureId,
    position: index + 1,
    ...row,
  }));
}

/** A site without a name stays in the profile alone; zero places are no number the plan can use. */
function sitesOf({ places }: MeasureContent) {
  return places.flatMap(({ site, count }) =>
    site === null ? [] : [{ name: site, places: count === 0 ? null : count }],
  );
}

function phasesOf({ phases }: MeasureContent) {
  return phases.map(({ name, content }) => ({ title: name, sub_text: content }));
}

async function followsSites(tx: Tx, measureId: string, before: MeasureContent | null): Promise<boolean> {
  if (!before) return true;
  const rows = await tx
    .selectFrom('measure_site')
    .select(['name', 'places'])
    .where('measure_id', '=', measureId)
    .orderBy('position')
    .execute();
  return isDeepStrictEqual(rows, sitesOf(before));
}

async function followsPhases(tx: Tx, measureId: string, before: MeasureContent | null): Promise<boolean> {
  if (!before) return true;
  const rows = await tx
    .selectFrom('measure_phase')
    .select(['title', 'sub_text'])
    .where('measure_id', '=', measureId)
    .orderBy('position')
    .execute();
  return isDeepStrictEqual(rows, phasesOf(before));
}
