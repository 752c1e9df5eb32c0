import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import type {
  ContactCounts,
  NeedCounts,
  Period,
  ReferralCounts,
  ReportCounts,
  SettledCounts,
} from '../counts';
import { type CountRow, periodRows, tookPart } from './sql';

/**
 * Needs of those who left in the period, by key group; a person counts once in each group (rules E4, E5).
 *
 * The person leads the grouping: sorting by ids is cheaper than by words.
 */
export async function countNeeds(
  tx: Tx,
  measureIds: readonly string[],
  periods: readonly Period[],
): Promise<(CountRow & NeedCounts)[]> {
  const { rows } = await sql<CountRow & NeedCounts>`
    select "measureId", period, need_group as "group", count(*)::int as "withNeed",
      count(*) filter (where improved)::int as improved, count(*) filter (where removed)::int as removed,
      count(*) filter (where unjudged)::int as unjudged
    from (
      select a.measure_id as "measureId", period.key as period, need.need_group, a.id,
        bool_or(need.progress is not distinct from 'better') as improved, bool_or(need.is_removed) as removed,
        bool_and(need.progress is null) as unjudged
      from allocation a join ${periodRows(periods)} on a.exited_on between period.first and period.last
        join allocation_need need on need.tenant_id = a.tenant_id and need.allocation_id = a.id
      where a.measure_id = any(${measureIds}::uuid[]) and ${tookPart}
      group by 4, 3, 2, 1
    ) as person
    group by 1, 2, 3`.execute(tx);
  return rows;
}

/** Persons led to a help in the period, by target; whoever arrived once has arrived. */
export async function countReferrals(
  tx: Tx,
  measureIds: readonly string[],
  periods: readonly Period[],
): Promise<(CountRow & ReferralCounts)[]> {
  const { rows } = await sql<CountRow & ReferralCounts>`
    select "measureId", period, target, count(*)::int as referred,
      count(*) filter (where arrived)::int as arrived,
      count(*) filter (where not arrived and open)::int as open
    from (
      select a.measure_id as "measureId", period.key as period, referral.target, a.id,
        bool_or(coalesce(referral.has_arrived, false)) as arrived, bool_or(referral.has_arrived is null) as open
      from allocation a
        join referral on referral.tenant_id = a.tenant_id and referral.allocation_id = a.id
        join ${periodRows(periods)} on referral.day between period.first and period.last
      where a.measure_id = any(${measureIds}::uuid[]) and ${tookPart}
      group by 4, 3, 2, 1
    ) as person
    group by 1, 2, 3`.execute(tx);
  return rows;
}

/** What came to nothing in the period, and who let it. */
export async function countSettled(
  tx: Tx,
  measureIds: readonly string[],
  periods: readonly Period[],
): Promise<(CountRow & SettledCounts)[]> {
  const { rows } = await sql<CountRow & SettledCounts>`
    select a.measure_id as "measureId", period.key as period, a.state, a.settled_by as "by", count(*)::int as count
    from allocation a join ${periodRows(periods)} on a.settled_on between period.first and period.last
    where a.measure_id = any(${measureIds}::uuid[]) and a.state in ('notStarted', 'declined')
    group by 1, 2, 3, 4`.execute(tx);
  return rows;
}

/** Reports that fell due in the period: in time, late, or not there yet. */
export async function countReports(
  tx: Tx,
  measureIds: readonly string[],
  periods: readonly Period[],
): Promise<(CountRow & ReportCounts)[]> {
  const { rows } = await sql<CountRow & ReportCounts>`
    select a.measure_id as "measureId", period.key as period, count(*)::int as due,
      count(*) filter (where report.submitted_on <= report.due_on)::int as "inTime",
      count(*) filter (where report.submitted_on > report.due_on)::int as late,
      count(*) filter (where report.submitted_on is null)::int as missing
    from allocation a
      join report on report.tenant_id = a.tenant_id and report.allocation_id = a.id
      join ${periodRows(periods)} on report.due_on between period.first and period.last
    where a.measure_id = any(${measureIds}::uuid[]) and ${tookPart}
    group by 1, 2`.execute(tx);
  return rows;
}

/** Single contacts of the period; what was corrected counts as it was corrected. */
export async function countContacts(
  tx: Tx,
  measureIds: readonly string[],
  periods: readonly Period[],
): Promise<(CountRow & ContactCounts)[]> {
  const { rows } = await sql<CountRow & ContactCounts>`
    select a.measure_id as "measureId", period.key as period, count(*)::int as agreed,
      count(*) filter (where contact.outcome = 'held')::int as held,
      count(*) filter (where contact.outcome in ('clientExcused', 'clientUnexcused', 'clientAbsent'))::int
        as "missedByClient",
      count(*) filter (where contact.outcome = 'providerCancelled')::int as "cancelledByProvider",
      count(*) filter (where contact.outcome in ('movedByClient', 'movedByProvider'))::int as moved
    from allocation a
      join contact on contact.tenant_id = a.tenant_id and contact.allocation_id = a.id
      join ${periodRows(periods)} on contact.day between period.first and period.last
    where a.measure_id = any(${measureIds}::uuid[]) and ${tookPart}
      and not exists (select from contact later
        where later.tenant_id = contact.tenant_id and later.corrects_id = contact.id)
    group by 1, 2`.execute(tx);
  return rows;
}
