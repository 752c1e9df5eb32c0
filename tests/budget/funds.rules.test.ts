import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Appropriation, Commitment, Payment } from '~/budget/budget';
import { type Bookings, fundsLines, missingMoney, moneyByYear } from '~/budget/funds';
import { splitByPlaceMonths, splitBySessions, splitTotal } from '~/budget/rules';

const pot = { productId: 'product', fundingSourceId: 'own', fiscalYear: 2020 };
const nothing: Bookings = { appropriations: [], transfers: [], commitments: [], payments: [] };

function anAppropriation(changes: Partial<Appropriation> = {}): Appropriation {
  return { ...pot, id: 'a', amountCents: 100_000, isCeiling: false, purpose: null, ...changes };
}
function aCommitment(changes: Partial<Commitment> = {}): Commitment {
  return { ...pot, contractId: 'c1', amountCents: 60_000, optionNo: null, isFirm: true, ...changes };
}
function aPayment(changes: Partial<Payment> = {}): Payment {
  return { ...pot, contractId: 'c1', amountCents: 5_000, reference: 'R1', bookedAt: '', ...changes };
}
const aTransfer = (fromId: string, toId: string, amountCents: number) => ({
  id: `${fromId}${toId}`,
  fromId,
  toId,
  amountCents,
  reason: 'Bedarf',
  bookedAt: '',
  bookedBy: '',
});

describe('planned, committed, paid and free', () => {
  test('a contract ties what it needs; what was paid of it is part of that', () => {
    const [line] = fundsLines({
      ...nothing,
      appropriations: [anAppropriation()],
      commitments: [aCommitment()],
      payments: [aPayment(), aPayment({ amountCents: 10_000 }), aPayment({ amountCents: -5_000 })],
    });
    expect(line).toMatchObject({
      plannedCents: 100_000,
      committedCents: 60_000,
      paidCents: 10_000,
      freeCents: 40_000,
      ifExercisedCents: 0,
    });
  });

  test('an option that nobody exercised stands apart and takes nothing', () => {
    const option = aCommitment({ optionNo: 1, isFirm: false, amountCents: 90_000 });
    const [line] = fundsLines({
      ...nothing,
      appropriations: [anAppropriation()],
      commitments: [aCommitment(), option],
    });
    expect(line).toMatchObject({ committedCents: 60_000, freeCents: 40_000, ifExercisedCents: 90_000 });
  });

  test('what one contract was paid beyond its commitment is not free; another one does not even it out', () => {
    const [line] = fundsLines({
      ...nothing,
      appropriations: [anAppropriation()],
      commitments: [aCommitment(), aCommitment({ contractId: 'c2', amountCents: 10_000 })],
      payments: [aPayment({ contractId: 'c2', amountCents: 12_000 })],
    });
    expect(line).toMatchObject({ committedCents: 70_000, paidCents: 12_000, freeCents: 28_000 });
  });

  test('transfers move money between pots and change no sum', () => {
    const lines = fundsLines({
      ...nothing,
      appropriations: [anAppropriation(), anAppropriation({ id: 'b', fiscalYear: 2021 })],
      transfers: [aTransfer('a', 'b', 30_000), aTransfer('b', 'a', 5_000)],
    });
    expect(lines.map(({ transferredCents, plannedCents }) => [transferredCents, plannedCents])).toEqual([
      [-25_000, 75_000],
      [25_000, 125_000],
    ]);
  });

  test('a change may lower what a contract ties', () => {
    const [line] = fundsLines({
      ...nothing,
      appropriations: [anAppropriation()],
      commitments: [aCommitment(), aCommitment({ amountCents: -20_000 })],
    });
    expect(line).toMatchObject({ committedCents: 40_000, freeCents: 60_000 });
  });
});

