import fc from 'fast-check';
import { expect, test } from 'vitest';
import { admission, everyone, only, signedIn } from '~/identity/access';
import { readAccountSearch } from '~/identity/account-search';
import { auditSearchParams, readAuditSearch } from '~/identity/audit-search';
import {
  checkAccountRoles,
  clientNetwork,
  isSeenAgain,
  isSessionAlive,
  leavesNoAdministrator,
  nextAttemptAt,
  safeBackPath,
} from '~/identity/rules';
import { formatMoment } from '~/ui/moment';
import { aProviderActor, anActor } from '../support/actors';

test.each([
  { created: '08:00:00', seen: '10:00:00', now: '10:59:59', alive: true, why: 'not yet an hour of silence' },
  { created: '08:00:00', seen: '10:00:00', now: '11:00:00', alive: false, why: 'an hour of silence' },
  { created: '08:00:00', seen: '19:59:00', now: '19:59:59', alive: true, why: 'not yet twelve hours' },
  { created: '08:00:00', seen: '19:59:00', now: '20:00:00', alive: false, why: 'twelve hours' },
])('a session begun $created and last seen $seen at $now: $alive ($why)', ({ created, seen, now, alive }) => {
  // As the database writes them: a blank between day and time, two-digit offset.
  const session = { createdAt: `2019-09-01 ${created}+00`, lastSeenAt: `2019-09-01 ${seen}+00` };
  expect(isSessionAlive(session, `2019-09-01 ${now}+00`)).toBe(alive);
});

test('offsets of the session times do not matter', () => {
  const session = { createdAt: '2019-09-01 10:00:00+02', lastSeenAt: '2019-09-01 10:00:00+02' };
  expect(isSessionAlive(session, '2019-09-01 08:59:00+00')).toBe(true);
  expect(isSeenAgain(session, '2019-09-01 08:00:59+00')).toBe(false);
  expect(isSeenAgain(session, '2019-09-01 08:01:00+00')).toBe(true);
});

test('with the limit reached the next attempt is free when enough failures are 15 minutes old', () => {
  const failures = ['2019-09-01 10:00:00+00', '2019-09-01 10:05:00+00', '2019-09-01 10:06:00+00'];
  expect(nextAttemptAt(failures, 4, '2019-09-01 10:07:00+00')).toBeNull();
  expect(nextAttemptAt(failures, 3, '2019-09-01 10:07:00+00')).toBe('2019-09-01T10:15:00Z');
  expect(nextAttemptAt(failures, 2, '2019-09-01 10:07:00+00')).toBe('2019-09-01T10:20:00Z');
  expect(nextAttemptAt(failures, 3, '2019-09-01 10:15:00+00')).toBeNull();
  expect(nextAttemptAt([], 1, '2019-09-01 10:15:00+00')).toBeNull();
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
  ['2001:db8:0:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1::/64'],
  ['2001:0DB8:0000:0001::5', '2001:db8:0:1::/64'],
  ['2001:db8::5', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('the client %s counts as %s', (address, network) => {
  expect(clientNetwork(address)).toBe(network);
});

test.each([
  '/',
  '/massnahmen',
  '/massnahmen?q=a%20b&seite=2',
  '/konto',
  '/massnahmen/case-manager/bearbeiten',
])('after signing in one may go back to %s', (path) => expect(safeBackPath(path)).toBe(path));

test.each([
  null,
  '',
  'massnahmen',
  '//boese.example',
  '/\\boese.example',
  '/a\\b',
  'https://boese.example',
  '/\t/boese.example',
  '/ /x',
  'javascript:alert(1)',
  '/anmelden',
  '/anmelden?zurueck=/anmelden',
  '/abmelden',
  '/zugang/abc',
  '/ü',
  '/a\nb',
  `/${'a'.repeat(3000)}`,
])('%j is no place to go back to', (path) => {
  expect(safeBackPath(path)).toBeNull();
});

test('whatever is taken as a way back stays on this host', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string({ unit: fc.constantFrom('/', '\\', '\t', '@', '.', 'a'), maxLength: 8 }),
      ),
      (text) => {
        const path = safeBackPath(text);
        if (path !== null) expect(new URL(path, 'https://portal.example').host).toBe('portal.example');
      },
    ),
  );
});

