import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgetFindingText } from '~/budget/finding-text';
import { optionFindings, splitByFiscalYear } from '~/budget/rules';
import { plainDate } from '~/values/calendar';

const baseTerm = { start: '2019-12-01', end: '2020-12-31' };
const option = { start: '2021-01-01', end: '2021-12-31' };

describe('splitting a monthly price by fiscal year', () => {
  test('the term of the seed at 7.500 € is one month in 2019 and twelve in 2020', () => {
    expect(splitByFiscalYear(baseTerm, 750_000)).toEqual([
      {
        fiscalYear: 2019,
        period: { start: '2019-12-01', end: '2019-12-31' },
        months: 1,
        days: 0,
        cents: 750_000,
      },
      {
        fiscalYear: 2020,
        period: { start: '2020-01-01', end: '2020-12-31' },
        months: 12,
        days: 0,
        cents: 9_000_000,
      },
    ]);
  });

  test('an unknown price stays unknown', () => {
    expect(splitByFiscalYear(baseTerm, null).map(({ cents }) => cents)).toEqual([null, null]);
  });

  test.each([
    {
      from: '2020-01-16',
      to: '2020-01-31',
      monthly: 100_000,
      shares: [[0, 16, 51_613]],
      why: '16 of 31 days',
    },
    { from: '2020-01-31', to: '2020-01-31', monthly: 100_000, shares: [[0, 1, 3_226]], why: 'one day of 31' },
    {
      from: '2020-02-01',
      to: '2020-02-29',
      monthly: 100_000,
      shares: [[1, 0, 100_000]],
      why: 'a leap February',
    },
    {
      from: '2020-02-01',
      to: '2020-02-28',
      monthly: 100_000,
      shares: [[0, 28, 96_552]],
      why: '28 of 29 days',
    },
    {
      from: '2021-02-01',
      to: '2021-02-28',
      monthly: 100_000,
      shares: [[1, 0, 100_000]],
      why: 'a common February',
    },
    {
      from: '2019-12-15',
      to: '2020-01-14',
      monthly: 100_000,
      shares: [
        [0, 17, 54_839],
        [0, 14, 45_161],
      ],
      why: '54.838,71 and 45.161,29 cents: the larger remainder gets the cent',
    },
    {
      from: '2019-12-17',
      to: '2020-01-15',
      monthly: 100_003,
      shares: [
        [0, 15, 48_389],
        [0, 15, 48_388],
      ],
      why: 'equal remainders: the earlier year first',
    },
    {
      from: '2020-03-15',
      to: '2021-03-14',
      monthly: 310_000,
      shares: [
        [9, 17, 2_960_000],
        [2, 14, 760_000],
      ],
      why: 'two parts of March make one month',
    },
    {
      from: '2019-12-31',
      to: '2021-01-01',
      monthly: 31_000,
      shares: [
        [0, 1, 1_000],
        [12, 0, 372_000],
        [0, 1, 1_000],
      ],
      why: 'a day on either side of a year',
    },
  ])('$from to $to at $monthly cents ($why)', ({ from, to, monthly, shares }) => {
    const split = splitByFiscalYear({ start: from, end: to }, monthly);
    expect(split.map(({ months, days, cents }) => [months, days, cents])).toEqual(shares);
  });

  test('the years sum to the rounded exact price of the period', () => {
    const start = fc.integer({ min: 0, max: 20_000 });
    const length = fc.integer({ min: 0, max: 1500 });
    fc.assert(
      fc.property(start, length, fc.integer({ min: 1, max: 99_999_999 }), (offset, days, monthly) => {
        const first = plainDate('2000-01-01').add({ days: offset });
        const split = splitByFiscalYear(
          { start: first.toString(), end: first.add({ days }).toString() },
          monthly,
        );
        // Worked out the slow way, day by day.
        let exact = 0;
        for (let day = 0; day <= days; day += 1) exact += monthly / first.add({ days: day }).daysInMonth;
        const sum = split.reduce((all, { cents }) => all + (cents ?? Number.NaN), 0);
        expect(Math.abs(sum - exact)).toBeLessThanOrEqual(0.5 + 1e-4);
        expect(split[0]?.period.start).toBe(first.toString());
        expect(split.at(-1)?.period.end).toBe(first.add({ days }).toString());
      }),
    );
  });

  test('full calendar years cost twelve months to the cent, whatever broken months stand beside them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 27 }), fc.integer({ min: 1, max: 9_999_999 }), (day, monthly) => {
        const start = plainDate('2019-11-01').add({ days: day }).toString();
        const [, middle] = splitByFiscalYear({ start, end: '2021-02-17' }, monthly);
        expect(middle?.cents).toBe(12 * monthly);
      }),
    );
  });

  test('a period that ends before it starts is refused', () => {
    expect(() => splitByFiscalYear({ start: '2020-01-02', end: '2020-01-01' }, 1)).toThrow(RangeError);
  });
});

describe('options', () => {
  test('the option of the seed joins', () => {
    expect(optionFindings(baseTerm, [option])).toEqual([]);
  });

  test('a second option joins the first', () => {
    expect(optionFindings(baseTerm, [option, { start: '2022-01-01', end: '2022-06-30' }])).toEqual([]);
  });

  test.each([
    { why: 'a day of gap', start: '2021-01-02', code: 'optionDoesNotJoin' },
    { why: 'a day of overlap', start: '2020-12-31', code: 'optionOverlaps' },
    { why: 'within the term', start: '2020-06-01', code: 'optionOverlaps' },
  ])('$why: $code', ({ start, code }) => {
    expect(optionFindings(baseTerm, [{ ...option, start }])).toEqual([
      { code, optionNo: 1, starts: start, expectedStart: '2021-01-01' },
    ]);
  });

  test('the second option is judged by the end of the first', () => {
    expect(optionFindings(baseTerm, [option, { start: '2021-01-01', end: '2022-12-31' }])).toEqual([
      { code: 'optionOverlaps', optionNo: 2, starts: '2021-01-01', expectedStart: '2022-01-01' },
    ]);
  });

  test('an option that ends before it starts is named, and what follows it is not judged by it', () => {
    const turned = { start: '2021-01-01', end: '2020-12-31' };
    expect(optionFindings(baseTerm, [turned, { start: '2021-07-01', end: '2021-12-31' }])).toEqual([
      { code: 'optionEndsBeforeStart', optionNo: 1, option: turned },
    ]);
  });

  test('a term that ends before it starts is named once, not again at its option', () => {
    const term = { start: '2020-12-31', end: '2019-12-01' };
    expect(optionFindings(term, [option])).toEqual([{ code: 'termEndsBeforeStart', term }]);
  });

  test('a term of one day is a term', () => {
    expect(optionFindings({ start: '2020-12-31', end: '2020-12-31' }, [option])).toEqual([]);
  });

  test('the sentence names the fault and the mend', () => {
    const [gap] = optionFindings(baseTerm, [{ ...option, start: '2021-02-01' }]);
    expect(gap && budgetFindingText(gap)).toBe(
      'Option 1 schließt nicht an: Sie beginnt am 01.02.2021, der Anschluss ist der 01.01.2021 (Regel B2).',
    );
  });
});
