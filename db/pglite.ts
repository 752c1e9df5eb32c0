import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type pg from 'pg';
import { takeDataLock } from './data-lock';

/** The embedded PostgreSQL of the demo and of the tests. */
export interface Embedded {
  readonly pglite: PGlite;
  /** For a pg client or pool; each one reaches the same single session. */
  connection(): pg.PoolConfig;
  close(): Promise<void>;
}

/**
 * Opens PGlite in `<dataDirectory>/pglite`, or in memory without a directory.
 * Imported only when used: production on PostgreSQL does not load it.
 */
export async function openEmbedded(dataDirectory?: string, initialDump?: Blob): Promise<Embedded> {
  const lock = dataDirectory === undefined ? null : takeDataLock(dataDirectory);
  try {
    const [{ PGlite: Engine }, { createPgConfig }, ...modules] = await Promise.all([
      import('@electric-sql/pglite'),
      import('@electric-sql/pglite/node-postgres'),
      import('@electric-sql/pglite/contrib/btree_gist'),
      import('@electric-sql/pglite/contrib/pg_trgm'),
      import('@electric-sql/pglite/contrib/unaccent'),
    ]);
    const pglite = await Engine.create({
      dataDir: dataDirectory === undefined ? undefined : directoryFor(dataDirectory),
      extensions: Object.assign({}, ...modules),
      loadDataDir: initialDump,
    });
    return {
      pglite,
      connection: () => Object.assign({}, createPgConfig(pglite)),
      close: async () => {
        await pglite.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function directoryFor(dataDirectory: string): string {
  const directory = join(dataDirectory, 'pglite');
  mkdirSync(directory, { recursive: true });
  return directory;
}
