import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, inject } from 'vitest';
import { asOwner } from '#db/as-actor';
import { type Database, type DatabaseOptions, openDatabase, setCurrentDatabase } from '#db/connection';
import { authorities, emailOf, everybody, providers } from './actors';
import { databaseUrl, onServer } from './postgres-server';

/** True where the tests run against PostgreSQL (TEST_DATABASE_URL), false on PGlite. */
export const isOnPostgres = Boolean(process.env.TEST_DATABASE_URL);

interface TestDatabaseOptions extends Pick<DatabaseOptions, 'isPipelined' | 'poolSize'> {
  /** Only the schema: no authorities, providers and accounts of actors.ts. */
  readonly empty?: boolean;
}

/**
 * Gives this test file a migrated database of its own, as the current database.
 * It has the two authorities, two providers and all accounts of actors.ts.
 */
export function useTestDatabase({ empty = false, ...options }: TestDatabaseOptions = {}): void {
  let opened: TestDatabase | undefined;
  beforeAll(async () => {
    opened = await openTestDatabase(options);
    setCurrentDatabase(opened.database);
    if (!empty) await seedActors();
  });
  afterAll(async () => {
    setCurrentDatabase(null);
    await opened?.discard();
  });
}

export interface TestDatabase {
  readonly database: Database;
  /** Address on PostgreSQL, null on PGlite. */
  readonly url: string | null;
  discard(): Promise<void>;
}

/** For tests that hold several databases or open one in a special way. */
export async function openTestDatabase(
  options: Omit<TestDatabaseOptions, 'empty'> = {},
): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  // Projects without the global set-up (the browser's) migrate by themselves.
  const isPrepared = inject('migratedDump') !== undefined || inject('templateDatabase') !== undefined;
  if (!server) {
    const database = await openDatabase({
      ...options,
      ...(isPrepared && { initialDump: await migratedDump() }),
    });
    return { database, url: null, discard: () => database.close() };
  }
  const name = await createDatabase(server, isPrepared ? given(inject('templateDatabase')) : undefined);
  const url = databaseUrl(server, name);
  const database = await openDatabase({ ...options, url });
  return {
    database,
    url,
    discard: async () => {
      await database.close();
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

/** A new database on the test server, empty unless a template is named. */
export async function createDatabase(server: string, template = 'template0'): Promise<string> {
  const name = `portal_test_${randomUUID().slice(0, 8)}`;
  await onServer(server, `create database ${name} template ${template}`);
  return name;
}

/** A PGlite that was migrated once; starting from it is many times faster than from nothing. */
export async function migratedDump(): Promise<Blob> {
  return new Blob([new Uint8Array(await readFile(given(inject('migratedDump'))))]);
}

function given(value: string | undefined): string {
  if (value === undefined) throw new Error('tests/support/global-setup.ts did not run for this project.');
  return value;
}

/** The two authorities, two providers and all accounts of actors.ts. */
export async function seedActors(): Promise<void> {
  await asOwner(async (tx) => {
    await tx
      .insertInto('authority')
      .values(
        Object.values(authorities).map((authority) => ({ ...authority, is_fictional: true, state: 'SN' })),
      )
      .execute();
    await tx.insertInto('provider').values(Object.values(providers)).execute();
    await tx
      .insertInto('authority_provider')
      .values([
        { tenant_id: authorities.own.id, provider_id: providers.first.id },
        { tenant_id: authorities.own.id, provider_id: providers.second.id },
        { tenant_id: authorities.foreign.id, provider_id: providers.second.id },
      ])
      .execute();
    await tx
      .insertInto('account')
      .values(
        everybody.map((actor) => ({
          tenant_id: actor.tenantId,
          id: actor.accountId,
          provider_id: actor.providerId,
          email: emailOf(actor),
          display_name: actor.displayName,
        })),
      )
      .execute();
    await tx
      .insertInto('account_role')
      .values(
        everybody.flatMap((actor) =>
          actor.roles.map((role) => ({ tenant_id: actor.tenantId, account_id: actor.accountId, role })),
        ),
      )
      .execute();
  });
}
