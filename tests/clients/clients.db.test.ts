import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import type { ClientChange, ClientDetails, OpenClient } from '~/clients/client';
import {
  changeClient,
  endSubstitution,
  enterClient,
  findClient,
  findHead,
  handOver,
  listClients,
  listOpenings,
  openClient,
  openForPurpose,
  registerSubstitution,
  searchClients,
} from '~/clients/store';
import { anActor, aProviderActor } from '../support/actors';
import { aClient, aTeam } from '../support/clients';
import { useTestDatabase } from '../support/database';

useTestDatabase();

const caseworker = anActor('caseworker');
const manager = anActor('jobcenterCaseManager');
const lead = anActor('teamLead');
const today = '2026-03-02';
let siteId: string;

beforeAll(async () => {
  siteId = await asOwner((tx) => aTeam(tx));
});

function details(change: Partial<ClientDetails> = {}): ClientDetails {
  return {
    customerNumber: '222B000001',
    firstName: 'Edda',
    lastName: 'Kornblume',
    birthDate: '1988-02-29',
    householdNumber: '22222BG0000001',
    isHouseholdLead: true,
    siteId,
    interpreterLanguage: 'uk',
    needs: ['strain', 'housing'],
    forecastOn: '2026-02-01',
    forecastMonths: 18,
    marketProximity: 'notNear',
    expectsProgress: true,
    isWilling: true,
    readinessClarifiedOn: '2026-02-02',
    readinessByTalk: true,
    readinessNoteMade: true,
    ...change,
  };
}

async function entered(change: Partial<ClientDetails>): Promise<OpenClient> {
  const result = await asActor(caseworker, (tx) => enterClient(tx, caseworker, details(change), today));
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return (await asReader(caseworker, (tx) => findClient(tx, result.value)))!;
}

describe('a client that was entered', () => {
  test('reads back whole, and is the caseworker’s own', async () => {
    const client = await entered({});
    expect(client).toMatchObject({
      firstName: 'Edda',
      birthDate: '1988-02-29',
      interpreterLanguage: 'uk',
      forecastMonths: 18,
      responsibleId: caseworker.accountId,
      siteName: 'Hauptstelle',
      needs: [
        { key: 'housing', group: 'circumstances', notedOn: today, endedOn: null },
        { key: 'strain', group: 'capability', notedOn: today, endedOn: null },
      ],
    });
  });

  test('is nothing to anybody else: another caseworker, other roles, the foreign authority, a provider', async () => {
    const { id } = await entered({ customerNumber: '222B000002', householdNumber: '22222BG0000002' });
    const others = [
      manager,
      anActor('districtOfficer'),
      anActor('controller'),
      anActor('procurementOfficer'),
      anActor('portalAdmin'),
      anActor('caseworker', { tenant: 'foreign' }),
      anActor('teamLead', { tenant: 'foreign' }),
    ];
    for (const actor of others) {
      expect(await asReader(actor, (tx) => findHead(tx, id)), actor.displayName).toBeUndefined();
    }
    const asProvider = asReader(aProviderActor('first'), (tx) => findHead(tx, id));
    await expect(asProvider).rejects.toMatchObject({ code: '42501' });
  });

  test.each([
    { change: { customerNumber: '222B000003' }, household: '22222BG0000004', code: 'customerNumberTaken' },
    { change: { customerNumber: '222B000005' }, household: '22222BG0000003', code: 'householdHasLead' },
  ])('$code: refused, nothing half done, also where the other one is not visible', async (row) => {
    const existing = details({ customerNumber: '222B000003', householdNumber: '22222BG0000003' });
    await asActor(manager, (tx) => enterClient(tx, manager, existing, today));
    const wanted = details({ ...row.change, householdNumber: row.household });
    const before = await countClients();
    const result = await asActor(caseworker, (tx) => enterClient(tx, caseworker, wanted, today));
    expect(result).toEqual({ ok: false, findings: [{ code: row.code }] });
    expect(await countClients()).toBe(before);
  });

  test('a site of the foreign authority is refused like one that does not exist', async () => {
    const foreignSite = await asOwner((tx) => aTeam(tx, 'foreign'));
    for (const site of [foreignSite, 'no-id']) {
      const wanted = details({ customerNumber: '222B000009', siteId: site });
      const result = await asActor(caseworker, (tx) => enterClient(tx, caseworker, wanted, today));
      expect(result).toEqual({ ok: false, findings: [{ code: 'siteUnknown' }] });
    }
  });
});

