import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import { compareVersions } from '~/portfolio/compare';
import { measureContent } from '~/portfolio/content';
import { findPlan, savePlan } from '~/portfolio/editing/store';
import { readFilter } from '~/portfolio/filters';
import { importMeasure } from '~/portfolio/import-measure';
import type { MeasureState, StepNeed } from '~/portfolio/states';
import {
  changeIntake,
  createMeasure,
  currentVersionNo,
  findMeasure,
  findVersion,
  listMeasures,
  listMoves,
  listVersions,
  moveMeasure,
  saveContent,
} from '~/portfolio/store';
import { anActor, authorities } from '../support/actors';
import { useTestDatabase } from '../support/database';

const officer = anActor('districtOfficer');
const caseworker = anActor('caseworker');
const foreign = anActor('districtOfficer', { tenant: 'foreign' });
const slug = 'case-manager';

useTestDatabase();

beforeEach(async () => {
  const file = measureContent.parse(
    JSON.parse(await readFile('db/example/portfolio/case-manager.json', 'utf8')),
  );
  await asOwner(async (tx) => {
    await tx.deleteFrom('measure').execute();
    await importMeasure(tx, { tenantId: authorities.own.id, sourceYear: 2019 }, file);
  });
});

const nothingUnmet = () => Promise.resolve<StepNeed[]>([]);

function move(from: MeasureState, to: MeasureState, reason: string | null = 'Grund', actor = officer) {
  return asActor(actor, (tx) => moveMeasure(tx, actor, slug, { from, to, reason }, nothingUnmet));
}

async function measure() {
  const found = await asReader(officer, (tx) => findMeasure(tx, slug));
  if (!found) throw new Error('The measure of the test is gone.');
  return found;
}

function change(targetGroup: string) {
  return asActor(officer, (tx) =>
    saveContent(
      tx,
      officer,
      slug,
      (content) => ({ ...content, targetGroup }),
      () => true,
    ),
  );
}

describe('a measure moves step by step', () => {
  test('what is decided becomes a version; who moved it when and why stays', async () => {
    expect((await measure()).state).toBe('idea');
    await move('idea', 'concept', null);
    const decided = await move('concept', 'approved', 'Beschluss des Kreistags');
    expect(decided).toEqual({ ok: true, value: 'approved' });

    const { id } = await measure();
    const [versions, moves] = await asReader(officer, (tx) =>
      Promise.all([listVersions(tx, id), listMoves(tx, id)]),
    );
    expect(versions.map(({ no, state, reason, createdBy }) => [no, state, reason, createdBy])).toEqual([
      [1, 'approved', 'Beschluss des Kreistags', officer.displayName],
    ]);
    expect(
      moves.map(({ fromState, toState, reason, versionNo }) => [fromState, toState, reason, versionNo]),
    ).toEqual([
      ['concept', 'approved', 'Beschluss des Kreistags', 1],
      ['idea', 'concept', null, null],
    ]);
  });

  test('a step that does not exist, or starts elsewhere, is refused', async () => {
    for (const [from, to] of [
      ['idea', 'running'],
      ['concept', 'approved'],
    ] as const) {
      expect(await move(from, to)).toEqual({ ok: false, findings: [{ code: 'noSuchStep' }] });
    }
    expect((await measure()).state).toBe('idea');
  });

  test('what is unmet stops the step, and nothing is written', async () => {
    await move('idea', 'concept');
    const refused = await asActor(officer, (tx) =>
      moveMeasure(tx, officer, slug, { from: 'concept', to: 'approved', reason: 'X' }, (_, needs) =>
        Promise.resolve(needs.filter((need) => need === 'paperComplete')),
      ),
    );
    expect(refused).toEqual({ ok: false, findings: [{ code: 'needsUnmet', needs: ['paperComplete'] }] });
    const { id, state } = await measure();
    expect(state).toBe('concept');
    expect(await asReader(officer, (tx) => listVersions(tx, id))).toEqual([]);
  });

  test('those who only read cannot move it, and a foreign authority has no such measure', async () => {
    // Row-level security shows nobody a row to lock who may not change it.
    expect(await move('idea', 'concept', null, caseworker)).toBeUndefined();
    expect(await move('idea', 'concept', null, foreign)).toBeUndefined();
    expect((await measure()).state).toBe('idea');
  });

  test('only a running measure takes people in; ending it closes the intake', async () => {
    const intake = (to: 'paused' | 'waitingOnly') =>
      asActor(officer, (tx) => changeIntake(tx, officer, slug, to, null));
    expect(await intake('paused')).toEqual({ ok: false, findings: [{ code: 'intakeNeedsRunning' }] });
    await move('idea', 'concept');
    await move('concept', 'approved');
    await move('approved', 'running');
    expect((await measure()).intake).toBe('open');
    expect(await intake('waitingOnly')).toEqual({ ok: true, value: 'waitingOnly' });
    expect(await intake('waitingOnly')).toEqual({ ok: false, findings: [{ code: 'nothingToDo' }] });
    await move('running', 'ended');
    expect(await measure()).toMatchObject({ state: 'ended', intake: 'closed' });
  });
});

