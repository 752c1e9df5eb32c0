import type { Tx } from '#db/as-actor';
import { aClient } from '../support/clients';
import { anAllocation, aRunningContract, type RunningContract } from '../support/allocations';
import { anActor, type Side } from '../support/actors';

interface Person {
  readonly site: 'Hauptstelle' | 'Zeven';
  readonly starts: string;
  readonly exit?: readonly [string, Reason];
  /** Waiting list since; else the day of the allocation is the day of the start. */
  readonly since?: string;
}
type Reason = 'work' | 'goalsReached' | 'noProgress' | 'moved';

/**
 * A measure with two sites over two years and five months, written row by row and counted by hand:
 *
 * 2024: 4 entries (3 Hauptstelle, 1 Zeven), 2 exits, 2 in care at the end
 * 2025: 12 entries (10 Hauptstelle, 2 Zeven), 11 exits (10 and 1), 3 in care at the end
 */
const people: readonly Person[] = [
  { site: 'Hauptstelle', starts: '2024-01-01', exit: ['2024-06-30', 'work'] },
  { site: 'Hauptstelle', starts: '2024-02-01', exit: ['2024-12-31', 'goalsReached'] },
  { site: 'Hauptstelle', starts: '2024-07-01', exit: ['2025-01-31', 'goalsReached'] },
  { site: 'Zeven', starts: '2024-12-01', exit: ['2025-03-31', 'moved'] },
  // Ten of a month each, one after the other on the same place.
  ...['02', '03', '04', '05', '06', '07', '08', '09', '10'].map((month): Person => ({
    site: 'Hauptstelle',
    starts: `2025-${month}-01`,
    exit: [`2025-${month}-28`, month < '06' ? 'work' : month < '09' ? 'goalsReached' : 'noProgress'],
    ...(month === '02' && { since: '2025-01-02' }),
  })),
  { site: 'Hauptstelle', starts: '2025-12-01' },
  { site: 'Zeven', starts: '2025-04-01' },
  { site: 'Zeven', starts: '2025-07-01' },
];

