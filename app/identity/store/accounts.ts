import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { ok, refuse } from '~/values/result';
import type { Result } from '~/values/result';
import type { Actor } from '../actor';
import { isRole } from '../roles';
import type { Role } from '../roles';
import { checkAccountRoles, leavesNoAdministrator } from '../rules';
import type { AccountRoles, AccountRolesFinding } from '../rules';
import { makeLink } from './links';
import { dropSessions } from './sessions';

export interface AccountEntry extends AccountRoles {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly providerName: string | null;
  readonly lockedAt: string | null;
}

export interface AccountDetails extends AccountRoles {
  readonly displayName: string;
}

export interface NewAccount extends AccountDetails {
  readonly email: string;
}

export type AccountFinding =
  | AccountRolesFinding
  | { readonly code: 'emailNotUsable' }
  | { readonly code: 'providerUnknown' }
  | { readonly code: 'lastAdministrator' };

/** One account of the actor's authority; nothing for a foreign or unknown id. */
export async function findAccount(tx: Tx, id: string): Promise<AccountEntry | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await tx
    .selectFrom('account')
    .leftJoin('provider', 'provider.id', 'account.provider_id')
    .where('account.id', '=', id)
    .select([
      'account.id',
      'account.email',
      'account.display_name as displayName',
      'account.provider_id as providerId',
      'account.locked_at as lockedAt',
      'provider.name as providerName',
    ])
    .select((select) =>
      select
        .selectFrom('account_role')
        .whereRef('account_role.tenant_id', '=', 'account.tenant_id')
        .whereRef('account_role.account_id', '=', 'account.id')
        .select(sql<string[] | null>`array_agg(role order by role)`.as('roles'))
        .as('roles'),
    )
    .executeTakeFirst();
  return row && { ...row, roles: (row.roles ?? []).filter(isRole) };
}

/** The providers this authority works with, for the choice in the form. */
export async function listProviders(tx: Tx): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('provider')
    .select(['id', 'name'])
    .orderBy(sql`name collate de_icu`)
    .execute();
}

/**
 * Creates an account without a password and a one-time link to choose one.
 *
 * Addresses are unique over all authorities, because the address alone finds
 * the account at sign-in. `emailNotUsable` does not say whose it is.
 */
