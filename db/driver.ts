import type { AsyncLocalStorage } from 'node:async_hooks';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresDialect,
  PostgresDriver,
  type PostgresPool,
  Transaction,
} from 'kysely';
import type pg from 'pg';

/**
 * The SQL that opens the transaction now being started, e.g.
 * `begin; set local role portal_app; select set_config(…)`.
 */
export type Openings = AsyncLocalStorage<string>;

/**
 * Kysely's driver for PostgreSQL, whose every transaction belongs to somebody.
 *
 * The opening is sent and not awaited: the pool pipelines, so it travels with
 * the first query and acting as somebody costs one round trip (the commit).
 * Should the opening fail, the transaction is aborted and the queries behind it
 * are refused; nothing runs with more rights than it should.
 */
class ActorDriver extends PostgresDriver {
  readonly #openings: Openings;
  readonly #begun = new WeakMap<DatabaseConnection, Promise<unknown>>();

  constructor(pool: PostgresPool, openings: Openings) {
    super({ pool });
    this.#openings = openings;
  }

  override beginTransaction(connection: DatabaseConnection): Promise<void> {
    const opening = this.#openings.getStore();
    if (opening === undefined) {
      return Promise.reject(new Error('A transaction without an actor: use asActor.'));
    }
    const begun = connection.executeQuery(CompiledQuery.raw(opening));
    // Commit and rollback report it; until then nobody listens.
    begun.catch(() => undefined);
    this.#begun.set(connection, begun);
    return Promise.resolve();
  }

  /**
   * `select 1` first: PostgreSQL answers the COMMIT of an aborted transaction
   * with ROLLBACK and no error, and the user would read "saved". So it is 25P02.
   */
  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#begun.get(connection);
    await connection.executeQuery(CompiledQuery.raw('select 1; commit'));
  }

  /** A connection that cannot even roll back is thrown away on release (`discardUnfinished`). */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
    // If the opening failed, that is the cause, not "current transaction is aborted".
    await this.#begun.get(connection);
  }
}

/**
 * A client that comes back inside an open transaction would hand its actor to
 * the next request. It is closed instead.
 */
function discardUnfinished(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => {
      const client = await pool.connect();
      const release = client.release.bind(client);
      client.release = (fault?: Error | boolean) => {
        release(fault ?? client.getTransactionStatus() !== 'I');
      };
      return client;
    },
    end: () => pool.end(),
  };
}

/**
 * Runs `work` with a transaction whose queries do not wait for each other, as Kysely's
 * own would: those started together (`Promise.all`) share a round trip. The database
 * still answers them in their order.
 */
export function runPipelined<Schema, T>(
  tx: Transaction<Schema>,
  dialect: Dialect,
  work: (tx: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  const executor = tx.getExecutor();
  return executor.provideConnection((connection) => {
    const atOnce = executor.withConnectionProvider({ provideConnection: async (use) => use(connection) });
    // The driver is asked for nothing: a transaction refuses to begin another one.
    const driver = dialect.createDriver();
    return work(new Transaction<Schema>({ config: { dialect }, dialect, driver, executor: atOnce }));
  });
}

export class ActorDialect extends PostgresDialect {
  readonly #pool: PostgresPool;
  readonly #openings: Openings;

  constructor(pool: pg.Pool, openings: Openings) {
    const guarded = discardUnfinished(pool);
    super({ pool: guarded });
    this.#pool = guarded;
    this.#openings = openings;
  }

  override createDriver(): Driver {
    return new ActorDriver(this.#pool, this.#openings);
  }
}
