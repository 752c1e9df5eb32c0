import { type PlainDate, nextDay, plainDate } from '~/values/calendar';
import { wholeCents } from '~/values/money';

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
const unitsPerMonth = 377_580;

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
  const first = plainDate(period.start);
  const last = plainDate(period.end);
  if (last.since(first).sign < 0) throw new RangeError(`The period ends before it starts: ${period.start}`);

  const years = Array.from({ length: last.year - first.year + 1 }, (_, index) =>
    shareOfYear(first.year + index, first, last),
  );
  const cents =
    monthlyCents === null
      ? null
      : wholeCents(
          years.map((year) => BigInt(monthlyCents) * BigInt(year.units)),
          BigInt(unitsPerMonth),
        );
  return years.map(({ units: _, ...year }, index) => ({ ...year, cents: cents?.[index] ?? null }));
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
