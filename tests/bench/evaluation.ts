import { sql } from 'kysely';
import { asOwner, asReader, type Tx } from '#db/as-actor';
import { openDatabase, setCurrentDatabase } from '#db/connection';
import { findEvaluationPage } from '~/evaluation/find-page';
import type { Actor } from '~/identity/actor';
import { emptyContent } from '~/portfolio/content';
import { report, sideBySide } from './measure';

const tenant = 'a0000000-0000-4000-8000-000000000001';
const account = 'c0000000-0000-4000-8000-000000000101';
const measure = 'e0000000-0000-4000-8000-000000000001';
const contract = 'e0000000-0000-4000-8000-000000000002';
const today = '2026-06-01';
const slug = 'grosse-massnahme';

/** Times the plain counts that the page may cost: it counts more, under row-level security (docs/performance.md). */
const mostRatio = 4;

/**
 * The data of an evaluation page with 100,000 allocations of one measure at five sites over
 * five years, against the plain SQL of its counts. PostgreSQL where BENCH_DATABASE_URL names
 * an empty database, else PGlite in memory.
 */
export async function* benchEvaluation(): AsyncGenerator<string> {
  const url = process.env.BENCH_DATABASE_URL;
  const database = await openDatabase(url ? { url } : {});
  setCurrentDatabase(database);
  try {
    // A second run on the same database finds its rows there.
    if (!(await asOwner(hasRows))) await asOwner(generate);
    const what = `evaluation of 100,000 allocations (${database.kind})`;
    const pageOf = (role: Actor['roles'][number]) => () =>
      asReader(anActor(role), (tx) =>
        findEvaluationPage(tx, anActor(role), slug, new URLSearchParams('jahr=2025'), today),
      );
    await check(pageOf('controller'));
    const plain = { name: 'plain SQL', run: () => asOwner((tx) => plainCounts(tx, ['2024', '2025'])) };
    const exact = { name: 'exact page', run: pageOf('controller') };
    const few = { rounds: 8, batch: 1, warmUp: 2 };
    let timing = await sideBySide([plain, exact], few);
    yield `${what}, two years: ${report(timing)}, limit ${String(mostRatio)}`;
    if (timing[1].median > mostRatio * timing[0].median) {
      timing = await sideBySide([plain, exact], few);
      yield `${what}, second try: ${report(timing)}`;
      if (timing[1].median > mostRatio * timing[0].median) process.exitCode = 1;
    }
    const years = ['2021', '2022', '2023', '2024', '2025'];
    const plainAll = { name: 'plain SQL', run: () => asOwner((tx) => plainCounts(tx, years)) };
    const hidden = { name: 'protected page', run: pageOf('caseworker') };
    yield `${what}, proved over five years: ${report(await sideBySide([plainAll, hidden], few))}`;
  } finally {
    setCurrentDatabase(null);
    await database.close();
  }
}

async function hasRows(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('measure').where('id', '=', measure).select('id').executeTakeFirst();
  return row !== undefined;
}

/** The answer is looked at before it is timed. */
async function check(page: () => Promise<{ readonly records: unknown } | undefined>): Promise<void> {
  const found = JSON.stringify((await page())?.records ?? null);
  const { rows } = await asOwner((tx) =>
    sql<{ count: number }>`select count(*)::int as count from allocation
      where starts between '2025-01-01' and '2025-12-31'`.execute(tx),
  );
  const entries = new Intl.NumberFormat('de-DE').format(rows[0]?.count ?? 0);
  if (!found.includes(`"${entries}"`)) throw new Error(`The page does not say ${entries} entries.`);
}

