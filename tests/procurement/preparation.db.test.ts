import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readFile } from 'node:fs/promises';
import { asActor, asOwner, asReader } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { fitsLock } from '~/portfolio/editing/lock';
import { importMeasure } from '~/portfolio/import-measure';
import { measureSource } from '~/portfolio/source';
import { conflictReply, stepLock } from '~/procurement/preparation/conflict';
import type { PreparationPatch } from '~/procurement/preparation/parts';
import { findPreparation, savePreparation } from '~/procurement/store';
import { anActor, authorities } from '../support/actors';
import { useTestDatabase } from '../support/database';

const office = anActor('procurementOfficer');
const officer = anActor('districtOfficer');
const today = '2019-09-01';

useTestDatabase();
beforeAll(async () => {
  const source = measureSource.parse(
    JSON.parse(await readFile('db/example/portfolio/case-manager.json', 'utf8')),
  );
  await asOwner((tx) => importMeasure(tx, { tenantId: authorities.own.id, sourceYear: 2019 }, source));
});
beforeEach(() => asOwner((tx) => tx.deleteFrom('tender_preparation').execute()));

async function prepared(actor: Actor = office) {
  const found = await asReader(actor, (tx) => findPreparation(tx, 'case-manager', today));
  if (!found) throw new Error('The measure of the test is gone.');
  return found;
}

function save(patch: PreparationPatch, actor: Actor = office, isCurrent = () => true) {
  return asActor(actor, (tx) => savePreparation(tx, actor, 'case-manager', { patch, today }, isCurrent));
}

const lots = (...quantities: (number | null)[]): PreparationPatch => ({
  lots: {
    lots: quantities.map((quantity, index) => ({
      title: `Los ${index + 1}`,
      site: null,
      quantity,
      unit: 'placeMonth',
      optionQuantity: null,
      fixedPriceCents: null,
    })),
    lotLimit: null,
    quantityNote: null,
  },
});

test('before anybody saved, the measure proposes: its sites as lots, without invented quantities', async () => {
  const { preparation } = await prepared();
  expect(preparation).toMatchObject({ version: 0, saved: [] });
  expect(preparation.parts.lots.lots.map(({ site, quantity }) => [site, quantity])).toEqual([
    ['Rotenburg (Wümme)', null],
    ['Zeven', null],
    ['Bremervörde', null],
  ]);
  expect(preparation.parts.staff.staffing).toEqual([]);
});

test('one step is saved, the others stay proposals; saving a proposal unchanged counts, too', async () => {
  expect(await save(lots(20))).toEqual({ ok: true, value: 1 });
  const { preparation } = await prepared();
  expect(preparation.saved).toEqual(['lots']);
  await save({ price: preparation.parts.price });
  const after = (await prepared()).preparation;
  expect(after).toMatchObject({ version: 2, saved: ['lots', 'price'] });
  expect(after.parts.lots).toEqual(lots(20).lots);
  // Nothing new: no version, no entry in the log.
  expect(await save({ price: preparation.parts.price })).toEqual({ ok: true, value: 2 });
});

test('the log names the steps and who saved them', async () => {
  await save(lots(20));
  const entries = await asOwner((tx) =>
    tx
      .selectFrom('audit_entry')
      .select(['changed_fields', 'account_id'])
      .where('verb', '=', 'tender.prepared')
      .orderBy('at', 'desc')
      .limit(1)
      .execute(),
  );
  expect(entries).toEqual([{ changed_fields: ['lots'], account_id: office.accountId }]);
});

test('a lot keeps its id as long as it keeps its place', async () => {
  const ids = () => asOwner((tx) => tx.selectFrom('tender_lot').select('id').orderBy('position').execute());
  await save(lots(20, 15, 10));
  const before = await ids();
  await save(lots(21, 15));
  expect(await ids()).toEqual(before.slice(0, 2));
});

test('criteria come back as they were saved, in two levels', async () => {
  const { preparation } = await prepared();
  await save({ criteria: preparation.parts.criteria });
  expect((await prepared()).preparation.parts.criteria).toEqual(preparation.parts.criteria);
});

describe('two people at once', () => {
  test('a step that somebody saved meanwhile is not overwritten, and both values are told', async () => {
    const first = await prepared();
    const lock = stepLock('lose', first.preparation, first.plan);
    await save(lots(20), officer);
    const late = await asActor(office, (tx) =>
      savePreparation(tx, office, 'case-manager', { patch: lots(30), today }, (preparation, current) =>
        fitsLock(lock, stepLock('lose', preparation, current.plan)),
      ),
    );
    if (!late || late.ok) throw new Error('The late save was not refused.');
    const [conflict] = late.findings;
    const reply = conflictReply('lose', lots(30), conflict!.current);
    expect(reply.findings).toContain('Los 1, Menge: Gespeichert ist „20“, Ihre Angabe ist „30“.');
    expect((await prepared()).preparation.parts.lots.lots[0]?.quantity).toBe(20);
    // With the lock of the answer the same form may be saved.
    const again = await asActor(office, (tx) =>
      savePreparation(tx, office, 'case-manager', { patch: lots(30), today }, (preparation, current) =>
        fitsLock(reply.lock, stepLock('lose', preparation, current.plan)),
      ),
    );
    expect(again).toMatchObject({ ok: true });
  });

  test('another step may be saved meanwhile', async () => {
    await save(lots(20));
    const first = await prepared();
    const lock = stepLock('preis', first.preparation, first.plan);
    await save(lots(25), officer);
    const saved = await asActor(office, (tx) =>
      savePreparation(
        tx,
        office,
        'case-manager',
        { patch: { price: first.preparation.parts.price }, today },
        (preparation, current) => fitsLock(lock, stepLock('preis', preparation, current.plan)),
      ),
    );
    expect(saved).toMatchObject({ ok: true });
  });
});

test('a foreign or missing measure is not there', async () => {
  const foreign = anActor('procurementOfficer', { tenant: 'foreign' });
  expect(await save(lots(1), foreign)).toBeUndefined();
  expect(await asReader(foreign, (tx) => findPreparation(tx, 'case-manager', today))).toBeUndefined();
});

test.each([
  { row: { level: 3, position: 2 }, constraint: 'tender_criterion_two_levels' },
  { row: { weight_percent: 101 }, constraint: 'tender_criterion_weight_in_percent' },
  { row: { scale: '["", ""]' }, constraint: 'tender_criterion_four_steps' },
  { row: { level: 2 }, constraint: 'tender_criterion_begins_with_level_one' },
])('the database itself refuses what $constraint forbids', async ({ row, constraint }) => {
  await save(lots(1));
  const { measure } = await prepared();
  const write = asOwner((tx) =>
    tx
      .insertInto('tender_criterion')
      .values({
        tenant_id: authorities.own.id,
        measure_id: measure.id,
        position: 1,
        level: 1,
        title: 'Konzept',
        scale: '["", "", "", ""]',
        zero_excludes: false,
        ...row,
      })
      .execute(),
  );
  await expect(write).rejects.toThrow(constraint);
});
