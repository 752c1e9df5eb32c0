import { plainDate } from '~/values/calendar';
import type { RuleBook } from '../rule-book';

export type ReviewDeed =
  /** The case manager records why care goes on and with what prospects (D1, D2). */
  | 'caseManagerRecords'
  /** The decision is brought to the team lead's notice (D3). */
  | 'teamLeadIsInformed'
  /** Going on needs the team lead's consent (D4). */
  | 'teamLeadConsents'
  /** Going on needs a talk with the team lead, who then writes a note (D7). */
  | 'teamLeadWritesNote'
  /** The team lead takes part in the review (D5). */
  | 'teamLeadTakesPart'
  /** Two years are near (D8). */
  | 'caseManagerIsWarned'
  /** Care ends, there is no extension (D6). */
  | 'careEnds';

export interface Review {
  /** Full months since the allocation. */
  readonly month: number;
  /** 'YYYY-MM-DD' */
  readonly dueOn: string;
  readonly deeds: readonly ReviewDeed[];
}

/** How long before the regular length ends the case manager is warned; our proposal (D8). */
const warnMonthsBefore = 3;

/**
 * The reviews of bFM care that began with the formal allocation on `allocatedOn`,
 * up to the hard stop, or where the book knows none to `horizonMonths`.
 *
 * Each day is counted from the allocation, never from the review before: a chain
 * would let the 31st decay to the 28th.
 *
 * Source: rules D1–D8; counting of months rules.md § 12.2 (our proposal).
 */
export function reviewsOf(book: RuleBook, allocatedOn: string, horizonMonths = 36): Review[] {
  const { everyMonths, regularMonths, hardStopMonths } = book.review;
  const last = hardStopMonths?.value ?? horizonMonths;
  const reviews: Review[] = [];
  for (let month = everyMonths.value; month <= last; month += everyMonths.value) {
    reviews.push({ month, dueOn: monthsAfter(allocatedOn, month), deeds: deedsAt(book, month) });
  }
  const warning = regularMonths.value - warnMonthsBefore;
  reviews.push({ month: warning, dueOn: monthsAfter(allocatedOn, warning), deeds: ['caseManagerIsWarned'] });
  return reviews.sort((a, b) => a.month - b.month);
}

function deedsAt({ review }: RuleBook, month: number): ReviewDeed[] {
  const { regularMonths, teamLeadInformedFromMonth, hardStopMonths } = review;
  if (month === hardStopMonths?.value) return ['careEnds'];
  const deeds: ReviewDeed[] = ['caseManagerRecords'];
  if (month < regularMonths.value) {
    const informedFrom = teamLeadInformedFromMonth?.value ?? Infinity;
    if (month >= informedFrom) deeds.push('teamLeadIsInformed');
  } else if (month === regularMonths.value) {
    deeds.push(review.beyondRegular.value === 'consent' ? 'teamLeadConsents' : 'teamLeadWritesNote');
  } else if (review.teamLeadTakesPartAfterRegular.value) deeds.push('teamLeadTakesPart');
  return deeds;
}

/** Same day number `months` later, clamped to the month's end. Source: rules.md § 12.2; § 188 (2) BGB. */
export function monthsAfter(day: string, months: number): string {
  return plainDate(day).add({ months }).toString();
}

/** What happened between an exit from care and the wish to enter again. */
export interface Readmission {
  readonly lastExitOn: string | null;
  /** First day of a job after the exit; null: none. */
  readonly jobSince: string | null;
  /** Benefit is drawn again after that job. */
  readonly isBenefitRenewed: boolean;
}

export type ReadmissionState =
  | { readonly kind: 'free' }
  /** `earliest`: first day on which entry is no exception any more. */
  | { readonly kind: 'locked'; readonly earliest: string }
  | { readonly kind: 'lifted'; readonly jobSince: string };

/**
 * Whether an earlier exit stands against entry on that day.
 *
 * The months run out with their last day, so entry is free from the day after:
 * exit on 15.03., six months, until 15.09., entry from 16.09. A job taken up in
 * between with benefit drawn again lifts the lock.
 *
 * Source: rules D9, D10; rules.md § 12.2 (our proposal).
 */
export function readmissionOn(book: RuleBook, facts: Readmission, onDate: string): ReadmissionState {
  const months = book.readmissionLockMonths?.value;
  if (months === undefined || facts.lastExitOn === null) return { kind: 'free' };
  const lockedUntil = plainDate(monthsAfter(facts.lastExitOn, months));
  const earliest = lockedUntil.add({ days: 1 }).toString();
  if (onDate >= earliest) return { kind: 'free' };
  const hadJob = facts.jobSince !== null && facts.jobSince > facts.lastExitOn && facts.jobSince <= onDate;
  if (hadJob && facts.isBenefitRenewed) return { kind: 'lifted', jobSince: facts.jobSince };
  return { kind: 'locked', earliest };
}
