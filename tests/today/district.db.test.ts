import { describe, expect, test } from 'vitest';
import { asOwner, asReader } from '#db/as-actor';
import { collectToday } from '~/today/store';
import { anActor, aProviderActor, providers } from '../support/actors';
import { anAllocation, aRunningContract } from '../support/allocations';
import { aClient } from '../support/clients';
import { useTestDatabase } from '../support/database';
import { due, dueWith, tenant, today } from './support';

useTestDatabase();

const officer = anActor('districtOfficer');
const provider = aProviderActor('first');

describe('the district', () => {
  test('reads drafts, terms that are over, and options without money', async () => {
    await asOwner(async (tx) => {
      await aRunningContract(tx, {
        title: 'Ausgelaufen',
        starts: '2025-06-01',
        ends: '2026-05-31',
        terms: { number: 'V-alt' },
      });
      const option = await aRunningContract(tx, { title: 'Mit Option', terms: { number: 'V-Option' } });
      await tx
        .insertInto('contract_option')
        .values({
          ...tenant('own'),
          contract_id: option.contractId,
          no: 1,
          starts: '2027-01-01',
          ends: '2027-12-31',
          declare_by: '2026-09-30',
        })
        .execute();
      const { product_id, funding_source_id } = await tx
        .selectFrom('contract')
        .where('id', '=', option.contractId)
        .select(['product_id', 'funding_source_id'])
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('commitment')
        .values({
          ...tenant('own'),
          product_id,
          funding_source_id,
          fiscal_year: 2027,
          contract_id: option.contractId,
          amount_cents: 9_000_000,
          option_no: 1,
          is_firm: false,
        })
        .execute();
      await tx
        .insertInto('import_draft')
        .values({
          ...tenant('own'),
          created_by: officer.accountId,
          created_at: '2026-06-12 09:00:00+00',
        })
        .execute();
    });
    const lines = await due(officer);
    expect(lines).toContain('today since 2026-06-01: Vertrag beenden – Vertrag V-alt, Ausgelaufen');
    expect(lines.find((line) => line.includes('bereitstellen'))).toMatch(
      /^later 2026-09-30: Mittel für Verlängerungsoptionen bereitstellen – Haushaltsjahr 2027/,
    );
    expect(lines).toContain('open since 2026-06-12: Import von Maßnahmen noch nicht übernommen – 0 Dateien');
    // Three months before its day, and not one before.
    expect(lines.filter((line) => line.includes('Option 1'))).toEqual([]);
    expect((await due(officer, '2026-06-30')).filter((line) => line.includes('Option 1'))).toEqual([
      'later 2026-09-30: Über Option 1 entscheiden – Vertrag V-Option, Mit Option',
    ]);
    expect((await due(anActor('controller'))).find((line) => line.includes('bereitstellen'))).toBeDefined();
    expect(
      (await due(anActor('procurementOfficer'), '2026-06-30')).filter((line) => line.includes('Option 1')),
    ).toHaveLength(1);
  });

  test('only who did not check an invoice is asked to release it', async () => {
    await asOwner(async (tx) => {
      const billed = await aRunningContract(tx);
      await tx
        .insertInto('invoice')
        .values({
          ...tenant('own'),
          contract_id: billed.contractId,
          provider_id: billed.providerId,
          number: 'R-vier-Augen',
          month: '2026-05-01',
          state: 'checked',
          submitted_on: '2026-06-02',
          decided_on: '2026-06-03',
          checked_by: officer.accountId,
          checked_by_name: officer.displayName,
          total_cents: 100,
          tax_note: 'steuerfrei',
          created_by: provider.accountId,
          created_by_name: provider.displayName,
        })
        .execute();
    });
    expect(await dueWith('R-vier-Augen', officer)).toEqual([]);
    await asOwner((tx) =>
      tx
        .updateTable('invoice')
        .set({ checked_by: anActor('teamLead').accountId })
        .where('number', '=', 'R-vier-Augen')
        .execute(),
    );
    expect(await dueWith('R-vier-Augen', officer)).toEqual([
      `today since 2026-06-03: Rechnung freigeben – Rechnung R-vier-Augen, ${providers.first.name}`,
    ]);
  });

  test('counts the months that nobody billed for two months, and the reports that are owed, without a name', async () => {
    await asOwner(async (tx) => {
      const silent = await aRunningContract(tx, {
        title: 'Unberechnet',
        starts: '2026-02-10',
        terms: { number: 'V-still' },
      });
      const invoice = {
        ...tenant('own'),
        contract_id: silent.contractId,
        provider_id: silent.providerId,
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
        ])
        .execute();
      const allocation = await anAllocation(tx, silent, await aClient(tx, { lastName: 'Namenlos' }), {
        starts: '2026-03-01',
        exited_on: '2026-05-10',
        exit_reason: 'goalsReached',
        state: 'closing',
      });
      await tx
        .insertInto('report')
        .values(
          [
            { kind: 'final' as const, no: 0, due_on: '2026-05-24' },
            { kind: 'interim' as const, no: 1, due_on: today },
          ].map((report) => ({ ...tenant('own'), allocation_id: allocation, ...report })),
        )
        .execute();
    });
    const lines = await due(officer);
    expect(lines).toContain(
      `today since 2026-06-02: Rechnung prüfen – Rechnung R-1, ${providers.first.name}`,
    );
    // March, whose invoice was rejected; April is not two months ago.
    expect(lines.filter((line) => line.includes('V-still'))).toEqual([
      `overdue 2026-05-31: Der Träger hat 1 Monat nicht abgerechnet – ${providers.first.name}, Vertrag V-still`,
    ]);
    expect(lines.filter((line) => line.includes('bericht'))).toEqual([
      `overdue 2026-05-24: 1 Abschlussbericht fehlt – ${providers.first.name}, Unberechnet`,
    ]);
    expect(lines.join()).not.toContain('Namenlos');
  });
});

test('an administrator has nothing due, whatever there is', async () => {
  expect(await due(anActor('portalAdmin'))).toEqual(['nothing is ever due']);
});

test('the foreign authority reads nothing of all this', async () => {
  for (const role of ['districtOfficer', 'procurementOfficer', 'controller'] as const) {
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
