import { describe, expect, test } from 'vitest';
import { evaluate, missingIn, plainText } from '#templates/engine/index';
import { legalBasisGroup, placesOf, yearlyMoney } from '~/documents/portfolio-overview/comparable';
import { portfolioInput } from '~/documents/portfolio-overview/print';
import {
  moneyBars,
  placesBars,
  portfolioData,
  type PortfolioFacts,
  timelineRows,
} from '~/documents/portfolio-overview/template-data';
import { faultsOfTemplate, readDeliveredTemplate } from '~/documents/templates/files';
import { noFilter } from '~/portfolio/filters';
import { aMeasure, example, exampleMeasures, portfolioFacts, portfolioMeasure } from './measures';

const text = readDeliveredTemplate('portfolio');
const paper = (facts: PortfolioFacts) =>
  evaluate(portfolioInput(facts, { kind: 'portfolio', text, version: 0 }));
const words = (facts: PortfolioFacts) =>
  plainText(paper(facts)).replaceAll('\u00a0', ' ').replaceAll('\u00ad', '');

test('the delivered template has no faults', () => {
  expect(faultsOfTemplate('portfolio', text)).toEqual([]);
});

describe('money of a year, where it can be compared', () => {
  test.each([
    { slug: 'jobschmiede', cents: 20_088_000, base: 'statedYear', why: 'as stated' },
    {
      slug: 'individuelle-diagnose',
      cents: 16_380_000,
      base: 'statedYear',
      why: 'the year before month and place',
    },
    { slug: 'arbeitserprobung-120-tage', cents: 9_151_668, base: 'statedMonth', why: '7.626,39 € × 12' },
    {
      slug: 'foerderzentrum-plus',
      cents: 38_750_000,
      base: 'totalOverTerm',
      why: '775.000 € over 24 months',
    },
    {
      slug: 'jumita',
      cents: 12_800_186,
      base: 'totalOverTerm',
      why: '117.335,04 € ÷ 11 × 12 = 128.001,86 €',
    },
  ])('$slug: $cents cents ($why)', ({ slug, cents, base }) => {
    expect(yearlyMoney(example(slug))).toMatchObject({ isComparable: true, cents, base });
  });

  test.each([
    { slug: 'case-manager', gap: 'inWordsOnly', why: 'a ceiling of another pot is no price' },
    { slug: 'perspektive-einstieg', gap: 'inWordsOnly', why: 'two amounts by two funders' },
    { slug: 'aktiva', gap: 'notStated', why: 'part of a larger measure' },
    { slug: 'bahn-frei', gap: 'onlyPart', why: 'nine months of a year' },
    { slug: 'amiga', gap: 'onlyPart', why: 'fees only' },
    { slug: 'pat', gap: 'onlyPart', why: 'one funder only' },
    { slug: 'bg-coaching', gap: 'totalWithoutTerm', why: 'the end is open' },
    { slug: 'service-point-migration', gap: 'totalWithoutTerm', why: 'no period at all' },
    { slug: 'aktivierungshilfen-jugendliche', gap: 'placesUnknown', why: '450 € a place, but how many?' },
  ])('$slug is left out: $gap ($why)', ({ slug, gap }) => {
    expect(yearlyMoney(example(slug))).toEqual({ isComparable: false, gap });
  });

  const { budget } = aMeasure();
  test('per place and month × places × 12', () => {
    const content = aMeasure({ budget: { ...budget, perPlacePerMonthEur: 910 }, placesTotal: 15 });
    expect(yearlyMoney(content)).toMatchObject({ cents: 16_380_000, base: 'placesAndMonth' });
  });

  test('a limit is no amount', () => {
    const costs = [{ kind: 'year', amountEur: 90_000, qualifier: 'upTo' } as const];
    expect(yearlyMoney(aMeasure({ portal: { costs } }))).toEqual({ isComparable: false, gap: 'limitOnly' });
  });

  test('a broken month counts by its days: 45 days from 1 January are 1 month and 14 of 28 days', () => {
    const period = { start: '2021-01-01', end: '2021-02-14', openEnded: false, note: null };
    const content = aMeasure({ budget: { ...budget, totalEur: 1_500 }, period });
    expect(yearlyMoney(content)).toMatchObject({ cents: 1_200_000 });
  });
});

