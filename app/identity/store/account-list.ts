import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { accountsPerPage } from '../account-search';
import type { AccountSearch } from '../account-search';
import { isRole } from '../roles';
import type { Role } from '../roles';

export interface AccountRow {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly providerName: string | null;
  readonly isLocked: boolean;
  readonly roles: readonly Role[];
}

/** One page of the authority's accounts by name, and how many there are in all. */
export async function listAccounts(
  tx: Tx,
  search: AccountSearch,
): Promise<{ readonly rows: readonly AccountRow[]; readonly total: number }> {
  let query = tx
    .selectFrom('account')
    .leftJoin('provider', 'provider.id', 'account.provider_id')
    .select([
      'account.id',
      'account.email',
      'account.display_name as displayName',
      'provider.name as providerName',
    ])
    .select((select) => [
      sql<boolean>`account.locked_at is not null`.as('isLocked'),
      sql<number>`count(*) over ()`.as('total'),
      select
        .selectFrom('account_role')
        .whereRef('account_role.tenant_id', '=', 'account.tenant_id')
        .whereRef('account_role.account_id', '=', 'account.id')
        .select(sql<string[] | null>`array_agg(role order by role)`.as('roles'))
        .as('roles'),
    ]);
  if (search.text) {
    const pattern = `%${search.text.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((where) =>
      where.or([where('account.display_name', 'ilike', pattern), where('account.email', 'ilike', pattern)]),
    );
  }
  if (search.state) query = query.where('locked_at', search.state === 'aktiv' ? 'is' : 'is not', null);
  const { role } = search;
  if (role) {
    query = query.where('account.id', 'in', (select) =>
      select.selectFrom('account_role').where('role', '=', role).select('account_id'),
    );
  }
  const found = await query
    .orderBy(sql`account.display_name collate de_icu`)
    .orderBy('account.id')
    .limit(accountsPerPage)
    .offset((search.page - 1) * accountsPerPage)
    .execute();
  const rows = found.map((row) => ({
    id: row.id,
    email: row.email,
    displayName: row.displayName,
    providerName: row.providerName,
    isLocked: row.isLocked,
    roles: (row.roles ?? []).filter(isRole),
  }));
  return { rows, total: found[0]?.total ?? 0 };
}
