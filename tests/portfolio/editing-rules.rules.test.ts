import { expect, test } from 'vitest';
import { fieldLabel } from '~/portfolio/editing/field-labels';
import { isCurrent, sectionLock } from '~/portfolio/editing/lock';
import { planPreview } from '~/portfolio/editing/preview';
import { missingCounts, missingFields } from '~/portfolio/editing/rules';
import { aPlan, caseManagerPlan, committee } from './editing-plans';

test('an empty plan lacks everything but file reference, places, price and basis', () => {
  expect(missingFields(aPlan(), [committee.id])).toEqual({
    vorlage: ['paperNo', 'paperDate', 'department', 'subject', `meetings.${committee.id}`],
    bedarf: [
      'legalBases.0.cited',
      'needText',
      'demandKind',
      'targetGroup',
      'serviceSubject',
      'serviceText',
      'stepsText',
    ],
    standorte: ['sites.0.name', 'roomsText'],
    phasen: ['phases.0.title'],
    hilfesysteme: [],
    laufzeit: ['termStart', 'termEnd', 'hasOptions'],
    kosten: ['productId'],
    auswertung: ['indicators.0.text', 'reportCommitteeId'],
  });
});

test('a complete plan without a price lacks nothing: that is the one allowed gap', () => {
  const missing = missingCounts(caseManagerPlan(), [committee.id]);
  expect(Object.values(missing)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});

test('a promised option needs its dates, an entered one its condition, an estimate its basis', () => {
  const promised = caseManagerPlan({ options: [] });
  expect(missingFields(promised, []).laufzeit).toEqual(['options.0.starts']);
  const bare = caseManagerPlan({ options: [{ starts: '2021-01-01', ends: '2021-12-31', condition: null }] });
  expect(missingFields(bare, []).laufzeit).toEqual(['options.0.condition']);
  const guess = caseManagerPlan({ estimateMonthlyCents: 750_000, estimateBasis: null });
  expect(missingFields(guess, []).kosten).toEqual(['estimateBasis']);
});

test('only measures under § 16a SGB II need referral targets and the answer about voluntariness', () => {
  const plan = { isVoluntaryService: null, referralTargets: [] };
  const other = missingCounts(caseManagerPlan({ ...plan, legalBases: [{ cited: '§ 45 SGB III' }] }), []);
  const municipal = missingCounts(caseManagerPlan(plan), []);
  expect([other.bedarf, other.hilfesysteme]).toEqual([0, 0]);
  expect([municipal.bedarf, municipal.hilfesysteme]).toEqual([1, 1]);
});

test('the preview counts 13 and 12 months and splits 7.500 € a month to the cent', () => {
  const preview = planPreview(caseManagerPlan({ estimateMonthlyCents: 750_000 }), '2019-09-01');
  expect(preview.term).toBe('13 Monate');
  expect(preview.options).toEqual(['12 Monate']);
  expect(
    preview.years?.map((year) => [year.fiscalYear, year.optionNo, year.length, year.neededCents]),
  ).toEqual([
    [2019, null, '1 Monat', 750_000],
    [2020, null, '12 Monate', 9_000_000],
    [2021, 1, '12 Monate', 9_000_000],
  ]);
  expect(preview.sums).toEqual({ baseCents: 9_750_000, optionCents: 9_000_000, totalCents: 18_750_000 });
});

test('without dates there is no preview, with dates that do not fit neither', () => {
  expect(planPreview(aPlan(), '2019-09-01').term).toBeNull();
  const gap = caseManagerPlan({ options: [{ starts: '2021-02-01', ends: '2021-12-31', condition: null }] });
  expect(planPreview(gap, '2019-09-01').years).toBeNull();
});

test('a form stays current while others save other steps, not when they save its own', () => {
  const lock = sectionLock('laufzeit', caseManagerPlan({ version: 3 }));
  expect(isCurrent(lock, 'laufzeit', caseManagerPlan({ version: 4, department: 'Jugendamt' }))).toBe(true);
  expect(isCurrent(lock, 'laufzeit', caseManagerPlan({ version: 4, termEnd: '2021-01-31' }))).toBe(false);
});

test('fields in lists are named with the number of their row, meetings with the committee', () => {
  expect(fieldLabel('options.0.ends', [committee])).toBe('Verlängerung 1, Ende');
  expect(fieldLabel(`meetings.${committee.id}`, [committee])).toBe(`Sitzung: ${committee.name}`);
  expect(fieldLabel('termEnd', [committee])).toBe('Ende');
});
