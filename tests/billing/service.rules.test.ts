import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BilledContract, Delivered } from '~/billing/contract';
import { monthsOf } from '~/billing/rules/months';
import { serviceByMonth, serviceOfMonth, sumOfLines } from '~/billing/rules/service';
import { changePrice, optionPrice, sumOf, termPrice } from '~/contracts/rules/price';

const nothing: Delivered = { stays: [], sessionDays: [] };

function aContract(changes: Partial<BilledContract> = {}): BilledContract {
  return {
    id: 'c',
    number: 'V-1',
    measureTitle: 'Maßnahme',
    providerId: 'p',
    providerName: 'Träger',
    termStart: '2019-12-01',
    termEnd: '2020-12-31',
    runsUntil: '2020-12-31',
    priceModel: 'monthlyFixed',
    priceCents: 750_000,
    billsOccupied: false,
    sites: [{ name: 'Hauptstelle', places: 15 }],
    options: [],
    changes: [],
    premiums: [],
    ...changes,
  };
}

const amount = (contract: BilledContract, month: string, delivered = nothing) =>
  sumOfLines(serviceOfMonth(contract, month, delivered));

const allMonths = (contract: BilledContract) =>
  monthsOf({ start: contract.termStart, end: contract.runsUntil }).map(({ month }) => month);

/** BG-Coaching: 15 places, 89.775 € for 15 participants over 12 months. */
const coaching = { termStart: '2013-05-02', termEnd: '2014-05-01', runsUntil: '2014-05-01' };

describe('a fixed amount per month', () => {
  test.each([
    { month: '2019-11-01', cents: 0, why: 'before the term' },
    { month: '2019-12-01', cents: 750_000, why: 'a whole month' },
    { month: '2020-02-01', cents: 750_000, why: 'a short month is a whole one' },
    { month: '2020-12-01', cents: 750_000, why: 'the last one' },
    { month: '2021-01-01', cents: 0, why: 'after the term' },
  ])('$month: $cents ($why)', ({ month, cents }) => {
    expect(amount(aContract(), month)).toBe(cents);
  });

  test('a broken month counts by its days', () => {
    const contract = aContract({ termStart: '2020-01-15', termEnd: '2020-03-10', runsUntil: '2020-03-10' });
    // 17 of 31 days: 750.000 × 17 ÷ 31 = 411.290,3; 10 of 31: 241.935,5. Together 1.403.225,8, rounded 1.403.226.
    expect(['2020-01-01', '2020-02-01', '2020-03-01'].map((month) => amount(contract, month))).toEqual([
      411_290, 750_000, 241_936,
    ]);
  });
});

describe('a price per place and month', () => {
  const perPlace = { priceModel: 'perPlaceMonth', priceCents: 49_875 } as const;

  test('kept places: 15 × 498,75 € are 7.481,25 € for a full month and 89.775 € for twelve', () => {
    const contract = aContract({ ...perPlace, ...coaching });
    expect(amount(contract, '2013-06-01')).toBe(748_125);
    expect(allMonths(contract).reduce((sum, month) => sum + amount(contract, month), 0)).toBe(8_977_500);
    // 30 of 31 days and 1 of 31: 723.991,9 and 24.133,1.
    expect(amount(contract, '2013-05-01')).toBe(723_992);
    expect(amount(contract, '2014-05-01')).toBe(24_133);
  });

  test.each([
    { stays: [], cents: 0, why: 'nobody came' },
    { stays: [['2020-06-01', '2020-06-30']], cents: 49_875, why: 'one person the whole month' },
    {
      stays: [['2020-01-01', '2020-12-31']],
      cents: 49_875,
      why: 'what lies outside the month does not count',
    },
    {
      stays: [['2020-06-10', '2020-06-15']],
      cents: 9_975,
      why: 'exit on the 15th: six days, that day with them',
    },
    { stays: [['2020-06-30', '2020-07-31']], cents: 1_663, why: 'one day: 1.662,5, rounded up' },
    { stays: [['2020-07-01', '2020-07-31']], cents: 0, why: 'only the month after' },
    {
      stays: [
        ['2020-06-01', '2020-06-01'],
        ['2020-06-02', '2020-06-02'],
      ],
      cents: 3_325,
      why: 'two days are rounded once: 3.325,0 and not twice 1.663',
    },
  ])('taken places in June 2020: $cents ($why)', ({ stays, cents }) => {
    const contract = aContract({ ...perPlace, billsOccupied: true });
    const delivered = { ...nothing, stays: stays.map(([starts = '', ends = '']) => ({ starts, ends })) };
    expect(amount(contract, '2020-06-01', delivered)).toBe(cents);
  });

  test('taken places in a month where an option with its own price begins', () => {
    const contract = aContract({
      ...perPlace,
      billsOccupied: true,
      termEnd: '2020-06-15',
      runsUntil: '2020-12-31',
      options: [{ no: 1, starts: '2020-06-16', ends: '2020-12-31', priceCents: 60_000 }],
    });
    const stays = [{ starts: '2020-06-01', ends: '2020-06-30' }];
    // 15 × 498,75 ÷ 30 = 249,375 and 15 × 600 ÷ 30 = 300: together 549,375, rounded once to 549,38.
    expect(serviceOfMonth(contract, '2020-06-01', { ...nothing, stays })).toMatchObject([
      { part: { kind: 'term' }, cents: 24_938 },
      { part: { kind: 'option', no: 1 }, cents: 30_000 },
    ]);
  });
});

