import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { formLimits, sizeText } from '~/portfolio/exchange/limits';
import { unpackUpload } from '~/portfolio/exchange/unpack';
import { cleanName } from '~/portfolio/exchange/uploaded-file';

const limits = { ...formLimits, files: 5, fileBytes: 1_000, totalBytes: 3_000, ratio: 10 };

/** Text that packs badly, as real texts do. */
function wordsOf(length: number, seed = 1): string {
  let state = seed;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String.fromCharCode(97 + (state % 26));
  }).join('');
}

function anArchive(entries: Readonly<Record<string, string>>): Buffer {
  const contents = Object.entries(entries).map(([name, text]) => [name, strToU8(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(contents)));
}

function unpacked(bytes: Uint8Array, name = 'archiv.zip') {
  const { files, problems } = unpackUpload([{ name, bytes }], limits);
  return {
    files: files.map((file) => [file.name, Buffer.from(file.bytes).toString()]),
    problems: problems.map(({ file, message }) => `${file}: ${message}`),
  };
}

test('files of an archive come out as they went in, folders and what systems add left aside', () => {
  const archive = anArchive({
    'ordner/': '',
    'ordner/a.json': '{"ä": 1}',
    'b.JSON': '[]',
    '__MACOSX/ordner/._a.json': 'x',
    'ordner/.DS_Store': 'x',
    'Thumbs.db': 'x',
  });
  expect(unpacked(archive)).toEqual({
    files: [
      ['ordner/a.json', '{"ä": 1}'],
      ['b.JSON', '[]'],
    ],
    problems: [],
  });
});

test('an archive is known by its bytes, whatever it is called', () => {
  expect(unpacked(anArchive({ 'a.json': '{}' }), 'a.json').files).toEqual([['a.json', '{}']]);
  expect(unpacked(Buffer.from('{}'), 'kein.zip').files).toEqual([['kein.zip', '{}']]);
});

describe('an archive that is refused', () => {
  const many = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`${index}.json`, '{}']));
  const manyFolders = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}/`, '']));
  const large = Object.fromEntries(
    Array.from({ length: 4 }, (_, index) => [`${index}.json`, wordsOf(900, index)]),
  );
  test.each([
    { what: 'no entry', archive: anArchive({}), told: ['archiv.zip: Das Archiv ist leer.'] },
    {
      what: 'other files in it',
      archive: anArchive({ 'lies.txt': 'x', 'a.json': '{}' }),
      told: ['lies.txt: Die Datei ist keine JSON-Datei. Nehmen Sie sie aus dem Archiv.'],
    },
    {
      what: 'a file too large',
      archive: anArchive({ 'a.json': wordsOf(1_001) }),
      told: ['a.json: Die Datei ist zu groß. Die Datei einer Maßnahme hat höchstens 1\u00a0kB.'],
    },
    {
      what: 'a file packed too well',
      archive: anArchive({ 'a.json': '0'.repeat(900) }),
      told: [
        'a.json: Die Datei ist ungewöhnlich stark gepackt und wird nicht entpackt. Laden Sie sie ungepackt hoch.',
      ],
    },
    {
      what: 'too many files',
      archive: anArchive(many),
      told: [
        'Auswahl: Das sind zu viele Dateien. Höchstens 5 werden auf einmal gelesen. Teilen Sie die Auswahl auf.',
      ],
    },
    {
      what: 'too many entries of any kind',
      archive: anArchive(manyFolders),
      told: [
        'archiv.zip: Das sind zu viele Dateien. Höchstens 5 werden auf einmal gelesen. Teilen Sie die Auswahl auf.',
      ],
    },
    {
      what: 'too much in all',
      archive: anArchive(large),
      told: [
        'archiv.zip: Die Dateien haben ausgepackt zusammen mehr als 3\u00a0kB. Teilen Sie die Auswahl auf.',
      ],
    },
    {
      what: 'cut off',
      archive: anArchive({ 'a.json': wordsOf(500) }).subarray(0, 300),
      told: ['archiv.zip: Das Archiv ist beschädigt oder mit einem Passwort geschützt. Packen Sie es neu.'],
    },
  ])('$what', ({ archive, told }) => {
    expect(unpacked(archive)).toEqual({ files: expect.any(Array) as unknown, problems: told });
  });

  test('the same name twice: fflate would keep only the last', () => {
    const archive = anArchive({ 'a.json': '{"n":1}', 'b.json': '{"n":2}' });
    const twice = Buffer.from(archive.toString('latin1').replaceAll('b.json', 'a.json'), 'latin1');
    expect(unpacked(twice).problems).toEqual(['a.json: Das Archiv enthält zwei Dateien mit diesem Namen.']);
  });

  test('a table of contents that lies about the size unpacks no more than it says', () => {
    const archive = anArchive({ 'a.json': wordsOf(900) });
    // Uncompressed size in the central directory: 24 bytes after its signature.
    const entry = archive.indexOf(Buffer.from('PK\x01\x02'));
    archive.writeUInt32LE(10, entry + 24);
    const [file] = unpacked(archive).files;
    expect(file?.[1]?.length ?? 0).toBeLessThanOrEqual(10);
  });

  test('a bomb of the usual kind, 10 MB of zeros: refused by the real limits, at once', () => {
    const archive = anArchive({ 'a.json': '0'.repeat(10_000_000) });
    const startedAt = performance.now();
    const { files, problems } = unpackUpload([{ name: 'bombe.zip', bytes: archive }], formLimits);
    expect(files).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(performance.now() - startedAt).toBeLessThan(100);
  });

  test.each([0, 1, 21, 22, 60])('%i bytes behind the signature', (length) => {
    const bytes = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(length, 0xff)]);
    expect(unpacked(bytes).problems).toHaveLength(1);
  });
});

test('several files together keep to the limits of one upload', () => {
  const upload = (name: string) => ({ name, bytes: Buffer.from(wordsOf(900)) });
  const names = ['a.json', 'b.json', 'c.json', 'd.json'];
  expect(unpackUpload(names.map(upload), limits).problems.map(({ message }) => message)).toEqual([
    'Die Dateien haben ausgepackt zusammen mehr als 3\u00a0kB. Teilen Sie die Auswahl auf.',
  ]);
  expect(unpackUpload(names.slice(0, 3).map(upload), limits).files).toHaveLength(3);
});

test.each([
  { name: 'a\u202egnp.json', clean: 'a\ufffdgnp.json' },
  { name: 'a\nb\0.json', clean: 'a\ufffdb\ufffd.json' },
  { name: '  ', clean: 'Datei ohne Namen' },
  { name: `${'x'.repeat(300)}.json`, clean: `${'x'.repeat(195)}.json` },
])('the name $name is shown as $clean', ({ name, clean }) => {
  expect(cleanName(name)).toBe(clean);
});

test.each([
  { bytes: 8 * 1024 * 1024, text: '8\u00a0MB' },
  { bytes: 512 * 1024, text: '512\u00a0kB' },
  { bytes: 1_572_864, text: '1,5\u00a0MB' },
])('$bytes bytes are $text', ({ bytes, text }) => {
  expect(sizeText(bytes)).toBe(text);
});
