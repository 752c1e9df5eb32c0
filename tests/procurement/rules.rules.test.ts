import { describe, expect, test } from 'vitest';
import type { Criterion, Lot, PreparationParts } from '~/procurement/preparation/parts';
import { criteriaSentence, wordingSentence } from '~/procurement/finding-text';
import { criteriaFindings, numberedCriteria, weightSum } from '~/procurement/rules/criteria';
import { dateFindings } from '~/procurement/rules/dates';
import { evaluationFindings } from '~/procurement/rules/evaluation';
import { gapsOf, isOutdatedBasis, tenderGaps } from '~/procurement/rules/gaps';
import { lotFindings } from '~/procurement/rules/lots';
import { declareByFindings, declaredOptions, lastDayToDeclare } from '~/procurement/rules/options';
import { wordingFindings } from '~/procurement/rules/wording';
import { plainDate } from '~/values/calendar';
import { caseManagerTenderFacts, noSecrets, promotionFacts, withPart } from '../documents/tender-facts';

function rated(weightPercent: number | null, change: Partial<Criterion> = {}): Criterion {
  return {
    level: 1,
    title: 'Konzept',
    weightPercent,
    expectation: 'Es geht auf die Zielgruppe ein.',
    scale: ['nicht', 'teils', 'ganz', 'besonders'],
    zeroExcludes: false,
    ...change,
  };
}

describe('criteria', () => {
  test.each([
    { weights: [60, 40], sum: 100, codes: [] },
    { weights: [60, 39], sum: 99, codes: ['weightsNotHundred'] },
    { weights: [60, 41], sum: 101, codes: ['weightsNotHundred'] },
    { weights: [100], sum: 100, codes: [] },
    { weights: [60, null], sum: null, codes: ['weightMissing'] },
    { weights: [], sum: 0, codes: ['noCriteria'] },
  ])('weights $weights make $sum: $codes', ({ weights, sum, codes }) => {
    const criteria = weights.map((weight) => rated(weight));
    expect(weightSum(criteria)).toBe(sum);
    expect(criteriaFindings(criteria).map(({ code }) => code)).toEqual(codes);
  });

  test('the sentence about a wrong sum says by how much and where to', () => {
    const [finding] = criteriaFindings([rated(60), rated(39)]);
    expect(finding && criteriaSentence(finding).sentence).toBe(
      'Die Gewichte ergeben zusammen 99 %. Erhöhen Sie sie um einen Prozentpunkt auf genau 100 %.',
    );
  });

  test('a divided criterion counts the sum of its parts and has no weight of its own', () => {
    const staff = [rated(null, { title: 'Personal' }), rated(10, { level: 2 }), rated(15, { level: 2 })];
    const numbered = numberedCriteria([rated(75), ...staff]);
    expect(numbered.map(({ no, weightPercent }) => [no, weightPercent])).toEqual([
      ['1', 75],
      ['2', 25],
      ['2.1', 10],
      ['2.2', 15],
    ]);
    expect(criteriaFindings([rated(75), ...staff])).toEqual([]);
    const double = [rated(75), rated(25, { title: 'Personal' }), ...staff.slice(1)];
    expect(criteriaFindings(double)).toEqual([{ code: 'dividedHasWeight', index: 1 }]);
  });

  test.each([
    {
      change: { scale: ['nicht', ' ', 'ganz', null] as Criterion['scale'] },
      codes: ['scaleTextMissing', 'scaleTextMissing'],
    },
    { change: { expectation: null }, codes: ['expectationMissing'] },
    { change: { level: 2 as const }, codes: ['beginsWithSub'] },
  ])('$codes is found', ({ change, codes }) => {
    expect(criteriaFindings([rated(100, change)]).map(({ code }) => code)).toEqual(codes);
  });
});

test.each([
  { ends: '2020-12-31', last: '2020-09-30', why: 'three full months are left' },
  { ends: '2027-02-28', last: '2026-11-30', why: 'a month end stays a month end' },
  { ends: '2020-11-30', last: '2020-08-31', why: 'also to a longer month' },
  { ends: '2020-05-15', last: '2020-02-15', why: 'the same day number' },
])('a term to $ends is prolonged until $last at the latest ($why)', ({ ends, last }) => {
  expect(lastDayToDeclare(plainDate(ends)).toString()).toBe(last);
});

