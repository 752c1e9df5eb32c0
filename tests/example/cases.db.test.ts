import path from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import { loadExampleContracts } from '#db/example/contracts';
import { loadExample } from '#db/example/load';
import { loadExampleCases } from '#db/example/load-cases';
import { fundsLines } from '~/budget/funds';
import { listBookings } from '~/budget/store';
import type { Actor } from '~/identity/actor';
import { useTestDatabase } from '../support/database';
import { structureText } from '../support/pdf-file';
import { hasTool } from '../support/tools';
import { demoActor, setClock, useExample } from '../support/example';

const rowsOf = async (query: string): Promise<Record<string, unknown>[]> =>
  asOwner(async (tx) => (await sql.raw<Record<string, unknown>>(query).execute(tx)).rows);
const one = async (query: string): Promise<number> =>
  Number(Object.values((await rowsOf(query))[0] ?? { none: NaN })[0]);

const tables = [
  'client',
  'contract',
  'allocation',
  'contact',
  'report',
  'invoice',
  'waitlist_entry',
] as const;
const countsSeenBy = async (actor: Actor) =>
  asReader(actor, async (tx) => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const { rows } = await sql<{ count: string }>`select count(*) from ${sql.table(table)}`.execute(tx);
      counts[table] = Number(rows[0]?.count);
    }
    return counts;
  });

/** How many allocations of which contract are in which state, by the day of the load. */
const countsOf = new Map<string, Record<string, unknown>[]>();
const countCases = () =>
  rowsOf(`select c.number, a.state, count(*)::int from allocation a
    left join contract c on c.id = a.contract_id group by 1, 2 order by 1, 2`);

