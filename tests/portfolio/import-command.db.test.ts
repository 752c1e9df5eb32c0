import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { asOwner } from '#db/as-actor';
import { StartupProblem } from '#db/startup-problem';
import { importFromFiles } from '~/portfolio/exchange/store/import-command';
import { reservedSlugs } from '~/portfolio/slug';
import { authorities } from '../support/actors';
import { useTestDatabase } from '../support/database';
import { aMeasure } from './import-files';

/** What `npm run import` does with its arguments. */
useTestDatabase();
const authority = authorities.own.name;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'import-'));
  await writeFile(path.join(directory, 'lies-mich.txt'), 'kein JSON');
  for (const slug of ['eins', 'zwei']) await put(`${slug}.json`, aMeasure(slug).bytes);
  await put('archiv.zip', zipSync({ 'drei.json': new Uint8Array(aMeasure('drei').bytes) }));
  return () => rm(directory, { recursive: true });
});

beforeEach(() => asOwner((tx) => tx.deleteFrom('measure').execute()));

const put = (name: string, bytes: Uint8Array) => writeFile(path.join(directory, name), bytes);
const at = (...names: string[]) => names.map((name) => path.join(directory, name));
const slugs = async () => {
  const rows = await asOwner((tx) =>
    tx.selectFrom('measure').select(['slug', 'tenant_id']).orderBy('slug').execute(),
  );
  expect(rows.filter((row) => row.tenant_id !== authorities.own.id)).toEqual([]);
  return rows.map(({ slug }) => slug);
};

test('files, archives and directories go into the named authority, again without doubles', async () => {
  const first = await importFromFiles([directory, ...at('archiv.zip')], { authority });
  expect(first).toEqual({ authorityName: authority, done: '3 neu', warnings: [] });
  expect(await slugs()).toEqual(['drei', 'eins', 'zwei']);
  const again = await importFromFiles(at('eins.json', 'archiv.zip'), { authority });
  expect(again.done).toBe('2 unverändert');
});

test('what is odd is told and imported', async () => {
  await put('anders.json', aMeasure('vier').bytes);
  const { done, warnings } = await importFromFiles(at('anders.json'), { authority });
  await rm(path.join(directory, 'anders.json'));
  expect(done).toBe('1 neu');
  expect(warnings).toEqual([
    `${at('anders.json')[0]}, Zeile 2 (slug): Die Datei heißt anders als die Kennung. Eingelesen wird „vier“.`,
  ]);
});

test('one fault, also one of an archive that cannot be opened, and nothing is imported', async () => {
  await put('kaputt.zip', Buffer.from('PK\x03\x04 kaputt'));
  await put('kaputt.json', Buffer.from('{'));
  const refused = importFromFiles(at('eins.json', 'kaputt.zip', 'kaputt.json'), { authority });
  const error = await refused.catch((problem: unknown) => problem);
  await rm(path.join(directory, 'kaputt.json'));
  expect(error).toBeInstanceOf(StartupProblem);
  expect((error as Error).message.split('\n')).toEqual([
    'Es wurde nichts übernommen. Korrigieren Sie:',
    '  kaputt.zip, Zeile 1: Das Archiv ist beschädigt oder mit einem Passwort geschützt. Packen Sie es neu.'.replace(
      'kaputt.zip',
      at('kaputt.zip')[0] ?? '',
    ),
    `  ${at('kaputt.json')[0]}, Zeile 1: Erwartet ist ein Schlüssel in Anführungszeichen.`,
  ]);
  expect(await slugs()).toEqual([]);
});

test('an archive alone that cannot be opened is a fault, too', async () => {
  await put('kaputt.zip', Buffer.from('PK\x03\x04 kaputt'));
  await expect(importFromFiles(at('kaputt.zip', 'eins.json'), { authority })).rejects.toThrow(
    'Es wurde nichts übernommen.',
  );
  expect(await slugs()).toEqual([]);
});

test.each([
  { files: ['eins.json'], authority: undefined, told: 'Es gibt mehrere Behörden' },
  {
    files: ['eins.json'],
    authority: 'Landkreis Nirgendwo',
    told: 'Eine Behörde „Landkreis Nirgendwo“ gibt es nicht',
  },
  { files: ['fehlt.json'], authority: authorities.own.name, told: 'gibt es nicht. Prüfen Sie den Pfad.' },
  { files: ['lies-mich.txt'], authority: authorities.own.name, told: 'Kein gültiges JSON bei „kein JSON“.' },
])('$files for $authority: $told', async ({ files, authority: name, told }) => {
  await expect(importFromFiles(at(...files), { authority: name })).rejects.toThrow(told);
});

test('progress is told', async () => {
  const entries = Array.from({ length: 600 }, (_, index) => aMeasure(`m-${index}`));
  const contents = entries.map(({ name, bytes }) => [name, new Uint8Array(bytes)] as const);
  await put('viele.zip', zipSync(Object.fromEntries(contents)));
  const steps: string[] = [];
  await importFromFiles(at('viele.zip'), { authority, onProgress: (step) => steps.push(step) });
  expect(steps).toEqual(['500 Maßnahmen gelesen']);
  expect(await slugs()).toHaveLength(600);
});

test.each(reservedSlugs)('the database, too, refuses a measure that would be called "%s"', async (slug) => {
  const insert = asOwner((tx) =>
    tx
      .insertInto('measure')
      .values({
        tenant_id: authorities.own.id,
        slug,
        title: 'Titel',
        kind: 'massnahme',
        search_text: '',
        source: 'null',
        content: '{}',
      })
      .execute(),
  );
  await expect(insert).rejects.toMatchObject({ constraint: 'measure_slug_not_reserved' });
});