describe('extensions', () => {
  const plan = {
    termEnd: '2020-12-31',
    hasOptions: true,
    options: [
      { starts: '2021-01-01', ends: '2021-12-31', condition: 'Erfolg' },
      { starts: '2022-01-01', ends: '2022-06-30', condition: 'Erfolg' },
    ],
  };

  test('each is declared before the time it prolongs ends, by the rule or on the day that was entered', () => {
    expect(declaredOptions(plan, { '2022-01-01': '2021-08-31' }).map(({ declareBy }) => declareBy)).toEqual([
      '2020-09-30',
      '2021-08-31',
    ]);
    expect(declaredOptions({ ...plan, hasOptions: false }, {})).toEqual([]);
  });

  test.each([
    { day: '2020-12-30', codes: [] },
    { day: '2020-12-31', codes: ['declareByNotBeforeEnd'] },
    { day: '2019-11-30', codes: ['declareByBeforeStart'] },
  ])('declared by $day: $codes', ({ day, codes }) => {
    const options = declaredOptions(plan, { '2021-01-01': day });
    expect(declareByFindings(options, '2019-12-01').map(({ code }) => code)).toEqual(codes);
  });
});

describe('days of the procedure', () => {
  const dates = {
    questionsUntil: '2019-10-14',
    submissionUntil: '2019-10-21',
    submissionTime: '12:00',
    openingOn: '2019-10-21',
    awardOn: '2019-11-15',
    bidValidUntil: '2019-11-30',
  };

  test.each([
    { change: {}, findings: [] },
    { change: { openingOn: '2019-10-20' }, findings: ['tooEarly openingOn'] },
    { change: { questionsUntil: '2019-10-21' }, findings: ['tooEarly submissionUntil'] },
    { change: { submissionUntil: '2019-10-19', openingOn: null }, findings: ['onWeekend submissionUntil'] },
    { change: { awardOn: '2019-12-01', bidValidUntil: '2019-12-31' }, findings: ['awardAfterStart'] },
    { change: { bidValidUntil: '2019-11-14' }, findings: ['tooEarly bidValidUntil'] },
    { change: { bidValidUntil: '2020-10-22' }, findings: ['validTooLong'] },
    { change: { questionsUntil: null, openingOn: null }, findings: [] },
  ])('$change: $findings', ({ change, findings }) => {
    const found = dateFindings({ ...dates, ...change }, '2019-12-01');
    expect(found.map((each) => ('day' in each ? `${each.code} ${each.day}` : each.code))).toEqual(findings);
  });

  test('a Saturday moves to Monday', () => {
    const [finding] = dateFindings({ ...dates, submissionUntil: '2019-10-19', openingOn: null }, null);
    expect(finding).toMatchObject({ next: '2019-10-21' });
  });
});