describe('the group of a measure', () => {
  test.each([
    [['§ 16 Abs. 1 SGB II', '§ 45 Abs. 1 SGB III'], '§ 16 SGB II mit § 45 SGB III'],
    [['§ 45 SGB III', '§ 16 SGB II'], '§ 16 SGB II mit § 45 SGB III'],
    [['§ 16 Abs. 1 SGB II', '§ 45 Abs. 1 SGB III', '§ 44b SGB II'], '§ 16 SGB II mit § 45 SGB III'],
    [['§ 44b SGB II'], '§ 44b SGB II'],
    [['§ 46 SGB III (a. F.)'], '§ 46 SGB III a. F.'],
    [['Landesprogramm'], 'Landesprogramm'],
    [[], null],
  ])('%j → %s', (citations, group) => {
    expect(legalBasisGroup(citations)?.replaceAll('\u00a0', ' ') ?? null).toBe(group);
  });
});

test('places: the stated total, else the sum of sites that all have a number', () => {
  expect(placesOf(example('teilzeit-aktiv'))).toBe(80);
  expect(placesOf(example('jobschmiede'))).toBe(20);
  expect(placesOf(example('case-manager'))).toBeNull();
  expect(placesOf(aMeasure())).toBeNull();
});

describe('all 25 measures', () => {
  const facts = portfolioFacts(exampleMeasures);
  const data = portfolioData(facts);

  test('the places of the groups sum to the places of the measures, each counted once', () => {
    const stated = exampleMeasures.map(placesOf).filter((count) => count !== null);
    expect(stated).toHaveLength(13);
    expect(stated.reduce((sum, count) => sum + count, 0)).toBe(900);
    expect(data.plaetzeSumme).toBe('900');
    expect(data.plaetzeFehlen).toContain('12 Maßnahmen');
  });

  test('seven amounts are compared, the other eighteen are named with the reason', () => {
    expect(data.geldGrundlagen).toHaveLength(7);
    const leftOut = data.geldFehlt.map((line) => Number(/^\d+/.exec(line)?.[0]));
    expect(leftOut.reduce((sum, count) => sum + count, 0)).toBe(18);
    // 2.300.000 + 91.516,68 + 387.500 + 163.800 + 200.880 + 128.001,86 + 280.000
    expect(data.geldSumme.replaceAll('\u00a0', ' ')).toBe('3.551.698,54 €');
  });

  test('table and charts say the same', () => {
    expect(placesBars(facts.selection.measures).map(({ label }) => label)).toEqual(
      data.plaetze.map(({ grundlage }) => grundlage),
    );
    expect(moneyBars(facts.selection.measures).map(({ value }) => value)).toEqual(
      data.geld.map(({ wert }) => wert),
    );
  });

  test('every measure has its line, and nothing is missing', () => {
    const read = words(facts);
    for (const { title } of exampleMeasures) expect(read).toContain(title);
    expect(missingIn(paper(facts))).toEqual([]);
    expect(read).toContain('Option bis 31.12.2021');
  });

  test('the plan’s estimate never stands in the overview: bidders may read it', () => {
    expect(JSON.stringify(data)).not.toMatch(/Schätzung|estimate/);
  });
});

test('terms are as exact as the source, and those without a beginning are counted', () => {
  const rows = timelineRows(
    [example('jobschmiede'), example('pat'), example('case-manager'), example('amiga')].map(portfolioMeasure),
  );
  expect(rows).toMatchObject([
    { from: '2007-01-01', to: null, isOpenEnded: true },
    { from: '2012-10-01', to: '2014-12-31' },
    { from: '2019-12-01', to: '2020-12-31', options: [{ from: '2021-01-01', to: '2021-12-31' }] },
  ]);
});

test('an end before the start is no bar', () => {
  const period = { start: '2013-05-01', end: '2012-01-01', openEnded: null, note: null };
  expect(timelineRows([portfolioMeasure(aMeasure({ period }))])).toEqual([]);
});

test('the selection is said in words', () => {
  const filter = { ...noFilter, text: 'Jugend', legalBasis: ['16a SGB II'] };
  const facts = { ...portfolioFacts([example('case-manager')]), filter };
  expect(words(facts)).toContain(
    '1 von 1 Maßnahmen. Auswahl: Suche „Jugend“; Rechtsgrundlage: § 16a SGB II.',
  );
});

test('a selection of nothing but silence has no charts and says why', () => {
  const read = words(portfolioFacts([aMeasure()]));
  expect(read).toContain('Kein Betrag der Auswahl lässt sich vergleichen.');
  expect(read).not.toContain('Balkendiagramm');
  expect(read).not.toContain('Zeitstrahl:');
});