describe('changing', () => {
  test('needs end and begin with their day; the log names fields and no values', async () => {
    const client = await entered({ customerNumber: '222C000001', householdNumber: '22222BG0000011' });
    const change = changeOf(client, { needs: ['strain', 'finances'], lastName: 'Nebelhorn' });
    const result = await save(client, change);
    expect(result).toMatchObject({ ok: true });
    const after = (await asReader(caseworker, (tx) => findClient(tx, client.id)))!;
    expect(after.needs.map(({ key, endedOn }) => [key, endedOn])).toEqual([
      ['strain', null],
      ['finances', null],
      ['housing', '2026-03-05'],
    ]);
    const [entry] = await auditOf(client.id, 'client.changed');
    expect(entry?.changed_fields).toEqual(['lastName', 'needs']);
  });

  test('a book that asks for a position note gets none, no change (P3)', async () => {
    const client = await entered({ customerNumber: '222C000002', householdNumber: '22222BG0000012' });
    const change = changeOf(client, { needs: ['strain'] });
    const options = { version: 1, today, asksForPositionNote: true };
    const refused = await asActor(caseworker, (tx) => changeClient(tx, caseworker, client, change, options));
    expect(refused).toEqual({ ok: false, findings: [{ code: 'positionNoteMissing' }] });
    const noted = { ...change, positionNoteMade: true };
    const saved = await asActor(caseworker, (tx) => changeClient(tx, caseworker, client, noted, options));
    expect(saved.ok).toBe(true);
  });

  test('whoever saves second is shown what the first one saved', async () => {
    const client = await entered({ customerNumber: '222C000003', householdNumber: '22222BG0000013' });
    await save(client, changeOf(client, { firstName: 'Oda' }));
    const second = await save(client, changeOf(client, { firstName: 'Romy' }));
    expect(second).toMatchObject({
      ok: false,
      findings: [{ code: 'savedMeanwhile', current: { firstName: 'Oda', version: 2 } }],
    });
  });

  test('a number that an invisible client has is refused, and the rest of the form with it', async () => {
    await asActor(manager, (tx) =>
      enterClient(
        tx,
        manager,
        details({ customerNumber: '222C000005', householdNumber: '22222BG0000015' }),
        today,
      ),
    );
    const client = await entered({ customerNumber: '222C000004', householdNumber: '22222BG0000014' });
    const result = await save(client, changeOf(client, { customerNumber: '222C000005', firstName: 'Silas' }));
    expect(result).toEqual({ ok: false, findings: [{ code: 'customerNumberTaken' }] });
    expect((await asReader(caseworker, (tx) => findClient(tx, client.id)))?.firstName).toBe('Edda');
  });
});

