import type { RuleBook } from '~/eligibility/rule-book';
import { monthsAfter, type Review, type ReviewDeed, reviewsOf } from '~/eligibility/rules/reviews';
import { plainDate } from '~/values/calendar';

/** What is asked of the team lead at a review. */
export type LeadDeed = Extract<
  ReviewDeed,
  'teamLeadIsInformed' | 'teamLeadConsents' | 'teamLeadWritesNote' | 'teamLeadTakesPart'
>;
const leadDeeds: readonly LeadDeed[] = [
  'teamLeadIsInformed',
  'teamLeadConsents',
  'teamLeadWritesNote',
  'teamLeadTakesPart',
];

export type ReviewDecision = 'goOn' | 'end';

/** A review as far as it is on record. */
export interface ReviewRecord {
  readonly month: number;
  readonly decision: ReviewDecision;
  readonly leadDeed: LeadDeed | null;
  /** The lead has answered. */
  readonly isAnswered: boolean;
  /** Null: not answered, or nothing to consent to. */
  readonly isGranted: boolean | null;
}

export type ReviewState =
  /** Its day has not come, and it cannot be recorded yet. */
  | 'later'
  | 'open'
  | 'overdue'
  /** Recorded; going on waits for the team lead. */
  | 'waitsForLead'
  /** Recorded and in force; the lead has not read it yet, which stops nothing. */
  | 'waitsForNotice'
  | 'denied'
  | 'done';

export interface CourseStep extends Review {
  readonly state: ReviewState;
  /** First day on which it may be recorded. */
  readonly opensOn: string;
}

/** Why care cannot go on. */
export type EndGround = 'decided' | 'denied' | 'hardStop';

export interface CareCourse {
  readonly steps: readonly CourseStep[];
  /** The first review that is not on record; null: none is left. */
  readonly next: CourseStep | null;
  readonly mustEnd: EndGround | null;
  /** Day from which two years are near, once it has come and before they are over (rule D8). */
  readonly regularLengthNear: string | null;
  /** Care has lasted longer than the regular length. */
  readonly isExtended: boolean;
}

/** A review may be recorded so many days before its day; rules.md, conventions (our proposal). */
const leadDays = 30;

/**
 * Where one care stands: every review on its own day counted from the allocation, so that
 * one held late moves no other.
 *
 * Source: rules D1–D8; rules.md § 9 cases 3 and 4.
 */
export function courseOf(
  book: RuleBook,
  allocatedOn: string,
  records: readonly ReviewRecord[],
  today: string,
): CareCourse {
  const all = reviewsOf(book, allocatedOn, horizonOf(book, allocatedOn, records, today));
  const reviews = all.filter(({ deeds }) => !deeds.includes('caseManagerIsWarned'));
  const steps = reviews.map((review) => ({
    ...review,
    opensOn: opensOn(review.dueOn),
    state: stateOf(
      review,
      records.find(({ month }) => month === review.month),
      today,
    ),
  }));
  const regularUntil = monthsAfter(allocatedOn, book.review.regularMonths.value);
  const warning = all.find(({ deeds }) => deeds.includes('caseManagerIsWarned'));
  const isNear = warning !== undefined && warning.dueOn <= today && today <= regularUntil;
  return {
    steps,
    next: steps.find(({ month }) => !records.some((record) => record.month === month)) ?? null,
    mustEnd: endGround(reviews, records, today),
    regularLengthNear: isNear ? regularUntil : null,
    isExtended: isExtendedOn(book, allocatedOn, today),
  };
}

/** "Over 24 months" begins on the day after. Source: rule C13; rules.md, conventions (our proposal). */
export function isExtendedOn(book: RuleBook, allocatedOn: string, today: string): boolean {
  return today > monthsAfter(allocatedOn, book.review.regularMonths.value);
}

/** Far enough to hold what is on record and the next review ahead. */
function horizonOf(
  book: RuleBook,
  allocatedOn: string,
  records: readonly ReviewRecord[],
  today: string,
): number {
  const passed = plainDate(allocatedOn).until(plainDate(today), { largestUnit: 'months' }).months;
  const every = book.review.everyMonths.value;
  return Math.max(36, passed + 2 * every, ...records.map(({ month }) => month + every));
}

function stateOf(review: Review, record: ReviewRecord | undefined, today: string): ReviewState {
  if (!record) {
    if (today > review.dueOn) return 'overdue';
    return today >= opensOn(review.dueOn) ? 'open' : 'later';
  }
  if (record.isGranted === false) return 'denied';
  if (record.leadDeed === null || record.isAnswered) return 'done';
  return record.leadDeed === 'teamLeadIsInformed' ? 'waitsForNotice' : 'waitsForLead';
}

