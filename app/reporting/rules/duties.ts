import { confirmationDue } from '~/allocation/rules/next';
import { isReportOwed } from '~/allocation/rules/reports';
import { daysAfter, plainDate } from '~/values/calendar';
import type { Participant } from '../participant';
import { lastDayOf } from './contacts';
import { planReviewDue } from './plan';
import { contactWindows, nextContact, type NextContact } from './rhythm';

export type DutyKind =
  'confirm' | 'contact' | 'plan' | 'planReview' | 'exit' | 'interimReport' | 'finalReport';

/** Something a provider owes for one person, with its last day. */
export interface Duty {
  readonly kind: DutyKind;
  readonly dueOn: string;
  /** Since when it is overdue; null: it is not. */
  readonly overdueSince: string | null;
  /** The report that is owed; null for all else. */
  readonly reportId: string | null;
  /** Its number among the interim ones; 0: the final one. */
  readonly reportNo: number | null;
  /** Remarks came back with it. */
  readonly isReturned: boolean;
}

/** What decides about the duties for one person; a list of participants knows more of each. */
export type DutyFacts = Pick<
  Participant,
  | 'state'
  | 'groupName'
  | 'allocatedOn'
  | 'starts'
  | 'ends'
  | 'exitedOn'
  | 'confirmedOn'
  | 'firstContactOn'
  | 'contacts'
  | 'reports'
  | 'plan'
> & { readonly service: Pick<Participant['service'], 'rhythm' | 'hasStrategyPlan' | 'planReviewWeeks'> };

/** Without an agreed rhythm somebody is met for the first time within so many days. Our proposal. */
const firstContactWithinDays = 7;
/** Weeks after the first contact in which a strategy plan is begun. Our proposal. */
const planWithinWeeks = 4;
/** Days before a review of the plan from which it is shown. Our proposal, as the contract's intervals are weeks. */
const shownDaysBefore = 14;

/**
 * By when the next contact of this person is owed; null: none is. Without a rhythm only the
 * first one is, and that not in a group, whose sessions have days of their own.
 */
export function nextContactOf(facts: DutyFacts, today: string): NextContact | null {
  if (facts.state !== 'active') return null;
  const { service, starts, contacts } = facts;
  if (service.rhythm.stages.length === 0) return firstContactOf(facts, today);
  return nextContact(contactWindows(service.rhythm, starts, lastDayOf(facts)), contacts, today);
}

function firstContactOf({ groupName, starts, firstContactOn }: DutyFacts, today: string): NextContact | null {
  if (groupName !== null || firstContactOn !== null) return null;
  const dueOn = daysAfter(starts, firstContactWithinDays - 1);
  return { dueOn, overdueSince: dueOn < today ? dueOn : null };
}

/**
 * What a provider owes for one person now, the most urgent first: answering the
 * allocation until it begins, contacts by the rhythm, plan and its review, the exit once
 * the planned end is over, reports (also long after the exit: rule X8).
 */
export function dutiesOf(participant: DutyFacts, today: string): Duty[] {
  const duties: Duty[] = [];
  const add = (kind: DutyKind, dueOn: string, overdueSince = dueOn < today ? dueOn : null) =>
    duties.push({ kind, dueOn, overdueSince, reportId: null, reportNo: null, isReturned: false });
  if (participant.state === 'active') {
    if (participant.confirmedOn === null) add('confirm', confirmationDue(participant));
    const contact = nextContactOf(participant, today);
    if (contact) add('contact', contact.dueOn, contact.overdueSince);
    addPlanDuties(participant, today, add);
    if (participant.ends < today) add('exit', participant.ends);
  }
  for (const { id, kind, no, dueOn, state } of participant.reports) {
    if (!isReportOwed({ kind, state }, participant.state)) continue;
    duties.push({
      kind: kind === 'final' ? 'finalReport' : 'interimReport',
      dueOn,
      overdueSince: dueOn < today ? dueOn : null,
      reportId: id,
      reportNo: no,
      isReturned: state === 'returned',
    });
  }
  return duties.sort((one, other) => urgency(one).localeCompare(urgency(other)));
}

function addPlanDuties(
  { service, plan, firstContactOn }: DutyFacts,
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
