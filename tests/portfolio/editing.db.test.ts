import { beforeEach, describe, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { refusalReply } from '~/portfolio/editing/conflict';
import { isCurrent, type SectionLock, sectionLock } from '~/portfolio/editing/lock';
import type { MeasurePlan, PlanPatch } from '~/portfolio/editing/plan';
import type { SectionSlug } from '~/portfolio/editing/sections';
import { findPlan, listPlanChoices, savePlan } from '~/portfolio/editing/store';
import { anActor, authorities } from '../support/actors';
import { useTestDatabase } from '../support/database';
import { committee, emptyContent } from './editing-plans';

const officer = anActor('districtOfficer');
const foreign = anActor('districtOfficer', { tenant: 'foreign' });
const productId = 'f0000000-0000-4000-8000-000000000001';
const foreignProductId = 'f0000000-0000-4000-8000-000000000002';

useTestDatabase();

beforeEach(async () => {
  await asOwner(async (tx) => {
    await tx.deleteFrom('measure').execute();
    await tx.deleteFrom('committee').execute();
    await tx.deleteFrom('budget_product').execute();
    await tx
      .insertInto('measure')
      .values({
        tenant_id: authorities.own.id,
        slug: 'case-manager',
        title: 'Case-Manager',
        kind: 'massnahme',
        search_text: '',
        source: '{}',
        content: '{}',
      })
      .execute();
    await tx
      .insertInto('committee')
      .values({
        tenant_id: authorities.own.id,
        id: committee.id,
        name: committee.name,
        position: 1,
        task: 'decides',
        is_public: true,
      })
      .execute();
    await tx
      .insertInto('budget_product')
      .values([
        { tenant_id: authorities.own.id, id: productId, number: '31.2.02', name: 'Eingliederung' },
        { tenant_id: authorities.foreign.id, id: foreignProductId, number: '31.2.02', name: 'Fremd' },
      ])
      .execute();
  });
});

async function plan(): Promise<MeasurePlan> {
  const found = await asReader(officer, (tx) => findPlan(tx, 'case-manager'));
  if (!found) throw new Error('The measure of the test is gone.');
  return found;
}

function save(patch: PlanPatch, lock?: { section: SectionSlug; lock: SectionLock }, actor: Actor = officer) {
  const fits = (current: MeasurePlan) => !lock || isCurrent(lock.lock, lock.section, current);
  return asActor(actor, (tx) => savePlan(tx, actor, 'case-manager', patch, fits));
}

async function auditedFields(): Promise<string[][]> {
  const rows = await asOwner((tx) =>
    tx
      .selectFrom('audit_entry')
      .select('changed_fields')
      .where('verb', '=', 'measure.planned')
      .orderBy('at')
      .execute(),
  );
  return rows.map((row) => row.changed_fields);
}

const wholeTerm = {
  termStart: '2019-12-01',
  termEnd: '2020-12-31',
  hasOptions: true,
  options: [{ starts: '2021-01-01', ends: '2021-12-31', condition: 'Erfolg und Mittel' }],
};

test('a measure that was never planned has an empty plan of version 0', async () => {
  expect(await plan()).toMatchObject({ ...emptyContent, version: 0, title: 'Case-Manager' });
});

test('every field comes back as it was saved, lists in their order', async () => {
  const everything: PlanPatch = {
    ...wholeTerm,
    paperNo: '2019/117',
    paperDate: '2019-09-01',
    fileRef: 'IV-12',
    department: 'Amt für Soziales',
    subject: 'Ausschreibung',
    meetings: [{ committeeId: committee.id, meetingDate: '2019-09-18' }],
    needText: 'Belastungen',
    demandCount: 40,
    demandUnknownReason: null,
    targetGroup: 'Leistungsberechtigte',
    serviceSubject: 'Betreuung',
    serviceText: 'Begleitung',
    stepsText: 'Schritte',
    isVoluntaryService: true,
    sites: [
      { name: 'Zeven', places: 8 },
      { name: 'Bremervörde', places: null },
    ],
    roomsText: 'Räume des Jobcenters',
    phases: [
      { title: 'Strategieplanung', subText: null },
      { title: 'Erstkontakt', subText: 'Vertrauen' },
    ],
    referralTargets: [{ name: 'Eingliederungshilfe' }],
    productId,
    estimateMonthlyCents: 750_000,
    estimateBasis: 'Markterkundung',
    indicators: [{ text: 'Vermittlungen' }],
    reportCommitteeId: committee.id,
  };
  expect(await save(everything)).toEqual({ ok: true, value: 1 });
  expect(await plan()).toMatchObject({ ...everything, version: 1 });
});

test('one step leaves the others alone and can empty its own fields again', async () => {
  await save({ department: 'Amt für Soziales' });
  await save(wholeTerm);
  await save({ ...wholeTerm, hasOptions: false, options: [] });
  expect(await plan()).toMatchObject({
    department: 'Amt für Soziales',
    termStart: '2019-12-01',
    hasOptions: false,
    options: [],
    version: 3,
  });
});

test('the audit log names the changed fields; saving the same again writes nothing', async () => {
  const before = await auditedFields();
  await save(wholeTerm);
  await save({ ...wholeTerm, termEnd: '2021-01-31', options: [] });
  await save({ ...wholeTerm, termEnd: '2021-01-31', options: [] });
  expect((await auditedFields()).slice(before.length)).toEqual([
    ['termStart', 'termEnd', 'hasOptions', 'options'],
    ['termEnd', 'options'],
  ]);
  expect((await plan()).version).toBe(2);
});

describe('two officers save', () => {
  test('the second one of the same step is asked, with both values, and can then save', async () => {
    const lock = sectionLock('laufzeit', await plan());
    await save({ ...wholeTerm, termEnd: '2020-11-30', options: [] });

    const refused = await save(wholeTerm, { section: 'laufzeit', lock });
    if (!refused || refused.ok) throw new Error('The second save was not refused.');
    const choices = await asReader(officer, (tx) => listPlanChoices(tx, '2019-09-01'));
    const reply = refusalReply(refused.findings, { section: 'laufzeit', patch: wholeTerm, lock }, choices);
    expect(reply.findings).toContain('Ende: Gespeichert ist „30.11.2020“, Ihre Angabe ist „31.12.2020“.');
    expect((await plan()).termEnd).toBe('2020-11-30');

    expect(await save(wholeTerm, { section: 'laufzeit', lock: reply.lock })).toEqual({ ok: true, value: 2 });
  });

  test('different steps do not disturb each other', async () => {
    const lock = sectionLock('laufzeit', await plan());
    await save({ department: 'Amt für Soziales' });
    expect(await save(wholeTerm, { section: 'laufzeit', lock })).toMatchObject({ ok: true });
  });
});

test.each([
  { patch: { productId: foreignProductId }, field: 'productId' },
  { patch: { reportCommitteeId: foreignProductId }, field: 'reportCommitteeId' },
  { patch: { productId: 'kein Produkt' }, field: 'productId' },
])('a choice that the authority does not have is refused: $field', async ({ patch, field }) => {
  expect(await save(patch)).toEqual({ ok: false, findings: [{ code: 'choiceGone', field }] });
});

describe('who may plan', () => {
  test('another authority neither sees nor changes the plan', async () => {
    await save(wholeTerm);
    expect(await asReader(foreign, (tx) => findPlan(tx, 'case-manager'))).toBeUndefined();
    expect(await save({ ...wholeTerm, termEnd: null, options: [] }, undefined, foreign)).toBeUndefined();
    expect((await plan()).termEnd).toBe('2020-12-31');
  });

  test.each(['caseworker', 'procurementOfficer', 'controller', 'portalAdmin'] as const)(
    'the role %s reads the plan, and the database refuses its save',
    async (role) => {
      const reader = anActor(role);
      expect(await asReader(reader, (tx) => findPlan(tx, 'case-manager'))).toBeDefined();
      expect(await save(wholeTerm, undefined, reader)).toBeUndefined();
      expect((await plan()).version).toBe(0);
      const { measureId } = await plan();
      const direct = asActor(reader, (tx) =>
        tx.insertInto('measure_plan').values({ tenant_id: reader.tenantId, measure_id: measureId }).execute(),
      );
      await expect(direct).rejects.toMatchObject({ code: '42501' });
    },
  );
});

test('legal bases are kept as cited, and what was read from them leads the questions', async () => {
  expect((await plan()).legalBases).toEqual([]);
  const legalBases = [{ cited: '§ 45 SGB III' }, { cited: 'Landesprogramm Ankommen' }];
  await asActor(officer, (tx) => savePlan(tx, officer, 'case-manager', { legalBases }, () => true));
  expect((await plan()).legalBases).toEqual(legalBases);
  const rows = await asReader(officer, (tx) =>
    tx.selectFrom('measure_legal_basis').select(['law', 'section']).orderBy('position').execute(),
  );
  expect(rows).toEqual([
    { law: 'SGB III', section: '45' },
    { law: null, section: null },
  ]);
});

test.each(['a\u0000b', 'Groß', '', '../x', 'a'.repeat(5000)])('no measure has the slug %j', async (slug) => {
  expect(await asReader(officer, (tx) => findPlan(tx, slug))).toBeUndefined();
  expect(await asActor(officer, (tx) => savePlan(tx, officer, slug, {}, () => true))).toBeUndefined();
});
