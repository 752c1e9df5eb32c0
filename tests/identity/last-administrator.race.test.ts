import { expect, test } from 'vitest';
import { asActor, asOwner } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { changeAccount, findAccount, lockAccount } from '~/identity/store/accounts';
import { anActor } from '../support/actors';
import { useTestDatabase } from '../support/database';

useTestDatabase();

const first = anActor('portalAdmin');
const second: Actor = { ...anActor('controller'), roles: ['portalAdmin'] };

async function bothAdministrate(): Promise<void> {
  await asOwner(async (tx) => {
    for (const { tenantId, accountId } of [first, second]) {
      await tx
        .insertInto('account_role')
        .values({ tenant_id: tenantId, account_id: accountId, role: 'portalAdmin' })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  });
}

async function remove(actor: Actor, target: Actor, how: 'role' | 'lock') {
  return asActor(actor, async (tx) => {
    const account = await findAccount(tx, target.accountId);
    if (!account) throw new Error('The account is missing.');
    return how === 'lock'
      ? lockAccount(tx, actor, account)
      : changeAccount(tx, actor, account, { ...account, roles: ['controller'] });
  });
}

test('two administrators who remove each other at the same moment leave one', async () => {
  for (let round = 1; round <= 20; round += 1) {
    await bothAdministrate();
    const results = await Promise.all([
      remove(first, second, 'role'),
      remove(second, first, round % 2 === 0 ? 'lock' : 'role'),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.flatMap((result) => (result.ok ? [] : result.findings))).toEqual([
      { code: 'lastAdministrator' },
    ]);
    await asOwner((tx) => tx.updateTable('account').set({ locked_at: null }).execute());
  }
});
