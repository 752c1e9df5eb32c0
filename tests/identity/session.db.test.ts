import { expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import { findActor } from '~/identity/session';
import { changeAccount, findAccount, lockAccount, unlockAccount } from '~/identity/store/accounts';
import { endOwnSession, endOwnSessions, listOwnSessions } from '~/identity/store/sessions';
import { aProviderActor, anActor } from '../support/actors';
import { useTestDatabase } from '../support/database';
import { openSession, verbsAbout, whoAsks } from './support';

useTestDatabase();

async function backdate(accountId: string, times: { created_at?: string; last_seen_at?: string }) {
  await asOwner((tx) => tx.updateTable('session').set(times).where('account_id', '=', accountId).execute());
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

test('a session ends after an hour of silence', async () => {
  const officer = anActor('districtOfficer');
  const cookie = await openSession(officer);
  await backdate(officer.accountId, { last_seen_at: minutesAgo(59) });
  expect(await whoAsks(cookie)).toMatchObject({ accountId: officer.accountId });
  await backdate(officer.accountId, { last_seen_at: minutesAgo(61) });
  expect(await whoAsks(cookie)).toBeNull();
});

test('a session ends after twelve hours, however busy', async () => {
  const officer = anActor('procurementOfficer');
  const cookie = await openSession(officer);
  await backdate(officer.accountId, { created_at: minutesAgo(12 * 60 - 1) });
  expect(await whoAsks(cookie)).not.toBeNull();
  await backdate(officer.accountId, { created_at: minutesAgo(12 * 60 + 1) });
  expect(await whoAsks(cookie)).toBeNull();
});

test('"last seen" moves on, but not within the same minute', async () => {
  const officer = anActor('controller');
  const cookie = await openSession(officer);
  const lastSeen = async () => {
    const [session] = await asReader(officer, (tx) => listOwnSessions(tx, officer));
    return session?.lastSeenAt;
  };
  const atFirst = await lastSeen();
  await whoAsks(cookie);
  expect(await lastSeen()).toBe(atFirst);
  await backdate(officer.accountId, { last_seen_at: minutesAgo(5) });
  const before = await lastSeen();
  await whoAsks(cookie);
  expect(await lastSeen()).not.toBe(before);
});

test('a changed role counts from the next request on', async () => {
  const admin = anActor('portalAdmin');
  const caseworker = anActor('caseworker');
  const cookie = await openSession(caseworker);
  await asActor(admin, async (tx) => {
    const account = await findAccount(tx, caseworker.accountId);
    if (!account) throw new Error('The account is missing.');
    await changeAccount(tx, admin, account, {
      displayName: account.displayName,
      roles: ['teamLead', 'controller'],
      providerId: null,
    });
  });
  expect((await whoAsks(cookie))?.roles).toEqual(['controller', 'teamLead']);
  expect(await verbsAbout(caseworker)).toEqual(['account.changed']);
});

test('a lock ends the sessions at once, and unlocking does not bring them back', async () => {
  const admin = anActor('portalAdmin');
  const teamLead = anActor('teamLead');
  const cookie = await openSession(teamLead);
  expect(await whoAsks(cookie)).not.toBeNull();
  const load = async (deed: typeof lockAccount | typeof unlockAccount) =>
    asActor(admin, async (tx) => {
      const account = await findAccount(tx, teamLead.accountId);
      if (account) await deed(tx, admin, account);
    });
  await load(lockAccount);
  expect(await whoAsks(cookie)).toBeNull();
  await load(unlockAccount);
  expect(await whoAsks(cookie)).toBeNull();
});

test('a locked account is nobody, even if a session of it was left over', async () => {
  const officer = anActor('procurementOfficer', { tenant: 'foreign' });
  const cookie = await openSession(officer);
  const lock = (locked_at: string | null) =>
    asOwner((tx) =>
      tx.updateTable('account').set({ locked_at }).where('id', '=', officer.accountId).execute(),
    );
  await lock('2019-09-01T08:00:00Z');
  expect(await whoAsks(cookie)).toBeNull();
  await lock(null);
  expect(await whoAsks(cookie)).not.toBeNull();
});

test.each([
  { who: 'staff of the authority', actor: anActor('jobcenterCaseManager') },
  { who: 'staff of a provider', actor: aProviderActor('first') },
])('$who end this session or all of them', async ({ actor }) => {
  const here = await openSession(actor);
  const there = await openSession(actor);
  const elsewhere = await openSession(aProviderActor('second'));
  const asking = await whoAsks(here);
  if (!asking) throw new Error('Nobody is signed in.');
  const sessions = await asReader(asking, (tx) => listOwnSessions(tx, asking));
  expect(sessions).toHaveLength(2);
  expect(sessions.filter((session) => session.isThisOne)).toHaveLength(1);

  await asActor(asking, (tx) => endOwnSession(tx, asking));
  expect(await whoAsks(here)).toBeNull();
  const other = await whoAsks(there);
  if (!other) throw new Error('The other session ended too.');
  await asActor(other, (tx) => endOwnSessions(tx, other));
  expect(await whoAsks(there)).toBeNull();
  expect(await whoAsks(elsewhere)).not.toBeNull();
  expect(await verbsAbout(actor)).toEqual(['session.ended', 'session.allEnded']);
});

test('staff of a provider carry their provider', async () => {
  const actor = aProviderActor('second');
  expect(await whoAsks(await openSession(actor))).toMatchObject({
    providerId: actor.providerId,
    providerName: actor.providerName,
    roles: ['provider'],
  });
});

test('with TLS only the cookie that no neighbour can plant counts', async () => {
  const cookie = await openSession(anActor('districtOfficer', { tenant: 'foreign' }));
  expect(await findActor(cookie, 'test-request', true)).toBeNull();
  expect(await findActor(`__Host-${cookie}`, 'test-request', true)).not.toBeNull();
});

test.each([null, '', 'portal=', 'portal=kurz', `portal=${'a'.repeat(43)}`, 'portal'])(
  'the cookie header %s signs nobody in',
  async (cookie) => {
    expect(await findActor(cookie, 'test-request', false)).toBeNull();
  },
);
