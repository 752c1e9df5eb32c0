import type { RuleBook } from '~/eligibility/rule-book';
import { plainDate } from '~/values/calendar';
import { courseOf, type LeadDeed, type ReviewRecord } from './course';
import { type Cases, isUnder25 } from './caseload';

/** One open care as the lead sees it: a number, who is in charge, and where it stands. */
export interface TeamCase {
  readonly careId: string;
  readonly clientId: string;
  readonly customerNumber: string;
  readonly responsibleId: string;
  readonly responsibleName: string;
  readonly state: 'clearing' | 'active';
  readonly allocatedOn: string;
  readonly clearingUntil: string | null;
  readonly under25Until: string | null;
  readonly book: RuleBook;
  readonly reviews: readonly ReviewRecord[];
}

/** A case that deviates, and by when something had or has to happen. */
export interface Deviation {
  readonly kind: 'reviewOverdue' | 'reviewDue' | 'clearingEnds' | 'hardStop' | 'turns25';
  readonly case: TeamCase;
  readonly dueOn: string;
  readonly month: number | null;
}

/** What waits for the lead's own word. */
export interface LeadTask {
  readonly case: TeamCase;
  readonly month: number;
  readonly deed: LeadDeed;
}

/** A clearing's end and a birthday are shown so many days ahead; rules.md, conventions (our proposal). */
const leadDays = 30;

/** The cases of one post, for its load: who is in clearing is outside of the key (rule C6). */
export function casesOf(
  all: readonly Pick<TeamCase, 'responsibleId' | 'state' | 'book' | 'allocatedOn' | 'under25Until'>[],
  responsibleId: string,
  postPercent: number,
  today: string,
): Cases & { readonly clearing: number } {
  const own = all.filter((one) => one.responsibleId === responsibleId);
  const counted = own.filter(({ state }) => state === 'active');
  const under25 = counted.filter(({ under25Until }) => isUnder25(under25Until, today)).length;
  const extended = counted.filter(
    ({ book, allocatedOn }) => courseOf(book, allocatedOn, [], today).isExtended,
  );
  return {
    postPercent,
    under25,
    from25: counted.length - under25,
    extended: extended.length,
    clearing: own.length - counted.length,
  };
}

/** What deviates in the team today, by day (rule Q8): reviews, clearings, the longest time, birthdays. */
export function deviationsOf(all: readonly TeamCase[], countsByAge: boolean, today: string): Deviation[] {
  const soon = plainDate(today).add({ days: leadDays }).toString();
  return all
    .flatMap((one): Deviation[] => {
      if (one.state === 'clearing') {
        const until = one.clearingUntil ?? one.allocatedOn;
        return until <= soon ? [{ kind: 'clearingEnds', case: one, dueOn: until, month: null }] : [];
      }
      const course = courseOf(one.book, one.allocatedOn, one.reviews, today);
      const found: Deviation[] = [];
      const { next } = course;
      const stop = course.steps.find(({ deeds }) => deeds.includes('careEnds'));
      // The last one of all is no review any more: it stands here as the longest time.
      const isReviewed = next !== null && next !== stop && course.mustEnd === null;
      if (isReviewed && (next.state === 'overdue' || next.state === 'open')) {
        const kind = next.state === 'overdue' ? 'reviewOverdue' : 'reviewDue';
        found.push({ kind, case: one, dueOn: next.dueOn, month: next.month });
      }
      if (stop && stop.dueOn <= soon) {
        found.push({ kind: 'hardStop', case: one, dueOn: stop.dueOn, month: stop.month });
      }
      const { under25Until } = one;
      if (countsByAge && under25Until !== null && today <= under25Until && under25Until < soon) {
        const birthday = plainDate(under25Until).add({ days: 1 }).toString();
        found.push({ kind: 'turns25', case: one, dueOn: birthday, month: null });
      }
      return found;
    })
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn));
}

/** Reviews that wait for the lead: to read, to consent to, to write about, to take part in. */
export function leadTasksOf(all: readonly TeamCase[]): LeadTask[] {
  return all.flatMap((one) =>
    one.reviews.flatMap(({ month, leadDeed, isAnswered }) =>
      leadDeed !== null && !isAnswered ? [{ case: one, month, deed: leadDeed }] : [],
    ),
  );
}
