import { beforeEach, expect, test } from 'vitest';
import { asActor, asOwner } from '#db/as-actor';
import { previewImport, runImport } from '~/portfolio/exchange/store/run-import';
import { confirmDraft } from '~/portfolio/exchange/store/confirm-draft';
import { createDraft } from '~/portfolio/exchange/store/draft';
import type { UploadedFile } from '~/portfolio/exchange/uploaded-file';
import { anActor } from '../support/actors';
import { useTestDatabase } from '../support/database';
import { aMeasure } from './import-files';

useTestDatabase();

const officer = anActor('districtOfficer');
const order = { tenantId: officer.tenantId, actor: officer };
const run = (files: readonly UploadedFile[]) => asActor(officer, (tx) => runImport(tx, order, files));

beforeEach(() =>
  asOwner(async (tx) => {
    await tx.deleteFrom('measure').execute();
    await tx.deleteFrom('audit_entry').execute();
  }),
);

const slugsIn = async () =>
  (await asOwner((tx) => tx.selectFrom('measure').select('slug').execute())).map(({ slug }) => slug);

test('imports of the same new measures at the same moment come one after the other', async () => {
  const files = Array.from({ length: 150 }, (_, index) => aMeasure(`m-${index}`));
  const imports = await Promise.allSettled([1, 2, 3, 4].map((n) => run([...files, aMeasure(`eigene-${n}`)])));
  expect(imports.map((result) => result.status === 'fulfilled' && result.value.new).sort()).toEqual([
    1, 1, 1, 151,
  ]);
  expect(await slugsIn()).toHaveLength(154);
});

test('imports that bring and change measures in different order do not wait for each other for ever', async () => {
  const files = Array.from({ length: 80 }, (_, index) => aMeasure(`m-${index}`));
  await Promise.all([run(files), run([...files].reverse())]);
  const changed = (title: string) =>
    Array.from({ length: 80 }, (_, index) => aMeasure(`m-${index}`, { title: `${title} ${index}` }));
  const results = await Promise.allSettled([
    run(changed('Eins')),
    run(changed('Zwei').reverse()),
    run(changed('Drei')),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
});

test('whoever presses "übernehmen" twice imports once', async () => {
  const files = [aMeasure('eins'), aMeasure('zwei')];
  const { id, basis } = await asActor(officer, async (tx) => ({
    id: await createDraft(tx, officer, files),
    basis: (await previewImport(tx, officer.tenantId, files)).basis,
  }));
  const answers = await Promise.all([1, 2, 3].map(() => confirmDraft(officer, id, basis)));
  expect(answers.filter((answer) => answer?.ok)).toHaveLength(1);
  expect(answers.filter((answer) => answer === undefined)).toHaveLength(2);
  expect((await slugsIn()).sort()).toEqual(['eins', 'zwei']);
  const imported = await asOwner((tx) =>
    tx.selectFrom('audit_entry').select('id').where('verb', '=', 'measure.imported').execute(),
  );
  expect(imported).toHaveLength(2);
});
