import type { Tx } from '#db/as-actor';
import { sql } from 'kysely';
import type { ContactCounts, Period, PeriodCounts, ReportCounts, SiteCounts, YearMoney } from './counts';
import { yearOf } from './rules/periods';
import { countMoney, countPremiums } from './store/money';
import { countContacts, countNeeds, countReferrals, countReports, countSettled } from './store/outcomes';
import { countExitReasons, countParticipations, countPlaces, countWaiting } from './store/participations';

/** First day with a record of each measure, and the last day until which a contract delivers it. */
export interface RecordSpan {
  readonly measureId: string;
  readonly slug: string;
  readonly title: string;
  readonly firstDay: string;
  readonly lastDay: string | null;
}

/** Measures of the actor's authority with records; all of them, or one. */
export async function listRecordSpans(tx: Tx, measureId?: string): Promise<RecordSpan[]> {
  const ofOne = measureId === undefined ? sql`` : sql`and measure_id = ${measureId}`;
  const { rows } = await sql<RecordSpan>`
    select measure.id as "measureId", measure.slug, measure.title, first.day as "firstDay",
      (select max(contract.runs_until) from contract_measure service
        join contract on contract.tenant_id = service.tenant_id and contract.id = service.contract_id
        where service.measure_id = first.measure_id and contract.state <> 'draft') as "lastDay"
    from (select measure_id, min(least(starts, settled_on)) as day from allocation
      where measure_id is not null ${ofOne} group by measure_id) as first
      join measure on measure.id = first.measure_id
    order by measure.title collate de_icu, measure.slug`.execute(tx);
  return rows;
}

/** What is counted of one measure. */
export interface MeasureRecords {
  readonly periods: readonly PeriodCounts[];
  readonly money: readonly YearMoney[];
}

const noReports: ReportCounts = { due: 0, inTime: 0, late: 0, missing: 0 };
const noContacts: ContactCounts = { agreed: 0, held: 0, missedByClient: 0, cancelledByProvider: 0, moved: 0 };
const noPremiums = { count: 0, cents: 0 };

/**
 * Counts the records of these measures in these periods, each figure by the database, in one
 * pipeline. The rows of all areas are read here together: an evaluation is about all of them.
 *
 * Source: workflows.md (d2); documents.md § 10.
 */
export async function countRecords(
  tx: Tx,
  measureIds: readonly string[],
  periods: readonly Period[],
): Promise<ReadonlyMap<string, MeasureRecords>> {
  if (measureIds.length === 0 || periods.length === 0) return new Map();
  const years = [...new Set(periods.flatMap(({ from, until }) => [yearOf(from), yearOf(until)]))];
  const asked = [tx, measureIds, periods] as const;
  const [
    places,
    participations,
    waiting,
    reasons,
    needs,
    referrals,
    settled,
    reports,
    contacts,
    premiums,
    money,
  ] = await Promise.all([
    countPlaces(...asked),
    countParticipations(...asked),
    countWaiting(...asked),
    countExitReasons(...asked),
    countNeeds(...asked),
    countReferrals(...asked),
    countSettled(...asked),
    countReports(...asked),
    countContacts(...asked),
    countPremiums(...asked),
    countMoney(tx, measureIds, years),
  ]);
  const periodCounts = (measureId: string, period: Period): PeriodCounts => {
    const here = <Row extends { readonly measureId: string; readonly period: string }>(
      rows: readonly Row[],
    ) => rows.filter((row) => row.measureId === measureId && row.period === period.key);
    const [report = noReports] = here(reports);
    const [contact = noContacts] = here(contacts);
    const [premium = noPremiums] = here(premiums);
    return {
      period,
      sites: siteCounts(here(places), here(participations), here(waiting)),
      exitReasons: Object.fromEntries(here(reasons).map(({ reason, count }) => [reason, count])),
      needs: here(needs),
      referrals: here(referrals),
      settled: here(settled),
      reports: report,
      contacts: contact,
      premiums: premium,
    };
  };
  return new Map(
    measureIds.map((measureId) => [
      measureId,
      {
        periods: periods.map((period) => periodCounts(measureId, period)),
        money: money.filter((row) => row.measureId === measureId),
      },
    ]),
  );
}

/** What three queries say of the same sites, put together, in the order of the names. */
function siteCounts(
  places: Awaited<ReturnType<typeof countPlaces>>,
  participations: Awaited<ReturnType<typeof countParticipations>>,
  waiting: Awaited<ReturnType<typeof countWaiting>>,
): SiteCounts[] {
  const names = [...new Set([...places, ...participations].map(({ site }) => site))];
  return names
    .sort((one, other) => one.localeCompare(other, 'de'))
    .map((site) => {
      const place = places.find((row) => row.site === site);
      const people = participations.find((row) => row.site === site);
      const listed = waiting.find((row) => row.site === site)?.moreDays ?? 0;
      return {
        site,
        places: place?.places ?? 0,
        offeredDays: place?.offeredDays ?? 0,
        takenDays: people?.takenDays ?? 0,
        carriedIn: people?.carriedIn ?? 0,
        entries: people?.entries ?? 0,
        exits: people?.exits ?? 0,
        atEnd: people?.atEnd ?? 0,
        waitedDays: (people?.waitedDays ?? 0) + listed,
        stayedDays: people?.stayedDays ?? 0,
      };
    });
}
