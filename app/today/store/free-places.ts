import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';

/** Places of a measure at one of its sites. */
export interface FreePlaces {
  readonly measureId: string;
  readonly slug: string;
  readonly title: string;
  readonly site: string;
  /** How many of them nobody has from today on, or from the first day where that is still to come. */
  readonly free: number;
}

/**
 * Places by measure and site, those with the most free ones first: places of signed contracts
 * and seats of groups that are planned or run.
 *
 * The same numbers as `shownSpot` gives where somebody is allocated, counted here by the
 * database: an authority has thousands of places, and the page needs a few sums. A test
 * compares the two. Who leaves does so by the planned end, so `ends` alone finds the stays
 * that reach to today or beyond, by the index `allocation_on_place`.
 */
export async function listFreePlaces(tx: Tx, actor: Actor, today: string): Promise<FreePlaces[]> {
  const { rows } = await sql<FreePlaces>`
    with spot as materialized (
      select contract.id as contract_id, service.measure_id, site.position, site.name as site,
        null::uuid as group_id, greatest(${today}::date, contract.term_start) as day
      from contract
        join contract_measure service on service.tenant_id = contract.tenant_id
          and service.contract_id = contract.id and service.unit = 'place' and not service.is_component
        join contract_site site on site.tenant_id = contract.tenant_id and site.contract_id = contract.id
      where contract.tenant_id = ${actor.tenantId} and contract.state = 'signed'
        and contract.runs_until >= ${today}::date
      union all
      select run.contract_id, run.measure_id, site.position, site.name, run.id,
        greatest(${today}::date, run.starts)
      from training_group run
        join contract on contract.tenant_id = run.tenant_id and contract.id = run.contract_id
          and contract.state = 'signed' and contract.runs_until >= ${today}::date
        join contract_site site on site.tenant_id = run.tenant_id and site.contract_id = run.contract_id
          and site.position = run.site_position
      where run.tenant_id = ${actor.tenantId} and run.state in ('planned', 'running')
    ), counted as materialized (
      select spot.measure_id, spot.site, count(*) filter (where (place.id, spot.day) not in (
          select allocation.place_id, days.day
          from allocation cross join (select distinct day from spot) days
          where allocation.tenant_id = ${actor.tenantId} and allocation.place_id is not null
            and allocation.state not in ('notStarted', 'declined') and allocation.ends >= ${today}::date
            and days.day <= coalesce(allocation.exited_on, allocation.ends))) as free
      from spot
        join contract_place place on place.tenant_id = ${actor.tenantId} and place.contract_id = spot.contract_id
          and place.site_position = spot.position and place.group_id is not distinct from spot.group_id
          and spot.day between place.valid_from and place.valid_to
      group by spot.measure_id, spot.site
    )
    select measure.id as "measureId", measure.slug, measure.title, counted.site, counted.free
    from counted
      join measure on measure.tenant_id = ${actor.tenantId} and measure.id = counted.measure_id
    order by counted.free desc, measure.title, counted.site`.execute(tx);
  return rows;
}
