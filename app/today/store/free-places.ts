import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';

/** Places of a measure at one of its sites. */
export interface FreePlaces {
  readonly measureId: string;
  readonly slug: string;
  readonly title: string;
  readonly site: string;
  /** How many of them nobody has from today on. */
  readonly free: number;
}

/**
 * Places by measure and site, those with the most free ones first. Places of signed
 * contracts that are there today; seats of a group that has not begun yet.
 */
export async function listFreePlaces(tx: Tx, actor: Actor, today: string): Promise<FreePlaces[]> {
  const { rows } = await sql<FreePlaces>`
    select measure.id as "measureId", measure.slug, measure.title, site.name as site, sum(place.free)::bigint as free
    from (
        -- Counted first and joined then: a contract has many places.
        select contract_place.contract_id, contract_place.site_position, contract_place.group_id,
          count(*) filter (where contract_place.id not in (
            select allocation.place_id from allocation
            where allocation.tenant_id = ${actor.tenantId} and allocation.place_id is not null
              and allocation.state not in ('notStarted', 'declined')
              and coalesce(allocation.exited_on, allocation.ends) >= ${today}::date)) as free
        from contract_place
        where contract_place.tenant_id = ${actor.tenantId} and contract_place.valid_to >= ${today}::date
          and (contract_place.group_id is not null or contract_place.valid_from <= ${today}::date)
        group by contract_place.contract_id, contract_place.site_position, contract_place.group_id
      ) place
      join contract on contract.tenant_id = ${actor.tenantId} and contract.id = place.contract_id
        and contract.state = 'signed'
      join contract_site site on site.tenant_id = contract.tenant_id and site.contract_id = contract.id
        and site.position = place.site_position
      left join training_group run on run.tenant_id = contract.tenant_id and run.id = place.group_id
      join measure on measure.tenant_id = contract.tenant_id
        and measure.id = coalesce(run.measure_id, contract.measure_id)
    where place.group_id is null or (run.state = 'planned' and run.starts >= ${today}::date)
    group by measure.id, measure.slug, measure.title, site.name
    order by free desc, measure.title, site.name`.execute(tx);
  return rows;
}
