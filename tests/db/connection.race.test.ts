import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { asActor, asReader } from '#db/as-actor';
import { openDatabase } from '#db/connection';
import { anActor, everybody } from '../support/actors';
import { createDatabase, useTestDatabase } from '../support/database';
import { databaseUrl, onServer } from '../support/postgres-server';
import { buildSecondProcess, startSecondProcess } from '../support/second-process';

/** Only a server with several sessions can show these: they do not exist on PGlite. */
const server = process.env.TEST_DATABASE_URL ?? '';

useTestDatabase({ poolSize: 10 });

const one = sql`select 1`;

test('600 transactions on ten connections keep their actors apart', async () => {
  const staff = everybody.filter((actor) => actor.providerId === null);
  const seen = await Promise.all(
    Array.from({ length: 600 }, async (_, number) => {
      const actor = staff[number % staff.length] ?? anActor('teamLead');
      const act = number % 3 === 0 ? asActor : asReader;
      const answer = await act(actor, async (tx) => {
        const { rows } = await sql<{ account: string; roles: string; authorities: string[] }>`
          select current_setting('portal.account') as account, current_setting('portal.roles') as roles,
            array(select id::text from authority) as authorities
          from pg_sleep(random() * 0.01)`.execute(tx);
        if (number % 7 === 0) throw new Error('every seventh fails');
        return rows[0];
      }).catch((error: unknown) => (error as Error).message);
      return { actor, number, answer };
    }),
  );

  const wrong = seen.filter(({ actor, number, answer }) =>
    number % 7 === 0
      ? answer !== 'every seventh fails'
      : JSON.stringify(answer) !==
        JSON.stringify({
          account: actor.accountId,
          roles: actor.roles.join(','),
          authorities: [actor.tenantId],
        }),
  );
  expect(wrong).toEqual([]);
});

test('queries of one transaction that are sent together are answered in their order', async () => {
  const answers = await asReader(anActor('teamLead'), (tx) =>
    Promise.all(
      Array.from({ length: 50 }, async (_, number) => {
        const { rows } = await sql<{ number: number }>`select ${number}::int as number`.execute(tx);
        return rows[0]?.number;
      }),
    ),
  );
  expect(answers).toEqual(Array.from({ length: 50 }, (_, number) => number));
});

test('timeouts are set: a hanging statement or a forgotten transaction ends by itself', async () => {
  const { rows } = await asReader(anActor('teamLead'), (tx) =>
    sql`select current_setting('statement_timeout') as statement,
      current_setting('idle_in_transaction_session_timeout') as idle`.execute(tx),
  );
  expect(rows).toEqual([{ statement: '30s', idle: '1min' }]);
});

test('a connection that breaks in a transaction is an error there and no harm to the next', async () => {
  const actor = anActor('teamLead');
  const broken = asActor(actor, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await onServer(server, `select pg_terminate_backend(${rows[0]?.pid ?? 0})`);
    await one.execute(tx);
  });
  await expect(broken).rejects.toThrow(/connection/);
  expect(await asReader(actor, (tx) => tx.selectFrom('authority').select('id').execute())).toHaveLength(1);
});

test('idle connections that the server ends are reported and replaced', async () => {
  const lost: Error[] = [];
  const url = databaseUrl(server, await currentName());
  const database = await openDatabase({ url, poolSize: 1, onConnectionLost: (error) => lost.push(error) });
  await database.ping();
  await onServer(
    server,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = '${new URL(url).pathname.slice(1)}' and application_name = 'massnahmenportal'`,
  );
  await expect.poll(() => lost.length).toBe(1);
  await database.ping();
  await database.close();
});

test('two processes and three openings at once prepare an empty database, once', async () => {
  const name = await createDatabase(server);
  onTestFinished(() => onServer(server, `drop database ${name} with (force)`));
  const url = databaseUrl(server, name);
  const program = await buildSecondProcess();

  const [first, second, ...here] = await Promise.all([
    startSecondProcess(program, { openDatabase: url }),
    startSecondProcess(program, { openDatabase: url }),
    openDatabase({ url }),
    openDatabase({ url }),
    openDatabase({ url }),
  ]);
  expect([first.report, second.report]).toEqual([{ isDone: true }, { isDone: true }]);
  await Promise.all([first.end(), second.end(), ...here.map((database) => database.close())]);
});

async function currentName(): Promise<string> {
  const { rows } = await asReader(anActor('teamLead'), (tx) =>
    sql<{ name: string }>`select current_database()::text as name`.execute(tx),
  );
  return rows[0]?.name ?? '';
}