/** What somebody would type to fill the tables of the page for these years, as the owner of the tables. */
async function plainCounts(tx: Tx, years: readonly string[]): Promise<void> {
  for (const year of years) {
    const [first, last] = [`${year}-01-01`, `${year}-12-31`];
    await Promise.all([
      sql`select s.name, count(*), sum(p.valid_to - p.valid_from) from contract_place p
        join contract_site s on s.contract_id = p.contract_id and s.position = p.site_position group by 1`.execute(
        tx,
      ),
      sql`select s.name, count(*) filter (where a.starts >= ${first}), count(*) filter (where a.exited_on <= ${last}),
          sum(least(coalesce(a.exited_on, a.ends), ${last}) - greatest(a.starts, ${first}) + 1),
          avg(a.exited_on - a.starts) filter (where a.exited_on <= ${last})
        from allocation a join contract_place p on p.id = a.place_id
          join contract_site s on s.contract_id = p.contract_id and s.position = p.site_position
        where a.measure_id = ${measure} and a.starts <= ${last} and (a.exited_on is null or a.exited_on >= ${first})
        group by 1`.execute(tx),
      sql`select exit_reason, count(*) from allocation
        where measure_id = ${measure} and exited_on between ${first} and ${last} group by 1`.execute(tx),
      sql`select n.need_group, count(distinct a.id), count(distinct a.id) filter (where n.progress = 'better'),
          count(distinct a.id) filter (where n.is_removed)
        from allocation a join allocation_need n on n.allocation_id = a.id
        where a.measure_id = ${measure} and a.exited_on between ${first} and ${last} group by 1`.execute(tx),
      sql`select r.target, count(distinct a.id), count(distinct a.id) filter (where r.has_arrived)
        from allocation a join referral r on r.allocation_id = a.id
        where a.measure_id = ${measure} and r.day between ${first} and ${last} group by 1`.execute(tx),
      sql`select c.outcome, count(*) from allocation a join contact c on c.allocation_id = a.id
        where a.measure_id = ${measure} and c.day between ${first} and ${last} group by 1`.execute(tx),
      sql`select count(*), count(*) filter (where r.submitted_on <= r.due_on)
        from allocation a join report r on r.allocation_id = a.id
        where a.measure_id = ${measure} and r.due_on between ${first} and ${last}`.execute(tx),
      sql`select settled_by, count(*) from allocation
        where measure_id = ${measure} and settled_on between ${first} and ${last} group by 1`.execute(tx),
    ]);
  }
}

function anActor(role: Actor['roles'][number]): Actor {
  return {
    accountId: account,
    sessionId: 'd0000000-0000-4000-8000-000000000101',
    displayName: 'Bench',
    tenantId: tenant,
    authorityName: 'Landkreis Probe',
    providerId: null,
    providerName: null,
    roles: [role],
    requestId: 'bench',
  };
}

/**
 * 1,000 places at each of five sites, twenty people one after the other on each of them, from 2021
 * to 2025; three needs, two contacts and a report for each, a referral for every second one.
 */
