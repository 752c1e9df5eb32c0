import { expect, test } from 'vitest';
import { asOwner } from '#db/as-actor';
import { choosePasswordByLink } from '~/identity/choose-password';
import { createDemoAccounts, demoAccounts, refreshDemoPasswords } from '~/identity/demo-accounts';
import { createFirstAdministrator } from '~/identity/first-administrator';
import { signIn } from '~/identity/sign-in';
import { authorities, providers } from '../support/actors';
import { useTestDatabase } from '../support/database';
import { whoAsks } from './support';

useTestDatabase({ empty: true });

const tokenOf = (linkPath: string) => linkPath.replace('/zugang/', '');
const newPassword = 'Laterne Kompost Dienstag';

test('on an empty database the first administrator comes with an authority', async () => {
  const first = await createFirstAdministrator(' Chefin@Kreis.Example ', {
    name: 'Landkreis Neuland',
    state: 'SN',
  });
  expect(first).toMatchObject({
    authorityName: 'Landkreis Neuland',
    isNewAuthority: true,
    isNewAccount: true,
  });
  expect(first.linkPath).toMatch(/^\/zugang\/[A-Za-z0-9_-]{43}$/);

  const chosen = await choosePasswordByLink(tokenOf(first.linkPath), newPassword, 'test-first');
  if (!chosen.ok) throw new Error('The link was refused.');
  expect(await whoAsks(`portal=${chosen.value.token}`)).toMatchObject({
    authorityName: 'Landkreis Neuland',
    roles: ['districtOfficer', 'portalAdmin'],
  });
});

test('asked again, the command makes a fresh link for the same account', async () => {
  const again = await createFirstAdministrator('chefin@kreis.example');
  expect(again).toMatchObject({ isNewAuthority: false, isNewAccount: false });
  const second = await createFirstAdministrator('vertretung@kreis.example');
  expect(second).toMatchObject({
    authorityName: 'Landkreis Neuland',
    isNewAuthority: false,
    isNewAccount: true,
  });
});

test.each(['', 'kein-at', 'a b@c.de'])('"%s" is refused as an address', async (email) => {
  await expect(createFirstAdministrator(email)).rejects.toThrow('ist keine E-Mail-Adresse');
});

test('an unknown federal state is refused with the known ones', async () => {
  await expect(createFirstAdministrator('x@kreis.example', { name: 'Neu', state: 'XX' })).rejects.toThrow(
    'Das Land „XX“ gibt es nicht',
  );
});

test('demo sign-ins share one password per start, except where a person chose one', async () => {
  const ids = {
    ownTenant: authorities.own.id,
    otherTenant: authorities.foreign.id,
    firstProvider: providers.first.id,
    secondProvider: providers.second.id,
    thirdProvider: providers.second.id,
  };
  await asOwner(async (tx) => {
    for (const { id, name } of Object.values(authorities)) {
      await tx.insertInto('authority').values({ id, name, state: 'NI' }).execute();
    }
    await tx.insertInto('provider').values(Object.values(providers)).execute();
    for (const { id } of Object.values(providers)) {
      await tx
        .insertInto('authority_provider')
        .values({ tenant_id: ids.ownTenant, provider_id: id })
        .execute();
    }
    await tx
      .insertInto('authority_provider')
      .values({ tenant_id: ids.otherTenant, provider_id: ids.secondProvider })
      .execute();
    await createDemoAccounts(tx, ids);
    await createDemoAccounts(tx, ids);
  });
  const first = await refreshDemoPasswords();
  expect(first.emails).toEqual(demoAccounts.map((account) => account.email));
  expect(first.password).toMatch(/^[a-z]{4}(-[a-z]{4}){3}$/);
  const as = (email: string, password: string) =>
    signIn({ email, password, clientAddress: '192.0.2.9', requestId: 'test-demo' });
  for (const email of first.emails) expect(await as(email, first.password)).toMatchObject({ ok: true });

  await asOwner((tx) =>
    tx
      .updateTable('account')
      .set({ has_generated_password: false })
      .where('email', '=', 'admin@demo.example')
      .execute(),
  );
  const second = await refreshDemoPasswords('vorgegebenes-wort');
  expect(second.password).toBe('vorgegebenes-wort');
  expect(second.emails).not.toContain('admin@demo.example');
  expect(await as('verwaltung@demo.example', 'vorgegebenes-wort')).toMatchObject({ ok: true });
  expect(await as('admin@demo.example', first.password)).toMatchObject({ ok: true });

  const providerStaff = await as('traeger2@demo.example', 'vorgegebenes-wort');
  if (!providerStaff.ok) throw new Error('The sign-in failed.');
  expect(await whoAsks(`portal=${providerStaff.value.token}`)).toMatchObject({
    providerId: providers.second.id,
    roles: ['provider'],
  });
});
