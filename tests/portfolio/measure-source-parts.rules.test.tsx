import path from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { readPortfolio } from '#db/example/read-portfolio';
import type { MeasureSource } from '~/portfolio/source';
import { MeasureSourceParts } from '~/portfolio/views/measure-source-parts';

const sources = await readPortfolio(path.resolve('db/example/portfolio'));

/** What people read, one piece of text a line. */
function readPage(source: MeasureSource): string[] {
  return renderToStaticMarkup(
    <MeasureSourceParts source={source} sourceYear={2013} protectedResults={null} />,
  )
    .replace(/<[^>]+>/g, '\n')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .split('\n')
    .filter(Boolean);
}

type Leaf = string | number | boolean | null;

function leavesOf(value: unknown, at: string): [at: string, leaf: Leaf][] {
  if (value === null || typeof value !== 'object') return [[at, value as Leaf]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, at ? `${at}.${key}` : key));
}

const words: Readonly<Record<string, string>> = {
  'kind massnahme': 'Maßnahme',
  'kind handlungsansatz': 'Handlungsansatz',
  'implementation vergabe': 'Vergabe',
  'implementation inhouse': 'Inhouse-Vergabe',
  'implementation einzelfallfoerderung': 'Einzelfallförderung',
  'implementation selbstvornahme': 'Selbstvornahme',
  'carrier.type gE': 'Jobcenter als gemeinsame Einrichtung (gE)',
  'carrier.type zkT': 'Zugelassener kommunaler Träger (zkT)',
  'carrier.type BA': 'Bundesagentur für Arbeit (BA)',
  'carrier.type land': 'Land',
  'carrier.type landkreis': 'Landkreis',
};
const months = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(
  ' ',
);

/** The leaf as a German reader would write it, worked out apart from the page. */
function inGerman(at: string, leaf: string | number | boolean): string {
  if (typeof leaf === 'boolean') return leaf ? 'Ja' : 'Nein';
  if (typeof leaf === 'number') {
    const [whole = '', part = ''] = String(leaf).split('.');
    const grouped = whole.replace(/(\d)(?=(\d{3})+$)/g, '$1.');
    if (at.endsWith('Eur')) return `${grouped},${part.padEnd(2, '0')}\u00a0€`;
    return part ? `${grouped},${part}` : grouped;
  }
  if (/^period\.(start|end)|\.(from|to|asOf)$/.test(at)) {
    const [year = '', month, day] = leaf.split('-');
    if (!month) return year;
    return day ? `${day}.${month}.${year}` : `${months[Number(month) - 1]} ${year}`;
  }
  return words[`${at} ${leaf}`] ?? leaf;
}

test.each(sources)('nothing of $slug is lost on its page', (source) => {
  const page = readPage(source).join('\n');
  const lost = leavesOf(source, '')
    .filter((entry): entry is [string, string | number | boolean] => entry[1] !== null)
    .filter(([at, leaf]) => !page.includes(inGerman(at, leaf)));
  expect(lost).toEqual([]);
});

/** Every free text and every number of its own, so that none can hide behind another that looks alike. */
function withMarks(source: MeasureSource): { marked: MeasureSource; marks: string[] } {
  const marks: string[] = [];
  const mark = (value: unknown, at: string): unknown => {
    if (Array.isArray(value)) return value.map((inner, index) => mark(inner, `${at}.${index}`));
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, mark(inner, `${at}.${key}`)]),
      );
    }
    if (/^\.(kind|implementation|carrier\.type|period\.(start|end))$|\.(from|to|asOf)$/.test(at))
      return value;
    const number = 10_001 + marks.length;
    if (typeof value === 'number') {
      marks.push(number.toLocaleString('de-DE'));
      return number;
    }
    if (typeof value !== 'string') return value;
    marks.push(`Marke${number}`);
    return `Marke${number}`;
  };
  return { marked: mark(source, '') as MeasureSource, marks };
}

test.each(sources)('each text and number of $slug has a place of its own', (source) => {
  const { marked, marks } = withMarks(source);
  const page = readPage(marked).join('\n');
  expect(marks.length).toBeGreaterThan(20);
  expect(marks.filter((mark) => !page.includes(mark))).toEqual([]);
});

describe('Case-Manager', () => {
  const caseManager = sources.find(({ slug }) => slug === 'case-manager');
  if (!caseManager) throw new Error('case-manager.json is missing.');
  const lines = readPage(caseManager);
  const valueOf = (label: string): string | undefined => lines[lines.indexOf(label) + 1];

  test('what the source does not say is "keine Angabe", never zero', () => {
    expect(valueOf('Plätze insgesamt')).toBe('keine Angabe');
    expect(valueOf('Gesamt')).toBe('keine Angabe');
    expect(valueOf('Vollzeitstellen')).toBe('keine Angabe');
    expect(valueOf('Teilnahme freiwillig')).toBe('keine Angabe');
    expect(lines).not.toContain('0');
  });

  test('the length of the runtime is computed from its days', () => {
    expect(valueOf('Laufzeit')).toBe('01.12.2019 – 31.12.2020');
    expect(valueOf('Dauer')).toBe('13 Monate');
    expect(lines).toContain('01.01.2021 – 31.12.2021 (12 Monate)');
    expect(lines).not.toContain('Die Zeiten der Quelle passen nicht zusammen');
  });
});

test('an option that overlaps in the source is shown as stated, with a warning', () => {
  const source = sources.find(({ slug }) => slug === 'perspektive-einstieg');
  if (!source) throw new Error('perspektive-einstieg.json is missing.');
  const page = readPage(source);
  expect(page).toContain('01.07.2014 – 31.07.2015 (13 Monate)');
  expect(page).toContain(
    'Verlängerung 1 überschneidet die Zeit davor: Sie beginnt laut Quelle am 01.07.2014, anschließen würde sie am 01.08.2014.',
  );
});

test('a zero that the source states is a zero', () => {
  const withZero = sources.find(({ results }) => results.some(({ value }) => value === 0));
  if (!withZero) throw new Error('No file has a zero.');
  expect(readPage(withZero)).toContain('0');
});
