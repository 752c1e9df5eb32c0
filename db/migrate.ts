import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Migration } from './migrations';
import { upkeep } from './roles';
import { StartupProblem } from './startup-problem';

/** "portal" as a number: whoever prepares this database holds this lock. */
const lockKey = 0x706f72;

/** Lets only one process at a time prepare the database; the others wait and then find it done. */
export async function whileOthersWait<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock($1)', [lockKey]);
  try {
    return await work();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey]);
  }
}

/**
 * Brings the schema up to date and returns the names of what was applied now.
 *
 * Forward only, each migration in a transaction of its own. Refused are a database
 * that a newer program has changed, and a migration that was edited after it landed:
 * both would end in a schema that nobody has ever tested.
 */
export async function migrate(client: pg.ClientBase, migrations: readonly Migration[]): Promise<string[]> {
  const landed = await asUpkeep(client, () => listLanded(client));
  refuseForeignSchema(landed, migrations);
  const pending = migrations.slice(landed.length);
  for (const migration of pending) {
    await asUpkeep(client, async () => {
      await client.query(migration.sql);
      await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [
        migration.name,
        fingerprint(migration),
      ]);
    });
  }
  return pending.map((migration) => migration.name);
}

interface Landed {
  readonly name: string;
  readonly sha256: string;
}

async function listLanded(client: pg.ClientBase): Promise<Landed[]> {
  const found = await client.query(
    `select from pg_catalog.pg_class where oid = to_regclass('public.schema_migration')`,
  );
  if (found.rowCount === 0) await client.query(journalSql);
  const { rows } = await client.query<Landed>('select name, sha256 from schema_migration order by position');
  return rows;
}

/** What landed must be the beginning of what this program knows, unchanged. */
function refuseForeignSchema(landed: readonly Landed[], migrations: readonly Migration[]): void {
  const unknown = landed.find(({ name }) => !migrations.some((migration) => migration.name === name));
  if (unknown) {
    throw new StartupProblem(
      `Die Datenbank wurde von einer neueren Fassung des Portals eingerichtet (unbekannter Schritt „${unknown.name}“). ` +
        'Starten Sie die neuere Fassung oder stellen Sie eine ältere Sicherung der Datenbank wieder her.',
    );
  }
  const changed = landed.find(({ name, sha256 }, index) => {
    const migration = migrations[index];
    return migration?.name !== name || fingerprint(migration) !== sha256;
  });
  if (changed) {
    throw new StartupProblem(
      `Der Schritt „${changed.name}“ ist in der Datenbank anders eingerichtet, als er im Programm steht. ` +
        'Stellen Sie die Datei unter db/migrations wieder her; Änderungen kommen in einen neuen Schritt.',
    );
  }
}

function fingerprint(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}

async function asUpkeep<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query(`begin; ${upkeep}`);
  try {
    const result = await work();
    await client.query('select 1; commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

const journalSql = `
create table schema_migration (
  position integer generated always as identity primary key,
  name text not null constraint schema_migration_name_once unique,
  sha256 text not null,
  applied_at timestamptz not null default now()
);
alter table schema_migration enable row level security;
alter table schema_migration force row level security;
create policy upkeep on schema_migration to portal_owner
  using ((select current_setting('portal.upkeep', true)) = 'on')
  with check ((select current_setting('portal.upkeep', true)) = 'on')`;
