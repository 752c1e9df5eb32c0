import net from 'node:net';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asActor, asReader } from '#db/as-actor';
import { openDatabase, setCurrentDatabase } from '#db/connection';
import { collectToday } from '~/today/store';
import { anActor, aProviderActor } from '../support/actors';
import { openTestDatabase, type TestDatabase } from '../support/database';

/**
 * Counts how often somebody waits for the database: a proxy between pool and server
 * counts a trip when the client speaks after the server has answered. Each answer is
 * held back a little, so that what is sent without waiting is seen as one trip.
 */
const holdBackMillis = 20;

let prepared: TestDatabase;
let proxy: net.Server;
let trips = 0;
let proxied: string;

beforeAll(async () => {
  prepared = await openTestDatabase();
  const behind = new URL(prepared.url ?? '');
  proxy = net.createServer((client) => {
    const upstream = net.connect(Number(behind.port || 5432), behind.hostname);
    let isAnswered = true;
    client.on('data', (data) => {
      if (isAnswered) trips += 1;
      isAnswered = false;
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      setTimeout(() => {
        isAnswered = true;
        client.write(data);
      }, holdBackMillis);
    });
    client.on('close', () => upstream.end()).on('error', () => undefined);
    upstream.on('close', () => client.end()).on('error', () => undefined);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const front = new URL(behind);
  front.hostname = '127.0.0.1';
  front.port = String((proxy.address() as net.AddressInfo).port);
  proxied = front.href;
});

afterAll(async () => {
  await new Promise((resolve) => proxy.close(resolve));
  await prepared.discard();
});

async function tripsOf(work: () => Promise<unknown>): Promise<number> {
  await work(); // the first time also connects
  trips = 0;
  await work();
  return trips;
}

async function whileOpen(isPipelined: boolean, work: () => Promise<void>): Promise<void> {
  const database = await openDatabase({ url: proxied, poolSize: 1, isPipelined });
  setCurrentDatabase(database);
  try {
    await work();
  } finally {
    setCurrentDatabase(null);
    await database.close();
  }
}

const actor = anActor('teamLead');
const one = sql`select 1`;

test('acting as somebody costs one trip more than the bare query', async () => {
  const pool = new pg.Pool({ connectionString: proxied, max: 1 });
  const bare = await tripsOf(() => pool.query('select 1'));
  await pool.end();
  expect(bare).toBe(1);

  await whileOpen(true, async () => {
    expect(await tripsOf(() => asActor(actor, (tx) => one.execute(tx)))).toBe(2);
    expect(await tripsOf(() => asReader(actor, (tx) => one.execute(tx)))).toBe(2);
  });
});

test('queries that do not need each other share a trip', async () => {
  await whileOpen(true, async () => {
    const five = () => asReader(actor, (tx) => Promise.all([1, 2, 3, 4, 5].map(() => one.execute(tx))));
    expect(await tripsOf(five)).toBe(2);
  });
});

test.each([anActor('caseworker'), anActor('teamLead'), anActor('districtOfficer'), aProviderActor('first')])(
  'the start page of $displayName asks all its questions in one trip',
  async (reader) => {
    await whileOpen(true, async () => {
      const page = () => asReader(reader, (tx) => collectToday(tx, reader, '2026-06-15'));
      expect(await tripsOf(page)).toBe(2);
    });
  },
);

test('without the pipeline the same work takes a trip for each message', async () => {
  await whileOpen(false, async () => {
    expect(await tripsOf(() => asReader(actor, (tx) => one.execute(tx)))).toBe(3);
  });
});
