/** Where one person stands in a measure or in internal case management (workflows.md, "Overview of states"). */
export const allocationStates = [
  'clearing',
  'active',
  'closing',
  'closed',
  'droppedOut',
  'notStarted',
  'declined',
] as const;
export type AllocationState = (typeof allocationStates)[number];

/** Whether the place is taken in that state: an exit frees it from the day after, the others at once. */
export function isOpen(state: AllocationState): boolean {
  return state === 'clearing' || state === 'active';
}

/** One coded main reason of an exit (rule X2). */
export const exitReasons = [
  'goalsReached',
  'work',
  'vocationalTraining',
  'furtherHelp',
  'otherMeasure',
  'noProgress',
  'timeOver',
  'stoppedByClient',
  'stoppedByProvider',
  'stoppedByJobcenter',
  'longAbsence',
  'moved',
  'benefitEnded',
  'other',
] as const;
export type ExitReason = (typeof exitReasons)[number];

/** Taking up work or training (glossary: Integration). */
export const integrationReasons: readonly ExitReason[] = ['work', 'vocationalTraining'];

/** Somebody stopped before the end that was agreed: such an exit ends as "abgebrochen". */
export const dropOutReasons: readonly ExitReason[] = [
  'stoppedByClient',
  'stoppedByProvider',
  'stoppedByJobcenter',
  'longAbsence',
];

/** Who let it come to nothing before it began. */
export const settlers = ['client', 'provider', 'jobcenter'] as const;
export type Settler = (typeof settlers)[number];

/** Why somebody did not start or was declined; none of them names an illness (rule P5). */
export const settledReasons = [
  'notReached',
  'didNotCome',
  'noInterest',
  'tookUpWork',
  'otherHelp',
  'notSuitable',
  'noCapacity',
  'moved',
  'benefitEnded',
  'noAlliance',
  'enteredByMistake',
] as const;
export type SettledReason = (typeof settledReasons)[number];

export type Progress = 'better' | 'same' | 'worse';