/** First day on which a review that is due on `dueOn` may be recorded. */
function opensOn(dueOn: string): string {
  return plainDate(dueOn).subtract({ days: leadDays }).toString();
}

function endGround(
  reviews: readonly Review[],
  records: readonly ReviewRecord[],
  today: string,
): EndGround | null {
  if (records.some(({ isGranted }) => isGranted === false)) return 'denied';
  if (records.some(({ decision }) => decision === 'end')) return 'decided';
  return reviews.some(({ deeds, dueOn }) => deeds.includes('careEnds') && dueOn <= today) ? 'hardStop' : null;
}

/**
 * What the lead has to do about a decision; null: nothing.
 *
 * Consent and note are for going on. What ends is brought to the lead's notice where the
 * book asks for that, and a review that is held together stays one that is.
 *
 * Source: rules D3, D4, D5, D7.
 */
export function leadDeedOf(review: Review, decision: ReviewDecision): LeadDeed | null {
  const deed = leadDeeds.find((candidate) => review.deeds.includes(candidate)) ?? null;
  const isForGoingOn = deed === 'teamLeadConsents' || deed === 'teamLeadWritesNote';
  return decision === 'end' && isForGoingOn ? null : deed;
}

export type ReviewFinding =
  | { readonly code: 'alreadyRecorded' }
  | { readonly code: 'formerMissing'; readonly month: number }
  | { readonly code: 'formerWaitsForLead'; readonly month: number }
  | { readonly code: 'tooEarly'; readonly from: string }
  | { readonly code: 'careMustEnd'; readonly ground: 'decided' | 'denied' }
  | { readonly code: 'hardStop'; readonly month: number }
  | { readonly code: 'prospectsMissing' };

/**
 * What stands against recording this review now. `step` is one of the course's.
 *
 * Reviews are held in their order; one whose going on still waits for the lead holds up
 * the next. After the longest time there is nothing but an end.
 *
 * Source: rules D1, D2, D4–D7; the order is our reading.
 */
export function checkReview(
  course: CareCourse,
  step: CourseStep,
  review: { readonly decision: ReviewDecision; readonly prospects: string | null },
  today: string,
): ReviewFinding[] {
  if (step.state !== 'open' && step.state !== 'overdue' && step.state !== 'later') {
    return [{ code: 'alreadyRecorded' }];
  }
  const findings: ReviewFinding[] = [];
  const { mustEnd, next } = course;
  if (mustEnd === 'decided' || mustEnd === 'denied') findings.push({ code: 'careMustEnd', ground: mustEnd });
  if (next && next.month < step.month) findings.push({ code: 'formerMissing', month: next.month });
  const waiting = course.steps.find(({ state }) => state === 'waitsForLead');
  if (waiting) findings.push({ code: 'formerWaitsForLead', month: waiting.month });
  if (today < step.opensOn) findings.push({ code: 'tooEarly', from: step.opensOn });
  if (review.decision === 'goOn') {
    if (step.deeds.includes('careEnds')) findings.push({ code: 'hardStop', month: step.month });
    if (!review.prospects?.trim()) findings.push({ code: 'prospectsMissing' });
  }
  return findings;
}

/** What the lead answers; `isGranted` null where nothing is to be consented to. */
export interface LeadAnswer {
  readonly isGranted: boolean | null;
  readonly note: string | null;
}

export type LeadFinding =
  | { readonly code: 'nothingAsked' }
  | { readonly code: 'alreadyAnswered' }
  | { readonly code: 'ownWork' }
  | { readonly code: 'consentMissing' }
  | { readonly code: 'noteMissing' };

/**
 * What stands against the lead's answer. Taking notice needs no word, the note of an
 * extension is the lead's own, and nobody answers to their own review.
 *
 * Source: rules D3–D5, D7; four eyes as in the whole house.
 */
export function checkLeadAnswer(
  record: ReviewRecord & { readonly recordedById: string },
  answer: LeadAnswer,
  leadId: string,
): LeadFinding[] {
  if (record.leadDeed === null) return [{ code: 'nothingAsked' }];
  if (record.isAnswered) return [{ code: 'alreadyAnswered' }];
  const findings: LeadFinding[] = [];
  if (record.recordedById === leadId) findings.push({ code: 'ownWork' });
  if (asksForConsent(record.leadDeed) && answer.isGranted === null) findings.push({ code: 'consentMissing' });
  if (record.leadDeed !== 'teamLeadIsInformed' && !answer.note?.trim())
    findings.push({ code: 'noteMissing' });
  return findings;
}

/** Information is no consent, and a note is the lead's word and no vote. */
export function asksForConsent(deed: LeadDeed): boolean {
  return deed === 'teamLeadConsents' || deed === 'teamLeadTakesPart';
}
