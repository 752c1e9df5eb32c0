import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asOwner } from '#db/as-actor';
import { type Database, openDatabase, setCurrentDatabase } from '#db/connection';
import { DataDirectoryInUse } from '#db/data-lock';
import { openEmbedded } from '#db/pglite';
import { isOnPostgres, migratedDump } from '../support/database';

/** The embedded database in a directory; it is the same wherever the other tests run. */
let dataDirectory: string;
let opened: Database | null = null;

beforeAll(async () => {
  dataDirectory = await mkdtemp(path.join(tmpdir(), 'portal-data-'));
});

afterAll(async () => {
  setCurrentDatabase(null);
  await opened?.close();
  await rm(dataDirectory, { recursive: true, force: true });
});

test('what was written is there after closing and opening again; meanwhile nobody else gets in', async () => {
  opened = await openDatabase({
    dataDirectory,
    initialDump: isOnPostgres ? undefined : await migratedDump(),
  });
  setCurrentDatabase(opened);
  await asOwner((tx) => tx.insertInto('authority').values({ name: 'Landkreis', state: 'SN' }).execute());

  await expect(openDatabase({ dataDirectory })).rejects.toBeInstanceOf(DataDirectoryInUse);
  await expect(openEmbedded(dataDirectory)).rejects.toBeInstanceOf(DataDirectoryInUse);

  await opened.close();
  expect(existsSync(path.join(dataDirectory, 'portal.lock'))).toBe(false);

  opened = await openDatabase({ dataDirectory });
  setCurrentDatabase(opened);
  expect(await asOwner((tx) => tx.selectFrom('authority').select('name').execute())).toEqual([
    { name: 'Landkreis' },
  ]);
});
