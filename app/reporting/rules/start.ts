import type { AllocationState, SettledReason } from '~/allocation/allocation';
import { type CountedContact, failedAttempts } from '../contact';

/** Who let it come to nothing, and for which reasons a provider may say so. */
export const clientReasons = [
  'notReached',
  'didNotCome',
  'noInterest',
  'tookUpWork',
  'otherHelp',
  'moved',
  'benefitEnded',
] as const satisfies readonly SettledReason[];
export const providerReasons = ['notSuitable', 'noCapacity'] as const satisfies readonly SettledReason[];
export type ProviderSettledReason = (typeof clientReasons)[number] | (typeof providerReasons)[number];

/** Attempts that must be on record before a person counts as not reached (workflows.md b3; the number is our proposal). */
export const attemptsBeforeNotStarted = 3;

interface Begun {
  readonly state: AllocationState;
  readonly starts: string;
  readonly ends: string;
  readonly confirmedOn: string | null;
  readonly contacts: readonly CountedContact[];
  /** A session of a group that the person attended counts as delivered, too. */
  readonly attendedOn: string | null;
}

export type ConfirmFinding =
  | { readonly code: 'notRunning' }
  | { readonly code: 'alreadyConfirmed' }
  | { readonly code: 'firstDayOutside'; readonly from: string; readonly to: string };

/** What stands against confirming place and first meeting (workflows.md b2). */
export function confirmFindings(
  begun: Pick<Begun, 'state' | 'starts' | 'ends' | 'confirmedOn'>,
  firstDay: string,
): ConfirmFinding[] {
  if (begun.state !== 'active') return [{ code: 'notRunning' }];
  if (begun.confirmedOn !== null) return [{ code: 'alreadyConfirmed' }];
  const { starts: from, ends: to } = begun;
  return firstDay < from || firstDay > to ? [{ code: 'firstDayOutside', from, to }] : [];
}

export type NotStartedFinding =
  | { readonly code: 'notRunning' }
  | { readonly code: 'alreadyBegun' }
  | { readonly code: 'attemptsMissing'; readonly done: number; readonly needed: number };

/**
 * What stands against closing an allocation that came to nothing.
 *
 * Once something was delivered it is an exit. Whoever was not reached or did not come
 * counts as such after `attemptsBeforeNotStarted` recorded attempts (workflows.md b3).
 */
export function notStartedFindings(begun: Begun, reason: ProviderSettledReason): NotStartedFinding[] {
  if (begun.state !== 'active') return [{ code: 'notRunning' }];
  if (begun.attendedOn !== null || begun.contacts.some(({ outcome }) => outcome === 'held')) {
    return [{ code: 'alreadyBegun' }];
  }
  if (reason !== 'notReached' && reason !== 'didNotCome') return [];
  const done = begun.contacts.filter(({ outcome }) => failedAttempts.includes(outcome)).length;
  return done < attemptsBeforeNotStarted
    ? [{ code: 'attemptsMissing', done, needed: attemptsBeforeNotStarted }]
    : [];
}

/** The provider declines what does not fit or has no room; all else is the person's not starting. */
export function settledAs(reason: ProviderSettledReason) {
  return (providerReasons as readonly SettledReason[]).includes(reason)
    ? ({ state: 'declined', by: 'provider' } as const)
    : ({ state: 'notStarted', by: 'client' } as const);
}
