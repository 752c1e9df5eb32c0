import { describe, expect, test } from 'vitest';
import { budgetFindingText } from '~/budget/finding-text';
import { fundingPlan, type FundingRequest } from '~/budget/funding-plan';
import { laterYearInstrument, type RegimeQuestion, type RegimeRule } from '~/budget/regime';

/** The case of the seed: up to 100.000 € in 2019, nothing known for 2020 and 2021, no price. */
const caseManager: FundingRequest = {
  term: { start: '2019-12-01', end: '2020-12-31' },
  options: [{ start: '2021-01-01', end: '2021-12-31' }],
  monthlyCents: null,
  appropriations: [{ fiscalYear: 2019, amountCents: 10_000_000, isCeiling: true }],
  productNumber: '31.2.02',
  regime: 'municipal',
  state: 'NI',
  onDate: '2019-09-01',
};

function tableOf(request: FundingRequest) {
  return fundingPlan(request).rows.map((row) => [
    row.fiscalYear,
    row.part,
    row.neededCents,
    row.availableCents,
    row.toProvideCents,
    row.condition,
  ]);
}

describe('the funding table of Case-Manager', () => {
  test('without a price: money for 2019 is there up to the ceiling, 2020 and 2021 must be provided', () => {
    expect(tableOf(caseManager)).toEqual([
      [2019, 'base', null, 10_000_000, null, 'withinAppropriation'],
      [2020, 'base', null, null, 'unknown', 'toBeProvided'],
      [2021, 'option', null, null, 'unknown', 'ifExercisedAndProvided'],
    ]);
    expect(fundingPlan(caseManager).sums).toEqual({ baseCents: null, optionCents: null, totalCents: null });
    expect(fundingPlan(caseManager).findings).toEqual([]);
  });

  test('at 7.500 € a month: 7.500, 90.000 and in the option 90.000 €; 97.500 base, 187.500 in all', () => {
    const request = { ...caseManager, monthlyCents: 750_000 };
    expect(tableOf(request)).toEqual([
      [2019, 'base', 750_000, 10_000_000, 0, 'withinAppropriation'],
      [2020, 'base', 9_000_000, null, 9_000_000, 'toBeProvided'],
      [2021, 'option', 9_000_000, null, 9_000_000, 'ifExercisedAndProvided'],
    ]);
    expect(fundingPlan(request).sums).toEqual({
      baseCents: 9_750_000,
      optionCents: 9_000_000,
      totalCents: 18_750_000,
    });
  });

  test('the ceiling stays marked as a ceiling, and rows know their months', () => {
    const { rows } = fundingPlan(caseManager);
    expect(rows.map(({ isCeiling }) => isCeiling)).toEqual([true, false, false]);
    expect(rows.map(({ months }) => months)).toEqual([1, 12, 12]);
    expect(rows.map(({ optionNo }) => optionNo)).toEqual([null, null, 1]);
  });
});

describe('money that is there', () => {
  test('a term and an option in the same year use its money up in that order', () => {
    const request: FundingRequest = {
      ...caseManager,
      term: { start: '2020-01-01', end: '2020-06-30' },
      options: [{ start: '2020-07-01', end: '2020-12-31' }],
      monthlyCents: 1_000_000,
      appropriations: [{ fiscalYear: 2020, amountCents: 8_000_000, isCeiling: false }],
    };
    expect(tableOf(request)).toEqual([
      [2020, 'base', 6_000_000, 8_000_000, 0, 'withinAppropriation'],
      [2020, 'option', 6_000_000, 2_000_000, 4_000_000, 'ifExercisedAndProvided'],
    ]);
  });

  test('without a price the second part of a year can count on at most the amount', () => {
    const request: FundingRequest = {
      ...caseManager,
      term: { start: '2020-01-01', end: '2020-06-30' },
      options: [{ start: '2020-07-01', end: '2020-12-31' }],
      appropriations: [{ fiscalYear: 2020, amountCents: 8_000_000, isCeiling: false }],
    };
    expect(fundingPlan(request).rows.map(({ isCeiling }) => isCeiling)).toEqual([false, true]);
  });

  test.each([
    { amount: 9_000_000, toProvide: 0, why: 'exactly enough' },
    { amount: 8_999_999, toProvide: 1, why: 'a cent short' },
    { amount: 0, toProvide: 9_000_000, why: 'an empty pot' },
  ])('2020 with $amount cents: $toProvide to provide ($why)', ({ amount, toProvide }) => {
    const appropriations = [{ fiscalYear: 2020, amountCents: amount, isCeiling: false }];
    const plan = fundingPlan({ ...caseManager, options: [], monthlyCents: 750_000, appropriations });
    expect(plan.rows[1]?.toProvideCents).toBe(toProvide);
    expect(plan.rows[1]?.isAskedFor).toBe(toProvide > 0);
    expect(plan.sums).toEqual({ baseCents: 9_750_000, optionCents: 0, totalCents: 9_750_000 });
  });

  test('an empty pot and an unknown price: the whole need must be provided', () => {
    const appropriations = [{ fiscalYear: 2020, amountCents: 0, isCeiling: false }];
    expect(fundingPlan({ ...caseManager, appropriations }).rows[1]?.toProvideCents).toBe('unknown');
  });
});

