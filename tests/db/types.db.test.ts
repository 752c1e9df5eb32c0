import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { asOwner } from '#db/as-actor';
import { useTestDatabase } from '../support/database';

const zoneBefore = process.env.TZ;
// The zone in which the driver's own parsers move a day.
process.env.TZ = 'Europe/Berlin';
afterAll(() => {
  if (zoneBefore === undefined) delete process.env.TZ;
  else process.env.TZ = zoneBefore;
});

useTestDatabase({ empty: true });

async function read(expression: ReturnType<typeof sql>): Promise<unknown> {
  const { rows } = await asOwner((tx) => sql<{ value: unknown }>`select ${expression} as value`.execute(tx));
  return rows[0]?.value;
}

test.each([
  { what: 'a day stays the day', expression: sql`date '2019-12-01'`, value: '2019-12-01' },
  { what: 'a day sent as text stays the day', expression: sql`${'2019-12-01'}::date`, value: '2019-12-01' },
  { what: 'days in an array', expression: sql`array[date '2019-12-01', null]`, value: ['2019-12-01', null] },
  { what: 'no days', expression: sql`array[]::date[]`, value: [] },
  {
    what: 'a time without zone',
    expression: sql`timestamp '2019-12-01 00:30'`,
    value: '2019-12-01 00:30:00',
  },
  {
    what: 'a point in time is told in UTC',
    expression: sql`timestamptz '2019-12-01 00:30+01'`,
    value: '2019-11-30 23:30:00+00',
  },
  {
    what: 'points in time in an array',
    expression: sql`array[timestamptz '2019-12-01 00:30+01']`,
    value: ['2019-11-30 23:30:00+00'],
  },
  { what: 'cents are a number', expression: sql`18750000::bigint`, value: 18_750_000 },
  {
    what: 'the largest exact number',
    expression: sql`9007199254740991::bigint`,
    value: 9_007_199_254_740_991,
  },
  { what: 'cents in an array', expression: sql`array[1::bigint, null, -2]`, value: [1, null, -2] },
  { what: 'nothing', expression: sql`null::date`, value: null },
])('$what', async ({ expression, value }) => {
  expect(await read(expression)).toEqual(value);
});

test('a number that no JavaScript number holds exactly is refused, not rounded', async () => {
  await expect(read(sql`9007199254740993::bigint`)).rejects.toThrow('safe integers');
});
