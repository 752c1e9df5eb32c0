import type { Tx } from '#db/as-actor';
import { sql, type RawBuilder } from 'kysely';
import {
  notStatedValue,
  otherBasisValue,
  type FacetName,
  type MeasureFilter,
  type MeasureSort,
} from '../filters';
import {
  pageCountOf,
  pageSize,
  type FacetValue,
  type MeasureList,
  type MeasureListRow,
} from '../measure-list';
import { foldText } from '../search-text';

/**
 * One page of the catalogue, its total and its facets, in one round trip.
 *
 * `judged` asks every measure of the authority each filter once; page, totals and
 * facets are counts of those answers. A page beyond the end is the last page.
 */
export async function listMeasures(tx: Tx, filter: MeasureFilter): Promise<MeasureList> {
  const { rows } = await sql<ListAnswer>`
    with judged as materialized (${judged(filter)}), total as (
      select count(*)::int as all_count,
        count(*) filter (where ${allFit()})::int as matching,
        count(*) filter (where ${allFit('text')})::int as without_text,
        count(*) filter (where ${allFit('legalBasis')})::int as without_legal_basis,
        count(*) filter (where ${allFit('carrier')})::int as without_carrier,
        count(*) filter (where ${allFit('implementation')})::int as without_implementation,
        count(*) filter (where ${allFit('kind')})::int as without_kind
      from judged
    ), facet as (
      select 'legalBasis' as name, value, count(*)::int from judged, unnest(legal_bases) as value
        where ${allFit('legalBasis')} group by value
      union all
      select 'carrier', carrier, count(*)::int from judged where ${allFit('carrier')} group by carrier
      union all
      select 'implementation', implementation, count(*)::int from judged
        where ${allFit('implementation')} group by implementation
      union all
      select 'kind', kind, count(*)::int from judged where ${allFit('kind')} group by kind
    ), page as (
      select id, row_number() over (order by ${order[filter.sort]}) as position
      from judged where ${allFit()} order by position
      limit ${pageSize}
      offset (select greatest(least(${filter.page}::int, (matching + ${pageSize - 1}) / ${pageSize}) - 1, 0) * ${pageSize} from total)
    )
    select total.*,
      (select coalesce(json_agg(json_build_object('name', name, 'value', value, 'count', count)), '[]') from facet) as facets,
      (select coalesce(json_agg(json_build_object(
          'slug', m.slug,
          'title', m.title,
          'targetGroup', left(said."targetGroup", 160),
          'legalBases', array(select ${legalBasisLabel} from measure_legal_basis b
            where b.tenant_id = m.tenant_id and b.measure_id = m.id group by 1 order by min(b.position)),
          'sites', (select coalesce(json_agg(json_build_object('name', s.name, 'places', s.places) order by s.position), '[]')
            from measure_site s where s.tenant_id = m.tenant_id and s.measure_id = m.id),
          'placesTotal', m.places_total,
          'periodStart', m.period_start,
          'periodEnd', m.period_end,
          'isOpenEnded', said.period -> 'openEnded',
          'implementation', m.implementation,
          'carrierName', m.carrier_name,
          'sourceYear', m.source_year
        ) order by page.position), '[]') from page join measure m on m.id = page.id,
        -- Once a row: unpacking the stored file is what costs most here.
        jsonb_to_record(m.content) as said("targetGroup" text, period jsonb)) as measures
    from total`.execute(tx);

  const [answer] = rows;
  if (!answer) throw new Error('An aggregate without a row cannot be.');
  return toList(answer, filter.page);
}

/** Slugs of all measures that fit, in the order of the list. */
export async function listMatchingSlugs(tx: Tx, filter: MeasureFilter): Promise<string[]> {
  const { rows } = await sql<{ readonly slug: string }>`
    select slug from (${judged(filter)}) judged where ${allFit()} order by ${order[filter.sort]}`.execute(tx);
  return rows.map(({ slug }) => slug);
}

