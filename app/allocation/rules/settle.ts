import { type AllocationState, isOpen, type SettledReason, settledReasons } from '../allocation';

/** What is asked about an allocation that came to nothing. */
export interface Standing {
  readonly state: AllocationState;
  readonly allocatedOn: string;
  /** First contact that was held; null: none yet. */
  readonly firstContactOn: string | null;
}

export type SettleFinding =
  | { readonly code: 'notOpen'; readonly state: AllocationState }
  | { readonly code: 'hasBegun'; readonly firstContactOn: string }
  | { readonly code: 'settledInFuture'; readonly today: string }
  | { readonly code: 'settledBeforeAllocation'; readonly allocatedOn: string };

/** Reasons for a measure; "kein Arbeitsbündnis" belongs to internal case management (rule A17). */
export const measureReasons: readonly SettledReason[] = settledReasons.filter(
  (reason) => reason !== 'noAlliance',
);

/**
 * Whether an allocation may be closed as "nicht angetreten" or "abgelehnt" on that day. Who
 * has been there once leaves by an exit instead: something was delivered.
 *
 * Source: workflows.md, states of an allocation, b2 and b3; rule X8 "nothing to report when
 * nothing was delivered".
 */
export function settleFindings(standing: Standing, settledOn: string, today: string): SettleFinding[] {
  if (!isOpen(standing.state)) return [{ code: 'notOpen', state: standing.state }];
  if (standing.firstContactOn !== null) {
    return [{ code: 'hasBegun', firstContactOn: standing.firstContactOn }];
  }
  // Days as YYYY-MM-DD sort like the calendar.
  if (settledOn > today) return [{ code: 'settledInFuture', today }];
  return settledOn < standing.allocatedOn
    ? [{ code: 'settledBeforeAllocation', allocatedOn: standing.allocatedOn }]
    : [];
}

export type ExtendFinding =
  | { readonly code: 'notOpen'; readonly state: AllocationState }
  | { readonly code: 'notLonger'; readonly ends: string }
  | {
      readonly code: 'afterFrame';
      readonly field: 'ends';
      readonly kind: 'site' | 'group';
      readonly lastDay: string;
      readonly hasOpenOption: boolean;
    }
  | { readonly code: 'placeTakenFrom'; readonly day: string };

/**
 * Whether the planned end may move to `wanted`: further than before, within the days of the
 * place (rules C14, C15), and only until somebody else takes it (`nextTakenFrom`).
 */
export function extendFindings(
  { state, ends }: { readonly state: AllocationState; readonly ends: string },
  place: {
    readonly kind: 'site' | 'group';
    readonly lastDay: string;
    readonly hasOpenOption: boolean;
    readonly nextTakenFrom: string | null;
  },
  wanted: string,
): ExtendFinding[] {
  const { kind, lastDay, hasOpenOption, nextTakenFrom } = place;
  if (!isOpen(state)) return [{ code: 'notOpen', state }];
  if (wanted <= ends) return [{ code: 'notLonger', ends }];
  if (wanted > lastDay) return [{ code: 'afterFrame', field: 'ends', kind, lastDay, hasOpenOption }];
  return nextTakenFrom !== null && nextTakenFrom <= wanted
    ? [{ code: 'placeTakenFrom', day: nextTakenFrom }]
    : [];
}
