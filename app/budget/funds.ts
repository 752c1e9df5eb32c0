import type { Appropriation, BudgetTransfer, Commitment, Payment, Pot } from './budget';

/** Everything that was entered and booked, of the pots that are asked for. */
export interface Bookings {
  readonly appropriations: readonly Appropriation[];
  readonly transfers: readonly BudgetTransfer[];
  readonly commitments: readonly Commitment[];
  readonly payments: readonly Payment[];
}

/** One pot with what became of its money. */
export interface FundsLine extends Pot {
  /** Null: nobody entered an appropriation. */
  readonly appropriation: Appropriation | null;
  /** What transfers added, less what they took away. */
  readonly transferredCents: number;
  /** Appropriation with transfers; 0 where there is none. */
  readonly plannedCents: number;
  readonly committedCents: number;
  readonly paidCents: number;
  /** Planned, less what is committed or, where a contract was paid more than that, paid. */
  readonly freeCents: number;
  /** Options that nobody exercised yet: shown beside, never part of `committedCents`. */
  readonly ifExercisedCents: number;
}

/**
 * Planned, committed, paid and free for every pot with money or bookings, by product,
 * source and year.
 *
 * Paid money is part of the committed; only what a contract got beyond its
 * commitment lowers what is free once more.
 *
 * Source: rules B3, B4; how payments count is our proposal.
 */
export function fundsLines({ appropriations, transfers, commitments, payments }: Bookings): FundsLine[] {
  const pots = new Map<string, Pot>();
  for (const { productId, fundingSourceId, fiscalYear } of [...appropriations, ...commitments, ...payments]) {
    const pot = { productId, fundingSourceId, fiscalYear };
    pots.set(potKey(pot), pot);
  }
  return [...pots.entries()]
    .map(([key, pot]) => {
      const isHere = (booking: Pot) => potKey(booking) === key;
      const appropriation = appropriations.find(isHere) ?? null;
      const transferredCents = appropriation ? transferredTo(appropriation.id, transfers) : 0;
      const plannedCents = (appropriation?.amountCents ?? 0) + transferredCents;
      const here = commitments.filter(isHere);
      const firm = here.filter(({ isFirm }) => isFirm);
      const paid = payments.filter(isHere);
      return {
        ...pot,
        appropriation,
        transferredCents,
        plannedCents,
        committedCents: sum(firm),
        paidCents: sum(paid),
        freeCents: plannedCents - tiedCents(firm, paid),
        ifExercisedCents: sum(here.filter(({ isFirm }) => !isFirm)),
      };
    })
    .sort(byPot);
}

/** What transfers added to an appropriation, less what they took away. */
function transferredTo(id: string, transfers: readonly BudgetTransfer[]): number {
  return (
    sum(transfers.filter(({ toId }) => toId === id)) - sum(transfers.filter(({ fromId }) => fromId === id))
  );
}

/** Per contract the commitment or, where more was paid, the payments. */
function tiedCents(firm: readonly Commitment[], paid: readonly Payment[]): number {
  const contracts = new Set([...firm, ...paid].map(({ contractId }) => contractId));
  return [...contracts].reduce((all, contract) => {
    const ofContract = (bookings: readonly (Commitment | Payment)[]) =>
      sum(bookings.filter(({ contractId }) => contractId === contract));
    return all + Math.max(ofContract(firm), ofContract(paid));
  }, 0);
}

export interface MissingMoney {
  readonly code: 'moneyMissing';
  readonly fiscalYear: number;
  readonly missingCents: number;
}

/**
 * The years in which a contract, an option or a change finds less money than it needs
 * in its product and source. An empty list: the money is there.
 *
 * Other than in a council paper, asking for the money is not enough here: it must be
 * there. A year whose money is unknown has none.
 *
 * Source: rules B4, B5.
 */
export function missingMoney(
  needs: readonly { readonly fiscalYear: number; readonly cents: number }[],
  pot: Omit<Pot, 'fiscalYear'>,
  lines: readonly FundsLine[],
): MissingMoney[] {
  return needs.flatMap(({ fiscalYear, cents }): MissingMoney[] => {
    const line = lines.find((candidate) => potKey(candidate) === potKey({ ...pot, fiscalYear }));
    const missingCents = cents - Math.max(0, line?.freeCents ?? 0);
    return cents > 0 && missingCents > 0 ? [{ code: 'moneyMissing', fiscalYear, missingCents }] : [];
  });
}

/**
 * What a payment lacks: where it goes beyond what its contract has tied in the pot, the
 * rest must be free. A payment within what is tied, and one that brings money back, need nothing.
 *
 * Source: rule B4; how payments count is our proposal (`fundsLines`).
 */
export function missingForPayment(bookings: Bookings, payment: Payment): MissingMoney[] {
  const freeCents = (all: Bookings) =>
    fundsLines(all).find((line) => potKey(line) === potKey(payment))?.freeCents ?? 0;
  const before = freeCents(bookings);
  const after = freeCents({ ...bookings, payments: [...bookings.payments, payment] });
  const missingCents = before - after - Math.max(0, before);
  const { fiscalYear } = payment;
  return missingCents > 0 ? [{ code: 'moneyMissing', fiscalYear, missingCents }] : [];
}

/**
 * What a product has in each fiscal year, whatever the source: the money a council
 * paper counts. One upper limit among the sources makes the sum an upper limit.
 */
export function moneyByYear(
  appropriations: readonly Appropriation[],
  transfers: readonly BudgetTransfer[],
): { fiscalYear: number; amountCents: number; isCeiling: boolean }[] {
  const years = [...new Set(appropriations.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b);
  return years.map((fiscalYear) => {
    const ofYear = appropriations.filter((entry) => entry.fiscalYear === fiscalYear);
    return {
      fiscalYear,
      amountCents: ofYear.reduce(
        (all, entry) => all + entry.amountCents + transferredTo(entry.id, transfers),
        0,
      ),
      isCeiling: ofYear.some(({ isCeiling }) => isCeiling),
    };
  });
}

function potKey({ productId, fundingSourceId, fiscalYear }: Pot): string {
  return `${productId} ${fundingSourceId} ${fiscalYear}`;
}

function byPot(one: Pot, other: Pot): number {
  return (
    one.productId.localeCompare(other.productId) ||
    one.fiscalYear - other.fiscalYear ||
    one.fundingSourceId.localeCompare(other.fundingSourceId)
  );
}

function sum(bookings: readonly { readonly amountCents: number }[]): number {
  return bookings.reduce((all, { amountCents }) => all + amountCents, 0);
}
