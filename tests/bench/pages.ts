import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { sql } from 'kysely';
import { asOwner, asReader, type Tx } from '#db/as-actor';
import { currentDatabase, openDatabase, setCurrentDatabase } from '#db/connection';
import { loadExample } from '#db/example/load';
import { readPortfolio } from '#db/example/read-portfolio';
import { refreshDemoPasswords } from '~/identity/demo-accounts';
import { findActor } from '~/identity/session';
import type { MeasureContent } from '~/portfolio/content';
import { readFilter } from '~/portfolio/filters';
import { listMeasures } from '~/portfolio/store';
import { insertContents } from '~/portfolio/store/insert-contents';
import { createPortalServer } from '~/server';
import { behindTheGate } from '~/server/ask-routes';
import { readStaticFiles } from '~/server/static-files';
import { loadBuild, projectRoot } from '../support/build';
import { generatedMeasures } from './generated-measures';
import { report, sideBySide } from './measure';
import { signIn } from './sign-in';

/**
 * The list of measures as a page, as JSON and as its bare query; and `asActor`
 * against a bare query. Server and asker share one process, so the figures are
 * ratios, not a capacity. PostgreSQL where BENCH_DATABASE_URL names an empty
 * database, else PGlite in memory.
 */
export async function* benchPages(): AsyncGenerator<string> {
  const url = process.env.BENCH_DATABASE_URL;
  const database = await openDatabase(url ? { url } : {});
  setCurrentDatabase(database);
  const build = await loadBuild();
  await loadExample(path.join(projectRoot, 'db/example/portfolio'));
  const { password } = await refreshDemoPasswords();
  const server = createPortalServer({
    // The bundle has its own modules; it is handed the database this process opened.
    askRoutes: behindTheGate(build, 'production'),
    staticFiles: readStaticFiles(path.join(projectRoot, build.assetsBuildDirectory)),
    trustsProxy: false,
    isDevelopment: false,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  try {
    const cookie = await signIn(base, 'verwaltung@demo.example', password);
    const get = async (address: string, expected = 'Case-Manager') => {
      const response = await fetch(base + address, { headers: { cookie } });
      const text = await response.text();
      if (response.status !== 200 || !text.includes(expected)) throw new Error(`Wrong answer: ${address}`);
      return text;
    };
    const actor = await findActor(cookie, 'bench', false);
    if (!actor) throw new Error('The session was not found.');
    const { filter } = readFilter(new URLSearchParams());
    const list = () => asReader(actor, (tx) => listMeasures(tx, filter));

    const page = { name: 'page', run: () => get('/massnahmen') };
    const json = { name: 'JSON', run: () => get('/massnahmen.json') };
    const query = { name: 'its queries', run: list };
    const options = { rounds: 12, batch: 10 };
    const plain = { name: 'plain SQL', run: () => asReader(actor, plainList) };
    yield `list of measures (${database.kind}): ${report(await sideBySide([json, page], options))}`;
    yield `list of measures (${database.kind}): ${report(await sideBySide([query, page], options))}`;
    yield `one query (${database.kind}): ${report(
      await sideBySide(
        [
          { name: 'bare', run: () => currentDatabase().ping() },
          {
            name: 'asActor',
            run: () => asReader(actor, (tx) => tx.selectNoFrom((eb) => eb.lit(1).as('one')).execute()),
          },
        ],
        { rounds: 20, batch: 200 },
      ),
    )}`;

    await addMeasures(actor.tenantId);
    // The kept connection has grown cold meanwhile.
    await get('/massnahmen', '10025').catch(() => undefined);
    const longList = { name: 'page', run: () => get('/massnahmen', '10025 Maßnahmen') };
    const few = { rounds: 8, batch: 3 };
    yield `list of 10,000 measures (${database.kind}): ${report(await sideBySide([plain, query], few))}`;
    yield `list of 10,000 measures (${database.kind}): ${report(await sideBySide([query, longList], few))}`;
  } finally {
    server.close();
    server.closeAllConnections();
    setCurrentDatabase(null);
    await database.close();
  }
}

/** The first page and the count, as one would write them by hand: no facets, no search, no details. */
async function plainList(tx: Tx): Promise<void> {
  await sql`
    select m.slug, m.title, m.carrier_name, m.places_total, count(*) over () as all_of_them
    from measure m order by m.title collate de_icu, m.id limit 25`.execute(tx);
}

const many = 10_000;

async function addMeasures(tenantId: string): Promise<void> {
  const models = await readPortfolio(path.join(projectRoot, 'db/example/portfolio'));
  let batch: MeasureContent[] = [];
  for (const content of generatedMeasures(models, many)) {
    batch.push(content);
    if (batch.length < 200) continue;
    const full = batch;
    batch = [];
    await asOwner((tx) => insertContents(tx, { tenantId, sourceYear: 2013 }, full));
  }
  await asOwner((tx) => sql`analyze measure, measure_legal_basis, measure_site`.execute(tx));
}