describe('a team lead', () => {
  test('sees number and site; the person only with a purpose, which those in charge read', async () => {
    const id = await asOwner((tx) => aClient(tx, { lastName: 'Tintenfass' }));
    const closed = await asActor(lead, (tx) => openClient(tx, lead, id));
    expect(closed).toMatchObject({ head: { id }, client: null });
    expect((await auditOf(id, 'client.openingRefused')).length).toBe(1);
    const { rows } = await asReader(lead, (tx) =>
      listClients(tx, { status: 'active', siteId: null, page: 1 }),
    );
    expect(rows.find((row) => row.id === id)).toMatchObject({ name: null, birthDate: null });
    expect(await asReader(lead, (tx) => searchClients(tx, 'Tintenfass'))).toEqual([]);

    await asActor(lead, (tx) => openForPurpose(tx, lead, id, 'Prüfung der Zugänge'));
    const opened = await asActor(lead, (tx) => openClient(tx, lead, id));
    expect(opened?.client?.lastName).toBe('Tintenfass');
    const openings = await asReader(caseworker, (tx) => listOpenings(tx, id));
    expect(openings.map(({ purpose, openedByName }) => [purpose, openedByName])).toEqual([
      ['Prüfung der Zugänge', lead.displayName],
    ]);
  });

  test('after an hour it is closed again', async () => {
    const id = await asOwner((tx) => aClient(tx));
    await asActor(lead, (tx) => openForPurpose(tx, lead, id, 'Prüfung der Zugänge'));
    await asOwner((tx) =>
      sql`update client_opening set opened_at = now() - interval '61 minutes' where client_id = ${id}`.execute(
        tx,
      ),
    );
    expect(await asReader(lead, (tx) => findClient(tx, id))).toBeUndefined();
    expect(await asReader(lead, (tx) => findHead(tx, id))).toBeDefined();
  });

  test('changes nothing, opened or not, and sees no other team', async () => {
    const id = await asOwner((tx) => aClient(tx));
    await asActor(lead, (tx) => openForPurpose(tx, lead, id, 'Prüfung der Zugänge'));
    const changed = await asActor(lead, (tx) =>
      tx
        .updateTable('client_profile')
        .set({ first_name: 'X' })
        .where('client_id', '=', id)
        .executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
    const elsewhere = await asOwner((tx) => aClient(tx, { of: anActor('controller') }));
    expect(await asReader(lead, (tx) => findHead(tx, elsewhere))).toBeUndefined();
  });
});

describe('substitution', () => {
  const inMonth = { absentId: caseworker.accountId, substituteId: manager.accountId };

  test('gives access on its days and no longer (rules C16; § 9 case 16)', async () => {
    const id = await asOwner((tx) => aClient(tx));
    const day = await actorToday();
    const period = { ...inMonth, starts: day, ends: day };
    expect(await asActor(lead, (tx) => registerSubstitution(tx, lead, period, day))).toMatchObject({
      ok: true,
    });
    expect(await asReader(manager, (tx) => findClient(tx, id))).toBeDefined();
    await asOwner((tx) => sql`update substitution set starts = starts - 9, ends = ends - 1`.execute(tx));
    expect(await asReader(manager, (tx) => findHead(tx, id))).toBeUndefined();
  });

  test('is registered by oneself or the own team lead, not by a colleague', async () => {
    const period = { ...inMonth, starts: '2026-04-01', ends: '2026-04-03' };
    const byColleague = await asActor(manager, (tx) => registerSubstitution(tx, manager, period, today));
    expect(byColleague).toEqual({ ok: false, findings: ['absentNotAllowed'] });
    const byOneself = await asActor(caseworker, (tx) => registerSubstitution(tx, caseworker, period, today));
    expect(byOneself.ok).toBe(true);
  });

  test('one that was called off before it began never gives access', async () => {
    const id = await asOwner((tx) => aClient(tx));
    const day = await actorToday();
    await asActor(lead, (tx) => registerSubstitution(tx, lead, { ...inMonth, starts: day, ends: day }, day));
    const { id: running } = await asOwner((tx) =>
      tx.selectFrom('substitution').where('ends', '=', day).select('id').executeTakeFirstOrThrow(),
    );
    expect(await asActor(manager, (tx) => endSubstitution(tx, manager, running, day))).toBe(false);
    expect(await asActor(lead, (tx) => endSubstitution(tx, lead, running, day))).toBe(true);
    expect(await asReader(manager, (tx) => findHead(tx, id))).toBeUndefined();
  });
});

test('handing over: the other is in charge, the reason stays, the former sees nothing more', async () => {
  const id = await asOwner((tx) => aClient(tx));
  const head = (await asReader(caseworker, (tx) => findHead(tx, id)))!;
  const wanted = { toId: manager.accountId, reason: 'intoCare' as const };
  expect(await asActor(caseworker, (tx) => handOver(tx, caseworker, head, wanted))).toEqual({
    ok: true,
    value: undefined,
  });
  expect(await asReader(caseworker, (tx) => findHead(tx, id))).toBeUndefined();
  expect((await asReader(manager, (tx) => findHead(tx, id)))?.responsibleId).toBe(manager.accountId);
  const strange = await asActor(manager, (tx) =>
    handOver(tx, manager, head, { toId: lead.accountId, reason: 'staffing' }),
  );
  expect(strange).toEqual({ ok: false, findings: [{ code: 'personUnknown' }] });
});

test('a name is found by a part, signs of patterns are letters, a number by its beginning', async () => {
  await asOwner((tx) => aClient(tx, { lastName: 'Sauer%ampfer', customerNumber: '777X000001' }));
  const find = async (text: string) =>
    (await asReader(caseworker, (tx) => searchClients(tx, text))).map(({ customerNumber }) => customerNumber);
  expect(await find('sauer%')).toEqual(['777X000001']);
  expect(await find('alma sauer')).toEqual(['777X000001']);
  expect(await find('777x 00')).toEqual(['777X000001']);
  expect(await find('sauer_ampfer')).toEqual([]);
});

test('a name that an administrator changes is changed in the team, too', async () => {
  await asActor(anActor('portalAdmin'), (tx) =>
    tx
      .updateTable('account')
      .set({ display_name: 'Neuer Name' })
      .where('id', '=', caseworker.accountId)
      .execute(),
  );
  const row = await asOwner((tx) =>
    tx
      .selectFrom('jobcenter_staff')
      .where('account_id', '=', caseworker.accountId)
      .select('display_name')
      .executeTakeFirst(),
  );
  expect(row?.display_name).toBe('Neuer Name');
});

function changeOf(client: OpenClient, change: Partial<ClientChange>): ClientChange {
  const { needs: _, ...rest } = client;
  return { ...rest, needs: ['housing', 'strain'], positionNoteMade: false, ...change };
}

function save(client: OpenClient, change: ClientChange) {
  return asActor(caseworker, (tx) =>
    changeClient(tx, caseworker, client, change, {
      version: client.version,
      today: '2026-03-05',
      asksForPositionNote: false,
    }),
  );
}

async function countClients(): Promise<number> {
  const rows = await asOwner((tx) => tx.selectFrom('client').select('id').execute());
  return rows.length;
}

async function auditOf(id: string, verb: string) {
  return asOwner((tx) =>
    tx.selectFrom('audit_entry').where('object_id', '=', id).where('verb', '=', verb).selectAll().execute(),
  );
}

/** The day that the database goes by in this test. */
async function actorToday(): Promise<string> {
  const { rows } = await asReader(lead, (tx) =>
    sql<{ day: string }>`select actor_today()::text as day`.execute(tx),
  );
  return rows[0]!.day;
}
