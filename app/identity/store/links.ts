import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { oneTimeLinkHours } from '../rules';
import { hashToken, newToken } from '../token';

interface LinkedAccount {
  readonly tenantId: string;
  readonly accountId: string;
}

/**
 * A fresh one-time link for an account; the ones before it stop working.
 * Answers with the token, which is kept nowhere else.
 */
export async function makeLink(tx: Tx, account: LinkedAccount): Promise<string> {
  await tx
    .deleteFrom('one_time_link')
    .where('tenant_id', '=', account.tenantId)
    .where('account_id', '=', account.accountId)
    .where('used_at', 'is', null)
    .execute();
  const token = newToken();
  await tx
    .insertInto('one_time_link')
    .values({
      tenant_id: account.tenantId,
      account_id: account.accountId,
      token_hash: hashToken(token),
      expires_at: sql<string>`now() + make_interval(hours => ${oneTimeLinkHours})`,
    })
    .execute();
  return token;
}

/** Account of a link that can still be used; looking does not use it up. */
export async function findUsableLink(tx: Tx, token: string): Promise<LinkedAccount | undefined> {
  return tx
    .selectFrom('one_time_link')
    .innerJoin('account', (join) =>
      join
        .onRef('account.tenant_id', '=', 'one_time_link.tenant_id')
        .onRef('account.id', '=', 'one_time_link.account_id'),
    )
    .where('one_time_link.token_hash', '=', hashToken(token))
    .where('one_time_link.used_at', 'is', null)
    .where('one_time_link.expires_at', '>', sql<string>`now()`)
    .where('account.locked_at', 'is', null)
    .select(['one_time_link.tenant_id as tenantId', 'one_time_link.account_id as accountId'])
    .executeTakeFirst();
}

/**
 * Uses a link up. Of two that press the button at the same moment one gets the
 * account: the update of the row decides.
 */
export async function redeemLink(tx: Tx, token: string): Promise<LinkedAccount | undefined> {
  const found = await findUsableLink(tx, token);
  if (!found) return undefined;
  return tx
    .updateTable('one_time_link')
    .set({ used_at: sql<string>`now()` })
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .returning(['tenant_id as tenantId', 'account_id as accountId'])
    .executeTakeFirst();
}
