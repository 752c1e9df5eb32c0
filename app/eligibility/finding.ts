/** What a finding asks of somebody (rules.md, kinds). */
export type FindingKind = 'BLOCK' | 'APPROVE' | 'REASON' | 'TASK' | 'WARN';

/** Met, not met, or still open: nobody has said so yet. */
export type FindingState = 'met' | 'notMet' | 'open';

/** One answer of the rules about one person on one day. */
export interface Finding<Detail = FindingDetail> {
  /** The rule, e.g. 'A1'. */
  readonly rule: string;
  readonly state: FindingState;
  readonly kind: FindingKind;
  readonly source: string;
  readonly detail: Detail;
}

/** What it is about, with its figures; the sentence is made from it. */
export type FindingDetail =
  | { readonly code: 'needs'; readonly counted: number; readonly wanted: number; readonly uncounted: number }
  | { readonly code: 'forecast'; readonly months: number | null; readonly wanted: number }
  | { readonly code: 'marketProximity' }
  | { readonly code: 'progress' }
  | { readonly code: 'readiness'; readonly asksForTalkAndNote: boolean; readonly isUnwilling: boolean }
  | { readonly code: 'exclusion'; readonly exclusion: string; readonly isInCare: boolean }
  | { readonly code: 'transition' }
  | { readonly code: 'conference' }
  | { readonly code: 'agreement' }
  | { readonly code: 'readmissionLocked'; readonly earliest: string }
  | { readonly code: 'readmissionLifted'; readonly jobSince: string }
  | { readonly code: 'exceptionByTeamLead' }
  | { readonly code: 'exceptionByReason' }
  | { readonly code: 'preRegistration' }
  | { readonly code: 'recheck'; readonly months: number }
  | { readonly code: 'targetCriterion'; readonly criterion: string; readonly reason: string | null }
  | { readonly code: 'necessity'; readonly reason: string | null }
  | { readonly code: 'subordination'; readonly reason: string | null }
  | { readonly code: 'overlap'; readonly other: string | null };

/** A finding as it is kept with the check and shown again: in the words of its day. */
export interface KeptFinding {
  readonly rule: string;
  readonly state: FindingState;
  readonly kind: FindingKind;
  readonly sentence: string;
  readonly source: string;
}