describe.each(['2026-11-21', '2020-05-31', '2020-07-01'])('the example on %s', (day) => {
  useTestDatabase({ empty: true });
  useExample(day);
  beforeAll(async () => {
    countsOf.set(day, await countCases());
  });

  test('has about 300 people, and names their providers', async () => {
    const clients = await one('select count(*) from client');
    expect(clients).toBeGreaterThanOrEqual(280);
    expect(clients).toBeLessThanOrEqual(320);
    expect(await one('select count(*) from provider')).toBe(3);
  });

  test('has the newest papers, each with the name of whom it is about', async () => {
    expect(await one('select count(*) from allocation_letter')).toBeGreaterThanOrEqual(6);
    expect(await one('select count(*) from report_content where pdf is not null')).toBeGreaterThanOrEqual(6);
    if (!hasTool('pdfinfo')) return;
    const papers = await rowsOf(`
      (select l.content, d.last_name from allocation_letter l
        join allocation_disclosure d on d.allocation_id = l.allocation_id limit 1)
      union all (select c.pdf, d.last_name from report_content c
        join allocation_disclosure d on d.allocation_id = c.allocation_id where c.pdf is not null limit 1)`);
    for (const { content, last_name: name } of papers) {
      expect(structureText(content as Uint8Array).join(' ')).toContain(name);
    }
  });

  test('measures of running contracts take people in, with the step in their history', async () => {
    const shut = await one(`select count(*) from contract c
      join contract_measure s on s.contract_id = c.id join measure m on m.id = s.measure_id
      where c.state = 'signed' and '${day}' between c.term_start and c.runs_until
        and (m.intake <> 'open' or not exists (select from measure_move v where v.measure_id = m.id))`);
    expect(shut).toBe(0);
    expect(await one(`select count(*) from measure where intake = 'open'`)).toBeGreaterThanOrEqual(3);
  });

  test('has each state at least once, and nothing that lies ahead', async () => {
    const states = await rowsOf('select distinct state from allocation order by state');
    expect(states.map(({ state }) => state)).toEqual([
      ...['active', 'clearing', 'closed', 'closing', 'declined', 'droppedOut', 'notStarted'],
    ]);
    const late = (columns: string, table: string) =>
      one(`select count(*) from ${table} where greatest(${columns}) > '${day}'`);
    expect(
      await late('allocated_on, confirmed_on, first_contact_on, exited_on, settled_on', 'allocation'),
    ).toBe(0);
    expect(await late('day', 'contact')).toBe(0);
    expect(await late('submitted_on, accepted_on', 'report')).toBe(0);
    expect(await late('submitted_on, decided_on, paid_on', 'invoice')).toBe(0);
    expect(await late('recorded_on', 'care_review')).toBe(0);
    expect(await late('moved_at::date', 'allocation_move')).toBe(0);
  });

  test('nobody stays past the contract or comes before it, and reports follow exits', async () => {
    expect(
      await one(`select count(*) from allocation a join contract c on c.id = a.contract_id
        where a.ends > c.runs_until or a.exited_on > c.runs_until or a.starts < c.term_start`),
    ).toBe(0);
    expect(
      await one(`select count(*) from report r join allocation a on a.id = r.allocation_id
        where r.kind = 'final' and (a.exited_on is null or r.submitted_on < a.exited_on
          or r.accepted_on < r.submitted_on)`),
    ).toBe(0);
    expect(
      await one(`select count(*) from contact c join allocation a on a.id = c.allocation_id
        where c.day < a.starts or c.day > coalesce(a.exited_on, a.settled_on, a.ends)`),
    ).toBe(0);
  });

  test('who is through has an accepted report, or was delivered nothing', async () => {
    expect(
      await one(`select count(*) from allocation a where a.provider_id is not null
        and a.state in ('closed', 'droppedOut') and a.first_contact_on is not null
        and not exists (select from report r where r.allocation_id = a.id and r.kind = 'final'
          and r.state = 'accepted')`),
    ).toBe(0);
    expect(
      await one(`select count(*) from allocation a where a.state = 'closing'
        and not exists (select from report r where r.allocation_id = a.id and r.kind = 'final'
          and r.state <> 'accepted')`),
    ).toBe(0);
    // The reporting period, or the day of acceptance where that was later; until then the provider sees who it is.
    expect(
      await one(`select count(*) from allocation a
        join contract_measure s on s.contract_id = a.contract_id and s.measure_id = a.measure_id
        left join report r on r.allocation_id = a.id and r.kind = 'final'
        where a.visible_until is distinct from case
          when a.settled_on is not null then a.settled_on + 14
          when a.exited_on is null or r.state <> 'accepted' then null
          else greatest(a.exited_on + s.reporting_days, r.accepted_on) end`),
    ).toBe(0);
  });

  test('between 60 and 100 % of the places of running contracts are taken', async () => {
    const running = await rowsOf(`select c.number, count(p.id) as places, count(a.id) as taken
      from contract c join contract_place p on p.contract_id = c.id and p.group_id is null
      left join allocation a on a.place_id = p.id and a.state not in ('notStarted', 'declined')
        and daterange(a.starts, coalesce(a.exited_on, a.ends), '[]') @> '${day}'::date
      where c.state = 'signed' and '${day}' between c.term_start and c.runs_until
      group by c.number order by c.number`);
    expect(running.length).toBeGreaterThanOrEqual(4);
    for (const { places, taken } of running) {
      expect(Number(taken) / Number(places)).toBeGreaterThanOrEqual(0.6);
      expect(Number(taken) / Number(places)).toBeLessThanOrEqual(1);
    }
  });

  test('there is an invoice for each month that is over, equal to its lines, and paid within the money', async () => {
    expect(
      await one(`select count(*) from invoice where total_cents <>
        (select sum(amount_cents) from invoice_line line where line.invoice_id = invoice.id)`),
    ).toBe(0);
    // Every contract with people: the months that are over, each with its service once.
    const months = await rowsOf(`select c.number, c.price_model, c.price_cents::bigint as price,
        (select count(*) from generate_series(c.term_start, least(c.runs_until, '${day}'::date - 1), interval '1 month') m
          where m + interval '1 month' - interval '1 day' < '${day}'::date) as months,
        (select count(*) from invoice i where i.contract_id = c.id and i.correction_no = 0) as invoices,
        (select sum(l.amount_cents) from invoice i join invoice_line l on l.invoice_id = i.id
          where i.contract_id = c.id and l.kind = 'service')::bigint as service
      from contract c where exists (select from allocation a where a.contract_id = c.id)`);
    expect(months.length).toBeGreaterThanOrEqual(4);
    for (const { months: count, invoices, price, price_model: model, service } of months) {
      expect(Number(invoices)).toBe(Number(count));
      if (model === 'monthlyFixed') expect(Number(service)).toBe(Number(price) * Number(count));
    }
    expect(
      await one(`select count(*) from payment join invoice on invoice.id = payment.invoice_id
        where invoice.state <> 'paid' or payment.amount_cents <> invoice.total_cents`),
    ).toBe(0);
    expect(
      await one(`select count(*) from invoice where state = 'paid' and id not in
      (select invoice_id from payment where invoice_id is not null)`),
    ).toBe(0);
    expect(await one('select count(*) from invoice where correction_no > 0')).toBeGreaterThan(0);
    const officer = await demoActor('verwaltung@demo.example');
    const lines = fundsLines(await asReader(officer, listBookings));
    for (const { appropriation, freeCents, paidCents, committedCents } of lines) {
      expect(appropriation).not.toBeNull();
      expect(freeCents).toBeGreaterThanOrEqual(0);
      expect(paidCents).toBeLessThanOrEqual(committedCents);
    }
  });

  test('days are billed as places were taken, corrections with them', async () => {
    const wrong =
      await rowsOf(`select c.number, i.month, sum(l.amount_cents)::bigint as billed, round(c.price_cents *
        (select sum(least(coalesce(a.exited_on, a.ends), (i.month + interval '1 month' - interval '1 day')::date)
            - greatest(a.starts, i.month) + 1)
          from allocation a where a.contract_id = c.id and a.measure_id = c.measure_id
            and a.state not in ('notStarted', 'declined') and a.starts < i.month + interval '1 month'
            and coalesce(a.exited_on, a.ends) >= i.month)::numeric
        / extract(day from i.month + interval '1 month' - interval '1 day')::numeric)::bigint as owed
      from contract c join invoice i on i.contract_id = c.id
        join invoice_line l on l.invoice_id = i.id and l.kind <> 'premium'
      where c.bills_occupied group by c.tenant_id, c.id, i.month`);
    expect(wrong.length).toBeGreaterThan(10);
    expect(wrong.filter(({ billed, owed }) => billed !== owed)).toEqual([]);
  });

  test('care is reviewed along its months and counted without names', async () => {
    expect(
      await one(`select count(*) from care_review r join allocation a on a.id = r.allocation_id
        where r.due_on <> (a.allocated_on + make_interval(months => r.month))::date or a.measure_id is not null`),
    ).toBe(0);
    expect(await one('select count(*) from effect_record')).toBe(
      await one('select count(*) from allocation where effect_recorded'),
    );
    expect(await one('select sum(exits) from effect_month')).toBe(
      await one('select count(*) from effect_record'),
    );
    expect(
      await one(`select count(*) from allocation where measure_id is null and state in ('closed', 'droppedOut')
        and not effect_recorded`),
    ).toBeGreaterThan(0);
    const loads = await rowsOf(`select s.display_name, count(*) as cases from allocation a
      join client c on c.participant_key = a.participant_key
      join jobcenter_staff s on s.account_id = c.responsible_id
      where a.measure_id is null and a.state in ('clearing', 'active') group by 1`);
    const falk = loads.find(({ display_name: name }) => name === 'Falk Manthey');
    expect(Number(falk?.cases)).toBeGreaterThanOrEqual(50);
    expect(Number(falk?.cases)).toBeLessThanOrEqual(70);
  });

  test('about 85 of a hundred contacts are held; absence has its reasons only where they are reported', async () => {
    const held = await one(`select 100.0 * count(*) filter (where outcome = 'held') / count(*) from contact`);
    expect(held).toBeGreaterThan(80);
    expect(held).toBeLessThan(90);
    expect(
      await one(`select count(*) from attendance where status in ('excused', 'sick', 'unexcused')`),
    ).toBeGreaterThan(0);
    expect(await one('select count(distinct state) from training_group')).toBe(3);
  });

  test('people wait where all places are taken', async () => {
    expect(await one(`select count(*) from waitlist_entry where state = 'waiting'`)).toBe(6);
    expect(
      await one(`select count(*) from waitlist_entry w join allocation a on a.participant_key = w.participant_key
        and a.measure_id = w.measure_id where w.state = 'waiting' and a.state = 'active'`),
    ).toBe(0);
  });

  test('the second authority sees nothing of the first, and a provider only its own', async () => {
    const neighbour = await countsSeenBy(await demoActor('jobcenter@anderer-kreis.example'));
    expect(neighbour).toMatchObject({ client: 15, contract: 1 });
    expect(neighbour['allocation']).toBeGreaterThan(6);
    expect(neighbour['allocation']).toBeLessThan(40);
    const [first, second, third] = await Promise.all(
      ['traeger', 'traeger2', 'traeger3'].map(async (name) => demoActor(`${name}@demo.example`)),
    );
    for (const actor of [first, second, third]) {
      const seen = await asActor(actor!, async (tx) =>
        tx.selectFrom('allocation').select('provider_id').distinct().execute(),
      );
      expect(seen).toEqual([{ provider_id: actor!.providerId }]);
    }
  });

  test('a second start adds nothing', async () => {
    const before = await one('select count(*) from allocation');
    expect(await loadExampleCases(day)).toBe(false);
    expect(await one('select count(*) from allocation')).toBe(before);
  });
});

