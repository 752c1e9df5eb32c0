import { type BackdatingFinding, backdatingFindings } from '~/allocation/rules/backdating';
import type { RuleBook } from '~/eligibility/rule-book';
import { monthsAfter } from '~/eligibility/rules/reviews';
import { plainDate } from '~/values/calendar';

/** What is decided about somebody whose access is open: first get to know them, take them over, or refuse. */
export type StartStep = 'clearing' | 'takeover' | 'refusal';

/** Days are 'YYYY-MM-DD'. */
export interface Start {
  readonly step: StartStep;
  /** Day of the deed; of a takeover it is the day of the formal allocation. */
  readonly day: string;
  readonly today: string;
  /** Day of the case conference, without which nobody is taken over (rule A14). */
  readonly conferenceOn: string | null;
  /** The clearing that runs; null: none. */
  readonly clearing: { readonly begunOn: string; readonly until: string } | null;
  /** How many people have been waiting longer than this one. */
  readonly waitingLonger: number;
  readonly backdateReason: string | null;
  readonly earlierReason: string | null;
  /** Why the clearing was not over in time. */
  readonly lateReason: string | null;
}

export type StartFinding =
  | BackdatingFinding
  | { readonly code: 'noClearing' }
  | { readonly code: 'conferenceMissing' }
  | { readonly code: 'beforeConference'; readonly conferenceOn: string }
  | { readonly code: 'beforeClearing'; readonly begunOn: string }
  | { readonly code: 'lateReasonMissing'; readonly until: string }
  | { readonly code: 'othersWaitLonger'; readonly count: number };

/**
 * What stands against the step on that day.
 *
 * A clearing that is over in time needs nothing; where it was not, takeover and refusal
 * say why, so that none is silently prolonged. Whoever is taken before others who wait
 * longer needs a reason where the book goes by waiting.
 *
 * Source: rules A14, C8, C10; the reasons are our reading (soft rules ask, they never block).
 */
export function checkStart(book: RuleBook, start: Start): StartFinding[] {
  const { step, day, clearing } = start;
  const findings: StartFinding[] = backdatingFindings(
    { day, today: start.today, reason: start.backdateReason },
    { usual: 'decided', mayLieAhead: false },
  );
  if (step === 'clearing' && !book.clearing.maxMonths) findings.push({ code: 'noClearing' });
  if (step !== 'refusal') {
    if (start.conferenceOn === null) findings.push({ code: 'conferenceMissing' });
    else if (day < start.conferenceOn) {
      findings.push({ code: 'beforeConference', conferenceOn: start.conferenceOn });
    }
  }
  if (clearing && day < clearing.begunOn) {
    findings.push({ code: 'beforeClearing', begunOn: clearing.begunOn });
  }
  if (clearing && day > clearing.until && !start.lateReason?.trim()) {
    findings.push({ code: 'lateReasonMissing', until: clearing.until });
  }
  const isFirstCome = book.takeover.isOldestFirst.value && step === 'takeover';
  if (isFirstCome && start.waitingLonger > 0 && !start.earlierReason?.trim()) {
    findings.push({ code: 'othersWaitLonger', count: start.waitingLonger });
  }
  return findings;
}

/**
 * Last day of a clearing that begins on `begunOn`; null where the book knows none.
 *
 * Source: rule C8; § 9 case 5 (10.01. to 10.03.), counted as in rules.md § 12.2.
 */
export function clearingUntil(book: RuleBook, begunOn: string): string | null {
  return book.clearing.maxMonths ? monthsAfter(begunOn, book.clearing.maxMonths.value) : null;
}

/**
 * Days for which somebody has been registered, and whether takeover should have followed by now.
 * Who was registered on 01.05. is late on 16.05. (day 15).
 *
 * Source: rule C9; § 9 case 9; the day of registration counts as day 0 (our proposal).
 */
export function waitOf(
  book: RuleBook,
  waitingSince: string,
  today: string,
): { readonly days: number; readonly isLate: boolean } {
  const days = plainDate(waitingSince).until(plainDate(today), { largestUnit: 'days' }).days;
  const most = book.takeover.maxDays?.value;
  return { days, isLate: most !== undefined && days > most };
}
