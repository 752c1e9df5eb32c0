import type { BudgetRegime } from '~/authority/authority';
import { laterYearInstrument, type RegimeRule } from './regime';
import { type Period, splitByFiscalYear, type YearShare } from './rules';

export interface FundingRequest {
  readonly term: Period;
  readonly options: readonly Period[];
  /** Gross per month; null: not calculated yet. */
  readonly monthlyCents: number | null;
  /** Money of the paper's product; a year without a line is unknown, not zero. */
  readonly appropriations: readonly YearMoney[];
  /** Null: no product is named, so there is nothing the paper could ask money for. */
  readonly productNumber: string | null;
  /** Budget law of the authority and its state; null where nobody has entered it. */
  readonly regime: BudgetRegime | null;
  readonly state?: string | null;
  /** Day for which rules and closed years are looked up. */
  readonly onDate: string;
}

export interface YearMoney {
  readonly fiscalYear: number;
  readonly amountCents: number;
  /** "bis zu": an upper limit for everything in the pot. */
  readonly isCeiling: boolean;
}

/** The term or one option in one fiscal year: a line of the table in the paper. */
export interface FundingRow extends Omit<YearShare, 'cents'> {
  readonly part: 'base' | 'option';
  /** From 1; null for the base term. */
  readonly optionNo: number | null;
  /** Null: not calculated yet. */
  readonly neededCents: number | null;
  /** What the year still holds for this line; null: no appropriation is known. */
  readonly availableCents: number | null;
  readonly isCeiling: boolean;
  /**
   * 0: nothing; 'unknown': the whole need, whose amount is not calculated yet;
   * null: cannot be said, because money is there but the need is unknown.
   */
  readonly toProvideCents: number | null | 'unknown';
  /** True where the paper must ask for money. */
  readonly isAskedFor: boolean;
  readonly condition: FundingCondition;
}

export type FundingCondition =
  'withinAppropriation' | 'toBeProvided' | 'ifExercised' | 'ifExercisedAndProvided';

export type FundingFinding =
  | {
      readonly code: 'yearWithoutMoney';
      readonly fiscalYear: number;
      readonly missingCents: number | null;
      readonly reason: 'noProduct' | 'yearClosed';
    }
  | { readonly code: 'regimeWithoutRule'; readonly regime: BudgetRegime; readonly onDate: string };

export interface FundingPlan {
  readonly rows: readonly FundingRow[];
  /**
   * Null: not calculated yet. `totalCents` is the estimated value over the term and
   * all options (rule B9), gross as the estimate is; thresholds compare the net value.
   */
  readonly sums: {
    readonly baseCents: number | null;
    readonly optionCents: number | null;
    readonly totalCents: number | null;
  };
  /** How later years are secured; null where the regime is unknown or has no rule for the day. */
  readonly laterYears: Pick<RegimeRule, 'instrument' | 'source'> | null;
  readonly findings: readonly FundingFinding[];
}

/**
 * Money of a measure by fiscal year: needed, available, to provide.
 *
 * An option never counts into the base. Parts that share a year use its money up
 * in order, the term first. The periods must be in order (see `optionFindings`).
 *
 * Source: rules B3, B4, B6, B9.
 */
export function fundingPlan(request: FundingRequest): FundingPlan {
  const parts = [
    { part: 'base' as const, optionNo: null, period: request.term },
    ...request.options.map((period, index) => ({ part: 'option' as const, optionNo: index + 1, period })),
  ];
  const pots = new Map(request.appropriations.map((money) => [money.fiscalYear, money]));
  const rows = parts.flatMap(({ period, ...part }) =>
    splitByFiscalYear(period, request.monthlyCents).map((share): FundingRow => {
      const pot = pots.get(share.fiscalYear);
      if (pot) pots.set(share.fiscalYear, afterUse(pot, share.cents));
      return fundingRow(part, share, pot);
    }),
  );

  const laterYears =
    request.regime &&
    laterYearInstrument({
      regime: request.regime,
      expenditure: 'service',
      onDate: request.onDate,
      state: request.state ?? null,
    });
  const sums = {
    baseCents: sumOfNeeds(rows.filter((row) => row.part === 'base')),
    optionCents: sumOfNeeds(rows.filter((row) => row.part === 'option')),
    totalCents: sumOfNeeds(rows),
  };
  return { rows, sums, laterYears, findings: fundingFindings(request, rows, laterYears) };
}

/** What an appropriation leaves for the next part in the same year. */
function afterUse(pot: YearMoney, usedCents: number | null): YearMoney {
  // An unknown need may use up all of it: what is left is at most the amount, so "bis zu".
  if (usedCents === null) return { ...pot, isCeiling: true };
  return { ...pot, amountCents: Math.max(0, pot.amountCents - usedCents) };
}

function fundingRow(
  part: Pick<FundingRow, 'part' | 'optionNo'>,
  { cents: neededCents, ...share }: YearShare,
  pot: YearMoney | undefined,
): FundingRow {
  const toProvideCents = missingMoney(neededCents, pot);
  const isAskedFor = toProvideCents !== null && toProvideCents !== 0;
  return {
    ...share,
    ...part,
    neededCents,
    availableCents: pot?.amountCents ?? null,
    isCeiling: pot?.isCeiling ?? false,
    toProvideCents,
    isAskedFor,
    condition: conditions[part.part][isAskedFor ? 'asked' : 'covered'],
  };
}

function missingMoney(neededCents: number | null, pot: YearMoney | undefined): number | null | 'unknown' {
  // An empty pot is as good as none: whatever is needed must be provided.
  if (neededCents === null) return pot && pot.amountCents > 0 ? null : 'unknown';
  return Math.max(0, neededCents - (pot?.amountCents ?? 0));
}

const conditions: Record<FundingRow['part'], Record<'covered' | 'asked', FundingCondition>> = {
  base: { covered: 'withinAppropriation', asked: 'toBeProvided' },
  option: { covered: 'ifExercised', asked: 'ifExercisedAndProvided' },
};

function sumOfNeeds(rows: readonly FundingRow[]): number | null {
  return rows.reduce<number | null>(
    (sum, row) => (sum === null || row.neededCents === null ? null : sum + row.neededCents),
    0,
  );
}

/** Years that are neither funded nor asked for: the paper can ask only with a product and in a year still open. */
function fundingFindings(
  request: FundingRequest,
  rows: readonly FundingRow[],
  laterYears: FundingPlan['laterYears'],
): FundingFinding[] {
  const currentYear = Number(request.onDate.slice(0, 4));
  const findings: FundingFinding[] = [];
  for (const fiscalYear of new Set(rows.filter((row) => row.isAskedFor).map((row) => row.fiscalYear))) {
    const reason =
      fiscalYear < currentYear ? 'yearClosed' : request.productNumber === null ? 'noProduct' : null;
    if (reason)
      findings.push({
        code: 'yearWithoutMoney',
        fiscalYear,
        missingCents: missingIn(fiscalYear, rows),
        reason,
      });
  }
  if (request.regime && !laterYears && rows.some((row) => row.fiscalYear > currentYear)) {
    findings.push({ code: 'regimeWithoutRule', regime: request.regime, onDate: request.onDate });
  }
  return findings;
}

function missingIn(fiscalYear: number, rows: readonly FundingRow[]): number | null {
  return rows
    .filter((row) => row.fiscalYear === fiscalYear)
    .reduce<number | null>(
      (sum, { toProvideCents }) =>
        sum === null || typeof toProvideCents !== 'number' ? null : sum + toProvideCents,
      0,
    );
}
