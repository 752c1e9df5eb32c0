import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterQuery, noFilter, readFilter } from '~/portfolio/filters';

const read = (query: string) => readFilter(new URLSearchParams(query));

test('an address without anything narrows nothing', () => {
  expect(read('')).toEqual({ filter: noFilter, notes: [] });
});

test('every filter of the address is read', () => {
  const { filter, notes } = read(
    'q=sucht&rechtsgrundlage=16a+SGB+II&rechtsgrundlage=ohne&traeger=gE&umsetzung=vergabe&art=massnahme&sort=-stand&seite=2',
  );
  expect(notes).toEqual([]);
  expect(filter).toEqual({
    text: 'sucht',
    legalBasis: ['16a SGB II', 'ohne'],
    carrier: ['gE'],
    implementation: ['vergabe'],
    kind: ['massnahme'],
    sort: '-stand',
    page: 2,
  });
});

describe('what is malformed is left aside with a note', () => {
  test.each([
    'seite=abc',
    'seite=0',
    'seite=-1',
    'seite=1.5',
    'seite=%00',
    'seite[]=2',
    'sort=preis',
    'sort=titel;drop table',
    'umsetzung=zauberei',
    'umsetzung[]=vergabe',
    'rechtsgrundlage=16a%00SGB+II',
    'rechtsgrundlage=Paragraph+16a',
    'art=__proto__',
    'unbekannt=1',
  ])('%s', (query) => {
    const { filter, notes } = read(query);
    expect(filter).toEqual(noFilter);
    expect(notes).toHaveLength(1);
  });
});

test('of a value given twice the first counts', () => {
  const { filter, notes } = read('seite=2&seite=3');
  expect(filter.page).toBe(2);
  expect(notes).toEqual(['„seite“ steht mehrmals in der Adresse; es gilt die erste Angabe.']);
});

test('a page number beyond all measure stays a number the database takes', () => {
  expect(read(`seite=${'9'.repeat(400)}`)).toMatchObject({ filter: { page: 1_000_000 }, notes: [] });
});

test('NUL and lone surrogates never reach the search', () => {
  expect(read('q=psycho%00sozial').filter.text).toBe('psycho sozial');
  expect(readFilter(new URLSearchParams([['q', 'a\ud800b']])).filter.text.isWellFormed()).toBe(true);
});

test('a search text as long as a book is cut', () => {
  const { filter, notes } = read(`q=${'lang '.repeat(1000)}`);
  expect(filter.text.length).toBeLessThanOrEqual(200);
  expect(notes).toEqual(['Der Suchtext ist zu lang; es gelten die ersten 200 Zeichen.']);
});

test('empty fields of the sent form are no filter and no fault', () => {
  expect(read('q=&sort=&seite=')).toEqual({ filter: noFilter, notes: [] });
});

test('whatever an address says, it is read, and its filter survives the way through an address', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('vergabe', '16a SGB II', 'gE', '2', '-titel'),
  );
  const name = fc.oneof(
    fc.constantFrom('q', 'rechtsgrundlage', 'traeger', 'umsetzung', 'art', 'sort', 'seite'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value), { maxLength: 8 }), (pairs) => {
      const { filter } = readFilter(new URLSearchParams(pairs));
      expect(readFilter(new URLSearchParams(filterQuery(filter)))).toEqual({ filter, notes: [] });
    }),
  );
}, 20_000);
