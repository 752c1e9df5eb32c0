import { describe, expect, test } from 'vitest';
import {
  azavOfPaper,
  type CouncilPaperFacts,
  fundingPlanOf,
  missingForPaper,
} from '~/documents/council-paper/rules';
import type { PlanContent } from '~/portfolio/editing/plan';

const completePlan: PlanContent = {
  paperNo: '2019/123',
  paperDate: '2019-09-01',
  fileRef: null,
  department: 'Sozialamt',
  subject: 'Ausschreibung einer Maßnahme',
  meetings: [
    { committeeId: 'social', meetingDate: '2019-09-17' },
    { committeeId: 'executive', meetingDate: '2019-09-26' },
  ],
  legalBases: [{ cited: '§ 16a Nr. 3 SGB II' }],
  needText: 'Ausgangslage',
  demandCount: null,
  demandUnknownReason: 'derzeit nicht bezifferbar',
  targetGroup: 'Zielgruppe',
  serviceSubject: 'Gegenstand',
  serviceText: 'Leistung',
  stepsText: 'Schritte',
  isVoluntaryService: true,
  sites: [{ name: 'Zeven', places: null }],
  roomsText: 'Räume des Jobcenters',
  phases: [{ title: 'Erstkontakt', subText: 'Vertrauen schaffen' }],
  referralTargets: [{ name: 'Eingliederungshilfe' }],
  termStart: '2019-12-01',
  termEnd: '2020-12-31',
  hasOptions: true,
  options: [{ starts: '2021-01-01', ends: '2021-12-31', condition: 'Erfolg und Mittel' }],
  productId: 'product',
  estimateMonthlyCents: null,
  estimateBasis: null,
  indicators: [{ text: 'Zahl der Abschlüsse' }],
  reportCommitteeId: 'social',
};

const complete: CouncilPaperFacts = {
  authority: {
    name: 'Landkreis Musterland (Beispiel)',
    office: 'Sozialamt',
    state: 'NI',
    signatureRole: 'Landrätin',
    isFictional: true,
    regime: 'municipal',
    committees: [
      { id: 'social', name: 'Sozialausschuss', task: 'advises', isPublic: true },
      { id: 'executive', name: 'Kreisausschuss', task: 'decides', isPublic: false },
    ],
  },
  measure: {
    slug: 'case-manager',
    title: 'Case-Manager',
  },
  plan: completePlan,
  product: { number: '31.2.02', name: 'Kommunale Eingliederungsleistungen' },
  appropriations: [{ fiscalYear: 2019, amountCents: 10_000_000, isCeiling: true }],
  today: '2026-11-21',
};

const withPlan = (patch: Partial<PlanContent>): CouncilPaperFacts => ({
  ...complete,
  plan: { ...completePlan, ...patch },
});
const listed = (facts: CouncilPaperFacts) =>
  missingForPaper(facts).map(({ section, field }) => `${section}:${field}`);

test('a paper without a price is complete: that is the one allowed gap', () => {
  expect(missingForPaper(complete)).toEqual([]);
});