/** Every measure of the authority with its answer to each filter. */
function judged(filter: MeasureFilter): RawBuilder<unknown> {
  const words = foldText(filter.text).split(' ').filter(Boolean);
  return sql`
    select m.id, m.slug, m.title, m.source_year, g.legal_bases, x.carrier, x.implementation, m.kind,
      not exists (select from unnest(${words}::text[]) as word where strpos(m.search_text, word) = 0) as fits_text,
      ${fits(sql`g.legal_bases && ${filter.legalBasis}::text[]`, filter.legalBasis)} as fits_legal_basis,
      ${fits(sql`x.carrier = any(${filter.carrier}::text[])`, filter.carrier)} as fits_carrier,
      ${fits(sql`x.implementation = any(${filter.implementation}::text[])`, filter.implementation)} as fits_implementation,
      ${fits(sql`m.kind = any(${filter.kind}::text[])`, filter.kind)} as fits_kind
    from measure m
    cross join lateral (select
      coalesce(m.carrier_type, ${notStatedValue}) as carrier,
      coalesce(m.implementation, ${notStatedValue}) as implementation) x
    cross join lateral (select coalesce(array_agg(distinct ${legalBasisGroup}), array[${notStatedValue}]) as legal_bases
      from measure_legal_basis b where b.tenant_id = m.tenant_id and b.measure_id = m.id) g`;
}

interface ListAnswer {
  readonly all_count: number;
  readonly matching: number;
  readonly without_text: number;
  readonly without_legal_basis: number;
  readonly without_carrier: number;
  readonly without_implementation: number;
  readonly without_kind: number;
  readonly facets: readonly (FacetValue & { readonly name: FacetName })[];
  readonly measures: readonly MeasureListRow[];
}

function toList(answer: ListAnswer, askedPage: number): MeasureList {
  const pageCount = pageCountOf(answer.matching);
  const facet = (name: FacetName): FacetValue[] =>
    answer.facets.filter((entry) => entry.name === name).map(({ value, count }) => ({ value, count }));
  return {
    rows: answer.measures,
    allCount: answer.all_count,
    matchingCount: answer.matching,
    page: Math.min(askedPage, pageCount),
    pageCount,
    facets: {
      legalBasis: facet('legalBasis'),
      carrier: facet('carrier'),
      implementation: facet('implementation'),
      kind: facet('kind'),
    },
    countWithout: {
      text: answer.without_text,
      legalBasis: answer.without_legal_basis,
      carrier: answer.without_carrier,
      implementation: answer.without_implementation,
      kind: answer.without_kind,
    },
  };
}

/** "16a SGB II"; null for a citation that could not be read. */
const readableBasis = sql`(b.section || ' ' || b.law || case when b.is_old_version then ' a. F.' else '' end)`;
const legalBasisGroup = sql`coalesce(${readableBasis}, ${otherBasisValue})`;
const legalBasisLabel = sql`coalesce('§ ' || ${readableBasis}, b.cited)`;

const fitColumns = {
  text: 'fits_text',
  legalBasis: 'fits_legal_basis',
  carrier: 'fits_carrier',
  implementation: 'fits_implementation',
  kind: 'fits_kind',
} as const satisfies Record<FacetName | 'text', string>;

/** A filter without values lets everything through. */
function fits(condition: RawBuilder<unknown>, values: readonly string[]): RawBuilder<unknown> {
  return values.length ? condition : sql`true`;
}

/** All filters fit, or all but one. */
function allFit(except?: keyof typeof fitColumns): RawBuilder<unknown> {
  const columns = Object.entries(fitColumns)
    .filter(([name]) => name !== except)
    .map(([, column]) => sql.ref(column));
  return sql.join(columns, sql` and `);
}

const order: Readonly<Record<MeasureSort, RawBuilder<unknown>>> = {
  titel: sql`title collate de_icu, id`,
  '-titel': sql`title collate de_icu desc, id`,
  stand: sql`source_year nulls last, title collate de_icu, id`,
  '-stand': sql`source_year desc nulls last, title collate de_icu, id`,
};
