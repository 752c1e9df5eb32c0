import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadBuild } from '../support/build';
import { spawnPortal, startPortal } from '../support/portal';

/** The start as an operator meets it: real processes, real signals, real messages. */
let place: string;
/** With example data since `firstOutput`: loading them anew for each test would say nothing more. */
let directory: string;
let firstOutput: string;
beforeAll(async () => {
  await loadBuild();
  place = await mkdtemp(path.join(tmpdir(), 'portal-start-'));
  directory = path.join(place, 'data');
  const first = spawnPortal(onData());
  await first.url;
  firstOutput = first.output();
  await first.stop();
});
afterAll(() => rm(place, { recursive: true, force: true }));

const onData = () => ({ PORT: '0', PORTAL_DATA: directory });

test('prints address and sign-ins, serves, and ends cleanly when told to', async () => {
  const portal = await startPortal();
  expect(portal.output()).toContain('verwaltung@demo.example');
  expect(portal.output()).toContain(portal.password);
  const health = await fetch(`${portal.url}/health`);
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
  expect(await portal.stop('SIGINT')).toBe(0);
  expect(portal.output()).toContain('Das Portal ist beendet.');
});

describe('on one data directory', () => {
  test('a second process is refused in one sentence, and the first goes on', async () => {
    const first = spawnPortal(onData());
    const url = await first.url;
    const second = spawnPortal(onData());
    expect(await second.exitCode).toBe(1);
    expectOneSentence(second.output(), 'wird schon von einem laufenden Portal benutzt');
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect(await first.stop()).toBe(0);
  });

  test('a second start keeps the data and loads nothing again', async () => {
    expect(firstOutput).toContain('Lade die Beispieldaten');
    const second = spawnPortal(onData());
    await second.url;
    expect(second.output()).not.toContain('Lade die Beispieldaten');
    await second.stop();
  });
});

test('SIGTERM sent to npm ends the portal and frees the data directory', async () => {
  const npm = spawnPortal(onData(), ['npm', 'start']);
  const url = await npm.url;
  const lock = path.join(directory, 'portal.lock');
  const { pid } = JSON.parse(await readFile(lock, 'utf8')) as { pid: number };
  expect(pid).not.toBe(npm.process.pid);
  await npm.stop('SIGTERM');
  await until(() => !existsSync(lock) && !isAlive(pid));
  await expect(fetch(`${url}/health`)).rejects.toThrow();
});

test('the sudden death of npm ends the portal too', async () => {
  const npm = spawnPortal(onData(), ['npm', 'start']);
  await npm.url;
  const lock = path.join(directory, 'portal.lock');
  const { pid } = JSON.parse(await readFile(lock, 'utf8')) as { pid: number };
  await npm.stop('SIGKILL');
  await until(() => !existsSync(lock) && !isAlive(pid));
});

describe('what keeps it from starting is said in one sentence', () => {
  test('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const portal = spawnPortal({ ...onData(), PORT: String(port) });
    expect(await portal.exitCode).toBe(1);
    expectOneSentence(portal.output(), `Der Port ${port} ist schon belegt.`);
    expect(existsSync(path.join(directory, 'portal.lock'))).toBe(false);
    other.close();
  });

  test.each<{ what: string; env: Record<string, string>; says: string }>([
    {
      what: 'a data directory that cannot be written',
      env: { PORTAL_DATA: '/dev/null/daten' },
      says: 'kann nicht angelegt oder beschrieben werden',
    },
    {
      what: 'a database that does not answer',
      env: { DATABASE_URL: 'postgres://x@127.0.0.1:1/x' },
      says: 'ist nicht erreichbar',
    },
    {
      what: 'a day that is none',
      env: { PORTAL_TODAY: '2019-02-30' },
      says: 'PORTAL_TODAY ist „2019-02-30“',
    },
    { what: 'a foreign address', env: { HOST: '192.0.2.1' }, says: 'gehört nicht zu diesem Rechner' },
  ])('$what', async ({ env, says }) => {
    const portal = spawnPortal({ ...onData(), ...env });
    expect(await portal.exitCode).toBe(1);
    expectOneSentence(portal.output(), says);
  });
});

function expectOneSentence(output: string, sentence: string): void {
  expect(output).toContain(sentence);
  expect(output).not.toMatch(/^\s+at /m);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits for what another process does; the test's own time limit ends it. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 50));
}
