import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { asOwner, type Tx } from '#db/as-actor';
import { openDatabase, setCurrentDatabase } from '#db/connection';
import { emptyContent } from '~/portfolio/content';
import { projectRoot } from '../support/build';
import { databaseUrl, onServer } from '../support/postgres-server';

const requests = 200;
const servers = 2;
const today = '2026-03-02';
const gotIt = 202;
const password = 'Bench fuer den letzten Platz';

/**
 * 200 caseworkers' requests at once for one last place, half of them to each of two server
 * processes on one PostgreSQL: one may get it, all others must read that it is gone.
 */
export async function* benchLastPlace(): AsyncGenerator<string> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) {
    yield 'last place: needs two server processes on one PostgreSQL; set TEST_DATABASE_URL';
    return;
  }
  const name = `portal_bench_${randomUUID().slice(0, 8)}`;
  await onServer(server, `create database ${name} template template0`);
  const url = databaseUrl(server, name);
  const portals: Portal[] = [];
  try {
    portals.push(await startServer(url));
    const { clients, warmUp, slug } = await withDatabase(url, () => asOwner(insertLastPlace));
    while (portals.length < servers) portals.push(await startServer(url));
    const cookies = await Promise.all(portals.map(({ base }) => signIn(base)));
    const send = (index: number, clientId: string, contractId: string, measure: string) => {
      const portal = portals[index % servers];
      if (!portal) throw new Error('There is no server.');
      return post(portal.base, cookies[index % servers] ?? '', { clientId, contractId, measure });
    };
    // The first paper of a process takes long: its fonts are read.
    for (const [index, clientId] of warmUp.clients.entries()) {
      const { status } = await send(index, clientId, warmUp.contractId, warmUp.slug);
      if (status !== gotIt) throw new Error(`The warm-up was refused: ${String(status)}`);
    }
    const startedAt = performance.now();
    const answers = await Promise.all(
      clients.ids.map((clientId, index) => send(index, clientId, clients.contractId, slug)),
    );
    const total = performance.now() - startedAt;
    yield report(answers, total, await deadlocksOf(server, name));
    const won = answers.filter(({ status }) => status === gotIt).length;
    const refused = answers.filter(({ isClear }) => isClear).length;
    if (won !== 1 || refused !== requests - 1) process.exitCode = 1;
  } finally {
    await Promise.all(portals.map((portal) => portal.stop()));
    await onServer(server, `drop database ${name} with (force)`);
  }
}

interface Answer {
  readonly status: number;
  /** Refused with the sentence that people read. */
  readonly isClear: boolean;
  readonly ms: number;
}

function report(answers: readonly Answer[], total: number, deadlocks: number): string {
  const times = answers.map(({ ms }) => ms).sort((one, other) => one - other);
  const at = (share: number) => `${(times[Math.ceil(share * times.length) - 1] ?? 0).toFixed(0)} ms`;
  const won = answers.filter(({ status }) => status === gotIt).length;
  const refused = answers.filter(({ isClear }) => isClear).length;
  const others = answers.length - won - refused;
  return (
    `last place (postgres, ${servers} processes): ${requests} requests at once, ${won} got it, ` +
    `${refused} clear refusals, ${others} other answers, ${deadlocks} deadlocks; all answered in ` +
    `${total.toFixed(0)} ms, median ${at(0.5)}, 95 % ${at(0.95)}, slowest ${at(1)}`
  );
}