describe('lots', () => {
  const plan = {
    sites: [
      { name: 'Zeven', places: 10 },
      { name: 'Bremervörde', places: null },
    ],
    hasOptions: false,
    options: [],
  };
  const lot = (site: string | null, quantity: number | null, change: Partial<Lot> = {}): Lot => ({
    title: 'Los',
    site,
    quantity,
    unit: 'placeMonth',
    optionQuantity: null,
    fixedPriceCents: null,
    ...change,
  });
  const codes = (lots: Lot[], lotLimit: number | null = null, isFixedPrice = false) =>
    lotFindings({ lots, lotLimit, quantityNote: null }, plan, isFixedPrice).map(({ code }) => code);

  test.each([
    { lots: [lot('Zeven', 10), lot('Bremervörde', 5)], expected: [] },
    { lots: [lot('Zeven', 6), lot('Zeven', 4), lot('Bremervörde', 5)], expected: [] },
    { lots: [lot(null, 30)], expected: [] },
    { lots: [], expected: ['noLots'] },
    { lots: [lot('Zeven', null), lot('Bremervörde', 5)], expected: ['quantityMissing'] },
    { lots: [lot('Zeven', 10)], expected: ['siteWithoutLot'] },
    { lots: [lot('Zeven', 20), lot('Bremervörde', 5)], expected: ['placesDiffer'] },
    { lots: [lot('Zeven', 20, { unit: 'session' }), lot('Bremervörde', 5)], expected: [] },
    { lots: [lot(null, 5), lot('Rotenburg', 5)], expected: ['siteUnknown'] },
  ])('$lots.length lots: $expected', ({ lots, expected }) => {
    expect(codes(lots)).toEqual(expected);
  });

  test('more lots than there are cannot be won, and a fixed price must be named', () => {
    expect(codes([lot(null, 5)], 2)).toEqual(['lotLimitTooHigh']);
    expect(codes([lot(null, 5)], null, true)).toEqual(['fixedPriceMissing']);
  });

  test('sessions and participants need their number in an extension, places do not', () => {
    const extended = {
      ...plan,
      hasOptions: true,
      options: [{ starts: '2021-01-01', ends: '2021-12-31', condition: null }],
    };
    const found = (unit: Lot['unit']) =>
      lotFindings({ lots: [lot(null, 5, { unit })], lotLimit: null, quantityNote: null }, extended, false);
    expect(found('session')).toEqual([{ code: 'optionQuantityMissing', index: 0 }]);
    expect(found('flatMonth')).toEqual([]);
  });
});

describe('scoring', () => {
  const none: PreparationParts['evaluation'] = {
    method: null,
    qualityPercent: null,
    tolerancePercent: null,
    decider: null,
    zeroPointPercent: null,
    referencePoints: null,
    referencePriceCents: null,
    tieRules: ['lowerPrice', 'drawLots'],
    priceBasis: 'grossWithOptions',
  };
  test.each([
    { change: {}, fields: ['method'] },
    { change: { method: 'richtwertSimple' }, fields: [] },
    { change: { method: 'richtwertExtended' }, fields: ['tolerancePercent', 'decider'] },
    { change: { method: 'proportional' }, fields: ['qualityPercent'] },
    { change: { method: 'linear', qualityPercent: 70 }, fields: ['zeroPointPercent'] },
    { change: { method: 'median', qualityPercent: 70 }, fields: [] },
    {
      change: { method: 'reference', qualityPercent: 70 },
      fields: ['referencePoints', 'referencePriceCents'],
    },
    { change: { method: 'fixedPrice', priceBasis: null }, fields: [] },
    { change: { method: 'richtwertSimple', priceBasis: null }, fields: ['priceBasis'] },
    { change: { method: 'richtwertSimple', tieRules: [] }, fields: ['tieRules.0.rule'] },
    {
      change: { method: 'richtwertSimple', tieRules: ['drawLots', 'lowerPrice'] },
      fields: ['tieRules.0.rule'],
    },
    {
      change: { method: 'richtwertSimple', tieRules: ['lowerPrice', 'lowerPrice'] },
      fields: ['tieRules.1.rule'],
    },
  ] as const)('$change needs $fields', ({ change, fields }) => {
    expect(evaluationFindings({ ...none, ...change } as typeof none).map(({ field }) => field)).toEqual(
      fields,
    );
  });
});

