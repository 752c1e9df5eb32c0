import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#db/connection';
import { databaseUrl, onServer } from './postgres-server';

declare module 'vitest' {
  interface ProvidedContext {
    /** File with the dump of a migrated PGlite, for each test file to start from. */
    migratedDump?: string;
    /** Migrated database on the PostgreSQL of TEST_DATABASE_URL, for each test file to copy. */
    templateDatabase?: string;
  }
}

/** Runs once before all test files: migrates once, so that no file needs to. */
export default async function setUp(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) {
    project.provide('migratedDump', await migratedDump());
    return undefined;
  }
  const name = `portal_test_${randomUUID().slice(0, 8)}`;
  await onServer(url, `create database ${name}`);
  const database = await openDatabase({ url: databaseUrl(url, name) });
  // Nobody may be connected to a database while it is copied.
  await database.close();
  project.provide('templateDatabase', name);
  return () => onServer(url, `drop database if exists ${name} with (force)`);
}

/** Kept between runs until something changes that goes into it. */
async function migratedDump(): Promise<string> {
  const folder = path.resolve('node_modules/.cache/massnahmenportal');
  const file = path.join(folder, `migrated-${await fingerprintOfDb()}.tar`);
  if (existsSync(file)) return file;

  const database = await openDatabase();
  const dump = await database.dump?.();
  await database.close();
  if (!dump) throw new Error('PGlite gave no dump.');
  await mkdir(folder, { recursive: true });
  // Another project of the same run may be at it too: only a complete file gets the name.
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, Buffer.from(await dump.arrayBuffer()));
  await rename(draft, file);
  await removeOldDumps(folder);
  return file;
}

/** Not the young ones: a run of another state of db/ may be reading them. */
async function removeOldDumps(folder: string): Promise<void> {
  const anHourAgo = Date.now() - 3_600_000;
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const isOld = name.startsWith('migrated-') && (await stat(file)).mtimeMs < anHourAgo;
    if (isOld) await rm(file, { force: true });
  }
}

async function fingerprintOfDb(): Promise<string> {
  const inDb = await readdir('db', { recursive: true });
  const sources = inDb.filter((name) => name.endsWith('.ts')).map((name) => path.join('db', name));
  const hash = createHash('sha256');
  for (const name of ['package.json', ...sources.sort()]) hash.update(name).update(await readFile(name));
  return hash.digest('hex').slice(0, 16);
}
