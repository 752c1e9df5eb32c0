import { type RawBuilder, sql } from 'kysely';
import type { Period } from '../counts';

/** The periods as rows `period (key, first, last)`, known to the planner by number. */
export function periodRows(periods: readonly Period[]): RawBuilder<unknown> {
  const rows = periods.map(({ key, from, until }) => sql`(${key}, ${from}::date, ${until}::date)`);
  return sql`(values ${sql.join(rows)}) as period (key, first, last)`;
}

/** Allocations that came to something: somebody took part. `a` is the allocation. */
export const tookPart = sql`a.state not in ('notStarted', 'declined')`;

/** The site of an allocation's place: joins `place` and `site` to `a`. */
export const withSite = sql`
  join contract_place place on place.tenant_id = a.tenant_id and place.id = a.place_id
  join contract_site site on site.tenant_id = place.tenant_id and site.contract_id = place.contract_id
    and site.position = place.site_position`;

/** One row of a count: which measure, which period, and what was counted there. */
export interface CountRow {
  readonly measureId: string;
  readonly period: string;
}
