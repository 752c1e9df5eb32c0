/** A budget item, e.g. 31.2.02 "Kommunale Eingliederungsleistungen". */
export interface BudgetProduct {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

/**
 * Money of one product in one fiscal year. A year without one is a year whose
 * money must still be provided: unknown, not zero.
 */
export interface Appropriation {
  readonly id: string;
  readonly productId: string;
  readonly fiscalYear: number;
  readonly amountCents: number;
  /** True: "bis zu", an upper limit for everything in the pot and not the price of one measure. */
  readonly isCeiling: boolean;
  readonly purpose: string | null;
}

export type NewProduct = Omit<BudgetProduct, 'id'>;
export type NewAppropriation = Omit<Appropriation, 'id'>;

export interface ProductFinding {
  readonly code: 'productNumberTaken';
}
export type AppropriationFinding =
  { readonly code: 'productGone' } | { readonly code: 'yearHasAppropriation'; readonly fiscalYear: number };

/**
 * The fiscal years worth a column: every year with money, this one and the next,
 * because there the money of coming terms is looked for.
 */
export function shownYears(appropriations: readonly Appropriation[], today: string): number[] {
  const thisYear = Number(today.slice(0, 4));
  const years = new Set([...appropriations.map(({ fiscalYear }) => fiscalYear), thisYear, thisYear + 1]);
  return [...years].sort((a, b) => a - b);
}
