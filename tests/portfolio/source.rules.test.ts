import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findJsonLines } from '~/portfolio/json-lines';
import { problemText, readMeasureSource } from '~/portfolio/read-source';

const folder = 'db/example/portfolio';
const files = readdirSync(folder);
const caseManager = readFileSync(`${folder}/case-manager.json`, 'utf8');

/** The messages about the file after an edit, as people read them. */
function problemsAfter(edit: (text: string) => string, file = 'case-manager.json'): string[] {
  const edited = edit(caseManager);
  expect(edited).not.toBe(caseManager);
  const reading = readMeasureSource(edited, file);
  return reading.ok ? [] : reading.problems.map(problemText);
}

test('there are 25 files', () => {
  expect(files).toHaveLength(25);
});

test.each(files)('%s is read with nothing lost', (file) => {
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  expect(readMeasureSource(text, file)).toEqual({ ok: true, source: JSON.parse(text) as unknown });
});

describe('a broken file is told by file, line and field', () => {
  test.each([
    {
      what: 'a comma forgotten',
      edit: (text: string) => text.replace('"case-manager",', '"case-manager"'),
      told: ['case-manager.json, Zeile 3: Hier fehlt ein Komma oder eine schließende geschweifte Klammer.'],
    },
    {
      what: 'cut off in the middle',
      edit: (text: string) => text.slice(0, text.indexOf('"targetCriteria"')),
      told: ['case-manager.json, Zeile 10: Erwartet ist ein Schlüssel in Anführungszeichen.'],
    },
    {
      what: 'single quotes',
      edit: (text: string) => text.replace('"Case-Manager"', "'Case-Manager'"),
      told: ["case-manager.json, Zeile 3: Kein gültiges JSON bei „'Case-Manager',“."],
    },
    {
      what: 'a key given twice',
      edit: (text: string) => text.replace('"title"', '"slug": "x",\n  "title"'),
      told: ['case-manager.json, Zeile 3: Der Schlüssel "slug" steht doppelt.'],
    },
    {
      what: 'an unknown key',
      edit: (text: string) => text.replace('"ratio": null', '"ratios": null, "ratio": null'),
      told: ['case-manager.json, Zeile 53 (staffing.ratios): Dieser Schlüssel ist nicht bekannt.'],
    },
    {
      what: 'a key missing',
      edit: (text: string) => text.replace('"weeklyHours": null,', ''),
      told: [
        'case-manager.json, Zeile 1 (weeklyHours): Dieser Schlüssel fehlt. Ohne Angabe der Quelle steht hier null oder eine leere Liste.',
      ],
    },
    {
      what: 'a number as text',
      edit: (text: string) => text.replace('"totalEur": null', '"totalEur": "100.000"'),
      told: ['case-manager.json, Zeile 58 (budget.totalEur): Erwartet ist eine Zahl.'],
    },
    {
      what: 'a negative amount',
      edit: (text: string) => text.replace('"totalEur": null', '"totalEur": -1'),
      told: ['case-manager.json, Zeile 58 (budget.totalEur): Der Betrag ist negativ.'],
    },
    {
      what: 'half a place',
      edit: (text: string) => text.replace('"placesTotal": null', '"placesTotal": 1.5'),
      told: ['case-manager.json, Zeile 51 (placesTotal): Erwartet ist eine ganze Zahl.'],
    },
    {
      what: 'an unknown way of carrying out',
      edit: (text: string) => text.replace('"vergabe"', '"zauberei"'),
      told: [
        'case-manager.json, Zeile 78 (implementation): Erlaubt ist nur: vergabe, inhouse, projektfoerderung, einzelfallfoerderung, selbstvornahme.',
      ],
    },
    {
      what: 'a day that the calendar does not have',
      edit: (text: string) => text.replace('"2019-12-01"', '"2019-02-29"'),
      told: ['case-manager.json, Zeile 15 (period.start): Diesen Tag gibt es im Kalender nicht.'],
    },
    {
      what: 'a day as Germans write it',
      edit: (text: string) => text.replace('"2019-12-01"', '"1.12.2019"'),
      told: [
        'case-manager.json, Zeile 15 (period.start): Erwartet ist ein Tag wie 2019-12-01, ein Monat wie 2019-12 oder ein Jahr wie 2019.',
      ],
    },
    {
      what: 'an empty text',
      edit: (text: string) => text.replace('"psychosoziale Beratung und Betreuung"', '" "'),
      told: ['case-manager.json, Zeile 113 (modules.0): Der Text ist leer. Ohne Angabe steht hier null.'],
    },
  ])('$what', ({ edit, told }) => {
    expect(problemsAfter(edit)).toEqual(told);
  });

  test('a list instead of an object', () => {
    expect(readMeasureSource('[]', 'x.json')).toEqual({
      ok: false,
      problems: [{ file: 'x.json', line: 1, path: '', message: 'Erwartet ist ein Objekt.' }],
    });
  });

  test('a file under another name', () => {
    const reading = readMeasureSource(caseManager, 'portfolio/casemanager.json');
    expect(reading).toMatchObject({ ok: false, problems: [{ line: 2, path: 'slug' }] });
  });
});

test('all problems of a file are told at once', () => {
  const told = problemsAfter((text) => text.replace('"vergabe"', '7').replace('"2020-12-31"', '"bald"'));
  expect(told).toHaveLength(2);
});

test('lines are those of the key, at any depth', () => {
  const found = findJsonLines('{\n "a": [\n  {"b": 1},\n  {\n   "b":\n 2}\n ]\n}');
  if (!found.ok) throw new Error(found.message);
  expect(Object.fromEntries(found.lines)).toEqual({
    '': 1,
    a: 2,
    'a.0': 3,
    'a.0.b': 3,
    'a.1': 4,
    'a.1.b': 5,
  });
});