export async function createAccount(
  tx: Tx,
  actor: Actor,
  account: NewAccount,
): Promise<Result<{ readonly id: string; readonly token: string }, AccountFinding>> {
  const findings = await checkDetails(tx, account);
  if (findings.length > 0) return refuse(...findings);
  const row = await tx
    .insertInto('account')
    .values({
      tenant_id: actor.tenantId,
      provider_id: account.providerId,
      email: account.email,
      display_name: account.displayName,
    })
    .onConflict((conflict) => conflict.constraint('account_email_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return refuse({ code: 'emailNotUsable' });
  await addRoles(tx, actor, row.id, account.roles);
  const token = await makeLink(tx, { tenantId: actor.tenantId, accountId: row.id });
  await recordAudit(tx, actor, {
    verb: 'account.created',
    objectKind: 'account',
    objectId: row.id,
    changedFields: ['displayName', 'email', 'roles', 'providerId'],
  });
  return ok({ id: row.id, token });
}

/** Changes name, roles and provider; nothing is written and logged where nothing differs. */
export async function changeAccount(
  tx: Tx,
  actor: Actor,
  before: AccountEntry,
  wanted: AccountDetails,
): Promise<Result<undefined, AccountFinding>> {
  const findings = await checkDetails(tx, wanted);
  if (findings.length > 0) return refuse(...findings);
  const losesAdministration = before.roles.includes('portalAdmin') && !wanted.roles.includes('portalAdmin');
  if (losesAdministration && (await isLastAdministrator(tx, before.id))) {
    return refuse({ code: 'lastAdministrator' });
  }
  const changedFields = changes(before, wanted);
  if (changedFields.length === 0) return ok(undefined);
  await tx
    .updateTable('account')
    .set({ display_name: wanted.displayName, provider_id: wanted.providerId })
    .where('id', '=', before.id)
    .execute();
  if (changedFields.includes('roles')) {
    await tx.deleteFrom('account_role').where('account_id', '=', before.id).execute();
    await addRoles(tx, actor, before.id, wanted.roles);
  }
  await recordAudit(tx, actor, {
    verb: 'account.changed',
    objectKind: 'account',
    objectId: before.id,
    changedFields,
  });
  return ok(undefined);
}

/** Locks an account and ends its sessions; refused for the last administrator. */
export async function lockAccount(
  tx: Tx,
  actor: Actor,
  account: AccountEntry,
): Promise<Result<undefined, AccountFinding>> {
  if (account.roles.includes('portalAdmin') && (await isLastAdministrator(tx, account.id))) {
    return refuse({ code: 'lastAdministrator' });
  }
  await tx
    .updateTable('account')
    .set({ locked_at: sql<string>`now()` })
    .where('id', '=', account.id)
    .execute();
  await dropSessions(tx, account.id);
  await recordAudit(tx, actor, { verb: 'account.locked', objectKind: 'account', objectId: account.id });
  return ok(undefined);
}

export async function unlockAccount(tx: Tx, actor: Actor, account: AccountEntry): Promise<void> {
  await tx.updateTable('account').set({ locked_at: null }).where('id', '=', account.id).execute();
  await recordAudit(tx, actor, { verb: 'account.unlocked', objectKind: 'account', objectId: account.id });
}

/** A fresh one-time link for the account; answers with its token. */
export async function renewLink(tx: Tx, actor: Actor, account: AccountEntry): Promise<string> {
  const token = await makeLink(tx, { tenantId: actor.tenantId, accountId: account.id });
  await recordAudit(tx, actor, { verb: 'account.linkMade', objectKind: 'account', objectId: account.id });
  return token;
}

async function checkDetails(tx: Tx, wanted: AccountDetails): Promise<AccountFinding[]> {
  const findings: AccountFinding[] = checkAccountRoles(wanted);
  if (wanted.providerId) {
    const providers = await listProviders(tx);
    const isKnown = providers.some((provider) => provider.id === wanted.providerId);
    if (!isKnown) findings.push({ code: 'providerUnknown' });
  }
  return findings;
}

/** Locks the administrators' rows first: two of them taking each other's role must not both succeed. */
async function isLastAdministrator(tx: Tx, accountId: string): Promise<boolean> {
  await tx
    .selectFrom('account')
    .where('locked_at', 'is', null)
    .where('id', 'in', (select) =>
      select.selectFrom('account_role').where('role', '=', 'portalAdmin').select('account_id'),
    )
    .select('id')
    .orderBy('id')
    .forUpdate()
    .execute();
  const working = await tx
    .selectFrom('account')
    .innerJoin('account_role', (join) =>
      join
        .onRef('account_role.tenant_id', '=', 'account.tenant_id')
        .onRef('account_role.account_id', '=', 'account.id'),
    )
    .where('account_role.role', '=', 'portalAdmin')
    .where('account.locked_at', 'is', null)
    .select('account.id')
    .execute();
  return leavesNoAdministrator(
    working.map((row) => row.id),
    accountId,
  );
}

async function addRoles(tx: Tx, actor: Actor, accountId: string, roles: readonly Role[]): Promise<void> {
  await tx
    .insertInto('account_role')
    .values(roles.map((role) => ({ tenant_id: actor.tenantId, account_id: accountId, role })))
    .execute();
}

function changes(before: AccountEntry, wanted: AccountDetails): string[] {
  const fields: string[] = [];
  if (before.displayName !== wanted.displayName) fields.push('displayName');
  if ([...before.roles].sort().join() !== [...wanted.roles].sort().join()) fields.push('roles');
  if (before.providerId !== wanted.providerId) fields.push('providerId');
  return fields;
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