test.each([
  { roles: ['districtOfficer', 'portalAdmin'], providerId: null, codes: [] },
  { roles: ['provider'], providerId: 'p', codes: [] },
  { roles: [], providerId: null, codes: ['roleMissing'] },
  { roles: ['provider'], providerId: null, codes: ['providerMissing'] },
  { roles: ['provider', 'caseworker'], providerId: 'p', codes: ['providerRoleNotAlone'] },
  { roles: ['caseworker'], providerId: 'p', codes: ['providerWithoutRole'] },
] as const)('roles $roles with provider $providerId: $codes', ({ roles, providerId, codes }) => {
  expect(checkAccountRoles({ roles, providerId }).map((finding) => finding.code)).toEqual(codes);
});

test('an authority keeps at least one administrator', () => {
  expect(leavesNoAdministrator(['a'], 'a')).toBe(true);
  expect(leavesNoAdministrator(['a', 'b'], 'a')).toBe(false);
  expect(leavesNoAdministrator(['b'], 'a')).toBe(false);
  expect(leavesNoAdministrator([], 'a')).toBe(true);
});

test('who may enter: nothing declared means nobody', () => {
  const officer = anActor('districtOfficer');
  expect(admission(undefined, officer)).toBe('refused');
  expect(admission(everyone, null)).toBe('admitted');
  expect(admission(signedIn, null)).toBe('signInFirst');
  expect(admission(signedIn, officer)).toBe('admitted');
  expect(admission(only('portalAdmin', 'districtOfficer'), officer)).toBe('admitted');
  expect(admission(only('portalAdmin'), officer)).toBe('refused');
  expect(admission(only('portalAdmin'), null)).toBe('signInFirst');
  expect(admission(only('districtOfficer'), aProviderActor('first'))).toBe('refused');
});

test('the address of the list of accounts is read, and what nobody understands is named', () => {
  const read = (query: string) => readAccountSearch(`http://localhost/verwaltung/konten${query}`);
  expect(read('?suche=+Nora+&rolle=caseworker&zustand=gesperrt&seite=3')).toEqual({
    search: { text: 'Nora', role: 'caseworker', state: 'gesperrt', page: 3 },
    ignored: [],
  });
  expect(read('?rolle=chef&zustand=1&seite=0')).toEqual({
    search: { text: '', role: null, state: null, page: 1 },
    ignored: ['rolle', 'zustand', 'seite'],
  });
});

test('the address of the audit log is read back as it was written', () => {
  const read = (query: string) => readAuditSearch(`http://localhost/verwaltung/protokoll${query}`);
  const olderThan = {
    at: '2019-09-01 10:42:00.123456+00',
    id: 'a0000000-0000-4000-8000-000000000001',
  };
  const search = { verb: 'account.locked', olderThan } as const;
  expect(read(auditSearchParams(search))).toEqual({ search, ignored: [] });
  expect(auditSearchParams({ verb: null, olderThan: null })).toBe('');
  for (const at of [
    '2019-02-31 10:42:00+00',
    '2019-13-01 10:42:00+00',
    '2019-09-01 25:00:00+00',
    '0000-01-01 00:00:00+00',
    "'; drop",
  ]) {
    const query = `?${new URLSearchParams({ vor: `${at}~${olderThan.id}`, art: 'toString' }).toString()}`;
    expect(read(query)).toEqual({ search: { verb: null, olderThan: null }, ignored: ['art', 'vor'] });
  }
});

test('moments read in German time, in summer and in winter', () => {
  expect(formatMoment('2019-09-01 10:42:00.5+00')).toBe('01.09.2019, 12:42\u00a0Uhr');
  expect(formatMoment('2019-12-01T23:30:00Z')).toBe('02.12.2019, 00:30\u00a0Uhr');
});