describe('what is missing (B4, B5)', () => {
  const lines = fundsLines({
    ...nothing,
    appropriations: [anAppropriation(), anAppropriation({ id: 'b', fiscalYear: 2021, amountCents: 0 })],
    commitments: [aCommitment()],
  });
  test.each([
    { needs: [{ fiscalYear: 2020, cents: 40_000 }], missing: [], why: 'to the last cent' },
    { needs: [{ fiscalYear: 2020, cents: 40_001 }], missing: [[2020, 1]], why: 'one cent more' },
    { needs: [{ fiscalYear: 2021, cents: 500 }], missing: [[2021, 500]], why: 'a year with 0 €' },
    { needs: [{ fiscalYear: 2022, cents: 500 }], missing: [[2022, 500]], why: 'a year nobody knows of' },
    { needs: [{ fiscalYear: 2022, cents: 0 }], missing: [], why: 'nothing is needed' },
    {
      needs: [
        { fiscalYear: 2020, cents: 50_000 },
        { fiscalYear: 2021, cents: 1 },
      ],
      missing: [
        [2020, 10_000],
        [2021, 1],
      ],
      why: 'every year is named',
    },
  ])('$why', ({ needs, missing }) => {
    const found = missingMoney(needs, pot, lines);
    expect(found.map(({ fiscalYear, missingCents }) => [fiscalYear, missingCents])).toEqual(missing);
  });

  test('money of another source or product does not help', () => {
    const needs = [{ fiscalYear: 2020, cents: 1 }];
    expect(missingMoney(needs, { ...pot, fundingSourceId: 'esf' }, lines)).toHaveLength(1);
    expect(missingMoney(needs, { ...pot, productId: 'other' }, lines)).toHaveLength(1);
  });
});

test('a council paper counts the money of all sources of a year', () => {
  const years = moneyByYear(
    [
      anAppropriation({ isCeiling: true }),
      anAppropriation({ id: 'b', fundingSourceId: 'esf', amountCents: 50_000 }),
      anAppropriation({ id: 'c', fiscalYear: 2019, amountCents: 7 }),
    ],
    [aTransfer('a', 'c', 3)],
  );
  expect(years).toEqual([
    { fiscalYear: 2019, amountCents: 10, isCeiling: false },
    { fiscalYear: 2020, amountCents: 149_997, isCeiling: true },
  ]);
});

describe('a price over fiscal years', () => {
  const years = (shares: readonly { fiscalYear: number; cents: number }[]) =>
    shares.map(({ fiscalYear, cents }) => [fiscalYear, cents]);

  test('a total goes by months: 89.775 € over 12 months from 02.05.2013', () => {
    // 2013: 30/31 of May and seven months; 2014: four months and 1/31 of May. 8977500 × 247/31 ÷ 12 = 5 960 866,94.
    expect(years(splitTotal({ start: '2013-05-02', end: '2014-05-01' }, 8_977_500))).toEqual([
      [2013, 5_960_867],
      [2014, 3_016_633],
    ]);
  });

  test('places count with the days they are kept', () => {
    // 2019: 2 places × 1 month; 2020: 2 × 12 and 1 place × half of June (15/30).
    const places = [
      { period: { start: '2019-12-01', end: '2020-12-31' }, count: 2 },
      { period: { start: '2020-06-16', end: '2020-06-30' }, count: 1 },
    ];
    expect(years(splitByPlaceMonths(places, 10_000))).toEqual([
      [2019, 20_000],
      [2020, 245_000],
    ]);
  });

  test('a session falls into the year of its day', () => {
    expect(years(splitBySessions(['2021-01-05', '2020-12-31', '2020-12-01'], 12_345))).toEqual([
      [2020, 24_690],
      [2021, 12_345],
    ]);
    expect(splitBySessions([], 12_345)).toEqual([]);
  });

  test('a total is split to the cent, whatever the term', () => {
    const aDay = fc.date({ min: new Date('2019-01-01'), max: new Date('2024-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(aDay, aDay, fc.nat(1_000_000_000), (one, other, totalCents) => {
        const [start = '', end = ''] = [one, other].map((day) => day.toISOString().slice(0, 10)).sort();
        const shares = splitTotal({ start, end }, totalCents);
        expect(shares.reduce((sum, { cents }) => sum + cents, 0)).toBe(totalCents);
      }),
    );
  });
});
