import { beforeEach, describe, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { countOutcomes } from '~/portfolio/exchange/outcome';
import {
  createDraft,
  discardDraft,
  draftFiles,
  hasDraft,
  replaceFiles,
} from '~/portfolio/exchange/store/draft';
import { formLimits } from '~/portfolio/exchange/limits';
import { ImportStopped, previewImport, runImport } from '~/portfolio/exchange/store/run-import';
import type { UploadedFile } from '~/portfolio/exchange/uploaded-file';
import { findMeasure, listMeasures, saveContent } from '~/portfolio/store';
import { noFilter } from '~/portfolio/filters';
import { anActor, authorities } from '../support/actors';
import { useTestDatabase } from '../support/database';
import { aFile, aMeasure, exampleFiles } from './import-files';

useTestDatabase();

const officer = anActor('districtOfficer');
const foreign = anActor('districtOfficer', { tenant: 'foreign' });

beforeEach(async () => {
  await asOwner(async (tx) => {
    await tx.deleteFrom('measure').execute();
    await tx.deleteFrom('import_draft').execute();
    await tx.deleteFrom('audit_entry').execute();
  });
});

function run(files: readonly UploadedFile[], actor: Actor = officer, basis?: string) {
  const order = { tenantId: actor.tenantId, actor };
  return asActor(actor, (tx) => runImport(tx, order, files, basis === undefined ? {} : { basis }));
}

function preview(files: readonly UploadedFile[], actor: Actor = officer) {
  return asReader(actor, (tx) => previewImport(tx, actor.tenantId, files));
}

const measureCount = async () =>
  (await asOwner((tx) => tx.selectFrom('measure').select('id').execute())).length;

async function audited() {
  return asOwner((tx) =>
    tx
      .selectFrom('audit_entry')
      .select(['verb', 'changed_fields', 'account_id'])
      .orderBy('at')
      .orderBy('verb')
      .execute(),
  );
}

test('25 files are new, and unchanged when they come again', async () => {
  expect(await run(exampleFiles())).toEqual({ new: 25, changed: 0, unchanged: 0, faulty: 0 });
  expect(await run(exampleFiles())).toEqual({ new: 0, changed: 0, unchanged: 25, faulty: 0 });
  expect(await measureCount()).toBe(25);
  const entries = await audited();
  expect(entries).toHaveLength(25);
  expect(new Set(entries.map(({ verb }) => verb))).toEqual(new Set(['measure.imported']));
  expect(entries[0]?.account_id).toBe(officer.accountId);
});

test('what is imported stands in the list with its sites, bases and words to search for', async () => {
  await run(exampleFiles());
  const list = await asReader(officer, (tx) => listMeasures(tx, { ...noFilter, text: 'Lotsendienst' }));
  expect(list.rows).toMatchObject([
    {
      slug: 'case-manager',
      legalBases: ['§ 16a SGB II'],
      sites: [{ name: 'Rotenburg (Wümme)' }, { name: 'Zeven' }, { name: 'Bremervörde' }],
    },
  ]);
});

test('a changed file renews the measure, names the keys and counts the change', async () => {
  await run([aMeasure('eins')]);
  const again = aMeasure('eins', { title: 'Neuer Titel', legalBases: ['§ 45 SGB III'] });
  expect((await preview([again])).outcomes).toMatchObject([
    { kind: 'changed', slug: 'eins', changedKeys: ['title', 'legalBases'] },
  ]);
  expect(await run([again])).toMatchObject({ changed: 1, new: 0 });
  const measure = await asReader(officer, (tx) => findMeasure(tx, 'eins'));
  expect(measure).toMatchObject({
    contentVersion: 2,
    content: { title: 'Neuer Titel', legalBases: ['§ 45 SGB III'] },
  });
  const bases = await asOwner((tx) => tx.selectFrom('measure_legal_basis').select('cited').execute());
  expect(bases).toEqual([{ cited: '§ 45 SGB III' }]);
  expect((await audited()).at(-1)).toMatchObject({
    verb: 'measure.importedAgain',
    changed_fields: ['title', 'legalBases'],
  });
});

test('a file that says nothing in "portal" leaves what was added here', async () => {
  await run([aMeasure('eins')]);
  const portal = { healthPercent: 20 };
  await asActor(officer, (tx) =>
    saveContent(
      tx,
      officer,
      'eins',
      (content) => ({ ...content, portal }),
      () => true,
    ),
  );
  expect(await run([aMeasure('eins')])).toMatchObject({ unchanged: 1 });
  expect(await run([aMeasure('eins', { title: 'Anders' })])).toMatchObject({ changed: 1 });
  const measure = await asReader(officer, (tx) => findMeasure(tx, 'eins'));
  expect(measure?.content.portal).toEqual(portal);
});

test('one faulty file of many: nothing is imported and every problem is told', async () => {
  const files = [
    ...exampleFiles(),
    aMeasure('kaputt', { kind: 'x', placesTotal: -1 }),
    aFile('{', 'leer.json'),
  ];
  const stopped = await run(files).catch((error: unknown) => error);
  expect(stopped).toBeInstanceOf(ImportStopped);
  expect((stopped as ImportStopped).faulty.map(({ file, problems }) => [file, problems.length])).toEqual([
    ['kaputt.json', 2],
    ['leer.json', 1],
  ]);
  expect(await measureCount()).toBe(0);
  expect(await audited()).toEqual([]);
});

test('a fault in the last batch undoes the batches before it', async () => {
  const files = Array.from({ length: 250 }, (_, index) => aMeasure(`m-${index}`));
  await expect(run([...files, aFile('[]', 'zuletzt.json')])).rejects.toBeInstanceOf(ImportStopped);
  expect(await measureCount()).toBe(0);
  expect(await run(files)).toMatchObject({ new: 250 });
});

test('the same slug twice in one upload is a fault, also across batches', async () => {
  const files = Array.from({ length: 120 }, (_, index) => aMeasure(`m-${index}`));
  const { outcomes } = await preview([...files, { ...aMeasure('m-3'), name: 'noch-einmal.json' }]);
  expect(countOutcomes(outcomes)).toEqual({ new: 120, changed: 0, unchanged: 0, faulty: 1 });
  expect(outcomes.at(-1)).toMatchObject({
    kind: 'faulty',
    problems: [{ file: 'noch-einmal.json', path: 'slug', line: 2 }],
  });
});

test('the catalogue changed since the preview: stopped, nothing overwritten', async () => {
  await run([aMeasure('eins')]);
  const again = [aMeasure('eins', { title: 'Aus der Datei' })];
  const { basis } = await preview(again);
  await asActor(officer, (tx) =>
    saveContent(
      tx,
      officer,
      'eins',
      (content) => ({ ...content, title: 'Von Hand' }),
      () => true,
    ),
  );
  await expect(run(again, officer, basis)).rejects.toMatchObject({ faulty: [] });
  const measure = await asReader(officer, (tx) => findMeasure(tx, 'eins'));
  expect(measure?.content.title).toBe('Von Hand');
  expect(await run(again, officer, (await preview(again)).basis)).toMatchObject({ changed: 1 });
});

test('another authority has the same slugs and is not touched', async () => {
  await run([aMeasure('eins')], foreign);
  expect((await preview([aMeasure('eins', { title: 'Eigen' })])).outcomes).toMatchObject([{ kind: 'new' }]);
  await run([aMeasure('eins', { title: 'Eigen' })]);
  const measure = await asReader(foreign, (tx) => findMeasure(tx, 'eins'));
  expect(measure).toMatchObject({ contentVersion: 1, content: { title: 'Case-Manager' } });
});

test('at the command line nobody is named, and only the chosen authority is touched', async () => {
  await run([aMeasure('eins')], foreign);
  const order = { tenantId: authorities.own.id, actor: null };
  const files = [aMeasure('eins', { title: 'Eigen' })];
  expect(await asOwner((tx) => runImport(tx, order, files))).toMatchObject({ new: 1 });
  expect(await asOwner((tx) => runImport(tx, order, [aMeasure('eins')]))).toMatchObject({ changed: 1 });
  expect((await audited()).slice(1)).toMatchObject([
    { verb: 'measure.imported', account_id: null },
    { verb: 'measure.importedAgain', account_id: null },
  ]);
  const measure = await asReader(foreign, (tx) => findMeasure(tx, 'eins'));
  expect(measure?.contentVersion).toBe(1);
});

test('a caseworker cannot import, whatever the page says', async () => {
  const caseworker = anActor('caseworker');
  await expect(run([aMeasure('eins')], caseworker)).rejects.toMatchObject({ code: '42501' });
});

describe('a draft', () => {
  const create = (files: readonly UploadedFile[], actor: Actor = officer) =>
    asActor(actor, (tx) => createDraft(tx, actor, files));
  const filesOf = (id: string, actor: Actor = officer) =>
    asReader(actor, async (tx) => {
      const files: UploadedFile[] = [];
      for await (const file of draftFiles(tx, actor, id)) files.push(file);
      return files;
    });

  test('gives every byte back in the order of the upload', async () => {
    const files = [
      ...exampleFiles(),
      { name: 'ohne-text.json', bytes: Buffer.from([0, 255, 0xd8, 0]) },
      { name: 'leer.json', bytes: new Uint8Array() },
    ];
    const kept = await filesOf(await create(files));
    expect(kept.map(({ name, bytes }) => [name, Buffer.from(bytes)])).toEqual(
      files.map(({ name, bytes }) => [name, Buffer.from(bytes)]),
    );
  });

  test('belongs to whoever made it', async () => {
    const id = await create([aMeasure('eins')]);
    for (const actor of [foreign, anActor('procurementOfficer')]) {
      expect(await asReader(actor, (tx) => hasDraft(tx, actor, id))).toBe(false);
      expect(await filesOf(id, actor)).toEqual([]);
      expect(await asActor(actor, (tx) => discardDraft(tx, actor, id))).toBe(false);
    }
    expect(await asReader(officer, (tx) => hasDraft(tx, officer, id))).toBe(true);
  });

  test('is gone with its files when it is thrown away', async () => {
    const id = await create([aMeasure('eins')]);
    expect(await asActor(officer, (tx) => discardDraft(tx, officer, id))).toBe(true);
    expect(await asActor(officer, (tx) => discardDraft(tx, officer, id))).toBe(false);
    expect(await filesOf(id)).toEqual([]);
  });

  test('is cleared away by the next upload once it is a day old', async () => {
    const old = await create([aMeasure('eins')]);
    const young = await create([aMeasure('zwei')]);
    await asOwner((tx) =>
      tx.updateTable('import_draft').set({ created_at: '2000-01-01' }).where('id', '=', old).execute(),
    );
    await create([aMeasure('drei')]);
    expect(await asReader(officer, (tx) => hasDraft(tx, officer, old))).toBe(false);
    expect(await asReader(officer, (tx) => hasDraft(tx, officer, young))).toBe(true);
    expect(await filesOf(old)).toEqual([]);
  });

  test('takes a corrected file in the place of the one of that name', async () => {
    const id = await create([aMeasure('eins', { kind: 'x' }), aMeasure('zwei')]);
    const isReplaced = await asActor(officer, (tx) =>
      replaceFiles(tx, officer, id, [aMeasure('eins'), aMeasure('drei')], formLimits),
    );
    expect(isReplaced).toBe(true);
    const { outcomes } = await preview(await filesOf(id));
    expect(outcomes.map(({ file, kind }) => [file, kind])).toEqual([
      ['zwei.json', 'new'],
      ['eins.json', 'new'],
      ['drei.json', 'new'],
    ]);
  });

  test('does not grow past its limits, one upload after the other', async () => {
    const id = await create([aMeasure('eins')]);
    const add = asActor(officer, (tx) =>
      replaceFiles(tx, officer, id, [aMeasure('zwei')], { ...formLimits, files: 1 }),
    );
    expect(await add).toBe(false);
    expect(await filesOf(id)).toHaveLength(1);
  });

  test.each(['', 'x', '../', "' or 1=1"])('is not found under the id %j', async (id) => {
    expect(await asReader(officer, (tx) => hasDraft(tx, officer, id))).toBe(false);
  });
});
