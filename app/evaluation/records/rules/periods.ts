import type { Period } from '../counts';

/** The years that can be chosen, and with which one the page begins. */
export interface RecordYears {
  /** Years that are over and have records, the latest first. */
  readonly full: readonly number[];
  /** The year that still runs, where it has records. */
  readonly running: number | null;
}

/** Beyond them no paper is written, and the proof of what is hidden would grow with every year. */
const mostYears = 12;

/**
 * Years with records between the first day anybody took part and the last day a contract
 * runs; days to come have none.
 *
 * Source: workflows.md (d1): the year of the report is frozen once it is over.
 */
export function recordYears(firstDay: string | null, lastDay: string | null, today: string): RecordYears {
  if (firstDay === null || firstDay > today) return { full: [], running: null };
  const now = yearOf(today);
  const last = Math.min(now, Math.max(yearOf(lastDay ?? today), yearOf(firstDay)));
  const all = Array.from({ length: last - yearOf(firstDay) + 1 }, (_, index) => last - index);
  return {
    full: all.filter((year) => year < now).slice(0, mostYears),
    running: all.includes(now) ? now : null,
  };
}

/** A calendar year; the running one ends today. */
export function yearPeriod(year: number, today: string): Period {
  const end = `${String(year)}-12-31`;
  return { key: String(year), from: `${String(year)}-01-01`, until: end < today ? end : today };
}

/** Any stretch of days, for an interim evaluation. */
export function interimPeriod(from: string, until: string): Period {
  return { key: `${from}_${until}`, from, until };
}

export function isYear({ key }: Period): boolean {
  return /^\d{4}$/.test(key);
}

/** The parts of a stretch of days that lie in each calendar year. */
export function partsByYear({
  key,
  from,
  until,
}: Period): { readonly year: number; readonly part: Period }[] {
  const years = Array.from({ length: yearOf(until) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);
  return years.map((year) => {
    const first = `${String(year)}-01-01`;
    const last = `${String(year)}-12-31`;
    const part = {
      key: `${key}/${String(year)}`,
      from: from > first ? from : first,
      until: until < last ? until : last,
    };
    return { year, part };
  });
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

export type InterimFinding =
  { readonly code: 'endsBeforeStart' } | { readonly code: 'inTheFuture' } | { readonly code: 'tooLong' };

/** The longest stretch that is evaluated at once; longer ones are read year by year. */
const mostInterimYears = 5;

/** What speaks against evaluating these days; only what has happened can be counted. */
export function interimFindings(from: string, until: string, today: string): InterimFinding[] {
  return [
    ...(until < from ? [{ code: 'endsBeforeStart' } as const] : []),
    ...(until > today ? [{ code: 'inTheFuture' } as const] : []),
    ...(yearOf(until) - yearOf(from) >= mostInterimYears ? [{ code: 'tooLong' } as const] : []),
  ];
}
