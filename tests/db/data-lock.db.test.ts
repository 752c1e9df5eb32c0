import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DataDirectoryInUse, takeDataLock } from '#db/data-lock';
import { StartupProblem } from '#db/startup-problem';
import { buildSecondProcess, startSecondProcess } from '../support/second-process';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'portal-lock-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

describe('the lock', () => {
  test('is refused while it is held, and free after release', () => {
    const lock = takeDataLock(directory);
    expect(() => takeDataLock(directory)).toThrow(DataDirectoryInUse);
    expect(() => takeDataLock(directory)).toThrow(`Prozess ${process.pid}`);

    lock.release();
    takeDataLock(directory).release();
    expect(existsSync(lockFile())).toBe(false);
  });

  test('creates the directory', () => {
    const deeper = path.join(directory, 'a', 'b');
    takeDataLock(deeper).release();
    expect(existsSync(deeper)).toBe(true);
  });

  test.each([
    { left: 'a process that is gone', change: { pid: 2 ** 22 + 1 } },
    { left: 'a process whose number was given to another one', change: { startedAt: '1' } },
    { left: 'a time before the restart of the machine', change: { boot: 'another boot' } },
  ])('that was left by $left is taken over', async ({ change }) => {
    await leaveLock(change);
    const lock = takeDataLock(directory);
    expect(await readHolder()).toMatchObject({ pid: process.pid });
    lock.release();
  });

  test.each(['', '{"pid"', 'null', '{}'])('whose file says nothing (%j) is taken over', async (content) => {
    await writeFile(lockFile(), content);
    takeDataLock(directory).release();
  });

  test('of another machine cannot be judged from here and is refused, with the way out', async () => {
    await leaveLock({ host: 'elsewhere' });
    expect(() => takeDataLock(directory)).toThrow(/auf elsewhere.*löschen Sie die Datei .*portal\.lock/);
  });

  test('of another container cannot be judged from here and is refused', async () => {
    await leaveLock({ pidNamespace: 'pid:[1]', pid: 2 ** 22 + 1 });
    expect(() => takeDataLock(directory)).toThrow(DataDirectoryInUse);
  });

  test('that another process took over meanwhile is not released by the first one', async () => {
    const lock = takeDataLock(directory);
    await leaveLock({ host: hostname(), pid: 1 });
    lock.release();
    expect(existsSync(lockFile())).toBe(true);
  });

  test('leaves no other files behind', async () => {
    await leaveLock({ pid: 2 ** 22 + 1 });
    takeDataLock(directory).release();
    expect(await readdir(directory)).toEqual([]);
  });
});

test('a directory that cannot be written is told in German, with the mend', async () => {
  const file = path.join(directory, 'a-file');
  await writeFile(file, '');
  const take = () => takeDataLock(path.join(file, 'data'));
  expect(take).toThrow(StartupProblem);
  expect(take).toThrow(/kann nicht angelegt oder beschrieben werden \(ENOTDIR\).*Schreibrechte/);
});

test('a second process is refused; after a crash of the first one it gets in', async () => {
  const other = await startSecondProcess(await buildSecondProcess(), { takeDataLock: directory });
  expect(other.report).toEqual({ isDone: true });
  expect(() => takeDataLock(directory)).toThrow(`Prozess ${other.process.pid}`);

  await other.kill();
  expect(existsSync(lockFile())).toBe(true);
  takeDataLock(directory).release();
});

test('a second process that ends properly leaves the directory free', async () => {
  const other = await startSecondProcess(await buildSecondProcess(), { takeDataLock: directory });
  await other.end();
  expect(existsSync(lockFile())).toBe(false);
});

function lockFile(): string {
  return path.join(directory, 'portal.lock');
}

/** A lock as this process would have left it, but for `change`. */
async function leaveLock(change: Record<string, unknown>): Promise<void> {
  const lock = existsSync(lockFile()) ? null : takeDataLock(directory);
  const holder = await readHolder();
  lock?.release();
  await writeFile(lockFile(), JSON.stringify({ ...holder, ...change }));
}

async function readHolder(): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(lockFile(), 'utf8')) as Record<string, unknown>;
}