describe('years neither funded nor asked for', () => {
  test('without a product nothing can be asked for', () => {
    const { findings } = fundingPlan({ ...caseManager, monthlyCents: 750_000, productNumber: null });
    expect(findings).toEqual([
      { code: 'yearWithoutMoney', fiscalYear: 2020, missingCents: 9_000_000, reason: 'noProduct' },
      { code: 'yearWithoutMoney', fiscalYear: 2021, missingCents: 9_000_000, reason: 'noProduct' },
    ]);
  });

  test('a year that lies before the paper can no longer be provided for', () => {
    const { findings } = fundingPlan({ ...caseManager, onDate: '2021-02-01' });
    expect(findings).toEqual([
      { code: 'yearWithoutMoney', fiscalYear: 2020, missingCents: null, reason: 'yearClosed' },
    ]);
    expect(findings.map(budgetFindingText)).toEqual([
      'Für 2020 fehlen Mittel in noch nicht kalkulierter Höhe. Das Haushaltsjahr liegt vor dem Datum der Vorlage. Tragen Sie den Haushaltsansatz ein oder ändern Sie die Laufzeit. (Regel B4)',
    ]);
  });

  test('the year of the paper itself is still open', () => {
    expect(fundingPlan({ ...caseManager, onDate: '2020-12-31' }).findings).toEqual([]);
  });
});

describe('how later years are secured', () => {
  const question: RegimeQuestion = {
    regime: 'municipal',
    expenditure: 'service',
    onDate: '2019-09-01',
    state: 'NI',
  };

  test.each([
    {
      regime: 'municipal',
      expenditure: 'service',
      state: 'NI',
      instrument: 'councilProvision',
      source: '§ 112 Abs. 2 NKomVG',
    },
    {
      regime: 'municipal',
      expenditure: 'investment',
      state: 'NI',
      instrument: 'commitmentAuthority',
      source: '§ 112 Abs. 2 NKomVG',
    },
    {
      regime: 'municipal',
      expenditure: 'service',
      state: 'NW',
      instrument: 'councilProvision',
      source: '§ 85 GO NRW',
    },
    {
      regime: 'municipal',
      expenditure: 'service',
      state: 'BB',
      instrument: 'councilProvision',
      source: '§ 73 BbgKVerf',
    },
    {
      regime: 'municipal',
      expenditure: 'service',
      state: null,
      instrument: 'councilProvision',
      source: 'Gemeindehaushaltsrecht des Landes',
    },
    {
      regime: 'federal',
      expenditure: 'service',
      state: 'NI',
      instrument: 'commitmentAuthority',
      source: '§ 38 BHO/LHO',
    },
    {
      regime: 'federal',
      expenditure: 'investment',
      state: null,
      instrument: 'commitmentAuthority',
      source: '§ 38 BHO/LHO',
    },
  ] as const)('$regime, $expenditure, $state: $instrument by $source', ({ instrument, source, ...asked }) => {
    expect(laterYearInstrument({ ...question, ...asked })).toEqual({ instrument, source });
  });

  test('the plan carries the answer of its regime', () => {
    expect(fundingPlan(caseManager).laterYears?.instrument).toBe('councilProvision');
    expect(fundingPlan({ ...caseManager, regime: 'federal' }).laterYears?.instrument).toBe(
      'commitmentAuthority',
    );
    expect(fundingPlan({ ...caseManager, regime: null }).laterYears).toBeNull();
  });

  test('both days of a validity count, and no rule is no guess', () => {
    const rule: RegimeRule = {
      regime: 'municipal',
      expenditure: 'service',
      instrument: 'councilProvision',
      states: null,
      validFrom: '2019-01-01',
      validTo: '2019-12-31',
      source: 'Beispiel',
    };
    const on = (onDate: string) => laterYearInstrument({ ...question, onDate }, [rule])?.source ?? null;
    expect(['2018-12-31', '2019-01-01', '2019-12-31', '2020-01-01'].map(on)).toEqual([
      null,
      'Beispiel',
      'Beispiel',
      null,
    ]);
  });

  test('a day without a rule is a finding', () => {
    const early = { ...caseManager, onDate: '2011-12-31' };
    expect(fundingPlan(early).findings).toContainEqual({
      code: 'regimeWithoutRule',
      regime: 'municipal',
      onDate: '2011-12-31',
    });
  });
});
