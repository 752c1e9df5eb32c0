import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContractOption, ContractTerms } from '~/contracts/contract';
import { typedFromTender } from '~/contracts/entry';
import { contractFault } from '~/contracts/finding-text';
import { changeForm, contractForm } from '~/contracts/forms';
import { changeDayFindings, changeFindings } from '~/contracts/rules/changes';
import {
  decisionRefusals,
  dueDayOfNextTender,
  exerciseRefusals,
  optionShownFrom,
} from '~/contracts/rules/options';
import { dutiesOf, taskShownFrom } from '~/contracts/rules/duties';
import { changePrice, optionPrice, sumOf, termPrice } from '~/contracts/rules/price';
import { defaultDeclareBy, termsFindings } from '~/contracts/rules/terms';
import { contractTaskQuery, readContractTask } from '~/contracts/tasks';
import { readEntries } from '~/ui/form/read-form';
import { caseManagerTenderFacts } from '../documents/tender-facts';
import { someTerms, theOption } from './support';

const id = 'f0000000-0000-4000-8000-000000000001';
const terms = (changes: Partial<ContractTerms> = {}) =>
  someTerms({ measureId: id, productId: id, fundingSourceId: id }, changes);
const years = (shares: readonly { fiscalYear: number; cents: number }[]) =>
  shares.map(({ fiscalYear, cents }) => [fiscalYear, cents]);

describe('what a contract costs each year', () => {
  test.each([
    {
      model: 'monthlyFixed',
      price: 750_000,
      shares: [
        [2019, 750_000],
        [2020, 9_000_000],
      ],
    },
    // Five places at 1.500 €.
    {
      model: 'perPlaceMonth',
      price: 150_000,
      shares: [
        [2019, 750_000],
        [2020, 9_000_000],
      ],
    },
    // 13 equal months: 97.500 € ÷ 13 = 7.500 €.
    {
      model: 'total',
      price: 9_750_000,
      shares: [
        [2019, 750_000],
        [2020, 9_000_000],
      ],
    },
    {
      model: 'perSession',
      price: 40_000,
      shares: [
        [2019, 40_000],
        [2020, 80_000],
      ],
    },
  ] as const)('$model', ({ model, price, shares }) => {
    const contract = terms({
      priceModel: model,
      priceCents: price,
      sessionDays: ['2019-12-05', '2020-01-09', '2020-12-31'],
    });
    expect(years(termPrice(contract))).toEqual(shares);
  });

  test('an option costs the price of the contract, or its own', () => {
    expect(years(optionPrice(terms(), theOption))).toEqual([[2021, 9_000_000]]);
    expect(years(optionPrice(terms(), { ...theOption, priceCents: 800_000 }))).toEqual([[2021, 9_600_000]]);
  });

  test('a change is spread from its day to the end, downwards too, and sums to the cent', () => {
    // 1 of 13 months in 2019: 130.000 ÷ 13 = 10.000.
    const change = { validFrom: '2019-12-01', amountCents: -130_000 };
    expect(years(changePrice(change, '2020-12-31'))).toEqual([
      [2019, -10_000],
      [2020, -120_000],
    ]);
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (amountCents) => {
        expect(sumOf(changePrice({ validFrom: '2019-12-17', amountCents }, '2021-03-05'))).toBe(amountCents);
      }),
    );
  });
});

