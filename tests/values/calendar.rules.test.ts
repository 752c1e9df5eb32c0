import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  daysAfter,
  describeTerm,
  formatDay,
  formatPeriod,
  lastDayOfTerm,
  nextDay,
  plainDate,
  readGermanDay,
  termMonths,
} from '~/values/calendar';

const anyDay = fc
  .integer({ min: 0, max: 60_000 })
  .map((days) => plainDate('1950-01-01').add({ days }).toString());

describe('days as Germans type them', () => {
  test.each([
    '1.12.2019',
    '01.12.2019',
    '1.12.19',
    '01.12.19',
    '1. 12. 2019',
    '01122019',
    '011219',
    '1. Dezember 2019',
    '1 dez. 19',
    ' 01.12.2019 ',
    '2019-12-01',
    '1/12/2019',
    'heute',
  ])('"%s" is 2019-12-01', (typed) => {
    expect(readGermanDay(typed, '2019-12-01')).toEqual({ ok: true, day: '2019-12-01' });
  });

  test.each([
    { typed: '29.02.2020', day: '2020-02-29', why: 'a leap day' },
    { typed: '29.2.2000', day: '2000-02-29', why: 'a leap year divisible by 400' },
    { typed: '31.12.49', day: '2049-12-31', why: 'the last year of 20xx' },
    { typed: '01.01.50', day: '1950-01-01', why: 'the first year of 19xx' },
    { typed: '1.1.00', day: '2000-01-01', why: 'year 00' },
    { typed: '3. März 2020', day: '2020-03-03', why: 'an umlaut' },
    { typed: '3. Maerz 2020', day: '2020-03-03', why: 'without the umlaut' },
    { typed: '3. Mai 2020', day: '2020-05-03', why: 'not confused with March' },
    { typed: '3. Jun 2020', day: '2020-06-03', why: 'not confused with July' },
  ])('"$typed" is $day ($why)', ({ typed, day }) => {
    expect(readGermanDay(typed)).toEqual({ ok: true, day });
  });

  test.each([
    { typed: '31.02.2021', says: 'Den 31.02.2021 gibt es nicht. Geben Sie einen Tag von 1 bis 28 ein.' },
    { typed: '29.02.1900', says: 'Den 29.02.1900 gibt es nicht. Geben Sie einen Tag von 1 bis 28 ein.' },
    { typed: '31.4.2020', says: 'von 1 bis 30' },
    { typed: '0.1.2020', says: 'Den 00.01.2020 gibt es nicht.' },
    { typed: '01.13.2019', says: 'Einen Monat 13 gibt es nicht.' },
    { typed: '01.12.0219', says: 'von 1900 bis 2199' },
    { typed: '1.12.', says: 'TT.MM.JJJJ' },
    { typed: '1. Foo 2019', says: 'TT.MM.JJJJ' },
    { typed: 'morgen', says: 'TT.MM.JJJJ' },
    { typed: '1.12.201', says: 'TT.MM.JJJJ' },
    { typed: '', says: 'TT.MM.JJJJ' },
    { typed: 'heute', says: 'TT.MM.JJJJ' },
  ])('"$typed" is refused: $says', ({ typed, says }) => {
    const reading = readGermanDay(typed);
    expect(reading.ok).toBe(false);
    expect(!reading.ok && reading.message).toContain(says);
  });

  test('every day shown reads back as itself', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(readGermanDay(formatDay(day))).toEqual({ ok: true, day });
      }),
    );
  });
});

test('only days as YYYY-MM-DD are days inside', () => {
  expect(() => plainDate('01.12.2019')).toThrow(RangeError);
  expect(() => plainDate('2019-02-30')).toThrow(RangeError);
  expect(() => plainDate('2019-12-01T00:00')).toThrow(RangeError);
});

test('a period is shown with both days', () => {
  expect(formatPeriod('2019-12-01', '2020-12-31')).toBe('01.12.2019 – 31.12.2020');
});

