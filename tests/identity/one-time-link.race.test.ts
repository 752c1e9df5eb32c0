import { expect, test } from 'vitest';
import { asOwner, asSignIn } from '#db/as-actor';
import { makeLink, redeemLink } from '~/identity/store/links';
import { anActor } from '../support/actors';
import { useTestDatabase } from '../support/database';

useTestDatabase();

test('of several uses of a one-time link at the same moment one wins', async () => {
  const officer = anActor('procurementOfficer');
  for (let round = 1; round <= 10; round += 1) {
    const token = await asOwner((tx) => makeLink(tx, officer));
    const accounts = await Promise.all(
      Array.from({ length: 5 }, () => asSignIn('test-race', (tx) => redeemLink(tx, token))),
    );
    expect(accounts.filter((account) => account !== undefined)).toHaveLength(1);
  }
});