describe('a price per session', () => {
  test('counts the sessions that were held in the month', () => {
    const contract = aContract({ priceModel: 'perSession', priceCents: 60_000 });
    const sessionDays = ['2020-05-31', '2020-06-01', '2020-06-30', '2020-06-30', '2020-07-01'];
    expect(amount(contract, '2020-06-01', { ...nothing, sessionDays })).toBe(180_000);
    expect(amount(contract, '2020-08-01', { ...nothing, sessionDays })).toBe(0);
  });
});

describe('a total', () => {
  test('BG-Coaching: 7.481,25 € for a full month, and 89.775 € over all', () => {
    const contract = aContract({ priceModel: 'total', priceCents: 8_977_500, ...coaching });
    expect(amount(contract, '2013-07-01')).toBe(748_125);
    expect(allMonths(contract).reduce((sum, month) => sum + amount(contract, month), 0)).toBe(8_977_500);
  });

  test('what does not divide: 100,00 € over three months', () => {
    const contract = aContract({
      priceModel: 'total',
      priceCents: 10_000,
      termStart: '2020-01-01',
      termEnd: '2020-03-31',
      runsUntil: '2020-03-31',
    });
    expect(allMonths(contract).map((month) => amount(contract, month))).toEqual([3_334, 3_333, 3_333]);
  });
});

describe('options and changes', () => {
  test('an exercised option has its own price, from its first day', () => {
    const contract = aContract({
      runsUntil: '2021-12-31',
      options: [{ no: 1, starts: '2021-01-01', ends: '2021-12-31', priceCents: 760_000 }],
    });
    expect([amount(contract, '2020-12-01'), amount(contract, '2021-01-01')]).toEqual([750_000, 760_000]);
  });

  test.each([
    { amountCents: 600_000, shares: [750_000, 850_000, 850_000] },
    { amountCents: -600_000, shares: [750_000, 650_000, 650_000] },
  ])('a change of $amountCents over six months counts from its day', ({ amountCents, shares }) => {
    const change = { id: 'x', amountCents, validFrom: '2020-07-01', validTo: '2020-12-31' };
    const contract = aContract({ changes: [change] });
    expect(['2020-06-01', '2020-07-01', '2020-12-01'].map((month) => amount(contract, month))).toEqual(
      shares,
    );
  });
});

const day = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2023-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('all months together', () => {
  test('are the price to the cent, and of each year what it was promised; whatever the days', () => {
    const model = fc.constantFrom('monthlyFixed' as const, 'perPlaceMonth' as const, 'total' as const);
    fc.assert(
      fc.property(
        day,
        day,
        day,
        model,
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.integer(),
        (a, b, c, priceModel, priceCents, signed) => {
          const [termStart = '', termEnd = '', ends = ''] = [a, b, c].sort();
          const next = new Date(Date.parse(termEnd) + 86_400_000).toISOString().slice(0, 10);
          const options = next <= ends ? [{ no: 1, starts: next, ends, priceCents: null }] : [];
          const amountCents = signed === 0 ? 1 : signed % 5_000_000;
          const change = { id: 'x', amountCents, validFrom: termStart, validTo: termEnd };
          const contract = aContract({
            ...{ termStart, termEnd, runsUntil: options.length > 0 ? ends : termEnd },
            ...{ priceModel, priceCents, options, changes: [change] },
          });
          const priced = { ...contract, sessionDays: [] };
          const promised = [
            termPrice(priced),
            ...options.map((option) => optionPrice(priced, { ...option, sessionDays: [] })),
            changePrice(change, termEnd),
          ].flat();
          const years = new Map<string, number>();
          for (const [month, lines] of serviceByMonth(contract, nothing)) {
            const year = month.slice(0, 4);
            years.set(year, (years.get(year) ?? 0) + sumOfLines(lines));
          }
          const expected = new Map<string, number>();
          for (const { fiscalYear, cents } of promised) {
            expected.set(String(fiscalYear), (expected.get(String(fiscalYear)) ?? 0) + cents);
          }
          expect([...years].sort()).toEqual([...expected].sort());
          expect([...years.values()].reduce((sum, cents) => sum + cents, 0)).toBe(sumOf(promised));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('a whole month of a fixed price is that price, whatever else is broken', () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 9_999_999 }), (a, b, priceCents) => {
        const [termStart = '', termEnd = ''] = [a, b].sort();
        const contract = aContract({ termStart, termEnd, runsUntil: termEnd, priceCents });
        for (const [line] of serviceByMonth(contract, nothing).values()) {
          const from = line?.from;
          if (from?.kind === 'month' && from.days === from.monthDays) expect(line?.cents).toBe(priceCents);
        }
      }),
      { numRuns: 100 },
    );
  });
});
