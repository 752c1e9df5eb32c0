import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatEuro, formatEuroInput, readEuro, splitByWeights, wholeCents } from '~/values/money';

describe('amounts as Germans type them', () => {
  test.each([
    { typed: '100.000', cents: 10_000_000, why: 'a dot separates thousands' },
    { typed: '7.500,00 €', cents: 750_000, why: 'with the sign' },
    { typed: '7500,5', cents: 750_050, why: 'one digit after the comma is tens of cents' },
    { typed: '100000,5', cents: 10_000_050, why: 'no dots at all' },
    { typed: '1.234.567,89', cents: 123_456_789, why: 'two dots' },
    { typed: '0', cents: 0, why: 'zero is an amount' },
    { typed: '0,01', cents: 1, why: 'the smallest amount' },
    { typed: '7,', cents: 700, why: 'a comma left over' },
    { typed: '100,-', cents: 10_000, why: 'a dash for the cents' },
    { typed: ' 7.500,00\u00a0EUR ', cents: 750_000, why: 'no-break space and the code' },
    { typed: '12 Euro', cents: 1_200, why: 'the word' },
    { typed: '100 000,50', cents: 10_000_050, why: 'spaces separate thousands' },
    { typed: '9.999.999.999,99', cents: 999_999_999_999, why: 'the largest amount' },
  ])('"$typed" is read ($why)', ({ typed, cents }) => {
    expect(readEuro(typed)).toEqual({ ok: true, cents });
  });

  test.each([
    { typed: '100.00', says: 'Meinen Sie 100,00\u00a0€ oder 10.000,00\u00a0€?' },
    { typed: '7.5', says: 'Meinen Sie 7,50\u00a0€ oder 75,00\u00a0€?' },
    { typed: '0.500', says: 'Meinen Sie 0,50\u00a0€ oder 500,00\u00a0€?' },
    { typed: '1234.567', says: 'Meinen Sie 1.234,56\u00a0€ oder 1.234.567,00\u00a0€?' },
    { typed: '7,500', says: 'Nach dem Komma stehen mehr als zwei Ziffern.' },
    { typed: '100,000.50', says: 'nicht lesbar' },
    { typed: '1.23.456', says: 'nicht lesbar' },
    { typed: '-5', says: 'Der Betrag ist negativ.' },
    { typed: '\u22125,00 €', says: 'Der Betrag ist negativ.' },
    { typed: 'siebentausend', says: 'nicht lesbar' },
    { typed: '1e5', says: 'nicht lesbar' },
    { typed: '10.000.000.000', says: 'Der Betrag ist zu groß.' },
    { typed: '', says: 'Geben Sie einen Betrag ein' },
    { typed: ' € ', says: 'Geben Sie einen Betrag ein' },
  ])('"$typed" is refused: $says', ({ typed, says }) => {
    const reading = readEuro(typed);
    expect(reading.ok).toBe(false);
    expect(!reading.ok && reading.message).toContain(says);
    expect(!reading.ok && reading.message).not.toMatch(/[Bb]itte|!/);
  });

  test('what an input shows again reads back as the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (cents) => {
        expect(readEuro(formatEuroInput(cents))).toEqual({ ok: true, cents });
        expect(readEuro(formatEuro(cents))).toEqual({ ok: true, cents });
      }),
    );
  });
});

test.each([
  { cents: 750_000, shown: '7.500,00\u00a0€' },
  { cents: 5, shown: '0,05\u00a0€' },
  { cents: 99_999, shown: '999,99\u00a0€' },
  { cents: 100_000, shown: '1.000,00\u00a0€' },
  { cents: 123_456_789, shown: '1.234.567,89\u00a0€' },
  { cents: -750_005, shown: '\u22127.500,05\u00a0€' },
])('$cents cents are shown as $shown', ({ cents, shown }) => {
  expect(formatEuro(cents)).toBe(shown);
});

test('half a cent is a bug of the caller, not a rounding', () => {
  expect(() => formatEuro(0.5)).toThrow(RangeError);
});

describe('splitting an amount', () => {
  test.each([
    { total: 100, weights: [1, 1, 1], parts: [34, 33, 33], why: 'equal remainders: the earlier first' },
    { total: 200, weights: [1, 1, 1], parts: [67, 67, 66], why: 'two cents left over' },
    { total: 100, weights: [1, 5], parts: [17, 83], why: '16,67 and 83,33: the larger remainder wins' },
    { total: 100, weights: [5, 1], parts: [83, 17], why: 'also when it comes later' },
    { total: 18_750_000, weights: [1, 12, 12], parts: [750_000, 9_000_000, 9_000_000], why: 'no remainder' },
    { total: 0, weights: [1, 2], parts: [0, 0], why: 'nothing to split' },
    { total: 7, weights: [0, 3, 0], parts: [0, 7, 0], why: 'weight zero gets nothing' },
    { total: 5, weights: [3], parts: [5], why: 'one part' },
  ])('$total by $weights is $parts ($why)', ({ total, weights, parts }) => {
    expect(splitByWeights(total, weights)).toEqual(parts);
  });

  test('weights that are all zero are refused', () => {
    expect(() => splitByWeights(100, [0, 0])).toThrow(RangeError);
    expect(() => splitByWeights(100, [])).toThrow(RangeError);
  });

  test('the parts sum to the whole and none is a cent or more off its exact share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), weights, (total, parts) => {
        fc.pre(parts.some((part) => part > 0));
        const split = splitByWeights(total, parts);
        expect(split.reduce((sum, part) => sum + part, 0)).toBe(total);
        const sum = BigInt(parts.reduce((all, part) => all + part, 0));
        split.forEach((cents, index) => {
          const off = BigInt(cents) * sum - BigInt(total) * BigInt(parts[index] ?? 0);
          expect(off > -sum && off < sum).toBe(true);
        });
      }),
    );
  });

  test('a sum of exactly half a cent is rounded up, once', () => {
    expect(wholeCents([1n, 2n], 6n)).toEqual([0, 1]);
    expect(wholeCents([1n, 1n], 6n)).toEqual([0, 0]);
  });
});
