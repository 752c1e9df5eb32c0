import { describe, expect, test } from 'vitest';
import { readUploadedFile } from '~/portfolio/exchange/read-file';
import { problemText } from '~/portfolio/read-source';
import { aFile, caseManagerText, exampleFiles } from './import-files';

/** Problems of Case-Manager after an edit of its text. */
function problemsAfter(edit: (text: string) => string): string[] {
  const edited = edit(caseManagerText);
  expect(edited).not.toBe(caseManagerText);
  return problemsOf(Buffer.from(edited));
}

function problemsOf(bytes: Uint8Array): string[] {
  const reading = readUploadedFile({ name: 'x.json', bytes });
  return reading.ok ? [] : reading.problems.map(problemText);
}

/** Warnings of Case-Manager after an edit; it must be importable. */
function warningsAfter(edit: (text: string) => string): string[] {
  const reading = readUploadedFile(aFile(edit(caseManagerText)));
  if (!reading.ok) throw new Error(reading.problems.map(problemText).join('\n'));
  return reading.warnings.map(({ line, path, message }) => `${line} ${path}: ${message}`);
}

const withPortal = (portal: unknown) => (text: string) =>
  text.replace(/\n\}\s*$/, `,\n  "portal": ${JSON.stringify(portal)}\n}\n`);

test('the 25 files of the example have no problem', () => {
  const readings = exampleFiles().map(readUploadedFile);
  expect(readings.filter(({ ok }) => !ok)).toEqual([]);
});

describe('what is no portfolio file at all', () => {
  const utf16 = Buffer.from(caseManagerText, 'utf16le');
  const latin1 = Buffer.from(caseManagerText, 'latin1');
  test.each([
    { what: 'empty', bytes: Buffer.alloc(0), told: 'x.json, Zeile 1: Die Datei ist leer.' },
    {
      what: 'UTF-16 with a mark',
      bytes: Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
      told: 'x.json, Zeile 1: Die Datei ist in UTF-16 gespeichert. Speichern Sie sie als UTF-8.',
    },
    {
      what: 'UTF-16 without a mark',
      bytes: utf16,
      told: 'x.json, Zeile 1: Die Datei ist in UTF-16 gespeichert. Speichern Sie sie als UTF-8.',
    },
    {
      what: 'Latin-1',
      bytes: latin1,
      // The first umlaut of the file: "Landkreis Rotenburg (Wümme)".
      told: 'x.json, Zeile 6: Ein Zeichen dieser Zeile ist nicht in UTF-8 gespeichert. Speichern Sie die Datei als UTF-8.',
    },
    {
      what: 'a program',
      bytes: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0]),
      told: 'x.json, Zeile 1: Die Datei ist keine Textdatei. Erwartet ist eine JSON-Datei.',
    },
    {
      what: 'an archive in an archive',
      bytes: Buffer.from('PK\x03\x04'),
      told: 'x.json, Zeile 1: Die Datei ist ein Archiv. Ein Archiv im Archiv wird nicht gelesen.',
    },
    {
      what: 'a page',
      bytes: Buffer.from('<html>'),
      told: 'x.json, Zeile 1: Kein gültiges JSON bei „<html>“.',
    },
    {
      what: '100,000 levels of lists',
      bytes: Buffer.from('['.repeat(100_000) + ']'.repeat(100_000)),
      told: 'x.json, Zeile 1: Die Angaben sind tiefer als 32 Ebenen verschachtelt.',
    },
    {
      what: '100,000 levels of objects',
      bytes: Buffer.from('{"a":'.repeat(100_000)),
      told: 'x.json, Zeile 1: Die Angaben sind tiefer als 32 Ebenen verschachtelt.',
    },
    {
      what: 'a key twice',
      bytes: Buffer.from('{\n"slug": "a",\n"slug": "b"}'),
      told: 'x.json, Zeile 3: Der Schlüssel "slug" steht doppelt.',
    },
    {
      what: 'a key twice, once escaped',
      bytes: Buffer.from('{"slug": 1, "\\u0073lug": 2}'),
      told: 'x.json, Zeile 1: Der Schlüssel "\\u0073lug" steht doppelt.',
    },
    { what: 'null', bytes: Buffer.from('null'), told: 'x.json, Zeile 1: Erwartet ist ein Objekt.' },
  ])('$what', ({ bytes, told }) => {
    expect(problemsOf(bytes)).toEqual([told]);
  });

  test('a byte order mark of UTF-8 is accepted', () => {
    expect(problemsOf(Buffer.from(`\ufeff${caseManagerText}`))).toEqual([]);
  });

  test('half a megabyte in one text is read in no time', () => {
    const startedAt = performance.now();
    problemsOf(Buffer.from(`{"slug": "${'\\"'.repeat(250_000)}"}`));
    problemsOf(Buffer.from(`[${'0,'.repeat(250_000)}0]`));
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });
});

