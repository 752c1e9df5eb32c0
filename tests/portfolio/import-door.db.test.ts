import { unzipSync } from 'fflate';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asActor, asOwner } from '#db/as-actor';
import { runImport } from '~/portfolio/exchange/store/run-import';
import type { UploadedFile } from '~/portfolio/exchange/uploaded-file';
import { openSession } from '../identity/support';
import { anActor, aProviderActor } from '../support/actors';
import { useTestDatabase } from '../support/database';
import { usePortal } from '../support/in-process';
import { aFile, aMeasure, exampleFiles } from './import-files';

/** The doors of import and export, asked as a browser asks them. */
useTestDatabase();
const portal = usePortal();
const officer = anActor('districtOfficer');
let cookie: string;

beforeAll(async () => {
  cookie = await openSession(officer);
});

beforeEach(async () => {
  await asOwner(async (tx) => {
    await tx.deleteFrom('measure').execute();
    await tx.deleteFrom('import_draft').execute();
  });
});

function upload(files: readonly UploadedFile[], address = '/massnahmen/import', as: string | null = cookie) {
  const body = new FormData();
  for (const { name, bytes } of files) body.append('files', new File([new Uint8Array(bytes)], name));
  const headers = { origin: portal.url(), ...(as === null ? {} : { cookie: as }) };
  return fetch(portal.url(address), { method: 'POST', redirect: 'manual', headers, body });
}

async function previewed(files: readonly UploadedFile[]) {
  const uploaded = await upload(files);
  expect(uploaded.status).toBe(302);
  const address = uploaded.headers.get('location') ?? '';
  const page = await (await portal.ask(address, { cookie })).text();
  return { address, page, basis: /name="basis" value="(\w+)"/.exec(page)?.[1] ?? '' };
}

const importExample = () =>
  asActor(officer, (tx) => runImport(tx, { tenantId: officer.tenantId, actor: officer }, exampleFiles()));

test('what is exported equals what was imported, all 25, letter by letter', async () => {
  await importExample();
  const answer = await portal.ask('/massnahmen/export.zip', { cookie });
  expect(answer.headers.get('content-type')).toBe('application/zip');
  const entries = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  expect(Object.keys(entries)).toHaveLength(25);
  for (const { name, bytes } of exampleFiles()) {
    expect(Buffer.from(entries[name] ?? []).toString(), name).toBe(Buffer.from(bytes).toString());
    const single = await portal.ask(`/massnahmen/${name}`, { cookie });
    expect(await single.text(), name).toBe(Buffer.from(bytes).toString());
  }
});

test('the export keeps to the filters of the list', async () => {
  await importExample();
  const answer = await portal.ask('/massnahmen/export.zip?q=Lotsendienst', { cookie });
  expect(Object.keys(unzipSync(new Uint8Array(await answer.arrayBuffer())))).toEqual(['case-manager.json']);
});

test('an export handed in again changes nothing', async () => {
  await importExample();
  const archive = await (await portal.ask('/massnahmen/export.zip', { cookie })).arrayBuffer();
  const { page } = await previewed([{ name: 'export.zip', bytes: new Uint8Array(archive) }]);
  expect(page).toContain('25 unverändert');
  expect(page).toContain('Es gibt nichts zu übernehmen');
});

test('files, preview, confirmation; the preview is gone afterwards', async () => {
  const { address, page, basis } = await previewed([aMeasure('eins'), aMeasure('zwei')]);
  expect(page).toContain('2 Maßnahmen übernehmen');
  expect((await portal.ask('/massnahmen/eins', { cookie })).status).toBe(404);

  const confirmed = await portal.ask(address, { cookie, form: { intent: 'confirm', basis } });
  expect(confirmed.headers.get('location')).toBe('/massnahmen/import?neu=2&geaendert=0&unveraendert=0');
  expect((await portal.ask('/massnahmen/eins', { cookie })).status).toBe(200);
  const done = await portal.ask(confirmed.headers.get('location') ?? '', { cookie });
  expect(await done.text()).toContain('Import abgeschlossen: 2 neu.');
  expect((await portal.ask(address, { cookie })).status).toBe(404);
  // Whoever pressed the button twice is not told that something went wrong.
  const twice = await portal.ask(address, { cookie, form: { intent: 'confirm', basis } });
  expect(twice.headers.get('location')).toBe('/massnahmen/import?vorschau=weg');
});

test('a preview with faults cannot be confirmed, not even by a made-up form', async () => {
  const { address, page } = await previewed([aMeasure('eins'), aFile('{', 'kaputt.json')]);
  expect(page).toContain('1 Datei hat Fehler');
  expect(page).not.toContain('name="basis"');
  const refused = await portal.ask(address, { cookie, form: { intent: 'confirm', basis: 'x' } });
  expect(refused.status).toBe(409);
  expect((await portal.ask('/massnahmen/eins', { cookie })).status).toBe(404);
});

