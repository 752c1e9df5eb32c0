import { parseOptions } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import { dummyHash, hashOptions, hashPassword, verifyPassword } from '~/identity/password';
import { checkPassword } from '~/identity/password-rules';
import { clearedSessionCookie, readSessionToken, sessionCookie } from '~/identity/session-cookie';
import { newToken } from '~/identity/token';

test.each([
  'Laterne Kompost Dienstag',
  'nur kleine buchstaben hier',
  'zwölfZeichen',
  '481920375516',
  'Sommerregen auf dem Dach',
  'x'.repeat(3) + 'Kastanie und Rad',
])('"%s" may be chosen', (password) => {
  expect(checkPassword(password)).toEqual([]);
});

test.each([
  ['elfZeichen!', 'tooShort'],
  ['', 'tooShort'],
  ['🔑🔑🔑🔑🔑🔑', 'tooShort'],
  ['Ab1 '.repeat(51), 'tooLong'],
  ['Passwort2024!', 'tooCommon'],
  ['P@ssw0rt12345', 'tooCommon'],
  ['JobcenterSommer1', 'tooCommon'],
  ['geheim-geheim-2024', 'tooCommon'],
  ['123456789012', 'tooCommon'],
  ['qwertzuiopasd', 'tooCommon'],
  ['aaaaaaaaaaaa', 'tooCommon'],
  ['abc123abc123', 'tooCommon'],
  ['lkjhgfdsapoi', 'tooCommon'],
])('"%s" is refused: %s', (password, code) => {
  expect(checkPassword(password)).toEqual([{ code }]);
});

test('a hostile password does not keep the processor busy', () => {
  expect(checkPassword(`${'qwertz'.repeat(33)}ß`)).toEqual([]);
});

test('the dummy costs as much as a real hash, and nobody signs in with it', async () => {
  const real = await hashPassword('Laterne Kompost Dienstag');
  expect(parseOptions(dummyHash)).toEqual(parseOptions(real));
  expect(parseOptions(real)).toMatchObject({ ...hashOptions, algorithm: 2 });
  expect(await verifyPassword(real, 'Laterne Kompost Dienstag')).toBe(true);
  expect(await verifyPassword(real, 'Laterne Kompost Mittwoch')).toBe(false);
  expect(await verifyPassword(null, 'Laterne Kompost Dienstag')).toBe(false);
});

test('an umlaut counts the same however the keyboard sends it', async () => {
  const hash = await hashPassword('Zaunk\u00f6nig im Quittenbaum');
  expect(await verifyPassword(hash, 'Zaunko\u0308nig im Quittenbaum')).toBe(true);
});

test('the session cookie is out of reach of scripts, and with TLS of neighbours', () => {
  const token = newToken();
  expect(sessionCookie(token, true)).toBe(`__Host-portal=${token}; Path=/; HttpOnly; SameSite=Lax; Secure`);
  expect(sessionCookie(token, false)).toBe(`portal=${token}; Path=/; HttpOnly; SameSite=Lax`);
  expect(clearedSessionCookie(true)).toBe(
    '__Host-portal=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0',
  );
  expect(readSessionToken(`a=b; __Host-portal=${token}; portal=x`, true)).toBe(token);
  expect(readSessionToken(`portal=${token}`, true)).toBeNull();
  expect(readSessionToken(`xportal=${token}`, false)).toBeNull();
});
