import { unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { caseManagerTender } from '#db/example/case-manager-tender';
import { insertCaseManagerPlan } from '#db/example/case-manager-plan';
import { insertBudget, insertCommittees } from '#db/example/authorities';
import { asActor, asOwner, asReader } from '#db/as-actor';
import { printPaper, loaderOf } from '~/documents/papers';
import { tenderZip } from '~/documents/tender/archive';
import { findTender, tenderKinds } from '~/documents/tender/print';
import { changesSince, findReleasedFiles, listReleases, releaseTender } from '~/documents/tender/release';
import { findTemplate } from '~/documents/templates/store';
import { savePlan } from '~/portfolio/editing/store';
import { importMeasure } from '~/portfolio/import-measure';
import { measureSource } from '~/portfolio/source';
import { findMeasure, listVersions } from '~/portfolio/store';
import { findPreparation, insertPreparation, savePreparation } from '~/procurement/store';
import { anActor, authorities } from '../support/actors';
import { useTestDatabase } from '../support/database';
import { openSession } from '../identity/support';
import { usePortal } from '../support/in-process';

const office = anActor('procurementOfficer');
const officer = anActor('districtOfficer');
const today = '2019-09-01';
const directory = 'db/example/portfolio';
const slugs = (await readdir(directory)).map((name) => name.replace(/\.json$/, ''));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

useTestDatabase();
const portal = usePortal();

let measureId: string;
beforeAll(async () => {
  for (const slug of slugs) {
    const source = measureSource.parse(JSON.parse(await readFile(`${directory}/${slug}.json`, 'utf8')));
    await asOwner(async (tx) => {
      const tenantId = authorities.own.id;
      const id = await importMeasure(tx, { tenantId, sourceYear: 2013 }, source);
      if (slug !== 'case-manager') return;
      measureId = id;
      const committees = await insertCommittees(tx, tenantId);
      const productId = await insertBudget(tx, tenantId);
      await insertCaseManagerPlan(tx, { tenantId, measureId, productId, committees });
      const parts = caseManagerTender(source, authorities.own);
      await insertPreparation(tx, { tenant_id: tenantId, measure_id: id }, parts);
    });
  }
});
beforeEach(() =>
  asOwner(async (tx) => {
    await tx.deleteFrom('tender_release_file').execute();
    await tx.deleteFrom('tender_release').execute();
  }),
);

const release = (actor = office) => asActor(actor, (tx) => releaseTender(tx, actor, 'case-manager', today));
const files = (no: number) => asReader(office, (tx) => findReleasedFiles(tx, 'case-manager', no));

async function changes(no: number): Promise<string[]> {
  return asReader(office, async (tx) => {
    const tender = await findTender(tx, 'case-manager', today);
    return (await changesSince(tx, measureId, no, tender!.facts)).map(({ label }) => label);
  });
}

describe.each(slugs)('%s', (slug) => {
  test.each(tenderKinds)('%s: complete, or a draft with every gap named and linked', async (kind) => {
    const { paper, template } = await asReader(officer, async (tx) => ({
      paper: (await loaderOf(kind)(tx, slug, today))!,
      template: await findTemplate(tx, kind),
    }));
    for (const gap of paper.gaps) {
      expect(gap.label).not.toMatch(/\.\d/);
      expect(gap.to).toMatch(
        /^\/(massnahmen\/[a-z0-9-]+\/(vergabe|bearbeiten)\/[a-z]+|verwaltung\/behoerde)/,
      );
    }
    if (slug === 'case-manager') expect(paper.gaps).toEqual([]);
    const pdf = await printPaper(paper, template, paper.gaps.length > 0);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

test('a release freezes the measure’s version and keeps every paper with its SHA-256', async () => {
  expect(await release()).toEqual({ ok: true, value: 1 });
  const [set] = await asReader(office, (tx) => listReleases(tx, measureId));
  const [version] = await asReader(office, (tx) => listVersions(tx, measureId));
  expect(set).toMatchObject({ no: 1, versionNo: version?.no, createdBy: office.displayName });
  const kept = await files(1);
  expect(kept.map(({ kind }) => kind)).toEqual(tenderKinds);
  expect(kept.map(({ content }) => sha256(content))).toEqual(set?.files.map((file) => file.sha256));
  expect(set?.sha256).toBe(sha256(Buffer.from(set?.files.map((file) => file.sha256).join('\n') ?? '')));
});

test('without a change there is nothing to release again', async () => {
  await release();
  expect(await release(officer)).toEqual({ ok: false, findings: [{ code: 'unchanged' }] });
});

test('after an edit the set stays to the byte, and what changed is named', async () => {
  await release();
  const before = await files(1);
  expect(await changes(1)).toEqual([]);

  const prepared = await asReader(office, (tx) => findPreparation(tx, 'case-manager', today));
  const { price } = prepared!.preparation.parts;
  const patch = { price: { ...price, minimumTakeUpPercent: 80 } };
  await asActor(office, (tx) => savePreparation(tx, office, 'case-manager', { patch, today }, () => true));
  await asActor(officer, (tx) =>
    savePlan(tx, officer, 'case-manager', { targetGroup: 'Andere' }, () => true),
  );

  expect(await changes(1)).toEqual(['Zielgruppe', 'Preis und Vergütung']);
  expect(await files(1)).toEqual(before);
  expect(await release(officer)).toEqual({ ok: true, value: 2 });
  expect(await changes(2)).toEqual([]);
  expect(await files(1)).toEqual(before);

  await asActor(office, (tx) =>
    savePreparation(tx, office, 'case-manager', { patch: { price }, today }, () => true),
  );
});

test('an estimate that changes leaves the set up to date: bidders never see it', async () => {
  await release();
  const estimate = { estimateMonthlyCents: 750_000, estimateBasis: 'Vergleich' };
  await asActor(officer, (tx) => savePlan(tx, officer, 'case-manager', estimate, () => true));
  expect(await changes(1)).toEqual([]);
  for (const { content } of await files(1)) expect(Buffer.from(content).includes('750000')).toBe(false);
});

test('an incomplete preparation is not released, a foreign one is not there', async () => {
  const other = await asActor(office, (tx) => releaseTender(tx, office, 'bg-coaching', today));
  expect(other).toEqual({ ok: false, findings: [{ code: 'incomplete' }] });
  const foreign = anActor('districtOfficer', { tenant: 'foreign' });
  expect(await asActor(foreign, (tx) => releaseTender(tx, foreign, 'case-manager', today))).toBeUndefined();
  expect(await asReader(foreign, (tx) => findMeasure(tx, 'case-manager'))).toBeUndefined();
});

test('a released row can be neither changed nor deleted, not even by those who may release', async () => {
  await release();
  const change = asActor(office, (tx) =>
    tx.updateTable('tender_release_file').set({ sha256: 'x' }).execute(),
  );
  await expect(change).rejects.toThrow(/permission denied/);
  const removal = asActor(officer, (tx) => tx.deleteFrom('tender_release').execute());
  await expect(removal).rejects.toThrow(/permission denied/);
});

describe('at their addresses', () => {
  const address = '/massnahmen/case-manager/dokumente';

  test('the archive holds the released papers to the byte, and is the same each time', async () => {
    await release();
    const cookie = await openSession(office);
    const response = await portal.ask(`${address}/vergabeunterlagen.zip?freigabe=1`, { cookie });
    expect(response.headers.get('Content-Type')).toBe('application/zip');
    const archive = new Uint8Array(await response.arrayBuffer());
    const kept = await files(1);
    const unpacked = unzipSync(archive);
    expect(Object.keys(unpacked)).toEqual(tenderKinds.map((kind) => `${kind}-case-manager.pdf`));
    for (const { kind, content } of kept) {
      expect(Buffer.from(unpacked[`${kind}-case-manager.pdf`]!).equals(Buffer.from(content))).toBe(true);
      const single = await portal.ask(`${address}/${kind}.pdf?freigabe=1`, { cookie });
      expect(Buffer.from(await single.arrayBuffer()).equals(Buffer.from(content))).toBe(true);
    }
    expect(Buffer.from(tenderZip('case-manager', kept)).equals(Buffer.from(archive))).toBe(true);
  });

  test.each(['0', '-1', 'x', '2', '99999999999999999999', '1%27'])(
    'a set %s that is not there: 404',
    async (no) => {
      await release();
      const cookie = await openSession(office);
      for (const path of ['vergabeunterlagen.zip', 'vertrag.pdf', 'beschlussvorlage.pdf']) {
        expect((await portal.ask(`${address}/${path}?freigabe=${no}`, { cookie })).status).toBe(404);
      }
    },
  );

  test('an incomplete archive says what is missing; who may not prepare a tender reads no links', async () => {
    const incomplete = '/massnahmen/aktiva/dokumente/vergabeunterlagen.zip';
    const cookie = await openSession(office);
    const response = await portal.ask(incomplete, { cookie });
    expect(response.status).toBe(409);
    const page = await response.text();
    expect(page).toContain('/massnahmen/aktiva/vergabe/lose');
    expect(page).not.toContain('/massnahmen/aktiva/bearbeiten');
    const reader = await openSession(anActor('controller'));
    const read = await (await portal.ask(incomplete, { cookie: reader })).text();
    expect(read).not.toContain('/vergabe/lose');
  });
});
