import { expect, test } from 'vitest';
import { asActor, asOwner } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { changePassword, choosePasswordByLink, isLinkUsable } from '~/identity/choose-password';
import { findAccount, lockAccount, renewLink } from '~/identity/store/accounts';
import { anActor } from '../support/actors';
import { useTestDatabase } from '../support/database';
import { givePassword, openSession, rightPassword, trySignIn, verbsAbout, whoAsks } from './support';

useTestDatabase();

const admin = anActor('portalAdmin');
const unusable = { ok: false, findings: [{ code: 'linkUnusable' }] };
const nextPassword = 'Zaunkönig mag Quittenmus';

async function linkFor(actor: Actor): Promise<string> {
  return asActor(admin, async (tx) => {
    const account = await findAccount(tx, actor.accountId);
    if (!account) throw new Error('The account is missing.');
    return renewLink(tx, admin, account);
  });
}

test('a link sets the password once; looking at it does not use it up', async () => {
  const officer = anActor('districtOfficer');
  const oldSession = await openSession(officer);
  const token = await linkFor(officer);
  expect(await isLinkUsable(token, 'test-look')).toBe(true);
  expect(await isLinkUsable(token, 'test-look')).toBe(true);

  const chosen = await choosePasswordByLink(token, nextPassword, 'test-choose');
  if (!chosen.ok) throw new Error('The link was refused.');
  expect(await whoAsks(`portal=${chosen.value.token}`)).toMatchObject({ accountId: officer.accountId });
  expect(await whoAsks(oldSession)).toBeNull();
  expect(await trySignIn(officer, nextPassword)).toMatchObject({ ok: true });

  expect(await isLinkUsable(token, 'test-look')).toBe(false);
  expect(await choosePasswordByLink(token, 'Noch ein anderes Wort', 'test-again')).toEqual(unusable);
  expect(await verbsAbout(officer)).toEqual(['account.linkMade', 'account.linkUsed', 'session.started']);
});

test('a link ends after its time, through a newer one and with a lock', async () => {
  const controller = anActor('controller');
  const expired = await linkFor(controller);
  await asOwner((tx) =>
    tx
      .updateTable('one_time_link')
      .set({ expires_at: '2019-09-01T08:00:00Z' })
      .where('account_id', '=', controller.accountId)
      .execute(),
  );
  expect(await choosePasswordByLink(expired, nextPassword, 'test-late')).toEqual(unusable);

  const replaced = await linkFor(controller);
  const current = await linkFor(controller);
  expect(await isLinkUsable(replaced, 'test-old')).toBe(false);
  expect(await isLinkUsable(current, 'test-new')).toBe(true);

  await asActor(admin, async (tx) => {
    const account = await findAccount(tx, controller.accountId);
    if (account) await lockAccount(tx, admin, account);
  });
  expect(await choosePasswordByLink(current, nextPassword, 'test-locked')).toEqual(unusable);
});

test.each(['', 'kurz', 'a'.repeat(43), `${'a'.repeat(42)}'`])('the link "%s" is unknown', async (token) => {
  expect(await isLinkUsable(token, 'test-unknown')).toBe(false);
});

test('changing the password needs the current one, ends all sessions and opens a new one', async () => {
  const lead = anActor('teamLead');
  await givePassword(lead);
  const here = await openSession(lead);
  const there = await openSession(lead);
  const actor = await whoAsks(here);
  if (!actor) throw new Error('Nobody is signed in.');

  const refused = await changePassword(actor, { currentPassword: nextPassword, newPassword: nextPassword });
  expect(refused).toEqual({ ok: false, findings: [{ code: 'currentPasswordWrong' }] });
  expect(await whoAsks(there)).not.toBeNull();

  const changed = await changePassword(actor, { currentPassword: rightPassword, newPassword: nextPassword });
  if (!changed.ok) throw new Error('The change was refused.');
  expect(await whoAsks(here)).toBeNull();
  expect(await whoAsks(there)).toBeNull();
  expect(await whoAsks(`portal=${changed.value.token}`)).not.toBeNull();
  expect(await trySignIn(lead)).toMatchObject({ ok: false });
  expect(await trySignIn(lead, nextPassword)).toMatchObject({ ok: true });
});

test('guessing the current password has the limit of sign-in', async () => {
  const caseworker = anActor('caseworker');
  await givePassword(caseworker);
  const actor = await whoAsks(await openSession(caseworker));
  if (!actor) throw new Error('Nobody is signed in.');
  const guess = () => changePassword(actor, { currentPassword: 'falsch falsch', newPassword: nextPassword });
  for (let attempt = 1; attempt <= 10; attempt += 1) await guess();
  expect(await guess()).toMatchObject({ findings: [{ code: 'tooManyAttempts' }] });
});