describe('the historical Case-Manager', () => {
  useTestDatabase({ empty: true });
  useExample('2020-05-31');

  test('has its people from its first day on, and no other Case-Manager beside it', async () => {
    const contracts = await rowsOf(`select c.number, min(a.starts) as starts from contract c
      join measure m on m.id = c.measure_id join allocation a on a.contract_id = c.id
      join authority t on t.id = c.tenant_id
      where m.slug = 'case-manager' and t.name like '%Musterland%' group by 1`);
    expect(contracts).toHaveLength(1);
    expect(contracts[0]?.['number']).toBe('Beispiel 2019-031');
    expect(String(contracts[0]?.['starts']).slice(0, 7)).toBe('2019-12');
    expect(await rowsOf(`select state, declare_by::text from contract_option`)).toEqual([
      { state: 'open', declare_by: '2020-09-30' },
    ]);
  });

  test('comes out the same, loaded once more elsewhere', async () => {
    expect(await countCases()).toEqual(countsOf.get('2020-05-31'));
  });
});

describe('an example of an older release', () => {
  useTestDatabase({ empty: true });

  test('stays as it is', async () => {
    setClock('2026-11-21');
    await loadExample(path.resolve('db/example/portfolio'));
    await asOwner((tx) =>
      tx
        .updateTable('provider')
        .set({ name: 'Anderer Träger' })
        .where('name', 'like', 'Neue Wege%')
        .execute(),
    );
    await loadExampleContracts('2026-11-21');
    expect(await loadExampleCases('2026-11-21')).toBe(false);
    expect(await one('select count(*) from allocation')).toBe(0);
    expect(await one('select count(*) from contract')).toBe(2);
  });
});
