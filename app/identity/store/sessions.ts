import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '../actor';
import { isRole } from '../roles';
import type { Role } from '../roles';
import { sessionLimits } from '../rules';
import type { SessionTimes } from '../rules';
import { hashToken, newToken } from '../token';

export interface FoundSession {
  readonly actor: Actor;
  readonly session: SessionTimes;
  /** The database's clock: several web processes agree on it. */
  readonly now: string;
}

/** The session of a token with its actor as of now; nothing where the account is locked. */
export async function findSession(
  tx: Tx,
  tokenHash: string,
  requestId: string,
): Promise<FoundSession | null> {
  const row = await tx
    .selectFrom('session')
    .innerJoin('account', (join) =>
      join
        .onRef('account.tenant_id', '=', 'session.tenant_id')
        .onRef('account.id', '=', 'session.account_id'),
    )
    .innerJoin('authority', 'authority.id', 'account.tenant_id')
    .leftJoin('provider', 'provider.id', 'account.provider_id')
    .where('session.token_hash', '=', tokenHash)
    .where('account.locked_at', 'is', null)
    .select([
      'session.id as sessionId',
      'session.created_at as createdAt',
      'session.last_seen_at as lastSeenAt',
      'account.id as accountId',
      'account.display_name as displayName',
      'account.tenant_id as tenantId',
      'account.provider_id as providerId',
      'authority.name as authorityName',
      'provider.name as providerName',
    ])
    .select((select) => [
      sql<string>`now()`.as('now'),
      select
        .selectFrom('account_role')
        .whereRef('account_role.tenant_id', '=', 'account.tenant_id')
        .whereRef('account_role.account_id', '=', 'account.id')
        .select(sql<string[] | null>`array_agg(role order by role)`.as('roles'))
        .as('roles'),
    ])
    .executeTakeFirst();
  if (!row) return null;
  const { createdAt, lastSeenAt, now, roles, ...who } = row;
  return { actor: { ...who, roles: knownRoles(roles), requestId }, session: { createdAt, lastSeenAt }, now };
}

export async function touchSession(tx: Tx, sessionId: string): Promise<void> {
  await tx
    .updateTable('session')
    .set({ last_seen_at: sql<string>`now()` })
    .where('id', '=', sessionId)
    .execute();
}

/**
 * A new session for an account; answers with its token, which is kept nowhere else.
 * Also clears away the sessions, of whomever, whose time is over.
 */
export async function startSession(
  tx: Tx,
  account: { readonly tenantId: string; readonly accountId: string },
): Promise<{ readonly sessionId: string; readonly token: string }> {
  await tx
    .deleteFrom('session')
    .where((where) =>
      where.or([
        where('created_at', '<', sql<string>`now() - make_interval(hours => ${sessionLimits.absoluteHours})`),
        where('last_seen_at', '<', sql<string>`now() - make_interval(mins => ${sessionLimits.idleMinutes})`),
      ]),
    )
    .execute();
  const token = newToken();
  const { id } = await tx
    .insertInto('session')
    .values({
      tenant_id: account.tenantId,
      account_id: account.accountId,
      token_hash: hashToken(token),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { sessionId: id, token };
}

export interface OwnSession {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly isThisOne: boolean;
}

/** The actor's own sessions, the one used last on top. */
export async function listOwnSessions(tx: Tx, actor: Actor): Promise<OwnSession[]> {
  const rows = await tx
    .selectFrom('session')
    .where('account_id', '=', actor.accountId)
    .select(['id', 'created_at as createdAt', 'last_seen_at as lastSeenAt'])
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, isThisOne: row.id === actor.sessionId }));
}

/** Signs the actor out of the session of this request. */
export async function endOwnSession(tx: Tx, actor: Actor): Promise<void> {
  await tx
    .deleteFrom('session')
    .where('account_id', '=', actor.accountId)
    .where('id', '=', actor.sessionId)
    .execute();
  await recordAudit(tx, actor, { verb: 'session.ended', objectKind: 'account', objectId: actor.accountId });
}

/** Signs the actor out everywhere, here too. */
export async function endOwnSessions(tx: Tx, actor: Actor): Promise<void> {
  await tx.deleteFrom('session').where('account_id', '=', actor.accountId).execute();
  await recordAudit(tx, actor, {
    verb: 'session.allEnded',
    objectKind: 'account',
    objectId: actor.accountId,
  });
}

/** Ends every session of an account without an entry of its own: part of a larger deed. */
export async function dropSessions(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('session').where('account_id', '=', accountId).execute();
}

function knownRoles(stored: readonly string[] | null): Role[] {
  return (stored ?? []).filter(isRole);
}
