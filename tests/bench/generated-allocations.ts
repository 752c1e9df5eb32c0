import { sql } from 'kysely';
import { asOwner, type Tx } from '#db/as-actor';

interface Wanted {
  readonly tenantId: string;
  /** Whose 300 clients and allocations are counted as own. */
  readonly caseworkerId: string;
  /** The provider of a further 300. */
  readonly providerId: string;
  readonly today: string;
  /** A multiple of a thousand. */
  readonly allocations: number;
}

/** How many clients and allocations are one's own. */
const own = 300;
/** Allocations one after the other on a place: four are over, one runs. */
const rounds = 5;
const placesOfContract = 200;

/**
 * Two years of allocations on numbered places, with who they are, contacts and reports:
 * 300 belong to clients of one caseworker and 300 to one provider, the others to a
 * hundred colleagues and to ten other providers. Some wait, some are not confirmed.
 *
 * One statement a table, and without the triggers: row by row it would take minutes, and
 * the rows keep all constraints.
 */
export async function addAllocations(wanted: Wanted): Promise<void> {
  await asOwner(async (tx) => {
    // One statement here does what a year of clicks does.
    await sql`set local statement_timeout = '10min'`.execute(tx);
    await sql`alter table allocation disable trigger user`.execute(tx);
    await sql`alter table contract_place disable trigger user`.execute(tx);
    await addPeople(tx, wanted);
    await addContracts(tx, wanted);
    await sql`analyze contract, contract_place, client`.execute(tx);
    await withoutExclusions(tx, () => addTheirAllocations(tx, wanted));
    await sql`analyze allocation`.execute(tx);
    await addWhatFollows(tx, wanted);
    await sql`alter table allocation enable trigger user`.execute(tx);
    await sql`alter table contract_place enable trigger user`.execute(tx);
  });
  await asOwner((tx) =>
    sql`analyze client, client_profile, contract, contract_place, contract_measure, allocation,
      allocation_disclosure, contact, report, waitlist_entry, access_check`.execute(tx),
  );
}

