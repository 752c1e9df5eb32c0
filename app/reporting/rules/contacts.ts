import type { AllocationState } from '~/allocation/allocation';
import type { LateReason } from '~/allocation/late-entry';
import { type BackdatingFinding, backdatingFindings, isReported } from '~/allocation/rules/backdating';
import type { ContactKind, ContactOutcome } from '../contact';
import type { OwedReport } from '../participant';

/** A contact as it is entered; `minutes` belongs to a held one, `movedTo` to a moved one. */
export interface NewContact {
  readonly day: string;
  readonly kind: ContactKind;
  readonly outcome: ContactOutcome;
  readonly minutes: number | null;
  readonly movedTo: string | null;
  /** Why it is entered only now. */
  readonly lateReason: LateReason | null;
}

/** What a contact is measured against. */
export interface ContactFrame {
  readonly state: AllocationState;
  readonly starts: string;
  readonly ends: string;
  readonly exitedOn: string | null;
  readonly reportsAbsence: boolean;
  readonly involvesHousehold: boolean;
  readonly reports: readonly Pick<OwedReport, 'kind' | 'state' | 'submittedOn'>[];
}

export type ContactFinding =
  | { readonly code: 'notRunning' }
  | { readonly code: 'dayOutside'; readonly from: string; readonly to: string }
  | BackdatingFinding
  | { readonly code: 'reportAccepted'; readonly until: string }
  | { readonly code: 'minutesMissing' }
  | { readonly code: 'absenceNotReported' }
  | { readonly code: 'absenceReasonMissing' }
  | { readonly code: 'householdNotPart' }
  | { readonly code: 'movedToMissing' }
  | { readonly code: 'movedToSameDay' }
  | { readonly code: 'movedToOutside'; readonly from: string; readonly to: string };

/** Until when something can happen in a participation: its exit, else its planned end. */
export function lastDayOf({ ends, exitedOn }: Pick<ContactFrame, 'ends' | 'exitedOn'>): string {
  return exitedOn ?? ends;
}

/**
 * Everything that stands against a contact.
 *
 * Entered while the participation runs, and after the exit until the final report is
 * handed in. What has happened lies within the participation and not in the future; only
 * what was called off or moved may lie ahead. A new entry reaches back as far as it may, says
 * why where it is late, and stays out of a time whose report was accepted; a correction needs
 * none of it (rules.md § 12.11). Reasons of an absence are told exactly where the legal basis has them reported (rule P7).
 */
export function contactFindings(
  contact: NewContact,
  frame: ContactFrame,
  { today, isCorrection }: { readonly today: string; readonly isCorrection: boolean },
): ContactFinding[] {
  if (!mayStillRecord(frame)) return [{ code: 'notRunning' }];
  if (contact.outcome === 'void') return [];
  return [
    ...dayFindings(contact, frame, today, isCorrection),
    ...outcomeFindings(contact, frame),
    ...moveFindings(contact, frame),
  ];
}

/** Contacts, plan, referrals and progress: while it runs, and until the final report is handed in. */
export function mayStillRecord({ state, reports }: Pick<ContactFrame, 'state' | 'reports'>): boolean {
  if (state === 'active') return true;
  const isHandedIn = reports.some(
    (report) => report.kind === 'final' && ['submitted', 'accepted'].includes(report.state),
  );
  return state === 'closing' && !isHandedIn;
}

function dayFindings(
  { day, outcome, lateReason }: NewContact,
  frame: ContactFrame,
  today: string,
  isCorrection: boolean,
): ContactFinding[] {
  const to = lastDayOf(frame);
  if (day < frame.starts || day > to) return [{ code: 'dayOutside', from: frame.starts, to }];
  const mayLieAhead = ['movedByClient', 'movedByProvider', 'providerCancelled'].includes(outcome);
  const entry = { day, today, reason: lateReason };
  const found = backdatingFindings(entry, { usual: 'told', mayLieAhead });
  if (isCorrection) return found.filter(({ code }) => code === 'dayInFuture');
  const acceptedUntil =
    frame.reports
      .flatMap(({ state, submittedOn }) => (state === 'accepted' && submittedOn ? [submittedOn] : []))
      .sort()
      .at(-1) ?? null;
  return acceptedUntil !== null && isReported(day, acceptedUntil)
    ? [{ code: 'reportAccepted', until: acceptedUntil }]
    : found;
}

function outcomeFindings({ kind, outcome, minutes }: NewContact, frame: ContactFrame): ContactFinding[] {
  const findings: ContactFinding[] = [];
  if (outcome === 'held' && minutes === null) findings.push({ code: 'minutesMissing' });
  if (!frame.reportsAbsence && (outcome === 'clientExcused' || outcome === 'clientUnexcused')) {
    findings.push({ code: 'absenceNotReported' });
  }
  if (frame.reportsAbsence && outcome === 'clientAbsent') findings.push({ code: 'absenceReasonMissing' });
  if (kind === 'household' && !frame.involvesHousehold) findings.push({ code: 'householdNotPart' });
  return findings;
}

function moveFindings({ day, outcome, movedTo }: NewContact, frame: ContactFrame): ContactFinding[] {
  if (outcome !== 'movedByClient' && outcome !== 'movedByProvider') return [];
  if (movedTo === null) return [{ code: 'movedToMissing' }];
  if (movedTo === day) return [{ code: 'movedToSameDay' }];
  const to = lastDayOf(frame);
  return movedTo < frame.starts || movedTo > to ? [{ code: 'movedToOutside', from: frame.starts, to }] : [];
}
