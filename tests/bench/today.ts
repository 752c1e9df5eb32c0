import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { asReader, type Tx } from '#db/as-actor';
import { loadExampleContracts } from '#db/example/contracts';
import { openDatabase, setCurrentDatabase } from '#db/connection';
import { loadExample } from '#db/example/load';
import { today as todayOf } from '~/clock';
import type { Actor } from '~/identity/actor';
import { refreshDemoPasswords } from '~/identity/demo-accounts';
import { findActor } from '~/identity/session';
import { createPortalServer } from '~/server';
import { behindTheGate } from '~/server/ask-routes';
import { readStaticFiles } from '~/server/static-files';
import { collectToday } from '~/today/store';
import { loadBuild, projectRoot } from '../support/build';
import { addAllocations } from './generated-allocations';
import { report, sideBySide } from './measure';
import { signIn } from './sign-in';

const many = 100_000;

/**
 * "Heute" of a caseworker and of a provider with 300 own ones among 100,000 allocations:
 * what one would ask by hand against the page's queries, and these against the page.
 * PostgreSQL where BENCH_DATABASE_URL names an empty database, else PGlite in memory.
 */
export async function* benchToday(): AsyncGenerator<string> {
  const url = process.env.BENCH_DATABASE_URL;
  const database = await openDatabase(url ? { url } : {});
  setCurrentDatabase(database);
  const build = await loadBuild();
  const today = todayOf();
  await loadExample(path.join(projectRoot, 'db/example/portfolio'));
  // Contracts bring the money that the generated ones hang on.
  await loadExampleContracts(today);
  const { password } = await refreshDemoPasswords();
  const server = createPortalServer({
    askRoutes: behindTheGate(build, 'production'),
    staticFiles: readStaticFiles(path.join(projectRoot, build.assetsBuildDirectory)),
    trustsProxy: false,
    isDevelopment: false,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  try {
    const people = await Promise.all(
      ['jobcenter', 'traeger'].map(async (name) => {
        const cookie = await signIn(base, `${name}@demo.example`, password);
        const actor = await findActor(cookie, 'bench', false);
        if (!actor) throw new Error('The session was not found.');
        return { cookie, actor };
      }),
    );
    const [caseworker, provider] = people;
    if (!caseworker || !provider?.actor.providerId) throw new Error('The example has no such accounts.');
    await addAllocations({
      tenantId: caseworker.actor.tenantId,
      caseworkerId: caseworker.actor.accountId,
      providerId: provider.actor.providerId,
      today,
      allocations: many,
    });
    for (const [name, { cookie, actor }, plainSql] of [
      ['caseworker', caseworker, plainOfCaseworker],
      ['provider', provider, plainOfProvider],
    ] as const) {
      const queries = {
        name: 'its queries',
        run: () => asReader(actor, (tx) => collectToday(tx, actor, today)),
      };
      const plain = {
        name: 'plain SQL',
        run: () => asReader(actor, (tx) => plainSql(tx, actor, today)),
      };
      const page = {
        name: 'page',
        run: async () => {
          const ask = () => fetch(base, { headers: { cookie } });
          // A connection that lay idle while the queries ran may be closed just when it is used again.
          const response = await ask().catch(ask);
          const text = await response.text();
          if (response.status !== 200 || !text.includes('Überfällig')) throw new Error('Wrong answer.');
          return text;
        },
      };
      const found = await queries.run();
      const title = `Heute of a ${name}, ${String(found?.rows.length ?? 0)} rows (${database.kind})`;
      const few = { rounds: 8, batch: 3 };
      yield `${title}: ${report(await sideBySide([plain, queries], few))}`;
      yield `${title}: ${report(await sideBySide([queries, page], few))}`;
    }
  } finally {
    server.close();
    server.closeAllConnections();
    setCurrentDatabase(null);
    await database.close();
  }
}

/**
 * As one would write it by hand: the own allocations that are near their end, unconfirmed or
 * reported on; and how many places of each contract nobody has today, which the page tells beside them.
 */
async function plainOfCaseworker(tx: Tx, actor: Actor, today: string): Promise<void> {
  await Promise.all([
    sql`
      select allocation.id, client.customer_number, allocation.starts, allocation.ends, report.id, report.state
      from client
        join allocation on allocation.tenant_id = client.tenant_id
          and allocation.participant_key = client.participant_key
        left join report on report.tenant_id = allocation.tenant_id and report.allocation_id = allocation.id
          and report.state = 'submitted'
      where client.tenant_id = ${actor.tenantId} and client.responsible_id = ${actor.accountId}
        and allocation.state = 'active'
        and (allocation.ends <= ${today}::date + 30 or allocation.confirmed_on is null or report.id is not null)
      order by allocation.ends limit 100`.execute(tx),
    sql`
      select place.contract_id, place.site_position, count(*) filter (where place.id not in (
          select place_id from allocation where tenant_id = ${actor.tenantId} and place_id is not null
            and state not in ('notStarted', 'declined')
            and ${today}::date between starts and coalesce(exited_on, ends))) as free
      from contract_place place
      where place.tenant_id = ${actor.tenantId} and ${today}::date between place.valid_from and place.valid_to
      group by place.contract_id, place.site_position`.execute(tx),
  ]);
}

/** The own participants with their last contact, as one would write it by hand. */
async function plainOfProvider(tx: Tx, actor: Actor): Promise<void> {
  await sql`
    select allocation.id, told.last_name, allocation.starts,
      (select max(day) from contact where contact.tenant_id = allocation.tenant_id
        and contact.allocation_id = allocation.id and outcome = 'held')
    from allocation
      join allocation_disclosure told on told.tenant_id = allocation.tenant_id and told.allocation_id = allocation.id
    where allocation.tenant_id = ${actor.tenantId} and allocation.provider_id = ${actor.providerId}
      and allocation.state = 'active'
    order by allocation.starts limit 100`.execute(tx);
}
