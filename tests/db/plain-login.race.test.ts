import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import { currentDatabase, type Database, openDatabase, setCurrentDatabase } from '#db/connection';
import { StartupProblem } from '#db/startup-problem';
import { anActor, authorities } from '../support/actors';
import { createDatabase } from '../support/database';
import { databaseUrl, onServer } from '../support/postgres-server';

/** Production seldom gives a superuser: a login that owns its database and no more. */
const server = process.env.TEST_DATABASE_URL ?? '';
const login = `portal_test_${randomUUID().slice(0, 8)}`;
const password = randomUUID();
const portalRoles = 'portal_owner, portal_login, portal_app, portal_provider, portal_auth';

let ownDatabase: string;
let database: Database | undefined;

beforeAll(async () => {
  await onServer(server, `create role ${login} login password '${password}'`);
  ownDatabase = await createDatabase(server);
  await onServer(server, `alter database ${ownDatabase} owner to ${login}`);
});

afterAll(async () => {
  setCurrentDatabase(null);
  await database?.close();
  await onServer(server, `drop database if exists ${ownDatabase} with (force)`);
  await onServer(server, `drop role ${login}`);
});

function loginUrl(name: string, secret = password): string {
  const url = new URL(databaseUrl(server, name));
  url.username = login;
  url.password = secret;
  return url.href;
}

async function problemOf(url: string): Promise<string> {
  const fault: unknown = await openDatabase({ url }).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(StartupProblem);
  return (fault as StartupProblem).message;
}

test('a login that may neither create roles nor become them is told what it lacks', async () => {
  const name = await createDatabase(server);
  onTestFinished(() => onServer(server, `drop database ${name} with (force)`));
  const message = await problemOf(loginUrl(name));
  expect(message).toMatch(/fehlen Rechte.*CREATEROLE.*Eigentümer der Datenbank/);
  expect(message).not.toContain(password);
});

test('a database that does not exist', async () => {
  expect(await problemOf(loginUrl('portal_test_nowhere'))).toMatch(
    /portal_test_nowhere gibt es nicht.*createdb/,
  );
});

test('with the roles given to it, it prepares the database and works as well as a superuser', async () => {
  await onServer(server, `grant ${portalRoles} to ${login}`);
  database = await openDatabase({ url: loginUrl(ownDatabase) });
  setCurrentDatabase(database);

  await asOwner((tx) =>
    tx
      .insertInto('authority')
      .values(Object.values(authorities).map((authority) => ({ ...authority, state: 'SN' })))
      .execute(),
  );
  const visible = await asReader(anActor('teamLead'), (tx) =>
    tx.selectFrom('authority').select('id').execute(),
  );
  expect(visible).toEqual([{ id: authorities.own.id }]);
});

test('its sessions have no power between transactions either', async () => {
  const bare = currentDatabase().transact('begin', (tx) => tx.selectFrom('authority').select('id').execute());
  await expect(bare).rejects.toMatchObject({ code: '42501' });

  const actor = anActor('districtOfficer');
  await asActor(actor, (tx) => tx.selectFrom('measure').select('id').execute());
  const who = await currentDatabase().transact('begin', (tx) =>
    sql<{ me: string }>`select current_user::text as me`.execute(tx),
  );
  expect(who.rows).toEqual([{ me: 'portal_login' }]);
});