describe('versions', () => {
  test('an unchanged measure is no new version; a changed one is, and both can be compared', async () => {
    await move('idea', 'concept');
    await move('concept', 'approved', 'Beschluss');
    await move('approved', 'inTender', null);
    const first = await measure();
    expect(await asReader(officer, (tx) => currentVersionNo(tx, first))).toBe(1);
    expect(await asReader(officer, (tx) => listVersions(tx, first.id))).toHaveLength(1);

    await change('Alleinerziehende');
    await asActor(officer, (tx) => savePlan(tx, officer, slug, { roomsText: 'Im Rathaus' }, () => true));
    const changed = await measure();
    expect(await asReader(officer, (tx) => currentVersionNo(tx, changed))).toBeNull();
    await move('inTender', 'running', null);

    const [before, after] = await asReader(officer, (tx) =>
      Promise.all([findVersion(tx, first.id, 1), findVersion(tx, first.id, 2)]),
    );
    const sections = compareVersions(before!, after!, []);
    expect(
      sections.map(({ title, fields }) => [title, fields.map(({ label, after: now }) => [label, now])]),
    ).toEqual([
      ['Profil und Zielgruppe', [['Zielgruppe', 'Alleinerziehende']]],
      ['Beschlussvorlage: Standorte und Räume', [['Räume', 'Im Rathaus']]],
    ]);
    expect(sections[0]?.fields[0]?.before).toBe(first.content.targetGroup);
    expect(compareVersions(before!, before!, [])).toEqual([]);
  });

  test('a version cannot be changed or removed, not even by the officer', async () => {
    await move('idea', 'concept');
    await move('concept', 'approved');
    await expect(
      asActor(officer, (tx) => tx.updateTable('measure_version').set({ reason: 'Anders' }).execute()),
    ).rejects.toThrow();
    await expect(asActor(officer, (tx) => tx.deleteFrom('measure_version').execute())).rejects.toThrow();
  });
});

describe('the profile', () => {
  test('two who edit at once do not overwrite each other', async () => {
    const { contentVersion } = await measure();
    await change('Erste');
    const second = await asActor(officer, (tx) =>
      saveContent(
        tx,
        officer,
        slug,
        (content) => ({ ...content, targetGroup: 'Zweite' }),
        (now) => now.contentVersion === contentVersion,
      ),
    );
    expect(second).toMatchObject({ ok: false, findings: [{ code: 'savedMeanwhile' }] });
    expect((await measure()).content.targetGroup).toBe('Erste');
  });

  test('saving what stands there already changes nothing', async () => {
    const before = await measure();
    await change(before.content.targetGroup ?? '');
    expect((await measure()).contentVersion).toBe(before.contentVersion);
  });

  test('sites and phases of the paper follow the profile until somebody gives them words of their own', async () => {
    const save = (places: { site: string; count: number | null }[]) =>
      asActor(officer, (tx) =>
        saveContent(
          tx,
          officer,
          slug,
          (content) => ({ ...content, places }),
          () => true,
        ),
      );
    const sites = async () => (await asReader(officer, (tx) => findPlan(tx, slug)))?.sites;
    await save([{ site: 'Zeven', count: 12 }]);
    expect(await sites()).toEqual([{ name: 'Zeven', places: 12 }]);
    const own = [{ name: 'Zeven, Rathaus', places: 10 }];
    await asActor(officer, (tx) => savePlan(tx, officer, slug, { sites: own }, () => true));
    await save([{ site: 'Bremervörde', count: 4 }]);
    expect(await sites()).toEqual(own);
  });

  test('legal bases entered for the paper are those of the profile, and the other way round', async () => {
    const legalBases = [{ cited: '§ 45 SGB III' }];
    await asActor(officer, (tx) => savePlan(tx, officer, slug, { legalBases }, () => true));
    expect((await measure()).content.legalBases).toEqual(['§ 45 SGB III']);
    await asActor(officer, (tx) =>
      saveContent(
        tx,
        officer,
        slug,
        (content) => ({ ...content, legalBases: ['§ 16a SGB II'] }),
        () => true,
      ),
    );
    expect((await asReader(officer, (tx) => findPlan(tx, slug)))?.legalBases).toEqual([
      { cited: '§ 16a SGB II' },
    ]);
  });
});

describe('a new measure', () => {
  const create = (wanted: string, copyOf: string | null) =>
    asActor(officer, (tx) => createMeasure(tx, officer, { slug: wanted, title: 'Neu', copyOf }));

  test('begins empty, or with the profile of another one but not its results', async () => {
    expect(await create('leer', null)).toEqual({ ok: true, value: 'leer' });
    expect(await create('kopie', slug)).toEqual({ ok: true, value: 'kopie' });
    const [empty, copy] = await asReader(officer, (tx) =>
      Promise.all([findMeasure(tx, 'leer'), findMeasure(tx, 'kopie')]),
    );
    expect(empty).toMatchObject({ state: 'idea', isImported: false, content: { title: 'Neu', phases: [] } });
    expect(copy).toMatchObject({ isImported: false, content: { title: 'Neu', slug: 'kopie', results: [] } });
    expect(copy?.content.phases).toHaveLength(6);
    const plan = await asReader(officer, (tx) => findPlan(tx, 'kopie'));
    expect(plan?.phases).toHaveLength(6);
  });

  test('needs a free address and an existing template', async () => {
    expect(await create(slug, null)).toEqual({ ok: false, findings: [{ code: 'slugTaken' }] });
    expect(await create('neu-a', 'gibt-es-nicht')).toEqual({ ok: false, findings: [{ code: 'copyGone' }] });
  });
});

test('a measure without a source stands in the list with what its profile says', async () => {
  await asActor(officer, (tx) =>
    createMeasure(tx, officer, { slug: 'eigene', title: 'Eigene', copyOf: null }),
  );
  await asActor(officer, (tx) =>
    saveContent(
      tx,
      officer,
      'eigene',
      (content) => ({ ...content, targetGroup: 'Alleinerziehende' }),
      () => true,
    ),
  );
  const { filter } = readFilter(new URLSearchParams('q=eigene'));
  const list = await asReader(officer, (tx) => listMeasures(tx, filter));
  expect(list.rows).toMatchObject([{ slug: 'eigene', targetGroup: 'Alleinerziehende', sourceYear: null }]);
});
