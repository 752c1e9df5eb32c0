import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, type Transaction } from 'kysely';
import pg from 'pg';
import { explainConnectionProblem } from './connection-problem';
import { ActorDialect, runPipelined } from './driver';
import { migrate, whileOthersWait } from './migrate';
import { migrations } from './migrations';
import { openEmbedded } from './pglite';
import { type Power, prepareRoles } from './roles';
import { StartupProblem } from './startup-problem';
import type { Tables } from './tables';
import { typeParsers } from './types';

export interface DatabaseOptions {
  /** PostgreSQL. Without it the embedded PGlite is used. */
  readonly url?: string;
  /** Where PGlite keeps its data; without it everything stays in memory. */
  readonly dataDirectory?: string;
  /** PGlite only: start from this dump of a data directory. */
  readonly initialDump?: Blob;
  /** PostgreSQL only; PGlite has one session. */
  readonly poolSize?: number;
  /** False sends every message only after the answer to the one before. */
  readonly isPipelined?: boolean;
  /** An idle connection broke (server restarted, network); the pool replaces it by itself. */
  readonly onConnectionLost?: (error: Error) => void;
}

export interface Database {
  readonly kind: 'pglite' | 'postgres';
  /**
   * Runs `work` in one transaction that `opening` begins. Callers are in as-actor.ts;
   * whatever an opening does not ask for, the session has no right to.
   */
  transact<T>(opening: string, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** Opens a transaction past row-level security. */
  readonly ownerOpening: string;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  /** PGlite only: the whole data directory as a tar archive, e.g. for `initialDump`. */
  readonly dump?: () => Promise<Blob>;
  close(): Promise<void>;
}

const statementTimeout = '30s';
const idleInTransactionTimeout = '60s';
const connectionTimeoutMillis = 10_000;

/**
 * Connects, creates roles, brings the schema up to date, and from then on works
 * with sessions that have no right of their own.
 *
 * Throws `StartupProblem` with a German message where the surroundings are at fault.
 */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  return options.url === undefined ? openPglite(options) : openPostgres(options.url, options);
}

async function openPglite(options: DatabaseOptions): Promise<Database> {
  const embedded = await openEmbedded(options.dataDirectory, options.initialDump);
  try {
    const power = await prepare(new pg.Client(embedded.connection()));
    // One session that never ends: neither more connections nor an idle timeout.
    const pool = openPool({ ...embedded.connection(), max: 1, idleTimeoutMillis: 0 }, power, options);
    return {
      ...assemble('pglite', pool, power, () => embedded.close()),
      // Compressing would stop everything else for seconds.
      dump: () => embedded.pglite.dumpDataDir('none'),
    };
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

async function openPostgres(url: string, options: DatabaseOptions): Promise<Database> {
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new StartupProblem(
      'DATABASE_URL ist keine Adresse einer PostgreSQL-Datenbank. ' +
        'Geben Sie sie in der Form postgres://benutzer:passwort@rechner:5432/datenbank an.',
    );
  }
  const address = { connectionString: url, application_name: 'massnahmenportal' };
  const power = await prepare(new pg.Client({ ...address, connectionTimeoutMillis })).catch(
    (error: unknown) => {
      throw explainConnectionProblem(error, url);
    },
  );
  const pool = openPool({ ...address, max: options.poolSize ?? 10 }, power, options);
  return assemble('postgres', pool, power, () => Promise.resolve());
}

async function prepare(client: pg.Client): Promise<Power> {
  // A lost connection is reported by the query that waits for it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await whileOthersWait(client, async () => {
      const power = await prepareRoles(client);
      await migrate(client, migrations);
      return power;
    });
  } finally {
    await client.end();
  }
}

function openPool(config: pg.PoolConfig, power: Power, options: DatabaseOptions): pg.Pool {
  // The pool waits for it, although its type says that nothing comes back.
  const settle: (client: pg.ClientBase) => unknown = (client) =>
    client.query(
      // PGlite's only session may come back from a client that was thrown away.
      `rollback; ${power.drop}; set statement_timeout = '${statementTimeout}'; ` +
        `set idle_in_transaction_session_timeout = '${idleInTransactionTimeout}'; set timezone = 'UTC'; ` +
        // Policies look dear to the planner: compiling such a query takes seconds, running it milliseconds.
        'set jit = off; ' +
        // No disk has a moving head any more: else whole tables are read where an index would do.
        'set random_page_cost = 1.1',
    );
  const pool = new pg.Pool({
    ...config,
    pipeline: options.isPipelined ?? true,
    types: typeParsers,
    connectionTimeoutMillis,
    onConnect: settle,
  });
  // Without listeners a lost connection would end the process: the pool's is for idle ones, the
  // client's for one in use, whose loss the waiting query reports.
  pool.on('error', options.onConnectionLost ?? (() => undefined));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

function assemble(
  kind: Database['kind'],
  pool: pg.Pool,
  power: Power,
  afterwards: () => Promise<void>,
): Database {
  const openings = new AsyncLocalStorage<string>();
  const dialect = new ActorDialect(pool, openings);
  const kysely = new Kysely<Tables>({ dialect });
  return {
    kind,
    ownerOpening: power.ownerOpening,
    transact: (opening, work) => {
      if (openings.getStore() !== undefined) {
        // On PGlite, with its one session, it would wait for itself for ever.
        throw new Error('A transaction inside a transaction: hand tx on.');
      }
      return openings.run(opening, () =>
        kysely
          .transaction()
          .execute((tx) => (pool.options.pipeline ? runPipelined(tx, dialect, work) : work(tx))),
      );
    },
    ping: async () => {
      await pool.query('select 1');
    },
    close: async () => {
      await pool.end();
      await afterwards();
    },
  };
}

/** On globalThis: in development the bundler loads this module anew, the connection must stay one. */
const holder = globalThis as typeof globalThis & { portalDatabase?: Database | null };

export function setCurrentDatabase(database: Database | null): void {
  holder.portalDatabase = database;
}

/** The database of this process. Throws before it was opened and after it was closed. */
export function currentDatabase(): Database {
  if (!holder.portalDatabase) throw new Error('The database is not open.');
  return holder.portalDatabase;
}
