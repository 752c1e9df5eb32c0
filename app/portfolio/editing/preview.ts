import { type FundingRow, fundingPlan } from '~/budget/funding-plan';
import { describeLength, describeTerm } from '~/values/calendar';
import type { MeasurePlan } from './plan';
import { checkTerm } from './rules';

/** What the form computes from the saved dates and amounts. */
export interface PlanPreview {
  /** "13 Monate"; null where a date is missing or the dates do not fit together. */
  readonly term: string | null;
  readonly options: readonly string[];
  /** Null as long as there is no term to split. */
  readonly years: readonly PreviewYear[] | null;
  readonly sums: {
    readonly baseCents: number | null;
    readonly optionCents: number | null;
    readonly totalCents: number | null;
  } | null;
}

/** One fiscal year of the term or of an option; days inclusive. */
export type PreviewYear = Pick<FundingRow, 'fiscalYear' | 'optionNo' | 'neededCents'> & {
  readonly length: string;
};

const nothing: PlanPreview = { term: null, options: [], years: null, sums: null };

/** Length of the term and the estimate by fiscal year. Source: rules B1 and B3. */
export function planPreview(plan: MeasurePlan, today: string): PlanPreview {
  const { termStart, termEnd } = plan;
  if (!termStart || !termEnd || checkTerm(plan).length) return nothing;
  const { rows, sums } = fundingPlan({
    term: { start: termStart, end: termEnd },
    options: plan.options.map(({ starts, ends }) => ({ start: starts, end: ends })),
    monthlyCents: plan.estimateMonthlyCents,
    appropriations: [],
    productNumber: null,
    regime: null,
    onDate: today,
  });
  return {
    term: describeTerm(termStart, termEnd),
    options: plan.options.map(({ starts, ends }) => describeTerm(starts, ends)),
    years: rows.map(({ fiscalYear, optionNo, neededCents, months, days }) => ({
      fiscalYear,
      optionNo,
      neededCents,
      // By the calendar months in which the money is needed, as the paper's table counts them.
      length: describeLength(months, days),
    })),
    sums,
  };
}
