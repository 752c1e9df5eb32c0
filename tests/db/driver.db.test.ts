import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ActorDialect } from '#db/driver';
import { openEmbedded } from '#db/pglite';
import { migratedDump } from '../support/database';

/** The driver by itself, without what db/connection.ts puts around it. */
let kysely: Kysely<Record<string, never>>;
let close: () => Promise<void>;

beforeAll(async () => {
  const url = process.env.TEST_DATABASE_URL;
  const embedded = url ? null : await openEmbedded(undefined, await migratedDump());
  const pool = new pg.Pool({
    ...(embedded ? embedded.connection() : { connectionString: url }),
    max: 1,
    onConnect: (client) => void client.query('rollback'),
  });
  kysely = new Kysely({ dialect: new ActorDialect(pool, new AsyncLocalStorage()) });
  close = async () => {
    await kysely.destroy();
    await embedded?.close();
  };
});

afterAll(() => close());

test('a transaction without an actor is refused before anything is sent', async () => {
  let reached = false;
  const bare = kysely.transaction().execute(() => {
    reached = true;
    return Promise.resolve();
  });
  await expect(bare).rejects.toThrow('use asActor');
  expect(reached).toBe(false);
});

test('a client that comes back inside an open transaction is not handed to the next one', async () => {
  await kysely.connection().execute(async (connection) => {
    await sql`begin`.execute(connection);
    await sql`select set_config('portal.tenant', 'of the one before', true)`.execute(connection);
  });
  const { rows } = await sql`select coalesce(current_setting('portal.tenant', true), '') as tenant`.execute(
    kysely,
  );
  expect(rows).toEqual([{ tenant: '' }]);
});
