/** The most that all changes together may be, in per cent of the awarded value. Source: rule B12. */
const mostPercent = 20;

export interface ChangesTooMuch {
  readonly code: 'changesTooMuch';
  /** All changes together, in tenths of a per cent, rounded. */
  readonly permille: number;
  /** What may still be changed, up or down. */
  readonly leftCents: number;
}

/**
 * Whether one more change stays within the limit. Changes are added up without their
 * sign: one that makes the contract cheaper makes no room for another.
 *
 * Source: rule B12; rules.md § 12.12; adding up without the sign is our reading.
 *
 * @param awardedCents value of the term and the exercised options
 */
export function changeFindings(
  awardedCents: number,
  earlier: readonly { readonly amountCents: number }[],
  amountCents: number,
): ChangesTooMuch[] {
  const before = earlier.reduce((sum, change) => sum + Math.abs(change.amountCents), 0);
  const together = before + Math.abs(amountCents);
  if (together * 100 <= awardedCents * mostPercent) return [];
  return [
    {
      code: 'changesTooMuch',
      permille: Math.round((together * 1000) / awardedCents),
      leftCents: Math.max(0, Math.floor((awardedCents * mostPercent) / 100) - before),
    },
  ];
}

export type ChangeFinding =
  ChangesTooMuch | { readonly code: 'changeOutsideTerm'; readonly from: string; readonly to: string };

/** A change holds from a day within the contract's time. */
export function changeDayFindings(
  validFrom: string,
  { termStart, runsUntil }: { readonly termStart: string; readonly runsUntil: string },
): ChangeFinding[] {
  if (validFrom >= termStart && validFrom <= runsUntil) return [];
  return [{ code: 'changeOutsideTerm', from: termStart, to: runsUntil }];
}
