import { describe, expect, test } from 'vitest';
import { readResults, type Result } from '~/evaluation/rules/read-results';
import { example } from '../documents/measures';

function result(label: string, value: Result['value'], more: Partial<Result> = {}): Result {
  return { label, value, unit: 'Personen', basis: null, asOf: null, ...more };
}

const entries = result('Eintritte', 64);

describe('a count and its base', () => {
  test.each<{ basis: string | null; unit?: string; count?: number; base: number | null; why: string }>([
    { basis: '64 Eintritte', base: 64, why: 'the number of a recorded figure' },
    { basis: 'von 64 Eintritten', base: 64, why: 'in the words of a sentence' },
    { basis: '233 Beendete', base: 233, why: 'not recorded, but a word for persons' },
    { basis: '1.200 Teilnehmende', base: 1200, why: 'with the dot of thousands' },
    { basis: null, base: null, why: 'the source is silent' },
    { basis: 'Teilnehmende', base: null, why: 'no number' },
    { basis: 'Jahr 2012', base: null, why: 'a year' },
    { basis: '12 Monate', base: null, why: 'a span of time' },
    { basis: '01.09.2009–31.08.2010', base: null, why: 'two days' },
    { basis: '15 bis 24 Jahre alte Teilnehmende', base: null, why: 'two numbers' },
    { basis: 'Teilnehmende mit Information (60 % von 665)', base: null, why: 'a share of a number' },
    { basis: 'aus 1391 Kontakten, innerhalb eines Jahres', base: null, why: 'contacts are no persons' },
    { basis: '64 Eintritte', unit: 'Bezirke', base: null, why: 'districts are no part of persons' },
    {
      basis: '44 Stadt- und Landkreise',
      unit: 'Kreise',
      count: 40,
      base: 44,
      why: 'the base names the unit',
    },
    { basis: '8 Teilnehmende', base: null, why: 'the part would be larger than its whole' },
    { basis: 'nicht genannt (172 − 68 = 104)', base: null, why: 'the source says that it does not say' },
  ])('$basis ($unit): $base ($why)', ({ basis, unit = 'Personen', count = 10, base }) => {
    const [, figure] = readResults([entries, result('vermittelt', count, { basis, unit })]);
    expect(figure?.kind).toBe('count');
    expect(figure?.kind === 'count' ? (figure.base?.count ?? null) : null).toBe(base);
  });

  test('of two figures with the same number the words decide', () => {
    const [, , figure] = readResults([
      result('Frauen', 20),
      result('mit Führerschein', 20),
      result('davon mit eigenem Pkw', 10, { basis: '20 mit Führerschein' }),
    ]);
    expect(figure).toMatchObject({ base: { count: 20, at: 1 } });
  });
});

describe('per cents and fractions', () => {
  test('a per cent of the same thing, base and day is what the source prints beside the count', () => {
    const basis = '233 Beendete';
    const figures = readResults([
      result('Umzug', 43, { basis }),
      result('Umzug', 19, { basis, unit: '%' }),
      result('Umzug', 20, { basis: 'Vorjahr', unit: '%' }),
    ]);
    expect(figures).toMatchObject([
      { kind: 'count', count: 43, printed: { percent: 19 } },
      { kind: 'share', percent: 20, base: null },
    ]);
  });

  test('a per cent whose base is not named belongs to the one count it speaks of', () => {
    const figures = readResults([
      entries,
      result('vermittelt', 15),
      result('Quote', 33, {
        unit: '%',
        basis: 'Bezugsgröße nicht genannt; bezieht sich auf die 15 Vermittelten',
      }),
    ]);
    expect(figures).toMatchObject([{}, { count: 15, openShare: { percent: 33 } }]);
    expect(figures).toHaveLength(2);
  });

  test('where two counts could be meant, it stays as stated', () => {
    const figures = readResults([
      result('vermittelt', 15),
      result('beraten', 15),
      result('Quote', 33, { unit: '%', basis: 'nicht genannt; die 15' }),
    ]);
    expect(figures).toMatchObject([{ openShare: null }, { openShare: null }, { kind: 'share' }]);
  });

  test.each<[Result['value'], string | null, string]>([
    ['2/3', 'Anteil', 'share'],
    ['3/2', 'Anteil', 'stated'],
    ['1/0', 'Anteil', 'stated'],
    ['rund 40', 'Personen', 'stated'],
    [12.5, 'Personen', 'stated'],
    [-3, 'Personen', 'stated'],
    [Number.MAX_VALUE, 'Personen', 'stated'],
    [140, '%', 'stated'],
    [25, '%', 'share'],
    [0, 'Personen', 'count'],
  ])('%s %s is read as %s', (value, unit, kind) => {
    expect(readResults([result('Angabe', value, { unit })])[0]?.kind).toBe(kind);
  });
});

test.each([
  ['Personen', true],
  ['Fälle', true],
  ['Bedarfsgemeinschaften', true],
  [null, true],
  ['irgendetwas', true],
  ['Plätze', false],
  ['Durchgänge', false],
  ['Kreise', false],
  ['Tage', false],
])('small numbers of %s are protected: %s', (unit, isOfPersons) => {
  expect(readResults([result('Angabe', 2, { unit })])[0]).toMatchObject({ isOfPersons });
});

test('no result of the example is lost: each is a figure, or printed beside one', () => {
  for (const slug of ['jobschmiede', 'arbeitserprobung-120-tage', 'teilqualifizierung', 'jumita']) {
    const { results } = example(slug);
    const shown = readResults(results).flatMap((figure) =>
      figure.kind === 'count'
        ? [figure.at, figure.printed?.at, figure.openShare?.at].filter((at) => at !== undefined)
        : [figure.at],
    );
    expect(shown.sort((a, b) => a - b)).toEqual(results.map((_, at) => at));
  }
});
