import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sql } from 'kysely';
import { asOwner, type Tx } from '#db/as-actor';
import { openDatabase, setCurrentDatabase } from '#db/connection';
import { readPortfolio } from '#db/example/read-portfolio';
import type { MeasureContent } from '~/portfolio/content';
import { runImport } from '~/portfolio/exchange/store/run-import';
import type { UploadedFile } from '~/portfolio/exchange/uploaded-file';
import { projectRoot } from '../support/build';
import { generatedMeasures } from './generated-measures';

const count = 5_000;
/** How often the memory is looked at, in files. */
const lookEvery = 500;
/** More than this between the first look and the highest one, and memory is not flat. */
const mostGrowthMb = 40;

/**
 * 5,000 generated measures through the import (reading, rules, comparison, audit), against
 * inserting the same rows, made ready beforehand, with one plain statement a table. Then
 * once more for the memory. PostgreSQL where BENCH_DATABASE_URL names an empty database.
 */
export async function* benchImport(): AsyncGenerator<string> {
  const url = process.env.BENCH_DATABASE_URL;
  const database = await openDatabase(url ? { url } : {});
  setCurrentDatabase(database);
  try {
    const models = await readPortfolio(path.join(projectRoot, 'db/example/portfolio'));
    const tenantId = await asOwner(async (tx) => {
      const authority = tx.insertInto('authority').values({ name: 'Messung', state: 'NI' });
      return (await authority.returning('id').executeTakeFirstOrThrow()).id;
    });
    const importAll = (files: Iterable<UploadedFile>, onBatch?: (done: number) => void) =>
      asOwner((tx) => {
        let done = 0;
        return runImport(tx, { tenantId, actor: null }, files, {
          onBatch: (outcomes) => onBatch?.((done += outcomes.length)),
        });
      });

    await importAll(generated(models, 200));
    await clear();
    const steps: string[] = [];
    const ours = await secondsOf(async () => {
      const counts = await importAll(generated(models, count), (done) => {
        if (done % 1_000 === 0) steps.push(String(done));
      });
      if (counts.new !== count) throw new Error(`Only ${counts.new} measures were imported.`);
    });
    yield `import (${database.kind}): ${String(count)} measures in ${ours.toFixed(1)} s, told at ${steps.join(', ')}`;

    const rows = await asOwner((tx) => allRows(tx));
    await clear();
    const plain = await secondsOf(() => asOwner((tx) => insertPlainly(tx, rows)));
    yield `import (${database.kind}): the same rows by plain inserts in ${plain.toFixed(1)} s | ratio ${(ours / plain).toFixed(2)}`;

    const again = await secondsOf(async () => {
      const counts = await importAll(generated(models, count));
      if (counts.unchanged !== count) throw new Error('A second import changed something.');
    });
    yield `import (${database.kind}): once more, all unchanged, in ${again.toFixed(1)} s`;

    await clear();
    const looks: number[] = [];
    const collectGarbage = exposedGarbageCollector();
    await importAll(generated(models, count), (done) => {
      if (done % lookEvery !== 0) return;
      collectGarbage();
      looks.push(process.memoryUsage().heapUsed / 1024 / 1024);
    });
    const [first = 0] = looks;
    const growth = Math.max(...looks) - first;
    yield `import (${database.kind}): heap ${first.toFixed(0)} MB after ${String(lookEvery)} measures, at most ${growth.toFixed(1)} MB more until ${String(count)}`;
    if (growth > mostGrowthMb) process.exitCode = 1;
  } finally {
    setCurrentDatabase(null);
    await database.close();
  }
}

/** The generated measures as the files somebody would send. */
function* generated(models: readonly MeasureContent[], howMany: number): Generator<UploadedFile> {
  for (const content of generatedMeasures(models, howMany)) {
    yield { name: `${content.slug}.json`, bytes: Buffer.from(JSON.stringify(content, null, 2)) };
  }
}

const tables = ['measure', 'measure_legal_basis', 'measure_site', 'measure_phase', 'audit_entry'] as const;

type RowsByTable = readonly { readonly table: (typeof tables)[number]; readonly json: string }[];

/** What the import wrote, whole. */
async function allRows(tx: Tx): Promise<RowsByTable> {
  const found: { table: (typeof tables)[number]; json: string }[] = [];
  for (const table of tables) {
    const { rows } = await sql<{ json: string }>`
      select coalesce(json_agg(t), '[]')::text as json from ${sql.table(table)} t`.execute(tx);
    found.push({ table, json: rows[0]?.json ?? '[]' });
  }
  return found;
}

async function insertPlainly(tx: Tx, rowsByTable: RowsByTable): Promise<void> {
  for (const { table, json } of rowsByTable) {
    await sql`insert into ${sql.table(table)}
      select * from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`.execute(tx);
  }
}

async function clear(): Promise<void> {
  await asOwner(async (tx) => {
    await tx.deleteFrom('measure').execute();
    await tx.deleteFrom('audit_entry').execute();
  });
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}

/** Without it a look would count what nobody needs any more. */
function exposedGarbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
