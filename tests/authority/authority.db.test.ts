import { beforeEach, describe, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import type { AuthorityChange } from '~/authority/authority';
import { findAuthority, findAuthoritySettings, saveAuthority } from '~/authority/store';
import type { Actor } from '~/identity/actor';
import { anActor, authorities } from '../support/actors';
import { useTestDatabase } from '../support/database';

const officer = anActor('districtOfficer');
const foreign = anActor('districtOfficer', { tenant: 'foreign' });
const today = '2019-09-01';

useTestDatabase();

beforeEach(async () => {
  await asOwner(async (tx) => {
    await tx.deleteFrom('measure').execute();
    await tx.deleteFrom('committee').execute();
    await tx.deleteFrom('rule_setting').execute();
    await tx
      .updateTable('authority')
      .set({
        ...{ name: authorities.own.name, office: null, street: null, postcode: null, town: null },
        ...{ signature_role: null, state: 'NI', version: 1 },
      })
      .where('id', '=', authorities.own.id)
      .execute();
  });
});

const advising = { id: null, name: 'Sozialausschuss', task: 'advises', isPublic: true } as const;
const deciding = { id: null, name: 'Kreistag', task: 'decides', isPublic: true } as const;

function aChange(known: Partial<AuthorityChange> = {}): AuthorityChange {
  return {
    name: authorities.own.name,
    office: 'Amt für Soziales',
    ...{ street: 'Kreishausstraße 1', postcode: '00001', town: 'Musterstadt' },
    state: 'NI',
    signatureRole: 'Landrätin',
    regime: 'municipal',
    regimeFrom: '2015-01-01',
    committees: [advising, deciding],
    ...known,
  };
}

function save(change: AuthorityChange, version: number, actor: Actor = officer) {
  return asActor(actor, (tx) => saveAuthority(tx, actor, change, version, today));
}

function settings() {
  return asReader(officer, (tx) => findAuthoritySettings(tx, today));
}

test('the authority shows what was saved, its committees in their order', async () => {
  expect(await save(aChange(), 1)).toEqual({ ok: true, value: 2 });
  expect(await asReader(officer, (tx) => findAuthority(tx, today))).toMatchObject({
    name: authorities.own.name,
    office: 'Amt für Soziales',
    state: 'NI',
    signatureRole: 'Landrätin',
    isFictional: true,
    regime: 'municipal',
    committees: [
      { name: 'Sozialausschuss', task: 'advises' },
      { name: 'Kreistag', task: 'decides' },
    ],
    version: 2,
  });
});

test('without an entry nobody knows the budget regime', async () => {
  expect((await settings()).regime).toBeNull();
});

test('a new regime closes the period before; each day keeps its own', async () => {
  await save(aChange(), 1);
  const { committees } = await settings();
  await save(aChange({ committees, regime: 'federal', regimeFrom: '2020-01-01' }), 2);

  const regimeOn = async (day: string) => (await asReader(officer, (tx) => findAuthority(tx, day))).regime;
  expect(await regimeOn('2014-12-31')).toBeNull();
  expect(await regimeOn('2019-12-31')).toBe('municipal');
  expect(await regimeOn('2020-01-01')).toBe('federal');
  expect((await settings()).regimePeriods).toEqual([
    { regime: 'municipal', from: '2015-01-01', until: '2019-12-31', source: '§ 112 Abs. 2 NKomVG' },
    { regime: 'federal', from: '2020-01-01', until: null, source: '§ 38 BHO/LHO' },
  ]);
});

describe('committees', () => {
  test('keep their id through renaming and moving', async () => {
    await save(aChange(), 1);
    const [first, second] = (await settings()).committees;
    if (!first || !second) throw new Error('Both committees were saved.');
    const moved = [{ ...second, name: 'Kreistag Eigenau' }, first, deciding];
    await save(aChange({ regimeFrom: null, committees: moved }), 2);
    const after = (await settings()).committees;
    expect(after.slice(0, 2)).toEqual([{ ...second, name: 'Kreistag Eigenau' }, first]);
    expect(after).toHaveLength(3);
  });

  test.each(['consultation', 'report'] as const)(
    'one that a paper names (%s) cannot be removed',
    async (use) => {
      await save(aChange(), 1);
      const [first, second] = (await settings()).committees;
      if (!first || !second) throw new Error('Both committees were saved.');
      await planWith(first.id, use);

      const refused = await save(aChange({ regimeFrom: null, office: 'Neu', committees: [second] }), 2);
      expect(refused).toEqual({
        ok: false,
        findings: [{ code: 'committeeInUse', committee: 'Sozialausschuss', measures: ['Case-Manager'] }],
      });
      expect(await settings()).toMatchObject({ office: 'Amt für Soziales', version: 2 });
      expect(await save(aChange({ regimeFrom: null, committees: [first] }), 2)).toEqual({
        ok: true,
        value: 3,
      });
    },
  );
});

test('whoever saves an older version is shown the newer one', async () => {
  await save(aChange({ office: 'Jugendamt' }), 1);
  const refused = await save(aChange({ office: 'Sozialamt' }), 1);
  expect(refused).toMatchObject({
    ok: false,
    findings: [{ code: 'savedMeanwhile', current: { office: 'Jugendamt', version: 2 } }],
  });
});

test('the audit log names what changed; saving the same again writes nothing', async () => {
  await save(aChange(), 1);
  const { committees } = await settings();
  expect(await save(aChange({ committees, regimeFrom: null }), 2)).toEqual({ ok: true, value: 2 });
  const entries = await asOwner((tx) =>
    tx
      .selectFrom('audit_entry')
      .select('changed_fields')
      .where('verb', '=', 'authority.changed')
      .orderBy('at', 'desc')
      .limit(1)
      .execute(),
  );
  expect(entries.map((entry) => entry.changed_fields)).toEqual([
    ['office', 'street', 'postcode', 'town', 'signatureRole', 'committees', 'budgetAuthorityRegime'],
  ]);
});

test('another authority has its own settings', async () => {
  await save(aChange(), 1);
  expect(await asReader(foreign, (tx) => findAuthoritySettings(tx, today))).toMatchObject({
    name: authorities.foreign.name,
    committees: [],
    regimePeriods: [],
  });
});

test.each(['caseworker', 'controller', 'procurementOfficer'] as const)(
  'the role %s reads the settings, and the database refuses its save',
  async (role) => {
    await expect(save(aChange(), 1, anActor(role))).rejects.toThrow();
    expect((await settings()).version).toBe(1);
  },
);

test('the administrator saves them too', async () => {
  expect(await save(aChange(), 1, anActor('portalAdmin'))).toMatchObject({ ok: true });
});

async function planWith(committeeId: string, use: 'consultation' | 'report'): Promise<void> {
  const tenant_id = authorities.own.id;
  await asOwner(async (tx) => {
    const { id: measure_id } = await tx
      .insertInto('measure')
      .values({
        tenant_id,
        slug: 'case-manager',
        title: 'Case-Manager',
        kind: 'massnahme',
        search_text: '',
        source: '{}',
        content: '{}',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (use === 'report') {
      const values = { tenant_id, measure_id, report_committee_id: committeeId };
      await tx.insertInto('measure_plan').values(values).execute();
      return;
    }
    const values = { tenant_id, measure_id, committee_id: committeeId, meeting_date: '2019-09-18' };
    await tx.insertInto('measure_consultation').values(values).execute();
  });
}
