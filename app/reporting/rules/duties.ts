import { plainDate } from '~/values/calendar';
import type { Participant } from '../participant';
import { lastDayOf } from './contacts';
import { planReviewDue } from './plan';
import { contactWindows, nextContact, type NextContact } from './rhythm';

type DutyKind = 'confirm' | 'contact' | 'plan' | 'planReview' | 'exit' | 'interimReport' | 'finalReport';

/** Something a provider owes for one person, with its last day. */
export interface Duty {
  readonly kind: DutyKind;
  readonly dueOn: string;
  /** Since when it is overdue; null: it is not. */
  readonly overdueSince: string | null;
  /** The report that is owed; null for all else. */
  readonly reportId: string | null;
  /** Remarks came back with it. */
  readonly isReturned: boolean;
}

/** Weeks after the first contact in which a strategy plan is begun. Our proposal. */
const planWithinWeeks = 4;
/** Days before a review of the plan from which it is shown. Our proposal, as the contract's intervals are weeks. */
const shownDaysBefore = 14;

/** By when the next contact of this person is owed; null: none is. */
export function nextContactOf(participant: Participant, today: string): NextContact | null {
  if (participant.state !== 'active') return null;
  const { service, starts, contacts } = participant;
  return nextContact(contactWindows(service.rhythm, starts, lastDayOf(participant)), contacts, today);
}

/**
 * What a provider owes for one person now, the most urgent first: answering the
 * allocation until it begins, contacts by the rhythm, plan and its review, the exit once
 * the planned end is over, reports (also long after the exit: rule X8).
 */
export function dutiesOf(participant: Participant, today: string): Duty[] {
  const duties: Duty[] = [];
  const add = (kind: DutyKind, dueOn: string, overdueSince = dueOn < today ? dueOn : null) =>
    duties.push({ kind, dueOn, overdueSince, reportId: null, isReturned: false });
  if (participant.state === 'active') {
    if (participant.confirmedOn === null) add('confirm', participant.starts);
    const contact = nextContactOf(participant, today);
    if (contact) add('contact', contact.dueOn, contact.overdueSince);
    addPlanDuties(participant, today, add);
    if (participant.ends < today) add('exit', participant.ends);
  }
  for (const { id, kind, dueOn, state } of participant.reports) {
    if (state !== 'open' && state !== 'returned') continue;
    duties.push({
      kind: kind === 'final' ? 'finalReport' : 'interimReport',
      dueOn,
      overdueSince: dueOn < today ? dueOn : null,
      reportId: id,
      isReturned: state === 'returned',
    });
  }
  return duties.sort((one, other) => urgency(one).localeCompare(urgency(other)));
}

function addPlanDuties(
  { service, plan, firstContactOn }: Participant,
  today: string,
  add: (kind: DutyKind, dueOn: string) => unknown,
): void {
  if (!service.hasStrategyPlan) return;
  if (plan.begunOn === null) {
    if (firstContactOn !== null) {
      add('plan', plainDate(firstContactOn).add({ weeks: planWithinWeeks }).toString());
    }
    return;
  }
  const dueOn = planReviewDue(plan, service.planReviewWeeks);
  const shownUntil = plainDate(today).add({ days: shownDaysBefore }).toString();
  if (dueOn !== null && dueOn <= shownUntil) add('planReview', dueOn);
}

function urgency({ dueOn, overdueSince }: Duty): string {
  return overdueSince === null ? `1 ${dueOn}` : `0 ${overdueSince}`;
}
