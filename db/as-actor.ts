import type { Transaction } from 'kysely';
import type { Actor } from '~/identity/actor';
import { today } from '~/clock';
import { isRole } from '~/identity/roles';
import { currentDatabase } from './connection';
import type { Tables } from './tables';

export type Tx = Transaction<Tables>;

/**
 * The database roles a request can act as; a fixed list, because the name enters SQL text.
 * Staff of the authority, staff of a provider, and sign-in (which has no actor yet).
 */
type RequestRole = 'portal_app' | 'portal_provider' | 'portal_auth';

interface Settings {
  readonly tenant: string;
  readonly account: string;
  readonly provider: string;
  readonly roles: string;
  readonly request: string;
}

/**
 * Runs `work` in one transaction in which the database knows who asks: row-level
 * security shows and takes only what is this actor's.
 *
 * One per request; hand `tx` on. An error in `work` rolls back. So does one that was
 * swallowed: the commit then fails. For an error that is expected use a savepoint.
 */
export async function asActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return currentDatabase().transact(openingFor(actor, 'begin'), work);
}

/** Like `asActor`, but the database refuses every write. For loaders. */
export async function asReader<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return currentDatabase().transact(openingFor(actor, 'begin read only'), work);
}

/**
 * For sign-in and the look-up of sessions, when nobody is known yet: a role with
 * rights on accounts, sessions and links alone, but of every authority.
 */
export async function asSignIn<T>(requestId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const settings = { tenant: '', account: '', provider: '', roles: '', request: requestId };
  return currentDatabase().transact(opening('begin', 'portal_auth', settings), work);
}

/**
 * Sees and writes the rows of every authority, past row-level security.
 * For migrations, example data and the admin command only, never for a request.
 */
export async function asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const database = currentDatabase();
  return database.transact(database.ownerOpening, work);
}

function openingFor(actor: Actor, begin: 'begin' | 'begin read only'): string {
  const isProviderStaff = actor.providerId !== null;
  // Without its provider such an actor would be taken for the authority's own staff.
  if (actor.roles.includes('provider') !== isProviderStaff) {
    throw new Error('An actor has the role provider exactly when it acts for a provider.');
  }
  return opening(begin, isProviderStaff ? 'portal_provider' : 'portal_app', {
    tenant: uuid(actor.tenantId),
    account: uuid(actor.accountId),
    provider: actor.providerId === null ? '' : uuid(actor.providerId),
    roles: actor.roles.map(knownRole).join(','),
    request: actor.requestId,
  });
}

/** One message for the server; everything in it was checked, because it cannot take parameters. */
function opening(begin: string, role: RequestRole, settings: Settings): string {
  // All six every time: what an earlier transaction of the session set is then overwritten.
  return `${begin}; set local role ${role}; select set_config('portal.tenant', '${settings.tenant}', true), set_config('portal.account', '${settings.account}', true), set_config('portal.provider', '${settings.provider}', true), set_config('portal.roles', '${settings.roles}', true), set_config('portal.request', '${requestName(settings.request)}', true), set_config('portal.today', '${day(today())}', true)`;
}

function uuid(value: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) {
    throw new Error('An id of the actor is not a UUID.');
  }
  return value;
}

function knownRole(value: string): string {
  if (!isRole(value)) throw new Error('The actor has a role that does not exist.');
  return value;
}

function day(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new Error('Today is not a day as YYYY-MM-DD.');
  return value;
}

function requestName(value: string): string {
  if (!/^[\w.-]{1,64}$/.test(value)) throw new Error('A request id has characters that it must not.');
  return value;
}
