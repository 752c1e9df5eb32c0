export type ReferralFinding =
  | { readonly code: 'referralOutside'; readonly from: string; readonly to: string }
  | { readonly code: 'referralInFuture'; readonly today: string }
  | { readonly code: 'ongoingWithoutArrival' };

/**
 * What stands against a referral and its outcome. Help goes on only where the person
 * arrived: an address that was handed over is no success (workflows.md b5).
 */
export function referralFindings(
  referral: { readonly day: string; readonly hasArrived: boolean | null; readonly isOngoing: boolean | null },
  { starts, lastDay }: { readonly starts: string; readonly lastDay: string },
  today: string,
): ReferralFinding[] {
  const findings: ReferralFinding[] = [];
  if (referral.day < starts || referral.day > lastDay) {
    findings.push({ code: 'referralOutside', from: starts, to: lastDay });
  } else if (referral.day > today) findings.push({ code: 'referralInFuture', today });
  if (referral.isOngoing && !referral.hasArrived) findings.push({ code: 'ongoingWithoutArrival' });
  return findings;
}
