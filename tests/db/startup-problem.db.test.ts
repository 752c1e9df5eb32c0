import { expect, test } from 'vitest';
import { openDatabase } from '#db/connection';
import { StartupProblem } from '#db/startup-problem';

async function problemOf(url: string): Promise<StartupProblem> {
  const fault: unknown = await openDatabase({ url }).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(StartupProblem);
  return fault as StartupProblem;
}

test('a database that is not reachable: says where and what to look at, but no password', async () => {
  // Port 1 is reserved; nothing listens there.
  const { message } = await problemOf('postgres://portal:geheim@127.0.0.1:1/portal');
  expect(message).toBe(
    'Die Datenbank unter 127.0.0.1:1/portal ist nicht erreichbar (ECONNREFUSED). ' +
      'Prüfen Sie, ob PostgreSQL läuft und ob DATABASE_URL Rechner und Port richtig nennt.',
  );
});

test('a host that does not exist', async () => {
  const { message } = await problemOf('postgres://portal@host.invalid/portal');
  expect(message).toContain('host.invalid/portal ist nicht erreichbar');
});

test.each(['', 'localhost/portal', 'mysql://localhost/portal', './data'])(
  '%j is no address of a PostgreSQL database',
  async (url) => {
    const { message } = await problemOf(url);
    expect(message).toContain('postgres://benutzer:passwort@rechner:5432/datenbank');
  },
);
