/** A budget item, e.g. 31.2.02 "Kommunale Eingliederungsleistungen". */
export interface BudgetProduct {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

/** Whose money it is. Source of the first two: glossary.md § 4; the others are our proposal. */
export const fundingSourceKinds = [
  'municipal',
  'federalIntegration',
  'administration',
  'esf',
  'state',
  'thirdParty',
] as const;
export type FundingSourceKind = (typeof fundingSourceKinds)[number];

export interface FundingSource {
  readonly id: string;
  readonly kind: FundingSourceKind;
  readonly name: string;
}

/** One product's money of one source in one fiscal year: where money lies, is tied and is paid from. */
export interface Pot {
  readonly productId: string;
  readonly fundingSourceId: string;
  readonly fiscalYear: number;
}

/**
 * Money of one pot as it was decided, before transfers. A year without one is a
 * year whose money must still be provided: unknown, not zero.
 */
export interface Appropriation extends Pot {
  readonly id: string;
  readonly amountCents: number;
  /** True: "bis zu", an upper limit for everything in the pot and not the price of one measure. */
  readonly isCeiling: boolean;
  readonly purpose: string | null;
}

/** Money moved from one appropriation to another; never changed, moved back by another one. */
export interface BudgetTransfer {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly amountCents: number;
  readonly reason: string;
  /** Point in time, as the database writes it. */
  readonly bookedAt: string;
  readonly bookedBy: string;
}

/** What a contract ties in one pot: a share of its term, of an option or of a change (then maybe below zero). */
export interface Commitment extends Pot {
  readonly contractId: string;
  readonly amountCents: number;
  /** From 1; null: the term or a change. */
  readonly optionNo: number | null;
  /** False: only if the option is exercised. It ties nothing. */
  readonly isFirm: boolean;
}

/** Paid for a contract out of one pot; a correction is below zero. */
export interface Payment extends Pot {
  readonly contractId: string;
  readonly amountCents: number;
  readonly reference: string;
  readonly bookedAt: string;
}

export type NewProduct = Omit<BudgetProduct, 'id'>;
export type NewFundingSource = Omit<FundingSource, 'id'>;
export type NewAppropriation = Omit<Appropriation, 'id'>;
export type NewTransfer = Pick<BudgetTransfer, 'fromId' | 'toId' | 'amountCents' | 'reason'>;

export interface ProductFinding {
  readonly code: 'productNumberTaken';
}
export interface FundingSourceFinding {
  readonly code: 'sourceNameTaken';
}
export type AppropriationFinding =
  | { readonly code: 'productGone' | 'sourceGone' }
  | { readonly code: 'yearHasAppropriation'; readonly fiscalYear: number }
  | { readonly code: 'appropriationInUse' }
  | { readonly code: 'lessThanTied'; readonly leastCents: number };
export type TransferFinding =
  | { readonly code: 'fromGone' | 'toGone' | 'sameAppropriation' }
  | { readonly code: 'moreThanFree'; readonly freeCents: number };

/**
 * Of this fiscal year and the next those without money in a product, because there the
 * money of coming terms is looked for.
 */
export function yearsWithoutMoney(
  productId: string,
  appropriations: readonly Appropriation[],
  today: string,
): number[] {
  const thisYear = Number(today.slice(0, 4));
  return [thisYear, thisYear + 1].filter(
    (year) => !appropriations.some((entry) => entry.productId === productId && entry.fiscalYear === year),
  );
}