describe('values that cannot be', () => {
  const line = (edit: (text: string) => string, at: number, told: string) => ({
    edit,
    told: `x.json, Zeile ${at} ${told}`,
  });
  test.each([
    line(
      (text) => text.replace('"totalEur": null', '"totalEur": -1'),
      58,
      '(budget.totalEur): Der Betrag ist negativ.',
    ),
    line(
      (text) => text.replace('"totalEur": null', '"totalEur": 1000000000.01'),
      58,
      '(budget.totalEur): Der Betrag ist größer als eine Milliarde Euro.',
    ),
    line(
      (text) => text.replace('"totalEur": null', '"totalEur": 1e309'),
      58,
      '(budget.totalEur): Die Zahl ist zu groß.',
    ),
    line(
      (text) => text.replace('"totalEur": null', '"totalEur": -1e309'),
      58,
      '(budget.totalEur): Die Zahl ist zu groß.',
    ),
    line(
      (text) => text.replace('"placesTotal": null', '"placesTotal": 100001'),
      51,
      '(placesTotal): Die Zahl ist größer als 100.000.',
    ),
    line(
      (text) => text.replace('"2020-12-31"', '"2020-02-31"'),
      16,
      '(period.end): Diesen Tag gibt es im Kalender nicht.',
    ),
    line(
      (text) => text.replace('"2020-12-31"', '"2019-11-30"'),
      16,
      '(period.end): Das Ende liegt vor dem Beginn (01.12.2019).',
    ),
    line(
      (text) => text.replace('"2020-12-31"', '"2018"'),
      16,
      '(period.end): Das Ende liegt vor dem Beginn (01.12.2019).',
    ),
    line(
      (text) => text.replace('"2021-12-31"', '"2020-12-31"'),
      23,
      '(extensionOptions.0.to): Das Ende liegt vor dem Beginn (01.01.2021).',
    ),
    line(
      withPortal({ runs: [{ name: 'Eins', from: '2019-12-01', to: '2019-11-30' }] }),
      136,
      '(portal.runs.0.to): Das Ende liegt vor dem Beginn (01.12.2019).',
    ),
    line(withPortal({ healthPercent: 101 }), 136, '(portal.healthPercent): Der Anteil ist größer als 100 %.'),
    line(
      withPortal({ costs: [{ kind: 'year', amountEur: -1, qualifier: 'circa' }] }),
      136,
      '(portal.costs.0.amountEur): Der Betrag ist negativ.',
    ),
    line(withPortal({ fremd: 1 }), 136, '(portal.fremd): Dieser Schlüssel ist nicht bekannt.'),
    line(
      (text) => text.replace('"slug": "case-manager"', '"slug": "Case Manager"'),
      2,
      '(slug): Erlaubt sind Kleinbuchstaben, Ziffern und einzelne Bindestriche.',
    ),
    line(
      (text) => text.replace('"slug": "case-manager"', `"slug": "${'a'.repeat(101)}"`),
      2,
      '(slug): Die Kennung ist länger als 100 Zeichen.',
    ),
    line(
      (text) => text.replace('"title": "Case-Manager"', `"title": "${'a'.repeat(301)}"`),
      3,
      '(title): Der Titel ist länger als 300 Zeichen.',
    ),
    line(
      (text) => text.replace('"title": "Case-Manager"', String.raw`"title": "a\u0000b"`),
      3,
      '(title): Der Text enthält ein Zeichen, das nicht gespeichert werden kann. Tippen Sie ihn neu.',
    ),
    line(
      (text) => text.replace('"title": "Case-Manager"', String.raw`"title": "\ud800"`),
      3,
      '(title): Der Text enthält ein Zeichen, das nicht gespeichert werden kann. Tippen Sie ihn neu.',
    ),
    line(
      (text) => text.replace('"title":', '"__proto__": {}, "title":'),
      3,
      '(__proto__): Dieser Schlüssel ist nicht bekannt.',
    ),
  ])('$told', ({ edit, told }) => {
    expect(problemsAfter(edit)).toEqual([told]);
  });

  test.each(['neu', 'import', 'export', 'schema', 'portfolio'])('the slug "%s" is an address', (slug) => {
    expect(problemsAfter((text) => text.replace('"slug": "case-manager"', `"slug": "${slug}"`))).toEqual([
      `x.json, Zeile 2 (slug): Die Kennung „${slug}“ ist vergeben, sie ist eine Adresse des Portals. Wählen Sie eine andere.`,
    ]);
  });

  test('an end as coarse as its start is no end before it', () => {
    for (const [start, end] of [
      ['2019', '2019'],
      ['2019-12', '2019'],
      ['2019-12-01', '2019-12'],
      ['2019', '2019-01-01'],
    ]) {
      expect(
        problemsOf(
          Buffer.from(
            caseManagerText.replace('"2019-12-01"', `"${start}"`).replace('"2020-12-31"', `"${end}"`),
          ),
        ),
      ).toEqual([]);
    }
  });

  test('what stands there is told with it, long texts cut', () => {
    const reading = readUploadedFile(
      aFile(caseManagerText.replace('"vergabe"', `"${'x'.repeat(500)}"`).replace('"fte": null', '"fte": -2')),
    );
    const values = reading.ok ? [] : reading.problems.map(({ value }) => value);
    expect(values).toEqual(['-2', `"${'x'.repeat(59)}…`]);
  });
});