test('corrected files take the place of the faulty ones', async () => {
  const { address } = await previewed([aMeasure('eins'), aFile('{', 'zwei.json')]);
  expect((await upload([aMeasure('zwei')], address)).status).toBe(302);
  const page = await (await portal.ask(address, { cookie })).text();
  expect(page).toContain('2 Maßnahmen übernehmen');
});

test('whoever confirms a preview that is out of date sees the new one', async () => {
  const { address, basis } = await previewed([aMeasure('eins')]);
  await asActor(officer, (tx) =>
    runImport(tx, { tenantId: officer.tenantId, actor: officer }, [aMeasure('eins', { title: 'Zuvor' })]),
  );
  const refused = await portal.ask(address, { cookie, form: { intent: 'confirm', basis } });
  expect(refused.status).toBe(409);
  const page = await refused.text();
  expect(page).toContain('Der Katalog hat sich seit der Vorschau geändert.');
  expect(page).toContain('1 geändert');
});

test('what was thrown away is gone, and nothing was imported', async () => {
  const { address } = await previewed([aMeasure('eins')]);
  expect((await portal.ask(address, { cookie, form: { intent: 'discard' } })).status).toBe(302);
  expect((await portal.ask(address, { cookie })).status).toBe(404);
  expect((await portal.ask('/massnahmen/eins', { cookie })).status).toBe(404);
});

test('text that looks like a template or a page stands there as it is', async () => {
  const title = '{% if $x %} *fett* | a | <img onerror=alert(1)>';
  const { page } = await previewed([aMeasure('eins', { title })]);
  expect(page).toContain('{% if $x %} *fett* | a | &lt;img onerror=alert(1)&gt;');
  expect(page).not.toContain('<img');
});

describe('an upload that is refused', () => {
  const of = (bytes: number) => [{ name: 'gross.json', bytes: Buffer.alloc(bytes, ' ') }];

  test('nothing chosen', async () => {
    const answer = await upload([]);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Wählen Sie mindestens eine Datei aus.');
  });

  test('one file too large, below the limit of the door', async () => {
    const answer = await upload(of(2 * 1024 ** 2));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/gross\.json: Die Datei ist zu groß/);
  });

  test.each([9, 50])('%i MB: turned away with a sentence', async (megabytes) => {
    const answer = await upload(of(megabytes * 1024 ** 2));
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('Die Dateien sind zusammen größer als 8 MB.');
  });

  test('no other door opens as wide', async () => {
    const answer = await upload(of(2 * 1024 ** 2), '/massnahmen/neu');
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('Erlaubt ist bis zu 1 MB.');
  });

  test('nobody signed in: this door opens no wider either', async () => {
    const answer = await upload(of(2 * 1024 ** 2), '/massnahmen/import', null);
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('Sie sind nicht mehr angemeldet.');
  });
});

describe('who may', () => {
  const status = async (address: string, actor: typeof officer) =>
    (await portal.ask(address, { cookie: await openSession(actor) })).status;

  test('controlling exports and does not import; a caseworker reads the schema alone', async () => {
    await importExample();
    const controller = anActor('controller');
    const caseworker = anActor('caseworker');
    const files = ['/massnahmen/export.zip', '/massnahmen/case-manager.json'];
    for (const address of files) {
      expect(await status(address, controller), address).toBe(200);
      expect(await status(address, caseworker), address).toBe(403);
    }
    for (const actor of [controller, caseworker]) {
      expect(await status('/massnahmen/schema.json', actor)).toBe(200);
      expect(await status('/massnahmen/import', actor)).toBe(403);
      const list = await portal.ask('/massnahmen', { cookie: await openSession(actor) });
      const page = await list.text();
      expect(page).not.toContain('/massnahmen/import');
      expect(page.includes('/massnahmen/export.zip')).toBe(actor === controller);
    }
  });

  test('a provider reads none of it', async () => {
    const provider = aProviderActor('first');
    for (const address of ['/massnahmen/export.zip', '/massnahmen/schema.json', '/massnahmen/import']) {
      expect(await status(address, provider), address).toBe(403);
    }
  });

  test('another authority exports its own measures only', async () => {
    await importExample();
    const foreign = anActor('districtOfficer', { tenant: 'foreign' });
    expect(await status('/massnahmen/case-manager.json', foreign)).toBe(404);
    const archive = await portal.ask('/massnahmen/export.zip', { cookie: await openSession(foreign) });
    expect(unzipSync(new Uint8Array(await archive.arrayBuffer()))).toEqual({});
  });
});

test('the schema is JSON and in front of the files of measures', async () => {
  const answer = await portal.ask('/massnahmen/schema.json', { cookie });
  expect(answer.headers.get('content-type')).toBe('application/schema+json; charset=utf-8');
  expect(await answer.json()).toMatchObject({ title: 'Maßnahme', type: 'object' });
});
