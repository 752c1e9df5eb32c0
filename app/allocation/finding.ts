import type { IntakeState } from '~/portfolio/states';
import type { PeriodFinding } from './rules/period';

/** What stands against allocating a person, or against putting it on the waiting list. */
export type AllocationFinding =
  | PeriodFinding
  | { readonly code: 'accessNotOpen' }
  | { readonly code: 'intakeNotOpen'; readonly intake: IntakeState }
  | { readonly code: 'spotUnknown' }
  | {
      readonly code: 'noPlaceFree';
      readonly site: string;
      readonly groupName: string | null;
      readonly starts: string;
      /** Next day on which one is free; null: none until the end. */
      readonly nextFreeOn: string | null;
    }
  | { readonly code: 'placeTaken'; readonly nextFreeOn: string | null }
  | { readonly code: 'alreadyThere'; readonly starts: string; readonly ends: string }
  | { readonly code: 'overlapReasonMissing'; readonly other: string }
  | { readonly code: 'earlierReasonMissing'; readonly count: number }
  | { readonly code: 'needsMissing' }
  | { readonly code: 'consequenceNotice'; readonly isTyped: boolean };

export type WaitlistFinding =
  | { readonly code: 'accessNotOpen' }
  | { readonly code: 'intakeClosed' }
  | { readonly code: 'alreadyWaiting'; readonly since: string }
  | { readonly code: 'alreadyThere'; readonly starts: string; readonly ends: string }
  | { readonly code: 'siteUnknown' }
  | { readonly code: 'waitingInFuture'; readonly today: string }
  | { readonly code: 'tooFarBack'; readonly earliest: string; readonly days: number };