/** Adds the rows and then builds the three indexes that forbid overlaps, each in one go. */
async function withoutExclusions(tx: Tx, work: () => Promise<void>): Promise<void> {
  const { rows } = await sql<{ name: string; definition: string }>`
    select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = 'allocation'::regclass and contype = 'x'`.execute(tx);
  for (const { name } of rows) {
    await sql`alter table allocation drop constraint ${sql.ref(name)}`.execute(tx);
  }
  await work();
  for (const { name, definition } of rows) {
    await sql`alter table allocation add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(tx);
  }
}

/** One client for four allocations; the first 300 are the caseworker's. */
function clientCount({ allocations }: Wanted): number {
  return Math.max(own, allocations / 4);
}

async function addPeople(tx: Tx, wanted: Wanted): Promise<void> {
  const { tenantId, caseworkerId } = wanted;
  await sql`insert into account (tenant_id, id, email, display_name)
    select ${tenantId}::uuid, md5('staff ' || i)::uuid, 'bench-' || i || '@demo.example', 'Fachkraft ' || i
    from generate_series(1, 100) i`.execute(tx);
  await sql`insert into client (tenant_id, id, customer_number, site_id, responsible_id, participant_key)
    select ${tenantId}::uuid, md5('client ' || i)::uuid, '800B' || lpad(i::text, 6, '0'), site.id,
      case when i < ${own} then ${caseworkerId}::uuid else md5('staff ' || (1 + i % 100))::uuid end,
      md5('person ' || i)::uuid
    from generate_series(0, ${clientCount(wanted) - 1}::int) i
      cross join (select id from jobcenter_site where tenant_id = ${tenantId} limit 1) site`.execute(tx);
  await sql`insert into client_profile (tenant_id, client_id, first_name, last_name, birth_date, household_number,
      is_household_lead)
    select ${tenantId}::uuid, md5('client ' || i)::uuid, 'Alma', 'Apfelkern ' || i, '1990-05-04',
      '80000BG' || lpad(i::text, 7, '0'), true
    from generate_series(0, ${clientCount(wanted) - 1}::int) i`.execute(tx);
}

/** Each contract has its own measure; the first one is the provider's and has fewer places. */
async function addContracts(tx: Tx, { tenantId, providerId, today, allocations }: Wanted): Promise<void> {
  const contracts = Math.ceil((allocations - own) / (placesOfContract * rounds));
  await sql`insert into provider (id, name)
    select md5('provider ' || i)::uuid, 'Träger ' || i from generate_series(1, 10) i`.execute(tx);
  await sql`insert into authority_provider (tenant_id, provider_id)
    select ${tenantId}::uuid, md5('provider ' || i)::uuid from generate_series(1, 10) i`.execute(tx);
  await sql`insert into measure (tenant_id, id, slug, title, kind, search_text, source, content)
    select ${tenantId}::uuid, md5('measure ' || i)::uuid, 'bench-' || i, 'Maßnahme ' || i, 'massnahme', 'bench-' || i,
      'null', model.content
    from generate_series(0, ${contracts}::int) i
      cross join (select content from measure where tenant_id = ${tenantId} limit 1) model`.execute(tx);
  await sql`insert into contract (tenant_id, id, number, measure_id, provider_id, state, term_start, term_end,
      runs_until, price_model, price_cents, product_id, funding_source_id, signed_on)
    select ${tenantId}::uuid, md5('contract ' || i)::uuid, 'B-' || i, md5('measure ' || i)::uuid,
      case when i = 0 then ${providerId}::uuid else md5('provider ' || (1 + i % 10))::uuid end, 'signed',
      ${today}::date - 800, ${today}::date + 400, ${today}::date + 400, 'monthlyFixed', 750000, pot.product_id,
      pot.funding_source_id, ${today}::date - 800
    from generate_series(0, ${contracts}::int) i
      cross join (select product_id, funding_source_id from appropriation where tenant_id = ${tenantId} limit 1) pot`.execute(
    tx,
  );
  await sql`insert into contract_site (tenant_id, contract_id, position, name, places)
    select ${tenantId}::uuid, md5('contract ' || i)::uuid, 1, 'Musterstadt', ${placesOfContract}
    from generate_series(0, ${contracts}::int) i`.execute(tx);
  await sql`insert into contract_measure (tenant_id, contract_id, measure_id, title, is_component, unit, contacts,
      first_stage_weeks, reports_absence, has_strategy_plan, plan_review_weeks)
    select ${tenantId}::uuid, md5('contract ' || i)::uuid, md5('measure ' || i)::uuid, 'Maßnahme ' || i, false, 'place',
      '[{"stage": "Beginn", "everyWeeks": 1, "minutes": 45}, {"stage": "danach", "everyWeeks": 2, "minutes": 45}]',
      8, false, true, 12
    from generate_series(0, ${contracts}::int) i`.execute(tx);
  await sql`insert into contract_place (tenant_id, id, contract_id, site_position, no, valid_from, valid_to)
    select ${tenantId}::uuid, md5('place ' || i || ' ' || no)::uuid, md5('contract ' || i)::uuid, 1, no,
      ${today}::date - 800, ${today}::date + 400
    from generate_series(0, ${contracts}::int) i
      cross join lateral generate_series(1, case when i = 0 then ${own / rounds}::int
        else ${placesOfContract}::int end) no`.execute(tx);
}

/** Round after round a place is taken for 140 days and free for 10; the last round runs today. */
async function addTheirAllocations(tx: Tx, wanted: Wanted): Promise<void> {
  const { tenantId, today, allocations } = wanted;
  await sql`insert into allocation (tenant_id, id, participant_key, measure_id, contract_id, provider_id, place_id,
      state, allocated_on, starts, ends, confirmed_on, first_contact_on, exited_on, exit_reason, reports_absence,
      visible_until)
    select ${tenantId}::uuid, md5('allocation ' || nth)::uuid, md5('person ' || person)::uuid, contract.measure_id,
      contract.id, contract.provider_id, place.id,
      case when is_over then 'closed' else 'active' end, starts - 10, starts, starts + 139,
      case when nth % 50 <> 4 then starts - 5 end, case when nth % 50 <> 4 then starts + 3 end,
      case when is_over then starts + 139 end, case when is_over then 'goalsReached' end, false,
      case when is_over then starts + 180 end
    from (
      select nth, nth % ${clientCount(wanted)}::int as person, round_no, place_id, place_no,
        ${today}::date - 90 - (${rounds - 1} - round_no) * 150 - place_no % 40 as starts,
        round_no < ${rounds - 1} as is_over
      from (
        select row_number() over (order by contract.number, place.no, round_no) - 1 as nth, round_no,
          place.id as place_id, place.no as place_no
        from contract_place place
          join contract on contract.tenant_id = place.tenant_id and contract.id = place.contract_id
          cross join generate_series(0, ${rounds - 1}::int) round_no
        where place.tenant_id = ${tenantId} and contract.number like 'B-%'
      ) numbered
      where nth < ${allocations}::int
    ) planned
      join contract_place place on place.tenant_id = ${tenantId} and place.id = planned.place_id
      join contract on contract.tenant_id = place.tenant_id and contract.id = place.contract_id`.execute(tx);
}

async function addWhatFollows(tx: Tx, wanted: Wanted): Promise<void> {
  const { tenantId, today, caseworkerId } = wanted;
  await sql`insert into allocation_disclosure (tenant_id, allocation_id, first_name, last_name, purpose, caseworker_name)
    select tenant_id, id, 'Alma', 'Apfelkern', 'Tagesablauf', 'Fachkraft' from allocation
    where tenant_id = ${tenantId} and measure_id is not null
    on conflict do nothing`.execute(tx);
  await sql`insert into contact (tenant_id, allocation_id, day, kind, outcome, minutes, recorded_by, recorded_by_name,
      reports_absence)
    select tenant_id, id, starts + 7 * week, 'talk', 'held', 45, ${caseworkerId}::uuid, 'Träger', false
    from allocation cross join generate_series(1, 10) week
    where tenant_id = ${tenantId} and state = 'active' and confirmed_on is not null and measure_id is not null
      and starts + 7 * week <= ${today}::date`.execute(tx);
  await sql`insert into report (tenant_id, allocation_id, kind, no, due_on, state, submitted_on, accepted_on)
    select tenant_id, id, case when state = 'closed' then 'final' else 'interim' end,
      case when state = 'closed' then 0 else 1 end, starts + 120,
      case when state = 'closed' then 'accepted' when place_no % 20 = 0 then 'submitted' else 'open' end,
      case when state = 'closed' or place_no % 20 = 0 then starts + 120 end,
      case when state = 'closed' then starts + 125 end
    from (select allocation.*, place.no as place_no from allocation
      join contract_place place on place.tenant_id = allocation.tenant_id and place.id = allocation.place_id
      where allocation.tenant_id = ${tenantId}) placed
    on conflict do nothing`.execute(tx);
  await sql`insert into waitlist_entry (tenant_id, participant_key, measure_id, waiting_since)
    select ${tenantId}::uuid, md5('person ' || i * 10)::uuid, md5('measure ' || i % 20)::uuid, ${today}::date - i % 60
    from generate_series(0, ${clientCount(wanted) / 20 - 1}::int) i`.execute(tx);
}
