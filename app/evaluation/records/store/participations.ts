import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import type { ExitReason } from '~/allocation/allocation';
import type { Period } from '../counts';
import { type CountRow, periodRows, tookPart, withSite } from './sql';

interface PlaceRow extends CountRow {
  readonly site: string;
  readonly places: number;
  readonly offeredDays: number;
}

/** Numbered places of signed contracts, seats of groups among them, and the days on which they were there. */
export async function countPlaces(
  tx: Tx,
  measureIds: readonly string[],
  periods: readonly Period[],
): Promise<PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`
    select coalesce(run.measure_id, contract.measure_id) as "measureId", period.key as period, site.name as site,
      count(*)::int as places,
      sum(least(place.valid_to, period.last) - greatest(place.valid_from, period.first) + 1)::int as "offeredDays"
    from contract
      join contract_place place on place.tenant_id = contract.tenant_id and place.contract_id = contract.id
      join contract_site site on site.tenant_id = place.tenant_id and site.contract_id = place.contract_id
        and site.position = place.site_position
      left join training_group run on run.tenant_id = place.tenant_id and run.id = place.group_id
      join ${periodRows(periods)} on place.valid_from <= period.last and place.valid_to >= period.first
    where contract.state <> 'draft' and run.state is distinct from 'cancelled'
      and coalesce(run.measure_id, contract.measure_id) = any(${measureIds}::uuid[])
    group by 1, 2, 3`.execute(tx);
  return rows;
}

interface ParticipationRow extends CountRow {
  readonly site: string;
  readonly takenDays: number;
  readonly carriedIn: number;
  readonly entries: number;
  readonly exits: number;
  readonly atEnd: number;
  readonly waitedDays: number;
  readonly stayedDays: number;
}

/**
 * Who came, was there and left. Whoever has not left by record still is in the measure, even
 * past the planned end; the place is taken until the exit or the planned end (rule X8).
 *
 * Waiting here runs from the day of the allocation; `countWaiting` says what the list adds.
 */
export async function countParticipations(
  tx: Tx,
  measureIds: readonly string[],
  periods: readonly Period[],
): Promise<ParticipationRow[]> {
  const { rows } = await sql<ParticipationRow>`
    select a.measure_id as "measureId", period.key as period, site.name as site,
      coalesce(sum(greatest(0, least(coalesce(a.exited_on, a.ends), period.last)
        - greatest(a.starts, period.first) + 1)), 0)::int as "takenDays",
      count(*) filter (where a.starts < period.first)::int as "carriedIn",
      count(*) filter (where a.starts >= period.first)::int as entries,
      count(*) filter (where a.exited_on <= period.last)::int as exits,
      count(*) filter (where a.exited_on is null or a.exited_on > period.last)::int as "atEnd",
      coalesce(sum(greatest(0, a.starts - a.allocated_on)) filter (where a.starts >= period.first), 0)::int
        as "waitedDays",
      coalesce(sum(a.exited_on - a.starts + 1) filter (where a.exited_on <= period.last), 0)::int as "stayedDays"
    from allocation a
      join ${periodRows(periods)} on a.starts <= period.last
        and (a.exited_on is null or a.exited_on >= period.first)
      ${withSite}
    where a.measure_id = any(${measureIds}::uuid[]) and ${tookPart}
    group by 1, 2, 3`.execute(tx);
  return rows;
}

interface WaitingRow extends CountRow {
  readonly site: string;
  /** On top of the days since the allocation. */
  readonly moreDays: number;
}

/**
 * Days on the waiting list before the allocation. An entry of the list belongs to the first
 * participation of the person in the measure that began after it.
 */
export async function countWaiting(
  tx: Tx,
  measureIds: readonly string[],
  periods: readonly Period[],
): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    with waited as (
      select distinct on (entry.id) a.tenant_id, a.id, a.measure_id, a.place_id, a.starts, a.allocated_on,
        entry.waiting_since
      from waitlist_entry entry
        join allocation a on a.tenant_id = entry.tenant_id and a.participant_key = entry.participant_key
          and a.measure_id = entry.measure_id and a.starts >= entry.waiting_since and ${tookPart}
      where entry.measure_id = any(${measureIds}::uuid[]) and entry.state = 'allocated'
      order by entry.id, a.starts
    ), longest as (
      select tenant_id, id, measure_id, place_id, starts, allocated_on, min(waiting_since) as since
      from waited group by 1, 2, 3, 4, 5, 6
    )
    select a.measure_id as "measureId", period.key as period, site.name as site,
      sum(greatest(a.starts - a.since, a.starts - a.allocated_on, 0) - greatest(a.starts - a.allocated_on, 0))::int
        as "moreDays"
    from longest a join ${periodRows(periods)} on a.starts between period.first and period.last
      ${withSite}
    group by 1, 2, 3`.execute(tx);
  return rows;
}

interface ReasonRow extends CountRow {
  readonly reason: ExitReason;
  readonly count: number;
}

/** Exits by their one main reason (rule X2): the reasons add up to the exits. */
export async function countExitReasons(
  tx: Tx,
  measureIds: readonly string[],
  periods: readonly Period[],
): Promise<ReasonRow[]> {
  const { rows } = await sql<ReasonRow>`
    select a.measure_id as "measureId", period.key as period, a.exit_reason as reason, count(*)::int as count
    from allocation a join ${periodRows(periods)} on a.exited_on between period.first and period.last
    where a.measure_id = any(${measureIds}::uuid[]) and ${tookPart}
    group by 1, 2, 3`.execute(tx);
  return rows;
}
