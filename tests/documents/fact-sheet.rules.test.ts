import { describe, expect, test } from 'vitest';
import { evaluate, missingIn, plainText } from '#templates/engine/index';
import { factSheetInput } from '~/documents/fact-sheet/print';
import {
  costLines,
  fundingLines,
  optionLines,
  participationLines,
  siteLines,
  termLines,
} from '~/documents/fact-sheet/profile-text';
import type { FactSheetFacts } from '~/documents/fact-sheet/template-data';
import { faultsOfTemplate, readDeliveredTemplate } from '~/documents/templates/files';
import { caseManagerFacts } from './facts';
import { aMeasure, example, exampleMeasures, factSheetFacts, noPlan } from './measures';

const text = readDeliveredTemplate('kurzprofil');
const plain = (words: string) => words.replaceAll('\u00a0', ' ').replaceAll('\u00ad', '');

function paper(facts: FactSheetFacts) {
  return evaluate(factSheetInput(facts, { kind: 'kurzprofil', text, version: 0 }, false));
}
const words = (facts: FactSheetFacts) => plain(plainText(paper(facts)));

test('the delivered template has no faults', () => {
  expect(faultsOfTemplate('kurzprofil', text)).toEqual([]);
});

test.each(exampleMeasures.map((content) => [content.slug, content] as const))(
  '%s: nothing is missing, and the source is named with its year',
  (_, content) => {
    expect(missingIn(paper(factSheetFacts(content)))).toEqual([]);
    const read = words(factSheetFacts(content));
    expect(read).toContain('Stand der Quelle 2013');
    // Unknown is "keine Angabe" and never a zero.
    expect(read).not.toMatch(/(^|\s)0(,00)? (€|Plätze|Monate|Tage)/);
  },
);

test('a measure that only has a name prints, too', () => {
  const read = words(factSheetFacts(aMeasure(), { sourceYear: null }));
  expect(read).toContain('Standorte und Plätze\nkeine Angabe');
  expect(read).toContain('Angaben der Behörde Landkreis Musterland (Beispiel)');
  expect(read).not.toContain('Ablauf einer Teilnahme');
});

describe('money as the source states it', () => {
  test.each([
    {
      slug: 'aktivierungshilfen-jugendliche',
      lines: [
        'ca. 450,00 € je Platz und Monat',
        'Hinweis der Quelle: Ca., je teilnehmende Person und Monat.',
      ],
    },
    {
      slug: 'individuelle-diagnose',
      lines: [
        '163.800,00 € im Jahr',
        '13.650,00 € im Monat',
        '910,00 € je Platz und Monat',
        'Hinweis der Quelle: Werte für 2013.',
      ],
    },
    {
      slug: 'case-manager',
      lines: [
        'Betrag: keine Angabe',
        'Hinweis der Quelle: Haushaltsplan 2019 sieht bis zu 100.000 € für kommunale Eingliederung (§ 16a SGB II) vor, als Obergrenze; Preis der Maßnahme nicht genannt; Mittel für 2020 und 2021 noch bereitzustellen.',
      ],
    },
  ])('$slug', ({ slug, lines }) => {
    expect(costLines(example(slug)).map(plain)).toEqual(lines);
  });

  test('structured amounts carry the word that limits them', () => {
    const portal = {
      costs: [
        { kind: 'total', amountEur: 90_000, qualifier: 'upTo', note: null },
        { kind: 'session', amountEur: 120.5, qualifier: 'circa', note: 'mit Fahrt' },
        { kind: 'year', amountEur: null, qualifier: 'exact' },
      ],
    } as const;
    const { budget } = aMeasure();
    expect(costLines({ budget, portal: { costs: [...portal.costs] } }).map(plain)).toEqual([
      'bis zu 90.000,00 € insgesamt',
      'ca. 120,50 € je Termin (mit Fahrt)',
    ]);
  });

  test('silence stays silence', () => {
    expect(costLines(aMeasure())).toEqual([]);
    expect(fundingLines(aMeasure())).toEqual([]);
  });
});

