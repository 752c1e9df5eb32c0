import { Temporal } from 'temporal-polyfill';
import type { Role } from './roles';

/** A point in time as text with offset, e.g. '2019-09-01 10:42:00+00' from the database. */
export type Moment = string;

/**
 * How long a session lives. Our proposal: an hour covers a counselling talk
 * without touching the keyboard; after a working day everybody signs in anew.
 * Within the bounds of OWASP ASVS 5.0, 7.3.1 and 7.3.2 (documented, both limits set).
 */
export const sessionLimits = { idleMinutes: 60, absoluteHours: 12, seenEveryMinutes: 1 } as const;

/** How long a one-time link can be used: over a weekend, not over a holiday. Our proposal. */
export const oneTimeLinkHours = 72;

/**
 * Failed sign-ins allowed within the window, per key. Many people share the
 * address of an office network, hence the higher figure. Our proposal (ASVS 6.3.1).
 */
export const signInLimits = { windowMinutes: 15, email: 10, address: 30 } as const;

export interface SessionTimes {
  readonly createdAt: Moment;
  readonly lastSeenAt: Moment;
}

/** Whether a session still counts: neither idle nor old for longer than `sessionLimits`. */
export function isSessionAlive(session: SessionTimes, now: Moment): boolean {
  return (
    minutesBetween(session.lastSeenAt, now) < sessionLimits.idleMinutes &&
    minutesBetween(session.createdAt, now) < sessionLimits.absoluteHours * 60
  );
}

/** Whether "last seen" is worth writing again: at most once a minute, so that reading stays reading. */
export function isSeenAgain(session: SessionTimes, now: Moment): boolean {
  return minutesBetween(session.lastSeenAt, now) >= sessionLimits.seenEveryMinutes;
}

/**
 * From when on another attempt is allowed; null: now.
 *
 * `failures` are the earlier attempts of one key in any order. With `limit` of
 * them in the window, the next is free when enough have left it.
 */
export function nextAttemptAt(failures: readonly Moment[], limit: number, now: Moment): Moment | null {
  const recent = failures
    .filter((moment) => minutesBetween(moment, now) < signInLimits.windowMinutes)
    .map(instant)
    .sort((a, b) => Temporal.Instant.compare(a, b));
  const lastToLeave = recent[recent.length - limit];
  if (!lastToLeave) return null;
  return lastToLeave.add({ minutes: signInLimits.windowMinutes }).toString();
}

/**
 * What one client counts as for the rate limit. An IPv6 customer owns a whole
 * /64 network and could use a new address for each attempt.
 */
export function clientNetwork(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.toLowerCase().split('%', 1).join('').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(gap).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/**
 * Where to go after signing in: a path of this portal, else null.
 *
 * Browsers read '//host' and '/\host' as another site and drop tabs and line
 * breaks before they look; so only plain characters count.
 */
export function safeBackPath(wanted: string | null): string | null {
  if (!wanted || wanted.length > 2000) return null;
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) return null;
  return /^\/(anmelden|abmelden|zugang)\b/.test(wanted) ? null : wanted;
}

export interface AccountRoles {
  readonly roles: readonly Role[];
  readonly providerId: string | null;
}

export type AccountRolesFinding =
  | { readonly code: 'roleMissing' }
  | { readonly code: 'providerRoleNotAlone' }
  | { readonly code: 'providerMissing' }
  | { readonly code: 'providerWithoutRole' };

/**
 * Which roles fit together. Staff of a provider never hold a role of the
 * authority: they would see the other side's papers of a tender.
 *
 * Source: design, "a person may hold several roles of one organisation".
 */
export function checkAccountRoles({ roles, providerId }: AccountRoles): AccountRolesFinding[] {
  const findings: AccountRolesFinding[] = [];
  const isProvider = roles.includes('provider');
  if (roles.length === 0) findings.push({ code: 'roleMissing' });
  if (isProvider && roles.length > 1) findings.push({ code: 'providerRoleNotAlone' });
  if (isProvider && !providerId) findings.push({ code: 'providerMissing' });
  if (!isProvider && providerId) findings.push({ code: 'providerWithoutRole' });
  return findings;
}

/** Whether the authority would be left without anybody who can manage accounts. */
export function leavesNoAdministrator(workingAdministrators: readonly string[], leaving: string): boolean {
  return workingAdministrators.every((accountId) => accountId === leaving);
}

function instant(moment: Moment): Temporal.Instant {
  return Temporal.Instant.from(moment);
}

function minutesBetween(earlier: Moment, later: Moment): number {
  return instant(earlier).until(instant(later)).total('minutes');
}