async function generate(tx: Tx): Promise<void> {
  const provider = 'b0000000-0000-4000-8000-000000000001';
  const site = 'e0000000-0000-4000-8000-000000000003';
  const product = 'e0000000-0000-4000-8000-000000000004';
  const source = 'e0000000-0000-4000-8000-000000000005';
  const content = JSON.stringify(emptyContent(slug, 'Große Maßnahme'));
  // What the triggers and keys would check one by one holds by construction.
  const unchecked = ['allocation', 'allocation_need', 'contact', 'report', 'referral'];
  for (const statement of [
    // No request waits for these rows.
    sql`set local statement_timeout = 0`,
    sql`insert into authority (id, name, state) values (${tenant}, 'Landkreis Probe', 'NI')`,
    sql`insert into provider (id, name) values (${provider}, 'Werkstatt Probe')`,
    sql`insert into authority_provider values (${tenant}, ${provider})`,
    sql`insert into account (tenant_id, id, email, display_name) values (${tenant}, ${account}, 'b@bench.example', 'B')`,
    sql`insert into jobcenter_site (tenant_id, id, name) values (${tenant}, ${site}, 'Hauptstelle')`,
    sql`insert into budget_product (tenant_id, id, number, name) values (${tenant}, ${product}, '1', 'Leistungen')`,
    sql`insert into funding_source (tenant_id, id, kind, name) values (${tenant}, ${source}, 'municipal', 'Kreis')`,
    sql`insert into measure (tenant_id, id, slug, title, kind, search_text, source, content)
      values (${tenant}, ${measure}, ${slug}, 'Große Maßnahme', 'massnahme', ${slug}, 'null', ${content})`,
    sql`insert into contract (tenant_id, id, number, measure_id, provider_id, state, term_start, term_end, runs_until,
        price_model, price_cents, product_id, funding_source_id, signed_on)
      values (${tenant}, ${contract}, 'V-1', ${measure}, ${provider}, 'signed', '2021-01-01', '2026-12-31', '2026-12-31',
        'total', 100000000, ${product}, ${source}, '2020-12-01')`,
    sql`insert into contract_measure (tenant_id, contract_id, measure_id, title, is_component, unit, reports_absence)
      values (${tenant}, ${contract}, ${measure}, 'Große Maßnahme', false, 'place', false)`,
    sql`insert into contract_site (tenant_id, contract_id, position, name, places)
      select ${tenant}, ${contract}, n, 'Standort ' || n, 1000 from generate_series(1, 5) as n`,
    sql`insert into contract_place (tenant_id, contract_id, site_position, no, valid_from, valid_to)
      select ${tenant}, ${contract}, position, n, '2021-01-01', '2026-12-31'
      from generate_series(1, 5) as position, generate_series(1, 1000) as n`,
    sql`insert into client (tenant_id, customer_number, site_id, responsible_id)
      select ${tenant}, '111A' || lpad(n::text, 6, '0'), ${site}, ${account} from generate_series(1, 100000) as n`,
    ...unchecked.map((table) => sql`alter table ${sql.table(table)} disable trigger user`),
    sql`insert into allocation (tenant_id, participant_key, measure_id, contract_id, provider_id, place_id, state,
        allocated_on, starts, ends, exited_on, exit_reason, reports_absence)
      select ${tenant}, person.participant_key, ${measure}, ${contract}, ${provider}, place.id, 'closed',
        day - 10, day, day + 80, day + 70 + (place.no % 10),
        (array['goalsReached', 'work', 'vocationalTraining', 'furtherHelp', 'noProgress', 'timeOver', 'moved'])
          [1 + (place.no + turn) % 7], false
      from (select id, no, row_number() over (order by site_position, no) as at from contract_place) as place
        cross join generate_series(0, 19) as turn
        join (select participant_key, row_number() over (order by customer_number) as at from client) as person
          on person.at = (place.at - 1) * 20 + turn + 1
        cross join lateral (select date '2021-01-01' + turn * 90 + (place.no % 9)::int as day) as begin`,
    sql`insert into allocation_need (tenant_id, allocation_id, need_key, need_group, progress, is_removed)
      select tenant_id, id, need.key, need.part, (array['better', 'same', 'worse'])[1 + (n + extract(day from starts)::int) % 3],
        (n + extract(day from starts)::int) % 6 = 0
      from allocation, (values ('strain', 'capability', 0), ('dailyStructure', 'capability', 1), ('housing', 'circumstances', 2))
        as need (key, part, n)`,
    sql`insert into contact (tenant_id, allocation_id, day, kind, outcome, minutes, reports_absence, recorded_by, recorded_by_name)
      select tenant_id, id, starts + 7 * n, 'talk', case n when 1 then 'held' else 'providerCancelled' end,
        case n when 1 then 45 end, false, ${account}, 'B' from allocation, generate_series(1, 2) as n`,
    sql`insert into report (tenant_id, allocation_id, kind, no, due_on, state, submitted_on)
      select tenant_id, id, 'final', 0, exited_on + 14, 'submitted', exited_on + 5 + extract(day from starts)::int % 15
      from allocation`,
    sql`insert into referral (tenant_id, allocation_id, target, day, was_accompanied, has_arrived, settled_on)
      select tenant_id, id, (array['debt', 'addiction', 'housing', 'family'])[1 + extract(day from starts)::int % 4],
        starts + 30, false, true, starts + 40 from allocation where extract(day from starts)::int % 2 = 0`,
    ...unchecked.map((table) => sql`alter table ${sql.table(table)} enable trigger user`),
    sql`analyze`,
  ])
    await statement.execute(tx);
}