/** Places: two at Hauptstelle, three at Zeven, from 2024 to 2026; 750,00 € tied and 500,00 € paid for 2025. */
export async function aRecordedMeasure(tx: Tx, side: Side = 'own'): Promise<RunningContract> {
  const contract = await aRunningContract(tx, {
    side,
    title: 'Aufgezeichnete Maßnahme',
    starts: '2024-01-01',
    ends: '2026-12-31',
    places: 2,
  });
  const of = { tenant_id: contract.tenantId };
  const key = { ...of, contract_id: contract.contractId };
  await tx
    .insertInto('contract_site')
    .values({ ...key, position: 2, name: 'Zeven', places: 3 })
    .execute();
  const zeven = await tx
    .insertInto('contract_place')
    .values(
      [1, 2, 3].map((no) => ({
        ...key,
        site_position: 2,
        no,
        valid_from: '2024-01-01',
        valid_to: '2026-12-31',
      })),
    )
    .returning('id')
    .execute();
  const places = { Hauptstelle: contract.places, Zeven: zeven.map(({ id }) => id) };
  const ids: string[] = [];
  for (const [index, { site, starts, exit, since }] of people.entries()) {
    const clientId = await aClient(tx, { side });
    // Two stay at once at a site: they alternate, so that no place is taken twice.
    const place_id = places[site][site === 'Zeven' ? index % 3 : starts < '2025' ? index % 2 : 0] ?? null;
    const id = await anAllocation(tx, contract, clientId, {
      place_id,
      state: exit ? 'closed' : 'active',
      allocated_on: starts,
      starts,
      ends: exit?.[0] ?? '2026-06-30',
      ...(exit && { exited_on: exit[0], exit_reason: exit[1] }),
    });
    ids.push(id);
    if (since !== undefined) await waited(tx, contract, id, since, starts);
  }
  // Of the nine exits at Hauptstelle in 2025 that had needs, the first four got better in strain, one was solved.
  for (const [at, id] of ids.slice(4, 8).entries()) {
    await tx
      .updateTable('allocation_need')
      .set({ progress: 'better', is_removed: at === 0 })
      .where('allocation_id', '=', id)
      .where('need_key', '=', 'strain')
      .execute();
  }
  await tx
    .insertInto('referral')
    .values(
      ids.slice(4, 8).map((allocation_id, at) => ({
        ...of,
        allocation_id,
        target: 'debt' as const,
        day: '2025-11-01',
        was_accompanied: false,
        ...(at < 3 && { has_arrived: true, settled_on: '2025-11-20' }),
      })),
    )
    .execute();
  const provider = anActor('caseworker', { tenant: side }).accountId;
  const contact = {
    ...of,
    allocation_id: ids[4]!,
    reports_absence: false,
    recorded_by: provider,
    recorded_by_name: 'T',
  };
  const first = await tx
    .insertInto('contact')
    .values({ ...contact, day: '2025-02-03', kind: 'talk', outcome: 'clientAbsent' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('contact')
    .values([
      // It was held after all: the first row counts no more.
      { ...contact, day: '2025-02-03', kind: 'talk', outcome: 'held', minutes: 45, corrects_id: first.id },
      { ...contact, day: '2025-02-10', kind: 'talk', outcome: 'held', minutes: 45 },
      { ...contact, day: '2025-02-17', kind: 'phone', outcome: 'providerCancelled' },
    ])
    .execute();
  await tx
    .insertInto('report')
    .values(
      (['2025-03-10', '2025-04-20', null] as const).map((submitted_on, at) => ({
        ...of,
        allocation_id: ids[4 + at]!,
        kind: 'final' as const,
        no: 0,
        due_on: '2025-04-15',
        ...(submitted_on !== null && { state: 'submitted' as const, submitted_on }),
      })),
    )
    .execute();
  const declined = await aClient(tx, { side });
  await anAllocation(tx, contract, declined, {
    state: 'declined',
    allocated_on: '2025-05-01',
    starts: '2025-05-01',
    ends: '2025-10-31',
    settled_on: '2025-05-10',
    settled_by: 'provider',
    settled_reason: 'noCapacity',
  });
  await book(tx, contract);
  return contract;
}

async function waited(tx: Tx, contract: RunningContract, id: string, since: string, until: string) {
  const person = await tx
    .selectFrom('allocation')
    .where('id', '=', id)
    .select('participant_key')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('waitlist_entry')
    .values({
      tenant_id: contract.tenantId,
      ...person,
      measure_id: contract.measureId,
      waiting_since: since,
      state: 'allocated',
      ended_on: until,
    })
    .execute();
}

async function book(tx: Tx, { tenantId, contractId }: RunningContract): Promise<void> {
  const pot = await tx
    .selectFrom('contract')
    .where('id', '=', contractId)
    .select(['product_id', 'funding_source_id'])
    .executeTakeFirstOrThrow();
  const row = { tenant_id: tenantId, contract_id: contractId, ...pot };
  await tx
    .insertInto('commitment')
    .values([
      { ...row, fiscal_year: 2025, amount_cents: 75_000, is_firm: true },
      // Only if it is exercised: ties nothing.
      { ...row, fiscal_year: 2025, amount_cents: 99_900, is_firm: false, option_no: 1 },
      { ...row, fiscal_year: 2024, amount_cents: 60_000, is_firm: true },
    ])
    .execute();
  const district = tenantId.endsWith('1')
    ? anActor('districtOfficer')
    : anActor('districtOfficer', { tenant: 'foreign' });
  await tx
    .insertInto('payment')
    .values([
      {
        ...row,
        fiscal_year: 2025,
        amount_cents: 52_000,
        reference: 'Januar',
        booked_by: district.accountId,
        booked_by_name: 'D',
      },
      {
        ...row,
        fiscal_year: 2025,
        amount_cents: -2_000,
        reference: 'Korrektur',
        booked_by: district.accountId,
        booked_by_name: 'D',
      },
    ])
    .execute();
}
