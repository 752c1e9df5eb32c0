import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import type { Actor } from '../actor';
import { isRole } from '../roles';

/** What sign-in needs of an account; stays on the server. */
export interface Credentials {
  readonly tenantId: string;
  readonly accountId: string;
  readonly displayName: string;
  readonly authorityName: string;
  readonly providerId: string | null;
  readonly email: string;
  readonly roles: readonly string[] | null;
  readonly passwordHash: string | null;
  readonly isLocked: boolean;
}

function credentials(tx: Tx) {
  return tx
    .selectFrom('account')
    .innerJoin('authority', 'authority.id', 'account.tenant_id')
    .select([
      'account.tenant_id as tenantId',
      'account.id as accountId',
      'account.display_name as displayName',
      'authority.name as authorityName',
      'account.provider_id as providerId',
      'account.email',
      'account.password_hash as passwordHash',
    ])
    .select((select) => [
      sql<boolean>`account.locked_at is not null`.as('isLocked'),
      select
        .selectFrom('account_role')
        .whereRef('account_role.tenant_id', '=', 'account.tenant_id')
        .whereRef('account_role.account_id', '=', 'account.id')
        .select(sql<string[] | null>`array_agg(role order by role)`.as('roles'))
        .as('roles'),
    ]);
}

export async function findCredentials(tx: Tx, email: string): Promise<Credentials | undefined> {
  return credentials(tx).where('account.email', '=', email).executeTakeFirst();
}

export async function findCredentialsOf(
  tx: Tx,
  account: { readonly tenantId: string; readonly accountId: string },
): Promise<Credentials | undefined> {
  return credentials(tx)
    .where('account.tenant_id', '=', account.tenantId)
    .where('account.id', '=', account.accountId)
    .executeTakeFirst();
}

/** From now on a password the person chose; the demo start leaves it alone. */
export async function storePassword(
  tx: Tx,
  account: { readonly tenantId: string; readonly accountId: string },
  passwordHash: string,
): Promise<void> {
  await tx
    .updateTable('account')
    .set({ password_hash: passwordHash, has_generated_password: false })
    .where('tenant_id', '=', account.tenantId)
    .where('id', '=', account.accountId)
    .execute();
}

/** The account as the doer of a deed at sign-in, where no session exists yet. */
export function doerOf(account: Credentials, requestId: string): Actor {
  return {
    accountId: account.accountId,
    sessionId: '',
    displayName: account.displayName,
    tenantId: account.tenantId,
    authorityName: account.authorityName,
    providerId: account.providerId,
    providerName: null,
    roles: (account.roles ?? []).filter(isRole),
    requestId,
  };
}