test.each([
  { day: '2020-12-31', next: '2021-01-01' },
  { day: '2020-02-28', next: '2020-02-29' },
  { day: '2021-02-28', next: '2021-03-01' },
])('the day after $day is $next', ({ day, next }) => {
  expect(nextDay(day)).toBe(next);
});

describe('length of a term, both days inclusive', () => {
  test.each([
    {
      start: '2019-12-01',
      end: '2020-12-31',
      months: 13,
      days: 0,
      text: '13 Monate',
      why: 'base term of the seed',
    },
    { start: '2021-01-01', end: '2021-12-31', months: 12, days: 0, text: '12 Monate', why: 'its option' },
    {
      start: '2020-01-01',
      end: '2021-01-05',
      months: 12,
      days: 5,
      text: '12 Monate und 5 Tage',
      why: 'a rest',
    },
    { start: '2020-01-01', end: '2020-01-01', months: 0, days: 1, text: '1 Tag', why: 'one day' },
    { start: '2020-01-01', end: '2020-01-30', months: 0, days: 30, text: '30 Tage', why: 'a day short' },
    { start: '2020-01-01', end: '2020-01-31', months: 1, days: 0, text: '1 Monat', why: 'a month' },
    {
      start: '2020-01-01',
      end: '2020-02-01',
      months: 1,
      days: 1,
      text: '1 Monat und 1 Tag',
      why: 'a day more',
    },
    { start: '2019-01-31', end: '2019-02-28', months: 1, days: 0, text: '1 Monat', why: 'no 31.02.' },
    {
      start: '2020-01-31',
      end: '2020-02-29',
      months: 1,
      days: 0,
      text: '1 Monat',
      why: 'no 31.02. in a leap year',
    },
    { start: '2020-01-31', end: '2020-02-28', months: 0, days: 29, text: '29 Tage', why: 'leap day missing' },
    { start: '2019-01-31', end: '2019-03-30', months: 2, days: 0, text: '2 Monate', why: 'the 31st is back' },
    {
      start: '2028-02-29',
      end: '2029-02-28',
      months: 12,
      days: 0,
      text: '12 Monate',
      why: 'begins on a leap day',
    },
    { start: '2020-03-15', end: '2021-03-14', months: 12, days: 0, text: '12 Monate', why: 'mid-month' },
    { start: '2021-02-01', end: '2021-02-28', months: 1, days: 0, text: '1 Monat', why: 'a short month' },
  ])('$start to $end: $text ($why)', ({ start, end, months, days, text }) => {
    expect(termMonths(start, end)).toEqual({ months, days });
    expect(describeTerm(start, end)).toBe(text);
  });

  test('a term that ends before it starts has no length', () => {
    expect(() => termMonths('2020-01-02', '2020-01-01')).toThrow(RangeError);
  });

  test('counting back a term of m months gives m', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 120 }), (start, months) => {
        const end = lastDayOfTerm(plainDate(start), months).toString();
        expect(termMonths(start, end)).toEqual({ months, days: 0 });
      }),
      { numRuns: 500 },
    );
  });

  test('months and days together end on the last day, and the days are less than a month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 2000 }), (start, length) => {
        const end = plainDate(start).add({ days: length });
        const { months, days } = termMonths(start, end.toString());
        expect(lastDayOfTerm(plainDate(start), months).add({ days }).toString()).toBe(end.toString());
        expect(days).toBeLessThanOrEqual(30);
      }),
      { numRuns: 500 },
    );
  });
});

test('days are counted as the calendar does, back and forth, over leap days and the change of the clock', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (start, days) => {
      expect(daysAfter(start, days)).toBe(plainDate(start).add({ days }).toString());
    }),
    { numRuns: 1000 },
  );
  expect(() => daysAfter('01.12.2019', 1)).toThrow('Not a day');
});
