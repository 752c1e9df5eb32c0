import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '~/identity/actor';
import { asActor, asOwner, asSignIn, type Tx } from '#db/as-actor';
import { anActor, aProviderActor, everybody } from '../support/actors';
import { useTestDatabase } from '../support/database';
import { listKeys } from './catalogue';
import {
  everyWho,
  expectations,
  type Relation,
  relations,
  type Verb,
  verbs,
  type Who,
} from './matrix-expectations';
import { freshRow, groundwork, type Row, standingRow, standingRows } from './matrix-rows';

/**
 * Role × table × verb × whose row, over every table of the catalogue.
 *
 * Whoever matrix-expectations.ts does not list must be refused. That the refusal is
 * not a slip of the statement is shown by the owner, who runs the same one with success.
 */
useTestDatabase();

let primaryKeys: ReadonlyMap<string, readonly string[]>;
/** As `table.column`: what a key of any kind hangs on. */
let keyColumns: ReadonlySet<string>;

beforeAll(async () => {
  await asOwner(async (tx) => {
    const keys = await listKeys(tx);
    keyColumns = new Set(keys.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)));
    primaryKeys = new Map(keys.filter((key) => key.kind === 'p').map((key) => [key.table, key.columns]));
    for (const { table, row } of [...groundwork, ...everybody.flatMap(standingRows)]) {
      if ((await countOf(tx, table, row)) === 0) await insertion(table, row).execute(tx);
    }
  });
});

const cases = Object.keys(expectations).flatMap((table) => verbs.map((verb) => ({ table, verb })));

describe.each(cases)('$verb $table', ({ table, verb }) => {
  test('is let through for those listed and for nobody else', async () => {
    const reached: Record<Relation, Who[]> = { own: [], neighbour: [], foreign: [] };
    for (const relation of relations) {
      for (const who of everyWho) {
        if (await isLetThrough(who, relation, table, verb)) reached[relation].push(who);
      }
    }
    const expected = expectations[table]?.[verb];
    expect(sorted(reached)).toEqual(sorted(expected ?? { own: [], neighbour: [], foreign: [] }));
  });

  test('the statement itself is sound: the owner may', async () => {
    for (const relation of relations) {
      expect(await isLetThrough('owner', relation, table, verb)).toBe(true);
    }
  });
});

/** Without a where the policy for reading is not asked, so the one for writing must be as narrow. */
describe.each(cases.filter(({ verb }) => verb === 'update' || verb === 'delete'))(
  '$verb $table with a forgotten where',
  ({ table, verb }) => {
    test('reaches no row that could not be reached one by one', async () => {
      const rows = await asOwner(
        async (tx) => (await sql<Row>`select * from ${sql.table(table)}`.execute(tx)).rows,
      );
      for (const who of everyWho) {
        const all = await countReached(who, (tx) => write(tx, table, verb, rows[0] ?? {}, null));
        if (all === 0) continue;
        let oneByOne = 0;
        for (const row of rows) oneByOne += await countReached(who, (tx) => write(tx, table, verb, row, row));
        // Fewer only where something that hangs on one row holds back all of them.
        expect(all, who).toBeLessThanOrEqual(oneByOne);
      }
    });
  },
);

describe('secrets', () => {
  const secrets = [
    { table: 'account', column: 'password_hash' },
    { table: 'session', column: 'token_hash' },
    { table: 'one_time_link', column: 'token_hash' },
  ];

  test.each(secrets)('$table.$column is read at sign-in alone', async ({ table, column }) => {
    const read = (tx: Tx) => sql`select ${sql.ref(column)} from ${sql.table(table)}`.execute(tx);

    for (const actor of everybody) {
      await expect(asActor(actor, read)).rejects.toMatchObject({ code: '42501' });
    }
    expect((await asSignIn('test', read)).rows.length).toBeGreaterThan(0);
  });

  test('an administrator does not set passwords', async () => {
    const set = (tx: Tx) => sql`update account set password_hash = 'known'`.execute(tx);
    await expect(asActor(anActor('portalAdmin'), set)).rejects.toMatchObject({ code: '42501' });
  });
});

async function isLetThrough(
  who: Who | 'owner',
  relation: Relation,
  table: string,
  verb: Verb,
): Promise<boolean> {
  const holder = holderFor(who, relation);
  return (await countReached(who, (tx) => run(tx, table, verb, holder))) === 1;
}

