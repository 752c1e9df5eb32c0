import type { Tx } from '#db/as-actor';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { type MeasureContent, measureContent } from '~/portfolio/content';
import type { MeasureFilter } from '~/portfolio/filters';
import type { MeasureState } from '~/portfolio/states';
import { listMatchingSlugs, listMeasures } from '~/portfolio/store';
import type { PlannedTerm } from '../fact-sheet/profile-text';

/** One measure of the overview: its profile, where it stands and what is planned. */
export interface PortfolioMeasure {
  readonly slug: string;
  readonly content: MeasureContent;
  readonly state: MeasureState;
  readonly plan: PlannedTerm;
}

export interface PortfolioSelection {
  readonly measures: readonly PortfolioMeasure[];
  readonly matchingCount: number;
  readonly allCount: number;
}

/** More than this is no overview any more; the paper would have some eighty pages. */
export const mostMeasures = 500;

/** All measures that the list shows under the filter, in its order; none where they are too many. */
export async function listPortfolio(tx: Tx, filter: MeasureFilter): Promise<PortfolioSelection> {
  const { matchingCount, allCount } = await listMeasures(tx, { ...filter, page: 1 });
  if (matchingCount > mostMeasures) return { measures: [], matchingCount, allCount };
  const slugs = await listMatchingSlugs(tx, filter);
  return { measures: await measuresOf(tx, slugs), matchingCount, allCount };
}

async function measuresOf(tx: Tx, slugs: readonly string[]): Promise<PortfolioMeasure[]> {
  if (slugs.length === 0) return [];
  const rows = await tx
    .selectFrom('measure')
    .leftJoin('measure_plan as plan', (join) =>
      join.onRef('plan.tenant_id', '=', 'measure.tenant_id').onRef('plan.measure_id', '=', 'measure.id'),
    )
    .where('measure.slug', 'in', slugs)
    .select((eb) => [
      'measure.slug',
      'measure.content',
      'measure.state',
      'plan.term_start as termStart',
      'plan.term_end as termEnd',
      'plan.has_options as hasOptions',
      jsonArrayFrom(
        eb
          .selectFrom('measure_option as option')
          .whereRef('option.tenant_id', '=', 'measure.tenant_id')
          .whereRef('option.measure_id', '=', 'measure.id')
          .orderBy('option.position')
          .select(['option.starts', 'option.ends', 'option.condition']),
      ).as('options'),
    ])
    .execute();
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  return slugs.flatMap((slug) => {
    const row = bySlug.get(slug);
    if (!row) return [];
    const { content, state, termStart, termEnd, hasOptions, options } = row;
    return [
      {
        slug,
        content: measureContent.parse(content),
        state,
        plan: { termStart, termEnd, hasOptions, options },
      },
    ];
  });
}
