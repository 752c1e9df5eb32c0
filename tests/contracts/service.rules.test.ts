import { describe, expect, test } from 'vitest';
import { componentFindings, demandsOf, serviceFindings, serviceOf } from '~/contracts/rules/service';
import type { ServiceTerms } from '~/contracts/service';
import { emptyContent } from '~/portfolio/content';

const aktiva = {
  onlyWithin: ['§ 45 SGB III'],
  certificate: 'Zertifizierung für AktivA',
  maxHealthPercent: 20,
};
const certified = { name: 'Zertifizierung für AktivA', validFrom: '2013-01-01', validTo: '2014-12-31' };
const asked = {
  demands: aktiva,
  legalBases: ['§ 16 SGB II', '§ 45 SGB III'],
  certificates: [certified],
  from: '2013-05-02',
  to: '2014-05-01',
  healthPercent: 20,
  coFunding: null,
};
const codes = (changes: Partial<Parameters<typeof componentFindings>[0]>) =>
  componentFindings({ ...asked, ...changes }).map(({ code }) => code);

describe('a measure bought only within another one’s contract', () => {
  test.each([
    { changes: {}, says: [], why: 'everything is there' },
    { changes: { legalBases: ['§ 16a Nr. 3 SGB II'] }, says: ['notWithin'], why: 'a contract after § 16a' },
    {
      changes: { legalBases: ['§ 16 Abs. 1 SGB II i. V. m. § 45 SGB III'] },
      says: [],
      why: 'the norm is cited in conjunction',
    },
    { changes: { legalBases: ['§ 46 SGB III'] }, says: ['notWithin'], why: 'another norm' },
    { changes: { certificates: [] }, says: ['certificateMissing'], why: 'no proof' },
    {
      changes: { certificates: [{ ...certified, name: 'AZAV' }] },
      says: ['certificateMissing'],
      why: 'another proof',
    },
    {
      changes: { certificates: [{ ...certified, validTo: '2014-04-30' }] },
      says: ['certificateMissing'],
      why: 'it ends a day before the contract',
    },
    {
      changes: { certificates: [{ ...certified, validTo: '2014-05-01' }] },
      says: [],
      why: 'it ends with it',
    },
    { changes: { certificates: [{ ...certified, validTo: null }] }, says: [], why: 'it has no end' },
    {
      changes: { certificates: [{ ...certified, validFrom: '2013-05-03' }] },
      says: ['certificateMissing'],
      why: 'it begins a day late',
    },
    { changes: { healthPercent: 21 }, says: ['healthShareTooHigh'], why: 'more than 20 % health' },
    { changes: { healthPercent: 21, coFunding: 'Krankenkasse' }, says: [], why: 'somebody pays with us' },
    { changes: { healthPercent: null }, says: ['healthShareMissing'], why: 'the share is not known' },
  ])('$why: $says', ({ changes, says }) => {
    expect(codes(changes)).toEqual(says);
  });

  test('one that asks for nothing is bought anywhere', () => {
    const demands = { onlyWithin: [], certificate: null, maxHealthPercent: null };
    expect(codes({ demands, legalBases: [], certificates: [], healthPercent: null })).toEqual([]);
  });

  test('what it asks for is data of its profile', () => {
    const content = emptyContent('x', 'X');
    expect(demandsOf(content)).toEqual({ onlyWithin: [], certificate: null, maxHealthPercent: null });
    const { onlyWithin, certificate: neededCertificate, maxHealthPercent } = aktiva;
    expect(demandsOf({ ...content, portal: { onlyWithin, neededCertificate, maxHealthPercent } })).toEqual(
      aktiva,
    );
  });
});

test('the service follows from the profile, else from its words', () => {
  const content = {
    ...emptyContent('x', 'X'),
    contactRhythm: 'in der Regel 45 min alle 2 Wochen, anfangs in der Regel wöchentlich',
  };
  expect(serviceOf(content, null)).toMatchObject({
    unit: 'place',
    reportsAbsence: false,
    contacts: [
      { stage: 'anfangs', everyWeeks: 1, minutes: 45 },
      { stage: 'danach', everyWeeks: 2, minutes: 45 },
    ],
  });
  const sessions = { count: 6, hours: 4, groupSize: 12 };
  expect(serviceOf({ ...content, portal: { sessions } }, null)).toMatchObject({
    ...{ unit: 'group', sessionCount: 6, sessionMinutes: 240, groupSize: 12 },
  });
});

describe('what was agreed', () => {
  const terms: ServiceTerms = {
    contacts: [
      { stage: 'anfangs', everyWeeks: 1, minutes: 45 },
      { stage: 'danach', everyWeeks: 2, minutes: 45 },
    ],
    firstStageWeeks: 8,
    hasStrategyPlan: true,
    planReviewWeeks: 8,
    involvesHousehold: true,
    sessionCount: null,
    sessionMinutes: null,
    groupSize: null,
    interimReportMonths: 6,
    finalReportDays: 14,
    reportingDays: 30,
  };
  test.each([
    { changes: {}, unit: 'place' as const, says: [] },
    { changes: { contacts: [] }, unit: 'place' as const, says: ['firstStageWithoutContacts'] },
    { changes: { hasStrategyPlan: false }, unit: 'place' as const, says: ['reviewWithoutPlan'] },
    { changes: { sessionCount: 6 }, unit: 'group' as const, says: ['groupIncomplete', 'groupIncomplete'] },
  ])('fits together or not: $says', ({ changes, unit, says }) => {
    expect(serviceFindings({ ...terms, ...changes }, unit).map(({ code }) => code)).toEqual(says);
  });
});