/** Thrown to undo what was let through. */
class Undo extends Error {}

/** How many rows `statement` sees, adds or changes for this role; nothing of it stays. */
async function countReached(who: Who | 'owner', statement: (tx: Tx) => Promise<number>): Promise<number> {
  let rows = 0;
  const attempt = async (tx: Tx): Promise<never> => {
    rows = await statement(tx);
    throw new Undo();
  };
  try {
    if (who === 'owner') await asOwner(attempt);
    else if (who === 'signIn') await asSignIn('test', attempt);
    else await asActor(actorFor(who), attempt);
  } catch (error) {
    const code = (error as { code?: string }).code;
    // 23503: the policies let one row through, something that hangs on it held it back.
    if (code === '23503') return 1;
    if (!(error instanceof Undo) && code !== '42501') throw error;
  }
  return rows;
}

function actorFor(who: Exclude<Who, 'signIn'>): Actor {
  return who === 'provider' ? aProviderActor('first') : anActor(who);
}

function holderFor(who: Who | 'owner', relation: Relation): Actor {
  const actor = who === 'signIn' || who === 'owner' ? anActor('districtOfficer') : actorFor(who);
  if (relation === 'own') return actor;
  if (relation === 'foreign') return anActor('districtOfficer', { tenant: 'foreign' });
  return who === 'provider'
    ? aProviderActor('second')
    : anActor(who === 'teamLead' ? 'controller' : 'teamLead');
}

/** How many rows the statement saw, added or changed. */
async function run(tx: Tx, table: string, verb: Verb, holder: Actor): Promise<number> {
  const standing = standingRow(table, holder);
  switch (verb) {
    case 'select':
      return countOf(tx, table, standing);
    case 'insert': {
      const row = await grantedPart(tx, table, 'insert', freshRow(table, holder));
      return affected(await insertion(table, row).execute(tx));
    }
    case 'update':
    case 'delete':
      return write(tx, table, verb, standing, standing);
  }
}

/** Changes or deletes the row `which`, or with null all rows that the role reaches. */
async function write(tx: Tx, table: string, verb: Verb, values: Row, which: Row | null): Promise<number> {
  const where = which === null ? sql`` : sql`where ${isRow(table, which)}`;
  if (verb === 'delete') return affected(await sql`delete from ${sql.table(table)} ${where}`.execute(tx));
  const granted = Object.keys(await grantedPart(tx, table, 'update', values));
  const column = granted.find((name) => !keyColumns.has(`${table}.${name}`)) ?? granted[0] ?? '';
  const value = values[column];
  const change = sql`update ${sql.table(table)} set ${sql.ref(column)} = ${isJson(value) ? JSON.stringify(value) : value}`;
  return affected(await sql`${change} ${where}`.execute(tx));
}

function isJson(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function countOf(tx: Tx, table: string, row: Row): Promise<number> {
  const count = sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where ${isRow(table, row)}`;
  return (await count.execute(tx)).rows[0]?.n ?? 0;
}

function isRow(table: string, row: Row) {
  const key = primaryKeys.get(table) ?? [];
  return sql.join(
    key.map((column) => sql`${sql.ref(column)} = ${row[column]}`),
    sql` and `,
  );
}

function insertion(table: string, row: Row) {
  const columns = Object.keys(row);
  return sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    ${table === 'schema_migration' ? sql`overriding system value` : sql``}
    values (${sql.join(columns.map((column) => row[column]))})`;
}

/** The columns that the asking role has the right to; all of them if it has none, so that it is refused. */
async function grantedPart(tx: Tx, table: string, right: 'insert' | 'update', row: Row): Promise<Row> {
  const { rows } = await sql<{ column: string }>`
    select name as column from unnest(${Object.keys(row)}::text[]) as name
    where has_column_privilege(current_user, ${table}, name, ${right})`.execute(tx);
  const granted = new Set(rows.map(({ column }) => column));
  return granted.size === 0
    ? row
    : Object.fromEntries(Object.entries(row).filter(([name]) => granted.has(name)));
}

function affected(result: { readonly numAffectedRows?: bigint }): number {
  return Number(result.numAffectedRows ?? 0n);
}

function sorted(reach: Readonly<Record<Relation, readonly Who[]>>): Record<Relation, Who[]> {
  return {
    own: [...reach.own].sort(),
    neighbour: [...reach.neighbour].sort(),
    foreign: [...reach.foreign].sort(),
  };
}
