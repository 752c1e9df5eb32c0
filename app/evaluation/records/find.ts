import type { Tx } from '#db/as-actor';
import type { Protection } from '../rules/settings';
import type { Period } from './counts';
import { isYear, partsByYear, recordYears, type RecordYears, yearOf, yearPeriod } from './rules/periods';
import { exactRecords, protectedRecords, type RecordsSummary } from './rules/summary';
import { countRecords, listRecordSpans } from './store';

/** The years in which a measure has records. */
export async function findRecordYears(tx: Tx, measureId: string, today: string): Promise<RecordYears> {
  const [span] = await listRecordSpans(tx, measureId);
  return recordYears(span?.firstDay ?? null, span?.lastDay ?? null, today);
}

interface Wanted {
  readonly measureId: string;
  readonly period: Period;
  readonly years: RecordYears;
  readonly protection: Protection;
  readonly today: string;
}

/** What may leave the authority: proved over all years of the measure together. */
export async function findProtectedRecords(tx: Tx, wanted: Wanted): Promise<RecordsSummary> {
  const { measureId, period, protection } = wanted;
  const records = await countRecords(tx, [measureId], provedPeriods(wanted));
  const { periods = [], money = [] } = records.get(measureId) ?? {};
  return protectedRecords({ counts: periods, money, shown: period.key }, protection);
}

/** For those who may see persons anyway: only what is shown is counted. */
export async function findExactRecords(tx: Tx, wanted: Wanted): Promise<RecordsSummary> {
  const { measureId, period, years, protection, today } = wanted;
  const before = Number(period.key) - 1;
  const shown = [
    period,
    ...(isYear(period) && years.full.includes(before) ? [yearPeriod(before, today)] : []),
  ];
  const records = await countRecords(tx, [measureId], shown);
  const { periods = [], money = [] } = records.get(measureId) ?? {};
  return exactRecords({ counts: periods, money, shown: period.key }, protection);
}

/** All years that are over, the shown period, and what of an interim period lies in each of those years. */
export function provedPeriods({
  period,
  years,
  today,
}: Pick<Wanted, 'period' | 'years' | 'today'>): Period[] {
  const full = years.full.map((year) => yearPeriod(year, today));
  if (full.some(({ key }) => key === period.key)) return full;
  if (isYear(period)) return [...full, period];
  const parts = partsByYear(period)
    .filter(({ part }) => years.full.includes(yearOf(part.from)) || partsByYear(period).length > 1)
    .map(({ part }) => part);
  return [...full, period, ...parts];
}
