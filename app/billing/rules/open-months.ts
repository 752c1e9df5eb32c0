import type { BilledContract } from '../contract';
import { monthsOf } from './months';

export type BillingRefusal =
  | { readonly code: 'monthOutsideTerm'; readonly from: string; readonly to: string }
  | { readonly code: 'monthNotOver'; readonly lastDay: string }
  | { readonly code: 'monthBilled' };

type Term = Pick<BilledContract, 'termStart' | 'runsUntil'>;

/**
 * Whether a month of a contract can be billed: it lies in its time, and its last day of
 * service is over.
 *
 * Source: workflow b11 (not for days outside the term); that a month is billed after its
 * end is our proposal.
 */
export function monthRefusals(contract: Term, month: string, today: string): BillingRefusal[] {
  const part = monthsOf({ start: contract.termStart, end: contract.runsUntil }).find(
    (candidate) => candidate.month === month,
  );
  if (!part) return [{ code: 'monthOutsideTerm', from: contract.termStart, to: contract.runsUntil }];
  return part.to < today ? [] : [{ code: 'monthNotOver', lastDay: part.to }];
}

/** Months that are over and were not billed, the oldest first. */
export function openMonths(contract: Term, billed: readonly string[], today: string): string[] {
  return monthsOf({ start: contract.termStart, end: contract.runsUntil })
    .filter(({ month, to }) => to < today && !billed.includes(month))
    .map(({ month }) => month);
}
