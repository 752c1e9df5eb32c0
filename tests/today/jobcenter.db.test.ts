import { beforeAll, describe, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import { insertRuleBook } from '#db/example/jobcenter';
import { recordTeamCheck } from '~/care/store';
import { collectToday } from '~/today/store';
import { anActor, authorities } from '../support/actors';
import { aCheck, anAllocation, aRunningContract, type RunningContract } from '../support/allocations';
import { aClient } from '../support/clients';
import { useTestDatabase } from '../support/database';
import { aCoaching, due, dueWith, inCare, keyOf, panel, tenant, today } from './support';

useTestDatabase();

const caseworker = anActor('caseworker');
const manager = anActor('jobcenterCaseManager');
const lead = anActor('teamLead');

let contract: RunningContract;
let place = 0;
const nextPlace = () => contract.places[place++] ?? null;

beforeAll(async () => {
  contract = await asOwner((tx) => aCoaching(tx));
});

describe('somebody in charge of clients', () => {
  test('reads of allocations that begin, are not confirmed, or end with nothing after them', async () => {
    await asOwner(async (tx) => {
      const begins = await aClient(tx, { lastName: 'Beginn' });
      await anAllocation(tx, contract, begins, {
        place_id: nextPlace(),
        allocated_on: '2026-06-10',
        starts: '2026-07-01',
        ends: '2026-12-31',
      });
      const silent = await aClient(tx, { lastName: 'Stille' });
      await anAllocation(tx, contract, silent, {
        place_id: nextPlace(),
        allocated_on: '2026-06-01',
        starts: '2026-06-05',
        ends: '2026-12-31',
      });
      const ends = await aClient(tx, { lastName: 'Ende' });
      const ending = { place_id: nextPlace(), confirmed_on: '2026-02-02', ends: '2026-07-15' };
      await anAllocation(tx, contract, ends, ending);
      const later = await aClient(tx, { lastName: 'Späterende' });
      await anAllocation(tx, contract, later, { ...ending, place_id: nextPlace(), ends: '2026-07-16' });
      const over = await aClient(tx, { lastName: 'Vorbei' });
      await anAllocation(tx, contract, over, { ...ending, place_id: nextPlace(), ends: '2026-06-12' });
      const goesOn = await aClient(tx, { lastName: 'Weiter' });
      await anAllocation(tx, contract, goesOn, { ...ending, place_id: nextPlace() });
      const next = await aRunningContract(tx);
      await anAllocation(tx, next, goesOn, {
        confirmed_on: '2026-06-01',
        starts: '2026-06-01',
        ends: '2026-12-31',
      });
    });
    const names = ['Beginn', 'Stille', 'Ende', 'Späterende', 'Vorbei', 'Weiter'];
    const lines = (await due(caseworker)).filter((line) => names.some((name) => line.includes(`${name},`)));
    expect(lines.map((line) => line.replace(/ \(.*\)$/, ''))).toEqual([
      'overdue 2026-06-05: Träger hat die Zuweisung nicht bestätigt – Stille, Alma',
      'overdue 2026-06-12: Maßnahme ist zu Ende, der Abgang fehlt – Vorbei, Alma',
      'soon 2026-07-01: Maßnahme beginnt – Beginn, Alma',
      'soon 2026-07-15: Maßnahme endet, der Anschluss ist offen – Ende, Alma',
    ]);
  });

  test('reads of reports to read, until they are accepted', async () => {
    const reportId = await asOwner(async (tx) => {
      const clientId = await aClient(tx, { lastName: 'Bericht' });
      const allocation = await anAllocation(tx, contract, clientId, {
        place_id: nextPlace(),
        confirmed_on: '2026-02-02',
        ends: '2026-12-31',
      });
      const { id } = await tx
        .insertInto('report')
        .values({
          ...tenant('own'),
          allocation_id: allocation,
          kind: 'interim',
          no: 2,
          due_on: '2026-06-01',
          state: 'submitted',
          submitted_on: '2026-06-13',
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    });
    const [line] = await dueWith('Bericht,', caseworker);
    expect(line).toMatch(/^today since 2026-06-13: 2\. Zwischenbericht lesen – Bericht, Alma/);
    await asOwner((tx) =>
      tx
        .updateTable('report')
        .set({ state: 'accepted', accepted_on: today })
        .where('id', '=', reportId)
        .execute(),
    );
    expect(await dueWith('Bericht,', caseworker)).toEqual([]);
  });

  test('reads when access is to be checked again, unless it was checked since', async () => {
    await asOwner(async (tx) => {
      for (const [lastName, recheckOn] of [
        ['Wiedervorlage', '2026-06-20'],
        ['Spätvorlage', '2026-07-16'],
      ] as const) {
        const clientId = await aClient(tx, { lastName });
        const id = await aCheck(tx, clientId, null);
        await tx
          .updateTable('access_check')
          .set({ recheck_on: recheckOn, created_at: '2026-01-02 10:00:00+00' })
          .where('id', '=', id)
          .execute();
      }
    });
    expect(await dueWith('Spätvorlage', caseworker)).toEqual([]);
    const [line] = await dueWith('Wiedervorlage', caseworker);
    expect(line).toContain('soon 2026-06-20: Zugang zum Fallmanagement erneut prüfen');
    await asOwner(async (tx) => {
      const { client_id } = await tx
        .selectFrom('client_profile')
        .where('last_name', '=', 'Wiedervorlage')
        .select('client_id')
        .executeTakeFirstOrThrow();
      await aCheck(tx, client_id, null);
    });
    expect(await dueWith('Wiedervorlage', caseworker)).toEqual([]);
  });

  test('is offered a free place for whoever waits longest, and asked again after a month', async () => {
    await asOwner(async (tx) => {
      const small = await aRunningContract(tx, { places: 2, title: 'Kleine Maßnahme' });
      await tx
        .updateTable('measure')
        .set({ state: 'running', intake: 'waitingOnly' })
        .where('id', '=', small.measureId)
        .execute();
      await anAllocation(tx, small, await aClient(tx), { confirmed_on: '2026-02-02', ends: '2026-12-31' });
      for (const [lastName, since] of [
        ['Zuerst', '2026-05-01'],
        ['Danach', '2026-06-01'],
      ] as const) {
        await tx
          .insertInto('waitlist_entry')
          .values({
            ...tenant('own'),
            participant_key: await keyOf(tx, await aClient(tx, { lastName })),
            measure_id: small.measureId,
            waiting_since: since,
          })
          .execute();
      }
    });
    const lines = [...(await dueWith('Zuerst', caseworker)), ...(await dueWith('Danach', caseworker))];
    expect(lines.map((line) => line.replace(/ – .*/, ''))).toEqual([
      'overdue 2026-06-01: Prüfen, ob der Wunsch nach einem Platz noch besteht',
      'today since 2026-05-01: Ein Platz ist frei',
      'soon 2026-07-01: Prüfen, ob der Wunsch nach einem Platz noch besteht',
    ]);
    const setIntake = async (intake: 'paused' | 'waitingOnly') =>
      asOwner((tx) =>
        tx.updateTable('measure').set({ intake }).where('title', '=', 'Kleine Maßnahme').execute(),
      );
    await setIntake('paused');
    expect((await dueWith('Zuerst', caseworker)).join()).not.toContain('Ein Platz ist frei');
    await setIntake('waitingOnly');
    expect((await panel(caseworker, 'places'))?.figures).toContainEqual(
      expect.objectContaining({ label: 'Kleine Maßnahme, Hauptstelle', value: '1' }),
    );
    expect(await panel(caseworker, 'waiting')).toMatchObject({
      figures: [{ value: '2' }],
      note: 'Am längsten wartet jemand seit 01.05.2026.',
    });
  });

  test('reads reviews, the warning before two years, the end of clearing, and what an exit leaves', async () => {
    await asOwner(async (tx) => {
      const reviewed = await inCare(tx, { lastName: 'Sechster', allocatedOn: '2025-06-20' });
      // Month 6 is recorded, month 12 is due on 20.06.2026.
      await tx
        .insertInto('care_review')
        .values({
          ...tenant('own'),
          allocation_id: reviewed,
          month: 6,
          due_on: '2025-12-20',
          decision: 'goOn',
          reasons: 'Ziele offen',
          prospects: 'gut',
          recorded_on: '2025-12-19',
          recorded_by: manager.accountId,
          recorded_by_name: manager.displayName,
        })
        .execute();
      await inCare(tx, { lastName: 'Klärung', allocatedOn: '2026-05-01', clearingUntil: '2026-06-15' });
      await inCare(tx, { lastName: 'Abgang', allocatedOn: '2025-01-01', exitedOn: '2026-06-01' });
      await inCare(tx, { lastName: 'Grenze', allocatedOn: '2024-09-10' });
    });
    const lines = await due(manager);
    const of = (name: string) =>
      lines.filter((line) => line.includes(name)).map((line) => line.replace(/ – .*/, ''));
    expect(of('Sechster')).toEqual(['soon 2026-06-20: Überprüfung nach 12 Monaten dokumentieren']);
    expect(of('Klärung')).toEqual(['today 2026-06-15: Clearing endet: übernehmen oder ablehnen']);
    expect(of('Abgang')).toEqual(['today since 2026-06-01: Datensatz der Wirkungsanalyse eintragen']);
    // None was ever recorded, and they are held in their order; month 21 warns since 10.06.2026.
    expect(of('Grenze')).toEqual([
      'overdue 2025-03-10: Überprüfung nach 6 Monaten dokumentieren',
      'later 2026-09-10: Zwei Jahre im Fallmanagement werden erreicht',
    ]);
    expect(await panel(manager, 'load')).toMatchObject({
      // No rule book is chosen here: nobody knows the key.
      meter: null,
      figures: [{ value: '2' }, { value: '1' }, { value: '0' }],
    });
  });

  test('reads that care must end once that was decided, and what an exit asks for after it', async () => {
    await asOwner(async (tx) => {
      const decided = await inCare(tx, { lastName: 'Schluss', allocatedOn: '2025-12-10' });
      await tx
        .insertInto('care_review')
        .values({
          ...tenant('own'),
          allocation_id: decided,
          month: 6,
          due_on: '2026-06-10',
          decision: 'end',
          reasons: 'Ziele erreicht',
          recorded_on: '2026-06-09',
          recorded_by: manager.accountId,
          recorded_by_name: manager.displayName,
        })
        .execute();
      const gone = await inCare(tx, {
        lastName: 'Einladung',
        allocatedOn: '2025-01-01',
        exitedOn: '2026-06-08',
      });
      await tx
        .insertInto('care_end')
        .values({ ...tenant('own'), allocation_id: gone, invite_by: '2026-06-22' })
        .execute();
      await tx.updateTable('allocation').set({ effect_recorded: true }).where('id', '=', gone).execute();
    });
    const of = async (name: string) =>
      (await dueWith(name, manager)).map((line) => line.replace(/ – .*/, ''));
    expect(await of('Schluss')).toEqual([
      'today since 2026-06-09: Eine Überprüfung hat das Ende ergeben: Bereiten Sie den Abgang vor.',
    ]);
    expect(await of('Einladung')).toEqual(['soon 2026-06-22: Nach dem Abgang zum Gespräch einladen']);
    await asOwner((tx) => tx.updateTable('care_end').set({ invited_on: today }).execute());
    expect(await of('Einladung')).toEqual([]);
    await asOwner(async (tx) => {
      // The panel of a later test counts the open cases.
      await tx.deleteFrom('care_review').where('month', '=', 6).where('decision', '=', 'end').execute();
      await tx.deleteFrom('care_end').execute();
      await tx.deleteFrom('allocation').where('allocated_on', '=', '2025-12-10').execute();
    });
  });

  test('sees nothing of a colleague; whoever stands in sees it for these days', async () => {
    const lines = await due(caseworker);
    expect(lines.filter((line) => line.includes('Grenze'))).toEqual([]);
    expect((await due(manager)).filter((line) => line.includes('Stille'))).toEqual([]);
    await asOwner((tx) =>
      tx
        .insertInto('substitution')
        .values({
          ...tenant('own'),
          absent_id: manager.accountId,
          substitute_id: caseworker.accountId,
          starts: '2020-01-01',
          ends: '2099-12-31',
          created_by: manager.accountId,
          created_by_name: manager.displayName,
        })
        .execute(),
    );
    expect((await due(caseworker)).filter((line) => line.includes('Grenze'))).toHaveLength(2);
    await asOwner((tx) => tx.deleteFrom('substitution').execute());
  });
});

describe('a team lead', () => {
  test('reads what waits for consent, what is overdue in the team, and the waiting list of the month', async () => {
    await asOwner(async (tx) => {
      const clientId = await aClient(tx, { lastName: 'Einzelfall', customerNumber: '777E000001' });
      const checkId = await aCheck(tx, clientId, null);
      await tx
        .insertInto('access_consent')
        .values({
          ...tenant('own'),
          check_id: checkId,
          client_id: clientId,
          asked_at: '2026-06-11 08:00:00+00',
          asked_by: caseworker.accountId,
          asked_by_name: caseworker.displayName,
        })
        .execute();
      const allocationId = await inCare(tx, { lastName: 'Zustimmung', allocatedOn: '2024-06-10' });
      for (const month of [6, 12, 18, 24]) {
        await tx
          .insertInto('care_review')
          .values({
            ...tenant('own'),
            allocation_id: allocationId,
            month,
            due_on: '2026-06-10',
            decision: 'goOn',
            reasons: 'Ziele offen',
            prospects: 'gut',
            recorded_on: '2026-06-09',
            recorded_by: manager.accountId,
            recorded_by_name: manager.displayName,
            lead_deed: month === 24 ? 'teamLeadConsents' : null,
          })
          .execute();
      }
    });
    const lines = await due(lead);
    expect(lines).toContain(
      'today since 2026-06-11: Über den Zugang im Einzelfall entscheiden – Kundennummer 777E000001',
    );
    expect(lines.find((line) => line.includes('Fortführung'))).toMatch(
      /^today since 2026-06-09: Über die Fortführung entscheiden – Kundennummer 111T/,
    );
    // One of each person: the next one, as on the page of the team.
    expect(lines).toContain(`overdue 2025-03-10: 1 Überprüfung ist überfällig – ${manager.displayName}`);
    // "Zuerst" waits since 01.05., and nobody has looked for a month.
    expect(lines).toContain(
      'overdue 2026-06-01: Seit über einem Monat nicht gefragt, ob der Wunsch noch besteht – 1 Person auf der Warteliste',
    );
    const disputed = { ...tenant('own'), question: 'Geht es weiter?', asked_by_name: manager.displayName };
    await asOwner(async (tx) => {
      const care = await tx
        .selectFrom('allocation')
        .where('allocated_on', '=', '2024-06-10')
        .select('id')
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('care_dispute')
        .values({
          ...disputed,
          allocation_id: care.id,
          asked_at: '2026-06-14 08:00:00+00',
          asked_by: manager.accountId,
        })
        .execute();
    });
    expect((await due(lead)).find((line) => line.includes('strittig'))).toMatch(
      /^today since 2026-06-14: Über einen strittigen Abgang entscheiden – Kundennummer 111T/,
    );
    // No word of a person whom the lead has not opened.
    expect(lines.join()).not.toContain('Alma');
    expect(await panel(lead, 'team')).toMatchObject({ figures: [{ value: '3' }, { value: '1' }, {}] });
  });
});

test('a team lead checks each month where the rule book says so', async () => {
  await asOwner((tx) => insertRuleBook(tx, authorities.own.id, 'jc-cottbus-2021'));
  const checks = async () =>
    (await dueWith('Team, Juni 2026', lead)).map((line) => line.replace(/ – .*/, ''));
  expect(await checks()).toEqual([
    'soon 2026-06-30: Fallzahl des Monats prüfen',
    'soon 2026-06-30: Warteliste des Monats prüfen',
  ]);
  await asActor(lead, (tx) => recordTeamCheck(tx, lead, 'waiting', '2026-06-01'));
  expect(await checks()).toEqual(['soon 2026-06-30: Fallzahl des Monats prüfen']);
  await asOwner((tx) => tx.deleteFrom('rule_setting').where('tenant_id', '=', authorities.own.id).execute());
});

test('the foreign authority reads nothing of all this', async () => {
  for (const role of ['caseworker', 'jobcenterCaseManager', 'teamLead'] as const) {
    const actor = anActor(role, { tenant: 'foreign' });
    const found = await asReader(actor, (tx) => collectToday(tx, actor, today));
    expect(found, role).toEqual({ rows: [], panels: expect.any(Array) as unknown });
    // Empty boxes at most: no place, no case, nobody who waits.
    const values = found?.panels.flatMap(({ figures }) => figures.map(({ value }) => value)) ?? [];
    expect(
      values.filter((value) => !value.startsWith('0') && !value.startsWith('1 (')),
      role,
    ).toEqual([]);
  }
});
