import { plainDate } from '~/values/calendar';
import type { PlanFacts, StepState } from '../participant';

/**
 * By when the plan is to be reviewed; null without a plan or an interval.
 *
 * The day agreed at the last review, else the interval of the contract after the last
 * review or, before the first one, after the plan was begun.
 *
 * Source: rule D19; the interval stands in the contract.
 */
export function planReviewDue(plan: PlanFacts, everyWeeks: number | null): string | null {
  if (plan.begunOn === null) return null;
  if (plan.nextReviewOn !== null) return plan.nextReviewOn;
  return everyWeeks === null ? null : latestReview(plan.reviewedOn ?? plan.begunOn, everyWeeks);
}

/** Last day of the next review as the contract has it. */
function latestReview(day: string, everyWeeks: number): string {
  return plainDate(day).add({ weeks: everyWeeks }).toString();
}

interface Span {
  readonly starts: string;
  readonly lastDay: string;
}

export type StepFinding =
  | { readonly code: 'agreedOutside'; readonly from: string; readonly to: string }
  | { readonly code: 'agreedInFuture'; readonly today: string }
  | { readonly code: 'dueBeforeAgreed'; readonly agreedOn: string };

/** What stands against a new step of the plan. */
export function stepFindings(
  step: { readonly agreedOn: string; readonly dueOn: string },
  { starts, lastDay }: Span,
  today: string,
): StepFinding[] {
  const findings: StepFinding[] = [];
  if (step.agreedOn < starts || step.agreedOn > lastDay) {
    findings.push({ code: 'agreedOutside', from: starts, to: lastDay });
  } else if (step.agreedOn > today) findings.push({ code: 'agreedInFuture', today });
  if (step.dueOn < step.agreedOn) findings.push({ code: 'dueBeforeAgreed', agreedOn: step.agreedOn });
  return findings;
}

export type SettleFinding = { readonly code: 'alreadySettled' } | { readonly code: 'whyMissing' };

/** A step that was not done or was dropped says why (documents.md § 9.4). */
export function settleFindings(
  current: StepState,
  settling: { readonly state: Exclude<StepState, 'open'>; readonly reason: string | null },
): SettleFinding[] {
  if (current !== 'open') return [{ code: 'alreadySettled' }];
  return settling.state !== 'done' && settling.reason === null ? [{ code: 'whyMissing' }] : [];
}

export interface NewReview {
  readonly day: string;
  readonly isKept: boolean;
  readonly changes: string | null;
  readonly nextOn: string | null;
}

export type ReviewFinding =
  | { readonly code: 'noPlan' }
  | { readonly code: 'reviewOutside'; readonly from: string; readonly to: string }
  | { readonly code: 'reviewInFuture'; readonly today: string }
  | { readonly code: 'changesMissing' }
  | { readonly code: 'nextNotAfter'; readonly day: string }
  | { readonly code: 'nextTooLate'; readonly latest: string; readonly everyWeeks: number };

/** What stands against a review; the next one follows at the latest after the weeks of the contract (rule D19). */
export function reviewFindings(
  review: NewReview,
  plan: PlanFacts,
  { lastDay, everyWeeks, today }: Span & { readonly everyWeeks: number | null; readonly today: string },
): ReviewFinding[] {
  if (plan.begunOn === null) return [{ code: 'noPlan' }];
  const findings: ReviewFinding[] = [];
  if (review.day < plan.begunOn || review.day > lastDay) {
    findings.push({ code: 'reviewOutside', from: plan.begunOn, to: lastDay });
  } else if (review.day > today) findings.push({ code: 'reviewInFuture', today });
  if (!review.isKept && review.changes === null) findings.push({ code: 'changesMissing' });
  if (review.nextOn !== null) {
    if (review.nextOn <= review.day) findings.push({ code: 'nextNotAfter', day: review.day });
    else if (everyWeeks !== null && review.nextOn > latestReview(review.day, everyWeeks)) {
      findings.push({ code: 'nextTooLate', latest: latestReview(review.day, everyWeeks), everyWeeks });
    }
  }
  return findings;
}
