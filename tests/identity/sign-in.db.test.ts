import { expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import { findAccount, lockAccount } from '~/identity/store/accounts';
import { signIn } from '~/identity/sign-in';
import { anActor, emailOf } from '../support/actors';
import { useTestDatabase } from '../support/database';
import { givePassword, rightPassword, trySignIn, verbsAbout, whoAsks } from './support';

useTestDatabase();

test('the right password opens a session, which the audit log knows', async () => {
  const officer = anActor('districtOfficer');
  await givePassword(officer);
  const result = await trySignIn(officer);
  expect(result.ok).toBe(true);
  if (!result.ok) return;
  const actor = await whoAsks(`darstellung=hell; portal=${result.value.token}`);
  expect(actor).toMatchObject({
    accountId: officer.accountId,
    tenantId: officer.tenantId,
    authorityName: officer.authorityName,
    roles: ['districtOfficer'],
    providerId: null,
  });
  expect(await verbsAbout(officer)).toEqual(['session.started']);
});

test('each sign-in gets a session of its own, and none stores its token', async () => {
  const officer = anActor('procurementOfficer');
  await givePassword(officer);
  const first = await trySignIn(officer);
  const second = await trySignIn(officer);
  if (!first.ok || !second.ok) throw new Error('The sign-ins failed.');
  expect(first.value.token).not.toBe(second.value.token);
  const stored = await asOwner((tx) => tx.selectFrom('session').select('token_hash').execute());
  expect(stored.map((row) => row.token_hash)).not.toContain(first.value.token);
  expect(first.value.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

test('a wrong password, an unknown address and an account without password read alike', async () => {
  const officer = anActor('controller');
  await givePassword(officer);
  const wrong = await trySignIn(officer, 'Laterne Kompost Mittwoch');
  const withoutPassword = await trySignIn(anActor('teamLead'));
  const unknown = await signIn({
    email: 'niemand@beispiel.test',
    password: rightPassword,
    clientAddress: '192.0.2.250',
    requestId: 'test-unknown',
  });
  expect(wrong).toEqual({ ok: false, findings: [{ code: 'credentialsWrong' }] });
  expect(withoutPassword).toEqual(wrong);
  expect(unknown).toEqual(wrong);
  expect(await verbsAbout(officer)).toEqual(['session.refused']);
});

test('a locked account is told about the lock only with the right password', async () => {
  const admin = anActor('portalAdmin');
  const caseworker = anActor('caseworker');
  await givePassword(caseworker);
  await asActor(admin, async (tx) => {
    const account = await findAccount(tx, caseworker.accountId);
    if (account) await lockAccount(tx, admin, account);
  });
  expect(await trySignIn(caseworker, 'falsch falsch falsch')).toEqual({
    ok: false,
    findings: [{ code: 'credentialsWrong' }],
  });
  expect(await trySignIn(caseworker)).toEqual({ ok: false, findings: [{ code: 'accountLocked' }] });
});

test('after ten failures of an address even the right password waits', async () => {
  const manager = anActor('jobcenterCaseManager');
  await givePassword(manager);
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    expect(await trySignIn(manager, 'falsch falsch falsch')).toMatchObject({
      findings: [{ code: 'credentialsWrong' }],
    });
  }
  const refused = await trySignIn(manager);
  expect(refused).toMatchObject({ ok: false, findings: [{ code: 'tooManyAttempts' }] });
  // The address stands nowhere in clear text.
  const attempts = await asOwner((tx) => tx.selectFrom('sign_in_attempt').selectAll().execute());
  expect(JSON.stringify(attempts)).not.toContain(emailOf(manager));
  await asOwner((tx) =>
    tx.updateTable('sign_in_attempt').set({ attempted_at: '2019-09-01T08:00:00Z' }).execute(),
  );
  expect(await trySignIn(manager)).toMatchObject({ ok: true });
});

test('a network that tries thirty accounts waits, whichever account comes next', async () => {
  const tryAs = (email: string) =>
    signIn({ email, password: 'falsch falsch falsch', clientAddress: '2001:db8::7', requestId: 'test-net' });
  for (let attempt = 1; attempt <= 30; attempt += 1) {
    expect(await tryAs(`person${attempt}@beispiel.test`)).toMatchObject({
      findings: [{ code: 'credentialsWrong' }],
    });
  }
  expect(await tryAs('person31@beispiel.test')).toMatchObject({
    findings: [{ code: 'tooManyAttempts' }],
  });
});

test('ten attempts at the same moment are ten, not one', async () => {
  const officer = anActor('districtOfficer', { tenant: 'foreign' });
  await givePassword(officer);
  const results = await Promise.all(
    Array.from({ length: 14 }, () => trySignIn(officer, 'falsch falsch falsch')),
  );
  const codes = results.flatMap((result) => (result.ok ? [] : result.findings.map(({ code }) => code)));
  expect(codes.filter((code) => code === 'credentialsWrong')).toHaveLength(10);
  expect(codes.filter((code) => code === 'tooManyAttempts')).toHaveLength(4);
});

test('no role of the app can read a password hash or the hash of a token', async () => {
  const admin = anActor('portalAdmin');
  await expect(
    asReader(admin, (tx) => tx.selectFrom('account').select('password_hash').execute()),
  ).rejects.toMatchObject({ code: '42501' });
  await expect(
    asReader(admin, (tx) => tx.selectFrom('session').select('token_hash').execute()),
  ).rejects.toMatchObject({ code: '42501' });
  await expect(
    asReader(admin, (tx) => tx.selectFrom('one_time_link').select('token_hash').execute()),
  ).rejects.toMatchObject({ code: '42501' });
});