describe('the terms of a contract', () => {
  const second = { ...theOption, starts: '2022-01-01', ends: '2022-06-30', declareBy: '2021-09-30' };
  test.each<{ why: string; changes: Partial<ContractTerms>; field: string; says: string }>([
    {
      why: 'end before start',
      changes: { termEnd: '2019-11-30', options: [] },
      field: 'termEnd',
      says: 'Das Ende der Laufzeit liegt vor dem Beginn.',
    },
    {
      why: 'an option that leaves a gap',
      changes: { options: [{ ...theOption, starts: '2021-01-02' }] },
      field: 'options.0.starts',
      says: 'Option 1 schließt nicht an',
    },
    {
      why: 'an option that overlaps',
      changes: { options: [{ ...theOption, starts: '2020-12-31' }] },
      field: 'options.0.starts',
      says: 'überschneidet sich',
    },
    {
      why: 'a second option that does not join the first',
      changes: { options: [theOption, { ...second, starts: '2022-02-01' }] },
      field: 'options.1.starts',
      says: 'Option 2 schließt nicht an',
    },
    {
      why: 'a declaration on the last day of the term',
      changes: { options: [{ ...theOption, declareBy: '2020-12-31' }] },
      field: 'options.0.declareBy',
      says: 'vor dem 31.12.2020',
    },
    {
      why: 'a declaration before the beginning',
      changes: { options: [{ ...theOption, declareBy: '2019-11-30' }] },
      field: 'options.0.declareBy',
      says: 'Vor dem Beginn am 01.12.2019',
    },
    { why: 'no sites', changes: { sites: [] }, field: 'sites', says: 'mindestens einen Standort' },
    {
      why: 'a site twice',
      changes: {
        sites: [
          { name: 'Zeven', places: 1 },
          { name: 'Zeven', places: 2 },
        ],
      },
      field: 'sites.1.name',
      says: 'steht schon in der Liste',
    },
    {
      why: 'a price per place without places',
      changes: { priceModel: 'perPlaceMonth', sites: [{ name: 'Zeven', places: null }] },
      field: 'sites.0.places',
      says: 'fehlen die Plätze',
    },
    {
      why: 'a price per session without sessions',
      changes: { priceModel: 'perSession', options: [] },
      field: 'sessionDays',
      says: 'Tage der Termine',
    },
    {
      why: 'a session outside of the term',
      changes: { priceModel: 'perSession', options: [], sessionDays: ['2021-01-01'] },
      field: 'sessionDays',
      says: '01.01.2021 liegt außerhalb',
    },
    {
      why: 'a price beyond everything',
      changes: {
        priceModel: 'perPlaceMonth',
        priceCents: 999_999_999_999,
        sites: [{ name: 'Zeven', places: 1000 }],
      },
      field: 'price',
      says: 'kostet damit mehr als 10.000.000.000,00',
    },
    {
      why: 'a year that no budget knows',
      changes: { termEnd: '2101-01-01', options: [] },
      field: 'termEnd',
      says: '2000 bis 2100',
    },
  ])('are refused at $field: $why', ({ changes, field, says }) => {
    const [fault] = termsFindings(terms(changes)).map(contractFault);
    expect(fault?.[0]).toBe(field);
    expect(fault?.[1]).toContain(says);
  });

  test('are fine with two options that join, and without places where no price hangs on them', () => {
    expect(termsFindings(terms({ options: [theOption, second] }))).toEqual([]);
    expect(termsFindings(terms({ sites: [{ name: 'Zeven', places: null }] }))).toEqual([]);
  });

  test.each([
    ['2020-12-31', '2020-09-30'],
    ['2027-02-28', '2026-11-30'],
    ['2020-11-30', '2020-08-31'],
  ])('an option behind a term to %s is declared by %s', (ends, declareBy) => {
    expect(defaultDeclareBy(ends)).toBe(declareBy);
  });
});

describe('deciding about an option (B5)', () => {
  const option = (no: number, changes: Partial<ContractOption> = {}): ContractOption => ({
    ...theOption,
    no,
    state: 'open',
    ...{ wasSuccessful: null, successReason: null, hasFunds: null, fundsReason: null },
    ...{ decidedOn: null, decidedBy: null },
    ...changes,
  });
  const asked = (today: string, options = [option(1)], optionNo = 1) => ({
    state: 'signed' as const,
    options,
    optionNo,
    today,
  });
  const both = { wasSuccessful: true, hasFunds: true };

  test.each([
    { today: '2020-09-30', decision: both, codes: [] },
    { today: '2020-10-01', decision: both, codes: ['declarationTooLate'] },
    { today: '2020-09-01', decision: { ...both, wasSuccessful: false }, codes: ['successNotFound'] },
    { today: '2020-09-01', decision: { ...both, hasFunds: false }, codes: ['fundsNotFound'] },
  ])('exercised on $today: $codes', ({ today, decision, codes }) => {
    expect(exerciseRefusals(asked(today), decision).map(({ code }) => code)).toEqual(codes);
  });

  test('needs a signed contract, an open option, and the one before it decided', () => {
    const codes = (question: Parameters<typeof decisionRefusals>[0]) =>
      decisionRefusals(question).map(({ code }) => code);
    expect(codes({ ...asked('2020-09-01'), state: 'draft' })).toEqual(['contractNotSigned']);
    expect(codes(asked('2020-09-01', [option(1, { state: 'missed' })]))).toEqual(['optionDecided']);
    expect(codes(asked('2020-09-01', [option(1), option(2)], 2))).toEqual(['earlierOptionOpen']);
    expect(codes(asked('2020-09-01', [option(1, { state: 'exercised' }), option(2)], 2))).toEqual([]);
  });

  test.each([
    { decidedOn: '2020-07-15', due: '2020-09-30', why: 'decided early' },
    { decidedOn: '2020-10-01', due: '2020-10-01', why: 'missed: at once' },
  ])('the next tender is due $due ($why)', ({ decidedOn, due }) => {
    expect(dueDayOfNextTender('2020-09-30', decidedOn)).toBe(due);
  });
});