/** As a browser with script sends the form: a redirect comes as 202 with its address inside. */
async function post(
  base: string,
  cookie: string,
  { clientId, contractId, measure }: { clientId: string; contractId: string; measure: string },
): Promise<Answer> {
  const startedAt = performance.now();
  const response = await fetch(`${base}/zuweisungen/neu.data?kundin=${clientId}&massnahme=${measure}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: base, cookie },
    body: new URLSearchParams({
      spot: `ort_${contractId}_1`,
      starts: '02.03.2026',
      ends: '31.08.2026',
      reason: 'Tagesablauf ordnen',
      purpose: 'Hilfe im Alltag',
      'needs.housing': 'on',
      shownAt: '2026-01-01T00:00:00Z',
    }),
  });
  const text = await response.text();
  const isClear = response.status === 409 && text.includes('Der Platz wurde soeben vergeben.');
  return { status: response.status, isClear, ms: performance.now() - startedAt };
}

interface Portal {
  readonly base: string;
  stop(): Promise<void>;
}

/** The portal as `npm start` runs it, in a process of its own. */
async function startServer(url: string): Promise<Portal> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: projectRoot,
    env: {
      PATH,
      HOME,
      PORT: '0',
      DATABASE_URL: url,
      PORTAL_DEMO: '1',
      PORTAL_DEMO_PASSWORD: password,
      PORTAL_TODAY: today,
    } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const base = await addressOf(child);
  return {
    base,
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /Das Portal läuft: (\S+)/.exec(printed)?.[1];
      if (address) resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('close', () => reject(new Error(`The portal did not start:\n${printed}`)));
  });
}

async function signIn(base: string): Promise<string> {
  const response = await fetch(`${base}/anmelden`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: base },
    body: new URLSearchParams({ email: 'jobcenter@demo.example', password }),
  });
  const [cookie] = response.headers.getSetCookie();
  if (!cookie) throw new Error(`Sign-in failed: ${String(response.status)}`);
  return cookie.split(';')[0] ?? '';
}

async function withDatabase<T>(url: string, work: () => Promise<T>): Promise<T> {
  const database = await openDatabase({ url });
  setCurrentDatabase(database);
  try {
    return await work();
  } finally {
    setCurrentDatabase(null);
    await database.close();
  }
}

async function deadlocksOf(server: string, name: string): Promise<number> {
  return withDatabase(databaseUrl(server, name), async () => {
    const { rows } = await asOwner((tx) =>
      sql<{ deadlocks: string }>`select deadlocks from pg_stat_database where datname = ${name}`.execute(tx),
    );
    return Number(rows[0]?.deadlocks ?? 0);
  });
}

/** One place and 200 people with a check for it; and a contract to warm up with. */
async function insertLastPlace(tx: Tx) {
  const handler = await tx
    .selectFrom('account')
    .where('email', '=', 'jobcenter@demo.example')
    .select(['id', 'tenant_id', 'display_name'])
    .executeTakeFirstOrThrow();
  const last = await insertContract(tx, handler.tenant_id, 'letzter-platz', 1);
  const first = await insertContract(tx, handler.tenant_id, 'zum-warmwerden', servers);
  const ids = await insertClients(tx, handler, last.measureId, requests, 1);
  const warm = await insertClients(tx, handler, first.measureId, servers, requests + 1);
  return {
    slug: 'letzter-platz',
    clients: { ids, contractId: last.contractId },
    warmUp: { clients: warm, contractId: first.contractId, slug: 'zum-warmwerden' },
  };
}

async function insertContract(tx: Tx, tenantId: string, slug: string, places: number) {
  const of = { tenant_id: tenantId };
  const measure = await tx
    .insertInto('measure')
    .values({
      ...of,
      slug,
      title: slug,
      kind: 'massnahme',
      search_text: slug,
      source: 'null',
      content: JSON.stringify({ ...emptyContent(slug, slug), legalBases: ['§ 16a Nr. 3 SGB II'] }),
      state: 'running',
      intake: 'open',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const [product, source, provider] = await Promise.all([
    tx.selectFrom('budget_product').where('tenant_id', '=', tenantId).select('id').executeTakeFirstOrThrow(),
    tx.selectFrom('funding_source').where('tenant_id', '=', tenantId).select('id').executeTakeFirstOrThrow(),
    tx
      .selectFrom('authority_provider')
      .where('tenant_id', '=', tenantId)
      .select('provider_id as id')
      .executeTakeFirstOrThrow(),
  ]);
  const term = { term_start: '2026-01-01', term_end: '2026-12-31', runs_until: '2026-12-31' };
  const contract = await tx
    .insertInto('contract')
    .values({
      ...of,
      ...term,
      number: `Bench ${slug}`,
      measure_id: measure.id,
      provider_id: provider.id,
      state: 'signed',
      price_model: 'monthlyFixed',
      price_cents: 100_000,
      product_id: product.id,
      funding_source_id: source.id,
      signed_on: '2026-01-01',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const key = { ...of, contract_id: contract.id };
  await tx
    .insertInto('contract_site')
    .values({ ...key, position: 1, name: 'Hauptstelle', places })
    .execute();
  await tx
    .insertInto('contract_place')
    .values(
      Array.from({ length: places }, (_, index) => ({
        ...key,
        site_position: 1,
        no: index + 1,
        valid_from: term.term_start,
        valid_to: term.term_end,
      })),
    )
    .execute();
  await tx
    .insertInto('contract_measure')
    .values({
      ...key,
      measure_id: measure.id,
      title: slug,
      is_component: false,
      unit: 'place',
      reports_absence: false,
    })
    .execute();
  return { measureId: measure.id, contractId: contract.id };
}

async function insertClients(
  tx: Tx,
  handler: { readonly id: string; readonly tenant_id: string; readonly display_name: string },
  measureId: string,
  count: number,
  firstNumber: number,
): Promise<string[]> {
  const of = { tenant_id: handler.tenant_id };
  const site = await tx
    .selectFrom('jobcenter_site')
    .where('tenant_id', '=', handler.tenant_id)
    .select('id')
    .executeTakeFirstOrThrow();
  const numbers = Array.from({ length: count }, (_, index) => firstNumber + index);
  const rows = await tx
    .insertInto('client')
    .values(
      numbers.map((number) => ({
        ...of,
        customer_number: `999X${String(number).padStart(6, '0')}`,
        site_id: site.id,
        responsible_id: handler.id,
      })),
    )
    .returning('id')
    .execute();
  const ids = rows.map(({ id }) => id);
  await tx
    .insertInto('client_profile')
    .values(
      ids.map((client_id, index) => ({
        ...of,
        client_id,
        first_name: 'Bench',
        last_name: `Person ${String(index)}`,
        birth_date: '1990-05-04',
        household_number: `99999BG${String(firstNumber + index).padStart(7, '0')}`,
        is_household_lead: true,
      })),
    )
    .execute();
  await tx
    .insertInto('client_need')
    .values(
      ids.map((client_id) => ({
        ...of,
        client_id,
        need_key: 'housing',
        need_group: 'circumstances' as const,
        noted_on: '2026-02-01',
      })),
    )
    .execute();
  await tx
    .insertInto('access_check')
    .values(
      ids.map((client_id) => ({
        ...of,
        client_id,
        measure_id: measureId,
        checked_on: '2026-02-01',
        facts: '{}',
        findings: '[]',
        decision: 'eligible' as const,
        needs_consent: false,
        created_by: handler.id,
        created_by_name: handler.display_name,
      })),
    )
    .execute();
  return ids;
}