describe('term and options', () => {
  const period = { start: null, end: null, openEnded: null, note: null };
  test.each([
    {
      period: { ...period, start: '2019-12-01', end: '2020-12-31' },
      lines: ['01.12.2019 – 31.12.2020 (13 Monate)'],
    },
    { period: { ...period, start: '2013-05' }, lines: ['ab Mai 2013'] },
    { period: { ...period, start: '2007', openEnded: true }, lines: ['seit 2007, unbefristet'] },
    { period, lines: [] },
  ])('$lines', ({ period: stated, lines }) => {
    expect(termLines({ period: stated }, noPlan)).toEqual(lines);
  });

  test('where the source is silent, the planned term and options stand in', () => {
    expect(termLines(aMeasure(), caseManagerFacts.plan)).toEqual([
      '01.12.2019 – 31.12.2020 (13 Monate), geplant',
    ]);
    expect(optionLines(aMeasure(), caseManagerFacts.plan)).toEqual([
      '01.01.2021 – 31.12.2021, 12 Monate, Bedingung: erfolgreiche Durchführung und ausreichend verfügbare Mittel',
    ]);
    expect(optionLines(aMeasure(), { ...noPlan, hasOptions: false })).toEqual(['keine']);
    expect(optionLines(aMeasure(), noPlan)).toEqual([]);
  });
});

test('a quota of days, places per site and sites without a number', () => {
  expect(participationLines(example('arbeitserprobung-120-tage'))[0]).toBe(
    'in der Regel 6 Monate, 120 Anwesenheitstage',
  );
  expect(siteLines(example('teilzeit-aktiv'))).toEqual([
    'Prenzlau: 20 Plätze',
    'Angermünde: 20 Plätze',
    'Schwedt: 20 Plätze',
    'Templin: 20 Plätze',
  ]);
  expect(siteLines(example('case-manager'))).toEqual(['Rotenburg (Wümme)', 'Zeven', 'Bremervörde']);
});

test('what was structured stands beside the source’s words', () => {
  const content = aMeasure({
    weeklyHours: 'Teilzeit möglich',
    phases: [{ name: 'Start', duration: null, content: null }],
    portal: {
      weekly: { min: 10, max: 15, unit: 'teachingUnits' },
      contacts: [
        { stage: 'am Anfang', everyWeeks: 1 },
        { stage: 'später', everyWeeks: 2, minutes: 45 },
      ],
      phaseSpans: [{ phase: 'Start', span: { min: 3, max: 3, unit: 'months' } }],
      payment: {
        model: 'premiums',
        premiums: [{ reason: 'sechs Monate Beschäftigung', sharePercent: 40 }],
        grants: [{ condition: 'ab 801 € brutto', amountEur: 1_000 }],
      },
      approaches: ['health', 'networks'],
    },
  });
  const read = words(factSheetFacts(content));
  expect(read).toContain('10–15 Unterrichtseinheiten (45 Minuten) je Woche\nTeilzeit möglich');
  expect(read).toContain('am Anfang: jede Woche\nspäter: alle 2 Wochen, 45 Minuten');
  expect(read).toContain('Dauer: 3 Monate');
  expect(read).toContain('Prämie 40 % für sechs Monate Beschäftigung\nab 801 € brutto: 1.000,00 €');
  expect(read).toContain('Gesundheit, Netzwerke');
});

test('the strip of phases reads out every phase in order', () => {
  const read = words(factSheetFacts(example('case-manager')));
  const places = example('case-manager').phases.map(({ name }, index) =>
    read.indexOf(`${String(index + 1)}. ${name}`),
  );
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('results stay out of a public sheet', () => {
  const read = words(factSheetFacts(example('arbeitserprobung-120-tage')));
  expect(read).not.toContain('Bürgerarbeit');
});

test.each(['{% if $x %}', '*fett* | a |', '<img onerror=alert(1)>', '{% $massnahme.name %}'])(
  'what a source says appears literally: %s',
  (hostile) => {
    const content = aMeasure({
      title: hostile,
      targetGroup: hostile,
      modules: [hostile],
      phases: [{ name: hostile, duration: hostile, content: hostile }],
    });
    expect(words(factSheetFacts(content)).split(hostile).length).toBeGreaterThan(5);
  },
);