describe('changes (B12)', () => {
  test.each([
    { earlier: [], amount: 1_950_000, isFine: true, why: 'exactly 20 %' },
    { earlier: [], amount: 1_950_001, isFine: false, why: 'a cent more' },
    { earlier: [1_000_000], amount: 950_001, isFine: false, why: 'added up' },
    { earlier: [1_000_000, -900_000], amount: 100_000, isFine: false, why: 'less makes no room' },
    { earlier: [], amount: -1_950_001, isFine: false, why: 'downwards' },
  ])('$why: $amount after $earlier', ({ earlier, amount, isFine }) => {
    const before = earlier.map((amountCents) => ({ amountCents }));
    expect(changeFindings(9_750_000, before, amount).length === 0).toBe(isFine);
  });

  test('say how much would still be possible', () => {
    expect(changeFindings(9_750_000, [{ amountCents: 1_000_000 }], 1_000_000)).toEqual([
      { code: 'changesTooMuch', permille: 205, leftCents: 950_000 },
    ]);
  });

  test('hold from a day of the contract', () => {
    const contract = { termStart: '2019-12-01', runsUntil: '2020-12-31' };
    expect(changeDayFindings('2020-12-31', contract)).toEqual([]);
    expect(changeDayFindings('2019-11-30', contract)).toHaveLength(1);
  });
});

describe('what must be evaluated', () => {
  test.each([
    {
      why: 'one month of 2019 is told with 2020; the interim evaluation on the last day of the sixth month',
      terms: { termStart: '2019-12-01', termEnd: '2020-12-31', runsUntil: '2020-12-31' },
      due: ['interimEvaluation 2020-05-31', 'yearlyReport 2021-03-31'],
    },
    {
      why: 'an exercised option adds its year, and moves no interim evaluation',
      terms: { termStart: '2019-12-01', termEnd: '2020-12-31', runsUntil: '2021-12-31' },
      due: ['interimEvaluation 2020-05-31', 'yearlyReport 2021-03-31', 'yearlyReport 2022-03-31'],
    },
    {
      why: 'eight months and the rest of the term each have their report',
      terms: { termStart: '2013-05-02', termEnd: '2014-05-01', runsUntil: '2014-05-01' },
      due: ['interimEvaluation 2013-11-01', 'yearlyReport 2014-03-31', 'yearlyReport 2015-03-31'],
    },
    {
      why: 'a term of six months has no half-way',
      terms: { termStart: '2020-01-01', termEnd: '2020-06-30', runsUntil: '2020-06-30' },
      due: ['yearlyReport 2021-03-31'],
    },
    {
      why: 'six months and a day have one; a month end stays a month end',
      terms: { termStart: '2019-08-31', termEnd: '2020-03-01', runsUntil: '2020-03-01' },
      due: ['interimEvaluation 2020-02-29', 'yearlyReport 2021-03-31'],
    },
  ])('$why', ({ terms: asked, due }) => {
    expect(dutiesOf(asked).map(({ kind, dueOn }) => `${kind} ${dueOn}`)).toEqual(due);
  });

  test('a task stands there in time: 30 days, from 31.01. on, at once', () => {
    expect(taskShownFrom({ kind: 'interimEvaluation', dueOn: '2020-05-31' })).toBe('2020-05-01');
    expect(taskShownFrom({ kind: 'yearlyReport', dueOn: '2021-03-31' })).toBe('2021-01-31');
    expect(taskShownFrom({ kind: 'prepareNextTender', dueOn: '2021-03-31' }) <= '2000-01-01').toBe(true);
  });

  test('an option stands there from three months before its day', () => {
    expect(optionShownFrom('2020-09-30')).toBe('2020-06-30');
  });
});

