import { type PlainDate, nextDay, plainDate } from '~/values/calendar';
import { splitByWeights, wholeCents } from '~/values/money';

/** First and last day as 'YYYY-MM-DD', both inclusive. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

/** What of a period falls into one fiscal year, which is the calendar year. */
export interface YearShare {
  readonly fiscalYear: number;
  readonly period: Period;
  /** Whole calendar months, then the days in months that are only partly covered. */
  readonly months: number;
  readonly days: number;
  /** Null: the price is not known. */
  readonly cents: number | null;
}

/** Least common multiple of 28, 29, 30 and 31: every part of a month is a whole number of these. */
export const unitsPerMonth = 377_580;

/**
 * Splits a monthly price over the fiscal years of a period.
 *
 * Whole calendar months count as one, a part of a month by its days ÷ days of
 * that month. The years sum to the rounded whole, to the cent. Throws when the
 * end lies before the start; `optionFindings` reports that.
 *
 * Source: rule B3; rules.md § 12.6 (our proposal).
 */
export function splitByFiscalYear(period: Period, monthlyCents: number | null): YearShare[] {
  const years = sharesOfYears(period);
  const cents =
    monthlyCents === null
      ? null
      : wholeCents(
          years.map((year) => BigInt(monthlyCents) * BigInt(year.units)),
          BigInt(unitsPerMonth),
        );
  return years.map(({ units: _, ...year }, index) => ({ ...year, cents: cents?.[index] ?? null }));
}

/** What of a price falls into one fiscal year. */
export interface YearCents {
  readonly fiscalYear: number;
  readonly cents: number;
}

/**
 * Splits a price per place and month over the fiscal years: each place counts for the
 * days it is kept, and only the sum of all places is rounded.
 *
 * Source: rule B3; rules.md § 12.6 (our proposal).
 */
export function splitByPlaceMonths(
  places: readonly { readonly period: Period; readonly count: number }[],
  placeMonthCents: number,
): YearCents[] {
  const units = new Map<number, bigint>();
  for (const { period, count } of places) {
    for (const year of sharesOfYears(period)) {
      const before = units.get(year.fiscalYear) ?? 0n;
      units.set(year.fiscalYear, before + BigInt(count) * BigInt(year.units));
    }
  }
  const years = [...units.keys()].sort((a, b) => a - b);
  const cents = wholeCents(
    years.map((year) => BigInt(placeMonthCents) * (units.get(year) ?? 0n)),
    BigInt(unitsPerMonth),
  );
  return years.map((fiscalYear, index) => ({ fiscalYear, cents: cents[index] ?? 0 }));
}

/** A price per session falls into the year in which the session is held. Nothing is rounded. */
export function splitBySessions(days: readonly string[], sessionCents: number): YearCents[] {
  const counts = new Map<number, number>();
  for (const day of days) {
    const { year } = plainDate(day);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts.entries()]
    .map(([fiscalYear, count]) => ({ fiscalYear, cents: count * sessionCents }))
    .sort((one, other) => one.fiscalYear - other.fiscalYear);
}

/**
 * Splits a total price over the fiscal years of its term, in proportion to the
 * months, broken ones by their days. The years sum to the total, to the cent.
 *
 * Source: rules.md § 12.6 (our proposal).
 */
export function splitTotal(period: Period, totalCents: number): YearCents[] {
  const years = sharesOfYears(period);
  const cents = splitByWeights(
    totalCents,
    years.map(({ units }) => units),
  );
  return years.map(({ fiscalYear }, index) => ({ fiscalYear, cents: cents[index] ?? 0 }));
}

/** The months of a period by fiscal year, counted in units that are whole numbers for every day. */
function sharesOfYears({ start, end }: Period) {
  const first = plainDate(start);
  const last = plainDate(end);
  if (last.since(first).sign < 0) throw new RangeError(`The period ends before it starts: ${start}`);
  return Array.from({ length: last.year - first.year + 1 }, (_, index) =>
    shareOfYear(first.year + index, first, last),
  );
}

function shareOfYear(fiscalYear: number, first: PlainDate, last: PlainDate) {
  const from = first.year === fiscalYear ? first : first.with({ year: fiscalYear, month: 1, day: 1 });
  const to = last.year === fiscalYear ? last : last.with({ year: fiscalYear, month: 12, day: 31 });
  const share = { months: 0, days: 0, units: 0 };
  for (let month = from.month; month <= to.month; month += 1) {
    const length = plainDate(`${fiscalYear}-${String(month).padStart(2, '0')}-01`).daysInMonth;
    const begins = month === from.month ? from.day : 1;
    const ends = month === to.month ? to.day : length;
    const covered = ends - begins + 1;
    share.units += (covered * unitsPerMonth) / length;
    if (covered === length) share.months += 1;
    else share.days += covered;
  }
  return { fiscalYear, period: { start: from.toString(), end: to.toString() }, ...share };
}

export type OptionFinding =
  | { readonly code: 'termEndsBeforeStart'; readonly term: Period }
  | { readonly code: 'optionEndsBeforeStart'; readonly optionNo: number; readonly option: Period }
  | {
      readonly code: 'optionOverlaps' | 'optionDoesNotJoin';
      readonly optionNo: number;
      readonly starts: string;
      readonly expectedStart: string;
    };

/**
 * Whether each option begins on the day after the term, or after the option before it.
 * Options are numbered from 1 in the order given. For imported facts these
 * findings are warnings; they stop our own contracts and papers.
 *
 * Source: rule B2.
 */
export function optionFindings(term: Period, options: readonly Period[]): OptionFinding[] {
  const findings: OptionFinding[] = [];
  let runsUntil: string | null = term.end;
  if (term.end < term.start) {
    findings.push({ code: 'termEndsBeforeStart', term });
    runsUntil = null; // Whether an option joins cannot be said before the term is mended.
  }
  options.forEach((option, index) => {
    const optionNo = index + 1;
    if (option.end < option.start) {
      findings.push({ code: 'optionEndsBeforeStart', optionNo, option });
      runsUntil = null;
      return;
    }
    const expectedStart = runsUntil && nextDay(runsUntil);
    if (expectedStart && option.start !== expectedStart) {
      const code = option.start < expectedStart ? 'optionOverlaps' : 'optionDoesNotJoin';
      findings.push({ code, optionNo, starts: option.start, expectedStart });
    }
    runsUntil = option.end;
  });
  return findings;
}
