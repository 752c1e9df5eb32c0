import { beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from '#db/as-actor';
import { aProviderActor } from '../support/actors';
import { anAllocation, aRunningContract, type RunningContract } from '../support/allocations';
import { aClient } from '../support/clients';
import { useTestDatabase } from '../support/database';
import { aCoaching, due, dueWith, panel, tenant } from './support';

useTestDatabase();

const provider = aProviderActor('first');

let contract: RunningContract;
let place = 0;
const nextPlace = () => contract.places[place++] ?? null;

beforeAll(async () => {
  contract = await asOwner((tx) => aCoaching(tx));
});

describe('a provider', () => {
  test('reads whom to confirm, who was not seen yet, whose contact and plan are due', async () => {
    await asOwner(async (tx) => {
      const silent = await aClient(tx, { lastName: 'Stille' });
      await anAllocation(tx, contract, silent, {
        place_id: nextPlace(),
        allocated_on: '2026-06-01',
        starts: '2026-06-05',
        ends: '2026-12-31',
      });
      const over = await aClient(tx, { lastName: 'Vorbei' });
      await anAllocation(tx, contract, over, {
        place_id: nextPlace(),
        confirmed_on: '2026-02-02',
        first_contact_on: '2026-05-20',
        ends: '2026-06-12',
      });
      const confirmed = { confirmed_on: '2026-05-02', allocated_on: '2026-05-01', ends: '2026-12-31' };
      const first = await aClient(tx, { lastName: 'Erstkontakt' });
      await anAllocation(tx, contract, first, { ...confirmed, place_id: nextPlace(), starts: '2026-06-01' });
      const held = await aClient(tx, { lastName: 'Rhythmus' });
      const allocation = await anAllocation(tx, contract, held, {
        ...confirmed,
        place_id: nextPlace(),
        starts: '2026-05-04',
        first_contact_on: '2026-05-05',
      });
      const contact = {
        ...tenant('own'),
        allocation_id: allocation,
        kind: 'talk' as const,
        recorded_by: provider.accountId,
        recorded_by_name: provider.displayName,
        reports_absence: false,
      };
      const wrong = await tx
        .insertInto('contact')
        .values({ ...contact, day: '2026-06-12', outcome: 'held', minutes: 45 })
        .returning('id')
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('contact')
        .values([
          { ...contact, day: '2026-06-05', outcome: 'held', minutes: 45 },
          { ...contact, day: '2026-06-12', outcome: 'clientAbsent', corrects_id: wrong.id },
        ])
        .execute();
    });
    const lines = await due(provider);
    const of = (name: string) =>
      lines.filter((line) => line.includes(`${name},`)).map((line) => line.replace(/ – .*/, ''));
    expect(of('Vorbei')).toContain('overdue 2026-06-12: Abgang eintragen');
    // Four weeks after the first contact on 05.05. In the week until 14.06. the person did not come: no neglect.
    expect(of('Rhythmus')).toEqual(['overdue 2026-06-02: Strategieplan aufstellen']);
    // The first week from 01.06. on, and that from 05.06. on.
    expect(of('Erstkontakt')).toEqual(['overdue 2026-06-07: Erstkontakt führen und eintragen']);
    expect(of('Stille')).toEqual([
      'overdue 2026-06-05: Platz und ersten Termin bestätigen',
      'overdue 2026-06-11: Erstkontakt führen und eintragen',
    ]);
    const contactsOf = async (day: string) =>
      (await dueWith('Rhythmus,', provider, day)).filter((line) => line.includes('Kontakt'));
    expect(await contactsOf('2026-06-17')).toEqual([]);
    expect(await contactsOf('2026-06-18')).toEqual([
      expect.stringMatching(/^soon 2026-06-21: Kontakt führen und eintragen/),
    ]);
    expect(await contactsOf('2026-06-22')).toEqual([
      expect.stringMatching(/^overdue 2026-06-21: Kontakt führen und eintragen/),
    ]);
  });

  test('reads reports to write and those that came back, with their drafts', async () => {
    await asOwner(async (tx) => {
      const clientId = await aClient(tx, { lastName: 'Schreiben' });
      const allocation = await anAllocation(tx, contract, clientId, {
        place_id: nextPlace(),
        confirmed_on: '2026-02-02',
        first_contact_on: '2026-06-14',
        ends: '2026-12-31',
      });
      await tx
        .insertInto('report')
        .values(
          [
            { kind: 'interim' as const, no: 1, due_on: '2026-06-01', state: 'returned' as const },
            { kind: 'interim' as const, no: 2, due_on: '2026-07-15', state: 'open' as const },
            { kind: 'interim' as const, no: 3, due_on: '2026-07-16', state: 'open' as const },
          ].map((report) => ({ ...tenant('own'), allocation_id: allocation, ...report })),
        )
        .execute();
    });
    const lines = await dueWith('Schreiben,', provider);
    expect(lines.filter((line) => line.includes('bericht')).map((line) => line.replace(/ – .*/, ''))).toEqual(
      ['overdue 2026-06-01: 1. Zwischenbericht überarbeiten', 'soon 2026-07-15: 2. Zwischenbericht abgeben'],
    );
  });

  test('reads which months are to be billed, and what came back', async () => {
    await asOwner(async (tx) => {
      const billed = await aRunningContract(tx, {
        title: 'Abgerechnet',
        starts: '2026-02-10',
        ends: '2026-12-31',
      });
      const invoice = {
        ...tenant('own'),
        contract_id: billed.contractId,
        provider_id: billed.providerId,
        total_cents: 750_000,
        tax_note: 'steuerfrei',
        created_by: provider.accountId,
        created_by_name: provider.displayName,
      };
      await tx
        .insertInto('invoice')
        .values([
          { ...invoice, number: 'R-1', month: '2026-02-01', state: 'submitted', submitted_on: '2026-06-02' },
          {
            ...invoice,
            number: 'R-2',
            month: '2026-03-01',
            state: 'rejected',
            submitted_on: '2026-04-02',
            decided_on: '2026-06-14',
            rejected_reason: 'Zeitraum falsch',
          },
          { ...invoice, number: 'R-3', month: '2026-05-01' },
        ])
        .execute();
    });
    await asOwner(async (tx) => {
      // Paid by the session, and none was held.
      const price = { price_model: 'perSession' as const, session_days: ['2026-03-02'] };
      await aRunningContract(tx, { title: 'Ohne Termin', starts: '2026-02-01', terms: price });
      // Its last month is over with its last day.
      await aRunningContract(tx, { title: 'Ausgelaufen', starts: '2026-06-01', ends: '2026-06-10' });
    });
    expect(await dueWith('Ohne Termin', provider)).toEqual([]);
    expect(await dueWith('Ausgelaufen', provider)).toEqual([
      expect.stringMatching(/^later 2026-08-31: Rechnung stellen – Vertrag V-\d+, Ausgelaufen/),
    ]);
    const lines = await due(provider);
    expect(lines.filter((line) => line.includes('Abgerechnet'))).toEqual([
      // April alone is left; until the end of June.
      expect.stringMatching(/^soon 2026-06-30: Rechnung stellen – Vertrag V-\d+, Abgerechnet/),
    ]);
    expect(lines.filter((line) => line.includes('R-'))).toEqual([
      'today since 2026-06-14: Rechnung abgelehnt, neu stellen – Rechnung R-2',
      expect.stringMatching(/^open since .*: Rechnungsentwurf – Rechnung R-3/),
    ]);
  });

  test('reads of sessions whose attendance is missing, and of those of the coming week', async () => {
    await asOwner(async (tx) => {
      const training = await aRunningContract(tx, {
        title: 'Training',
        service: { unit: 'group', session_count: 6, session_minutes: 240, group_size: 12 },
      });
      const group = async (name: string) => {
        const { id } = await tx
          .insertInto('training_group')
          .values({
            ...tenant('own'),
            contract_id: training.contractId,
            measure_id: training.measureId,
            provider_id: training.providerId,
            site_position: 1,
            name,
            trainer: 'T. Rainer',
            starts: '2026-06-01',
            ends: '2026-07-31',
            seats: 12,
            state: 'running',
            created_by_name: provider.displayName,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        const seat = await tx
          .insertInto('contract_place')
          .values({
            ...tenant('own'),
            contract_id: training.contractId,
            site_position: 1,
            no: 1,
            valid_from: '2026-06-01',
            valid_to: '2026-07-31',
            group_id: id,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        await tx
          .insertInto('training_session')
          .values(
            ['2026-06-08', '2026-06-15', '2026-06-22', '2026-06-23'].map((day, index) => ({
              ...tenant('own'),
              group_id: id,
              no: index + 1,
              day,
              begins_at: '09:00',
              minutes: 240,
            })),
          )
          .execute();
        return seat.id;
      };
      await group('Leere Gruppe');
      const seat = await group('Gruppe Juni');
      const client = await aClient(tx, { lastName: 'Lernende' });
      await anAllocation(tx, training, client, {
        place_id: seat,
        confirmed_on: '2026-06-01',
        starts: '2026-06-01',
        ends: '2026-07-31',
      });
    });
    expect(await dueWith('Gruppe', provider)).toEqual([
      'overdue 2026-06-08: Anwesenheit bei Termin 1 eintragen – Gruppe Juni',
      'overdue 2026-06-08: Termin 1 festhalten oder absagen – Leere Gruppe',
      'today 2026-06-15: Anwesenheit bei Termin 2 eintragen – Gruppe Juni',
      'today 2026-06-15: Termin 2 festhalten oder absagen – Leere Gruppe',
      'soon 2026-06-22: Termin 3 der Gruppe – Gruppe Juni',
      'soon 2026-06-22: Termin 3 der Gruppe – Leere Gruppe',
    ]);
    // Nothing can be entered any more after six weeks, so nobody is asked to.
    expect((await dueWith('Termin 1', provider, '2026-07-20')).length).toBe(2);
    expect(await dueWith('Termin 1', provider, '2026-07-21')).toEqual([]);
  });

  test('what a provider may no longer see is gone from its page', async () => {
    const id = await asOwner(async (tx) => {
      const clientId = await aClient(tx, { lastName: 'Unsichtbar' });
      return await anAllocation(tx, contract, clientId, {
        place_id: nextPlace(),
        starts: '2026-06-01',
        ends: '2026-12-31',
      });
    });
    expect(await dueWith('Unsichtbar', provider)).toHaveLength(2);
    await asOwner((tx) =>
      tx.updateTable('allocation').set({ visible_until: '2020-01-01' }).where('id', '=', id).execute(),
    );
    expect(await dueWith('Unsichtbar', provider)).toEqual([]);
  });

  test('reads nothing of another one, and how many of its places are taken', async () => {
    expect(await due(aProviderActor('second'))).toEqual([]);
    expect(await panel(aProviderActor('second'), 'own places')).toBeUndefined();
    const box = await panel(provider, 'own places');
    expect(box?.figures.find(({ label }) => label === 'Abgerechnet')?.value).toBe('0 von 3');
  });
});