describe('a contract as typed', () => {
  const typed = {
    number: '2019-031',
    measureId: id,
    providerId: id,
    termStart: '1.12.2019',
    termEnd: '31.12.2020',
    priceModel: 'monthlyFixed',
    price: '7.500',
    priceNote: '',
    productId: id,
    fundingSourceId: id,
    sessionDays: '9.1.2020\n\n5.12.2019',
    'sites.0.name': 'Zeven',
    'sites.0.places': '15',
    'options.0.starts': '01.01.2021',
    'options.0.ends': '31.12.2021',
    basedOn: '0',
  };
  const read = (changes: Record<string, string> = {}) =>
    readEntries(Object.entries({ ...typed, ...changes }), contractForm);

  test('is read, sessions in the order of time', async () => {
    expect(await read()).toMatchObject({
      ok: true,
      value: {
        termStart: '2019-12-01',
        price: 750_000,
        sessionDays: ['2019-12-05', '2020-01-09'],
        sites: [{ name: 'Zeven', places: 15 }],
        options: [{ starts: '2021-01-01', declareBy: null, price: null, sessionDays: [] }],
      },
    });
  });

  test.each<{ field: string; changes: Record<string, string> }>([
    { field: 'termEnd', changes: { termEnd: '31.02.2020' } },
    { field: 'termStart', changes: { termStart: '' } },
    { field: 'price', changes: { price: '0' } },
    { field: 'price', changes: { price: '7.500.00' } },
    { field: 'sites', changes: { 'sites.0.name': '', 'sites.0.places': '' } },
    { field: 'sites.0.places', changes: { 'sites.0.places': '0' } },
    { field: 'options.0.ends', changes: { 'options.0.ends': '31.11.2021' } },
    { field: 'options.0.price', changes: { 'options.0.price': '0' } },
    { field: 'sessionDays', changes: { sessionDays: '30.02.2020' } },
    { field: 'priceModel', changes: { priceModel: 'free' } },
    { field: 'providerId', changes: { providerId: 'x' } },
  ])('is refused at $field: $changes', async ({ field, changes }) => {
    const form = await read(changes);
    expect(form.ok ? [] : Object.keys(form.errors)).toEqual([field]);
  });

  test('a change that makes it cheaper is below zero', async () => {
    const change = { kind: 'less', amount: '100', validFrom: '1.7.2020', reason: 'Weniger Plätze' };
    const form = await readEntries(Object.entries(change), changeForm);
    expect(form).toMatchObject({ ok: true, value: { amountCents: -10_000, validFrom: '2020-07-01' } });
  });
});

test('released tender papers fill in term, options with their day, sites with places; never a price', () => {
  const filled = typedFromTender(id, caseManagerTenderFacts);
  expect(filled).toMatchObject({
    measureId: id,
    termStart: '01.12.2019',
    termEnd: '31.12.2020',
    'sites.0.name': 'Rotenburg (Wümme)',
    'options.0.starts': '01.01.2021',
    'options.0.declareBy': '30.09.2020',
  });
  expect(filled).not.toHaveProperty('price');
  expect(filled).not.toHaveProperty('providerId');
});

test.each([
  ['', { kind: 'show' }],
  [contractTaskQuery.sign(), { kind: 'sign' }],
  [contractTaskQuery.change(), { kind: 'change' }],
  [contractTaskQuery.end(), { kind: 'end' }],
  [contractTaskQuery.decide(2), { kind: 'decide', optionNo: 2 }],
  [contractTaskQuery.finish(id), { kind: 'finish', taskId: id }],
  ['?option=0', { kind: 'show' }],
  ['?option=999', { kind: 'show' }],
  ['?erledigt=1', { kind: 'show' }],
])('the address "%s" names the task', (query, task) => {
  expect(readContractTask(new URLSearchParams(query))).toEqual(task);
});