describe('what is imported as it is, and told', () => {
  test('Case-Manager has nothing odd', () => {
    expect(warningsAfter((text) => text)).toEqual([]);
  });

  test.each([
    {
      what: 'a legal basis that nobody knows',
      edit: (text: string) => text.replace('    "§ 16a Nr. 3 SGB II"\n', '    "§ 7 Phantasiegesetz"\n'),
      told: [
        /^76 legalBases\.0: Diese Rechtsgrundlage kennt das Portal nicht\. Sie bleibt, wie sie zitiert ist\.$/,
      ],
    },
    {
      what: 'an option that does not join',
      edit: (text: string) => text.replace('"2021-01-01"', '"2021-01-02"'),
      told: [
        /extensionOptions\.0\.from: Die Verlängerung schließt nicht an\. Anschließen würde sie am 01\.01\.2021\.$/,
      ],
    },
    {
      what: 'an option inside the term',
      edit: (text: string) => text.replace('"2021-01-01"', '"2020-12-31"'),
      told: [/extensionOptions\.0\.from: Die Verlängerung überschneidet die Zeit davor\./],
    },
    {
      what: 'runs that share a day',
      edit: withPortal({
        runs: [
          { name: 'Eins', from: '2020-01-01', to: '2020-06-30' },
          { name: 'Zwei', from: '2020-06-30', to: '2020-12-31' },
        ],
      }),
      told: [/portal\.runs\.1\.from: Die Durchläufe „Eins“ und „Zwei“ überschneiden sich\.$/],
    },
    {
      what: 'runs that follow each other',
      edit: withPortal({
        runs: [
          { name: 'Eins', from: '2020-01-01', to: '2020-06-30' },
          { name: 'Zwei', from: '2020-07-01', to: '2020-12-31' },
        ],
      }),
      told: [],
    },
    {
      what: 'a least duration above the longest',
      edit: (text: string) =>
        text.replace('"minMonths": null', '"minMonths": 12').replace('"maxMonths": null', '"maxMonths": 6'),
      told: [
        /individualDuration\.minMonths: Die Mindestdauer ist länger als die Höchstdauer \(6 Monate\)\.$/,
      ],
    },
  ])('$what', ({ edit, told }) => {
    const warnings = warningsAfter(edit);
    expect(warnings).toHaveLength(told.length);
    told.forEach((pattern, index) => expect(warnings[index]).toMatch(pattern));
  });

  test.each([
    { name: 'case-manager.json', isTold: false },
    { name: 'ordner/case-manager.json', isTold: false },
    { name: 'case-manager (1).json', isTold: false },
    { name: 'aktiva.json', isTold: true },
  ])('under the name $name', ({ name, isTold }) => {
    const reading = readUploadedFile(aFile(caseManagerText, name));
    expect(reading.ok && reading.warnings.map(({ path }) => path)).toEqual(isTold ? ['slug'] : []);
  });
});