describe('words that bidders must not read', () => {
  const context = {
    secrets: { estimateMonthlyCents: 750_000, providerNames: ['Werkhof Musterland e. V. (Beispiel)'] },
    isMunicipalService: true,
    azavRequired: false,
  };
  test.each([
    { text: 'Zertifizierungspflicht nach § 46 SGB III', codes: ['outdatedCertificationNorm'] },
    { text: 'nach § 46 Abs. 1 SGB III', codes: ['outdatedCertificationNorm'] },
    { text: 'nach § 45 SGB III', codes: [] },
    { text: 'etwa 7.500 Euro im Monat', codes: ['estimateTold'] },
    { text: 'etwa 7.500,00 €', codes: ['estimateTold'] },
    { text: '17.500 Euro und 7.500,50 Euro', codes: [] },
    { text: 'wie bisher beim werkhof musterland e. V.', codes: ['providerTold'] },
    { text: 'mit Rechtsfolgenbelehrung', codes: ['legalConsequence'] },
    { text: 'Zulassung nach AZAV', codes: ['certificateAsked'] },
    { text: 'Zulassung nach §§ 176 ff. SGB III', codes: ['certificateAsked'] },
    { text: 'psychosoziale Beratung', codes: [] },
  ])('$text: $codes', ({ text, codes }) => {
    const found = wordingFindings(text, context);
    expect(found.map(({ code }) => code)).toEqual(codes);
    for (const finding of found) expect(wordingSentence(finding)).toMatch(/[Ss]treichen Sie/);
  });

  test('where the certificate is due and sanctions have their law, the words are free', () => {
    const promotion = { ...context, isMunicipalService: false, azavRequired: true };
    expect(wordingFindings('Zulassung nach AZAV, Rechtsfolgenbelehrung', promotion)).toEqual([]);
  });
});

describe('what stands between a measure and its papers', () => {
  const gaps = (facts = caseManagerTenderFacts, secrets = noSecrets) =>
    tenderGaps(facts, secrets, '2019-09-01');

  test('the prepared Case-Manager and a measure of § 45 SGB III lack nothing', () => {
    expect(gaps()).toEqual([]);
    expect(gaps(promotionFacts())).toEqual([]);
  });

  test('a proposal that nobody saved stops the papers that print it, and the set', () => {
    const found = gaps({
      ...caseManagerTenderFacts,
      saved: caseManagerTenderFacts.saved.filter((part) => part !== 'criteria'),
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ papers: ['bewertungsmatrix'], place: { step: 'kriterien' } });
    expect(gapsOf(found, 'vertrag')).toEqual([]);
    expect(gapsOf(found)).toHaveLength(1);
  });

  test.each([
    {
      facts: withPart('lots', { lots: [] }),
      field: 'lots.0.title',
      papers: ['leistungsbeschreibung', 'preisblatt', 'vertrag'],
    },
    {
      facts: withPart('staff', { staffing: [] }),
      field: 'staffing.0.role',
      papers: ['leistungsbeschreibung', 'vertrag'],
    },
    {
      facts: withPart('price', { vat: null }),
      field: 'vat',
      papers: ['leistungsbeschreibung', 'preisblatt', 'vertrag'],
    },
    { facts: withPart('dates', { awardOn: null }), field: 'awardOn', papers: [] },
    { facts: withPart('contract', { dataCategories: null }), field: 'dataCategories', papers: ['vertrag'] },
    { facts: withPart('suitability', { proofs: [] }), field: 'proofs.0.text', papers: ['eignung'] },
    {
      facts: withPart('suitability', { proofs: [{ text: 'Zertifikat nach AZAV', due: 'withBid' }] }),
      field: 'proofs.0.text',
      papers: ['eignung'],
    },
  ])('$field is missing for $papers', ({ facts, field, papers }) => {
    expect(gaps(facts)).toMatchObject([{ field, papers }]);
  });

  test('an estimate in a text is found wherever it stands', () => {
    const facts = withPart('service', { qualityText: 'Es stehen 7.500 Euro im Monat bereit.' });
    const secrets = { estimateMonthlyCents: 750_000, providerNames: [] };
    expect(gaps(facts, secrets)).toMatchObject([{ field: 'qualityText', label: 'Qualitätssicherung' }]);
  });

  test.each([
    ['§ 46 SGB III (a. F.)', true],
    ['§ 46 Abs. 1 Satz 2 SGB III', true],
    ['§ 16 Abs. 1 SGB II i. V. m. § 46 SGB III (a. F.)', true],
    ['§ 45 SGB III', false],
    ['§ 16a Nr. 3 SGB II', false],
  ])('%s is no longer in force: %s', (cited, isOutdated) => {
    expect(isOutdatedBasis(cited)).toBe(isOutdated);
  });
});
