import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import type { AllocationState } from '../allocation';

export interface AllocationRow {
  readonly id: string;
  readonly customerNumber: string;
  /** Null for a team lead who has not opened the client. */
  readonly name: string | null;
  /** Null: internal case management. */
  readonly measureTitle: string | null;
  readonly providerName: string | null;
  readonly site: string | null;
  readonly groupName: string | null;
  readonly state: AllocationState;
  readonly starts: string;
  /** Last day as it is planned or was; null: no end is planned. */
  readonly ends: string | null;
}

export interface AllocationFilter {
  /** Null: those that run. */
  readonly state: AllocationState | 'all' | null;
  /** A measure's slug, `bfm` for internal case management; null: all. */
  readonly measure: string | null;
  /** Name of a site under a contract; null: all. */
  readonly site: string | null;
  /** From 1. */
  readonly page: number;
}

export const allocationsPerPage = 50;

/** The filter's word for internal case management. */
const careFilter = 'bfm';

/** One page of the allocations of people whom the actor may know of, those that end soonest first. */
export async function listAllocations(
  tx: Tx,
  filter: AllocationFilter,
): Promise<{ readonly rows: AllocationRow[]; readonly total: number }> {
  const { state, measure, site, page } = filter;
  const found = await tx
    .selectFrom('allocation')
    .innerJoin('client', (join) =>
      join
        .onRef('client.tenant_id', '=', 'allocation.tenant_id')
        .onRef('client.participant_key', '=', 'allocation.participant_key'),
    )
    .leftJoin('client_profile as profile', (join) =>
      join.onRef('profile.tenant_id', '=', 'client.tenant_id').onRef('profile.client_id', '=', 'client.id'),
    )
    .leftJoin('measure', (join) =>
      join
        .onRef('measure.tenant_id', '=', 'allocation.tenant_id')
        .onRef('measure.id', '=', 'allocation.measure_id'),
    )
    .leftJoin('contract_place as place', (join) =>
      join
        .onRef('place.tenant_id', '=', 'allocation.tenant_id')
        .onRef('place.id', '=', 'allocation.place_id'),
    )
    .leftJoin('contract_site as site', (join) =>
      join
        .onRef('site.tenant_id', '=', 'place.tenant_id')
        .onRef('site.contract_id', '=', 'place.contract_id')
        .onRef('site.position', '=', 'place.site_position'),
    )
    .leftJoin('training_group as run', (join) =>
      join.onRef('run.tenant_id', '=', 'place.tenant_id').onRef('run.id', '=', 'place.group_id'),
    )
    .leftJoin('provider', 'provider.id', 'allocation.provider_id')
    .$if(state === null, (query) => query.where('allocation.state', 'in', ['clearing', 'active', 'closing']))
    .$if(state !== null && state !== 'all', (query) =>
      query.where('allocation.state', '=', state as AllocationState),
    )
    .$if(measure === careFilter, (query) => query.where('allocation.measure_id', 'is', null))
    .$if(measure !== null && measure !== careFilter, (query) => query.where('measure.slug', '=', measure))
    .$if(site !== null, (query) => query.where('site.name', '=', site))
    .select((eb) => [
      'allocation.id',
      'client.customer_number as customerNumber',
      'profile.first_name as firstName',
      'profile.last_name as lastName',
      'measure.title as measureTitle',
      'provider.name as providerName',
      'site.name as site',
      'run.name as groupName',
      'allocation.state',
      'allocation.starts',
      sql<string | null>`coalesce(allocation.exited_on, allocation.ends)::text`.as('ends'),
      eb.fn.countAll<number>().over().as('total'),
    ])
    .orderBy(sql`coalesce(allocation.exited_on, allocation.ends) asc nulls last`)
    .orderBy('allocation.id')
    .offset((page - 1) * allocationsPerPage)
    .limit(allocationsPerPage)
    .execute();
  return {
    rows: found.map(({ firstName, lastName, total: _, ...row }) => ({
      ...row,
      name: firstName === null || lastName === null ? null : `${lastName}, ${firstName}`,
    })),
    total: found[0]?.total ?? 0,
  };
}

/** Measures and sites to choose from: those that contracts name. */
export async function listFilterChoices(
  tx: Tx,
): Promise<{ readonly measures: { slug: string; title: string }[]; readonly sites: string[] }> {
  const [measures, sites] = await Promise.all([
    tx
      .selectFrom('measure')
      .where((where) =>
        where.exists(
          where
            .selectFrom('contract_measure as service')
            .whereRef('service.tenant_id', '=', 'measure.tenant_id')
            .whereRef('service.measure_id', '=', 'measure.id')
            .select('service.measure_id'),
        ),
      )
      .select(['slug', 'title'])
      .orderBy(sql`title collate de_icu`)
      .execute(),
    tx.selectFrom('contract_site').select('name').distinct().orderBy('name').execute(),
  ]);
  return { measures, sites: sites.map(({ name }) => name) };
}
