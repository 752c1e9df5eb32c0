import type { KeptFinding } from './finding';
import type { Decision } from './rules/decision';

/** A check as it was decided, for the history at the client. */
export interface KeptCheck {
  readonly id: string;
  /** Null: internal case management. */
  readonly measure: { readonly slug: string; readonly title: string } | null;
  readonly book: string | null;
  readonly checkedOn: string;
  readonly findings: readonly KeptFinding[];
  readonly decision: Decision;
  readonly ground: string | null;
  readonly reason: string | null;
  readonly recheckOn: string | null;
  readonly createdAt: string;
  readonly byName: string;
  readonly consent: Consent | null;
}

/** What the team lead was asked, and has answered or not (`isGranted` null). */
interface Consent {
  readonly askedById: string;
  readonly isGranted: boolean | null;
  readonly reason: string | null;
  readonly decidedAt: string | null;
  readonly decidedByName: string | null;
}

/** Whether the person may be taken in upon this check: later steps ask this and nothing else. */
export function opensAccess(check: Pick<KeptCheck, 'decision' | 'consent'>): boolean {
  return check.decision !== 'refused' && (check.consent === null || check.consent.isGranted === true);
}
