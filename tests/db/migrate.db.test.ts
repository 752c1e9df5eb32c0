import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { migrate } from '#db/migrate';
import { migrations } from '#db/migrations';
import { openEmbedded } from '#db/pglite';
import { prepareRoles } from '#db/roles';
import { StartupProblem } from '#db/startup-problem';
import { createDatabase, migratedDump } from '../support/database';
import { databaseUrl, onServer } from '../support/postgres-server';

let client: pg.Client;
let discard: () => Promise<void>;

beforeAll(async () => {
  ({ client, discard } = await openEmptyDatabase());
  await client.connect();
});

beforeEach(async () => {
  await client.query('drop schema public cascade; create schema public');
  await prepareRoles(client);
});

afterAll(async () => {
  await client.end();
  await discard();
});

const first = { name: '0001-first', sql: 'create table first (id uuid primary key)' };
const second = { name: '0002-second', sql: 'create table second (id uuid primary key)' };

test('an empty database gets every migration, in order; the second run does nothing', async () => {
  expect(await migrate(client, migrations)).toEqual(migrations.map(({ name }) => name));
  expect(await migrate(client, migrations)).toEqual([]);
});

test('what is created belongs to portal_owner', async () => {
  await migrate(client, [first]);
  const { rows } = await client.query<{ owner: string }>(
    `select distinct tableowner as owner from pg_tables where schemaname = 'public'`,
  );
  expect(rows).toEqual([{ owner: 'portal_owner' }]);
});

test('only what is new is applied', async () => {
  await migrate(client, [first]);
  expect(await migrate(client, [first, second])).toEqual(['0002-second']);
});

test('a schema that a newer program has changed is refused', async () => {
  await migrate(client, [first, second]);
  const start = migrate(client, [first]);
  await expect(start).rejects.toBeInstanceOf(StartupProblem);
  await expect(start).rejects.toThrow(/neueren Fassung.*„0002-second“/);
});

test('a migration that was changed after it landed is refused', async () => {
  await migrate(client, [first]);
  const start = migrate(client, [{ ...first, sql: `${first.sql} -- changed` }, second]);
  await expect(start).rejects.toThrow(/„0001-first“ ist in der Datenbank anders eingerichtet/);
  expect(await tableNames()).toEqual(['first', 'schema_migration']);
});

test('a migration that was put before one that landed is refused', async () => {
  await migrate(client, [second]);
  await expect(migrate(client, [first, second])).rejects.toThrow(/anders eingerichtet/);
});

test('a migration that fails leaves nothing of itself, and what came before it stays', async () => {
  const broken = { name: '0002-broken', sql: 'create table half (id uuid); select 1 / 0' };
  await expect(migrate(client, [first, broken])).rejects.toMatchObject({ code: '22012' });
  expect(await tableNames()).toEqual(['first', 'schema_migration']);
  expect(await migrate(client, [first, second])).toEqual(['0002-second']);
});

test('a migration may change rows, although security is forced for the owner', async () => {
  await migrate(client, migrations);
  const change = {
    name: '9999-data',
    sql: `insert into authority (name, state) values ('Landkreis', 'SN'); update authority set office = 'Amt'`,
  };
  await migrate(client, [...migrations, change]);
  await client.query(`begin; set local role portal_owner; select set_config('portal.upkeep', 'on', true)`);
  const { rows } = await client.query('select office from authority');
  await client.query('rollback');
  expect(rows).toEqual([{ office: 'Amt' }]);
});

test('preparing the roles a second time does no harm and changes nothing', async () => {
  const power = await prepareRoles(client);
  expect(await prepareRoles(client)).toEqual(power);
});

async function tableNames(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select tablename::text as name from pg_tables where schemaname = 'public' order by 1`,
  );
  return rows.map(({ name }) => name);
}

async function openEmptyDatabase(): Promise<{ client: pg.Client; discard: () => Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) {
    const embedded = await openEmbedded(undefined, await migratedDump());
    return { client: new pg.Client(embedded.connection()), discard: () => embedded.close() };
  }
  const name = await createDatabase(server);
  return {
    client: new pg.Client({ connectionString: databaseUrl(server, name) }),
    discard: () => onServer(server, `drop database ${name} with (force)`),
  };
}
