import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalsOf, percentOf, wilsonInterval } from '~/evaluation/rules/wilson';

describe('Wilson interval at 95 %, without continuity correction', () => {
  test.each([
    // The worked examples of R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    { count: 81, base: 263, lower: 0.2553, upper: 0.3662 },
    { count: 15, base: 148, lower: 0.0624, upper: 0.1605 },
    { count: 0, base: 20, lower: 0, upper: 0.1611 },
    { count: 1, base: 29, lower: 0.0061, upper: 0.1718 },
    // By hand: z² = 3.8415; (10 + z²) below the fraction, 10 ÷ 13.8415 = 0.7225 and its mirror.
    { count: 10, base: 10, lower: 0.7225, upper: 1 },
    { count: 0, base: 10, lower: 0, upper: 0.2775 },
    // (5 + 1.9207) ÷ 13.8415 = 0.5; half 1.96 × √(2.5 + 0.9604) ÷ 13.8415 = 0.2634.
    { count: 5, base: 10, lower: 0.2366, upper: 0.7634 },
  ])('$count of $base: $lower to $upper', ({ count, base, lower, upper }) => {
    const interval = wilsonInterval(count, base);
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  test('it lies inside 0 to 1, holds the share and mirrors its complement', () => {
    const parts = fc
      .integer({ min: 1, max: 5_000 })
      .chain((base) => fc.tuple(fc.integer({ min: 0, max: base }), fc.constant(base)));
    fc.assert(
      fc.property(parts, ([count, base]) => {
        const { lower, upper } = wilsonInterval(count, base);
        const rest = wilsonInterval(base - count, base);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(count / base);
        expect(upper).toBeGreaterThanOrEqual(count / base);
        expect(lower).toBeCloseTo(1 - rest.upper, 10);
      }),
    );
  });

  test.each([
    [3, 2],
    [1, 0],
    [-1, 5],
  ])('%i of %i is no part of a whole', (count, base) => {
    expect(() => wilsonInterval(count, base)).toThrow(RangeError);
  });
});

describe('per cent', () => {
  test.each([
    { count: 43, base: 233, decimals: 1, percent: 18.5, why: 'Jobschmiede, where 19 % is printed' },
    { count: 43, base: 233, decimals: 0, percent: 18, why: 'rounded like the source it is 18' },
    { count: 15, base: 64, decimals: 1, percent: 23.4, why: 'of all entries' },
    { count: 15, base: 46, decimals: 1, percent: 32.6, why: 'of those who stayed' },
    { count: 15, base: 46, decimals: 0, percent: 33, why: 'the printed quota' },
    { count: 1, base: 8, decimals: 0, percent: 13, why: '12.5 is rounded up' },
    { count: 1, base: 16, decimals: 1, percent: 6.3, why: '6.25 is rounded up' },
    { count: 0, base: 7, decimals: 1, percent: 0, why: 'nobody' },
    { count: 7, base: 7, decimals: 1, percent: 100, why: 'everybody' },
  ])('$count of $base with $decimals places is $percent ($why)', ({ count, base, decimals, percent }) => {
    expect(percentOf(count, base, decimals)).toBe(percent);
  });

  test.each([
    [19, 0],
    [18.5, 1],
    [0.25, 2],
  ])('%d has %i decimal places', (value, decimals) => {
    expect(decimalsOf(value)).toBe(decimals);
  });
});