describe('what is missing is named with its field', () => {
  test.each<{ patch: Partial<PlanContent>; expected: string }>([
    { patch: { paperNo: null }, expected: 'vorlage:paperNo' },
    { patch: { subject: null }, expected: 'vorlage:subject' },
    { patch: { meetings: completePlan.meetings.slice(0, 1) }, expected: 'vorlage:meetings.executive' },
    { patch: { needText: null }, expected: 'bedarf:needText' },
    { patch: { demandUnknownReason: null }, expected: 'bedarf:demandKind' },
    { patch: { serviceSubject: null }, expected: 'bedarf:serviceSubject' },
    { patch: { targetGroup: null }, expected: 'bedarf:targetGroup' },
    { patch: { isVoluntaryService: null }, expected: 'bedarf:isVoluntaryService' },
    { patch: { sites: [] }, expected: 'standorte:sites.0.name' },
    { patch: { roomsText: null }, expected: 'standorte:roomsText' },
    { patch: { phases: [] }, expected: 'phasen:phases.0.title' },
    { patch: { phases: [{ title: 'Erstkontakt', subText: null }] }, expected: 'phasen:phases.0.subText' },
    { patch: { referralTargets: [] }, expected: 'hilfesysteme:referralTargets.0.name' },
    { patch: { termStart: null }, expected: 'laufzeit:termStart' },
    { patch: { hasOptions: null }, expected: 'laufzeit:hasOptions' },
    { patch: { options: [] }, expected: 'laufzeit:options.0.starts' },
    { patch: { productId: null }, expected: 'kosten:productId' },
    { patch: { estimateMonthlyCents: 750_000 }, expected: 'kosten:estimateBasis' },
    { patch: { indicators: [] }, expected: 'auswertung:indicators.0.text' },
    { patch: { reportCommitteeId: null }, expected: 'auswertung:reportCommitteeId' },
  ])('$expected', ({ patch, expected }) => {
    expect(listed(withPlan(patch))).toEqual([expected]);
  });

  test('no date of the paper: named once, and no year is called closed because of it', () => {
    expect(listed(withPlan({ paperDate: null }))).toEqual(['vorlage:paperDate']);
  });

  test('the authority is asked for office, signature, budget regime and a body that decides', () => {
    const authority = {
      ...complete.authority,
      office: null,
      signatureRole: null,
      regime: null,
      committees: [],
    };
    expect(listed({ ...complete, authority })).toEqual([
      'behoerde:office',
      'behoerde:signatureRole',
      'behoerde:regime',
      'behoerde:committees.0.name',
    ]);
  });

  test('a known demand needs no reason', () => {
    expect(listed(withPlan({ demandCount: 40, demandUnknownReason: null }))).toEqual([]);
  });

  test('a measure of employment promotion needs neither onward systems nor the question of free will', () => {
    const legalBases = [{ cited: '§ 45 SGB III' }];
    const facts = withPlan({ legalBases, isVoluntaryService: null, referralTargets: [] });
    expect(missingForPaper(facts)).toEqual([]);
    expect(azavOfPaper(facts).required).toBe(true);
    expect(azavOfPaper(complete).required).toBe(false);
  });

  test('labels are German', () => {
    expect(missingForPaper(withPlan({ meetings: [] })).map(({ label }) => label)).toEqual([
      'Sitzung: Sozialausschuss',
      'Sitzung: Kreisausschuss',
    ]);
  });
});

describe('findings stop the paper', () => {
  const codes = (facts: CouncilPaperFacts) =>
    missingForPaper(facts).map(({ kind, code, field }) => [kind, code, field]);

  test('an option that does not join', () => {
    const options = [{ starts: '2021-01-02', ends: '2021-12-31', condition: 'Erfolg' }];
    expect(codes(withPlan({ options }))).toEqual([['finding', 'optionDoesNotJoin', 'options.0.starts']]);
    expect(fundingPlanOf(withPlan({ options }))).toBeNull();
  });

  test('a term that ends before it starts', () => {
    expect(codes(withPlan({ termEnd: '2019-11-30' }))).toEqual([
      ['finding', 'termEndsBeforeStart', 'termEnd'],
    ]);
  });

  test('an option beside the answer that there is none', () => {
    expect(codes(withPlan({ hasOptions: false }))).toEqual([['finding', 'optionsDenied', 'hasOptions']]);
    // A denied option costs nothing.
    expect(fundingPlanOf(withPlan({ hasOptions: false }))?.rows.map(({ part }) => part)).toEqual([
      'base',
      'base',
    ]);
  });

  test('a certificate nobody can decide about', () => {
    expect(codes(withPlan({ isVoluntaryService: false }))).toEqual([
      ['finding', 'municipalServiceNotVoluntary', 'isVoluntaryService'],
    ]);
    expect(codes(withPlan({ legalBases: [{ cited: '§ 16f SGB II' }] }))).toEqual([
      ['finding', 'legalBasisWithoutRule', 'legalBases.0.cited'],
    ]);
  });

  test('no legal basis is missing, not a finding too', () => {
    expect(codes(withPlan({ legalBases: [] }))).toEqual([
      ['missing', 'legalBases.0.cited', 'legalBases.0.cited'],
    ]);
  });

  test('a year before the paper without money', () => {
    expect(codes(withPlan({ paperDate: '2021-01-15' }))).toEqual([
      ['finding', 'yearWithoutMoney', 'appropriations.2020'],
    ]);
  });
});
