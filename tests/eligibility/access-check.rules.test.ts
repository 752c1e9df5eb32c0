import { describe, expect, test } from 'vitest';
import type { Finding } from '~/eligibility/finding';
import { keptFinding } from '~/eligibility/finding-text';
import { legalBasisSettingOn } from '~/eligibility/legal-basis-settings';
import { ruleBook } from '~/eligibility/rule-books';
import { type CaseManagementFacts, checkCaseManagement } from '~/eligibility/rules/case-management';
import { decide } from '~/eligibility/rules/decision';
import { checkMeasure, type MeasureFacts } from '~/eligibility/rules/measure';
import { readLegalBasis } from '~/portfolio/legal-basis';
import type { NeedGroup } from '~/clients/needs';

const hannover = ruleBook('jc-hannover-2018');
const cottbus = ruleBook('jc-cottbus-2021');

function needs(...groups: NeedGroup[]) {
  return groups.map((group, index) => ({ key: `need${index}`, group }));
}

/** Somebody whom both books take in. */
const sound: CaseManagementFacts = {
  checkedOn: '2026-03-02',
  needs: needs('capability', 'capability', 'circumstances'),
  forecastMonths: 18,
  marketProximity: 'notNear',
  expectsProgress: true,
  isWilling: true,
  readinessClarifiedOn: '2026-02-20',
  readinessByTalk: true,
  readinessNoteMade: true,
  exclusions: [],
  isInCare: false,
  conferenceOn: '2026-02-25',
  participants: ['caseworker', 'jobcenterCaseManager'],
  goals: 'Tagesablauf und Wohnung sichern',
  isAgreed: true,
  readmission: { lastExitOn: null, jobSince: null, isBenefitRenewed: false },
  isPreRegistered: true,
};

/** What is not met, as "rule kind state". */
function against(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ state }) => state !== 'met')
    .map(({ rule, kind, state }) => `${rule} ${kind} ${state}`);
}

describe('access to internal case management', () => {
  test.each<{ why: string; change: Partial<CaseManagementFacts>; h: string[]; c: string[] }>([
    {
      why: 'everything met; H asks for a new check where nobody is taken in',
      change: {},
      h: ['A12 TASK open'],
      c: [],
    },
    {
      why: 'case 1: 2 capability and 2 qualification are two of three',
      change: { needs: needs('capability', 'capability', 'qualification', 'qualification') },
      h: ['A1 REASON notMet', 'A8 APPROVE open'],
      c: ['A1 REASON notMet', 'A9 REASON open'],
    },
    {
      why: '3 + 0 are fine',
      change: { needs: needs('circumstances', 'circumstances', 'circumstances') },
      h: ['A12 TASK open'],
      c: [],
    },
    {
      why: '0 needs',
      change: { needs: [] },
      h: ['A1 REASON notMet', 'A8 APPROVE open'],
      c: ['A1 REASON notMet', 'A9 REASON open'],
    },
    {
      why: 'case 2: the forecast is missing',
      change: { forecastMonths: null },
      h: ['A3 REASON open', 'A8 APPROVE open'],
      c: ['A3 REASON open', 'A9 REASON open'],
    },
    {
      why: '11 months are within twelve',
      change: { forecastMonths: 11 },
      h: ['A3 REASON notMet', 'A8 APPROVE open'],
      c: ['A3 REASON notMet', 'A9 REASON open'],
    },
    { why: '12 months are not', change: { forecastMonths: 12 }, h: ['A12 TASK open'], c: [] },
    {
      why: 'near the market: only Cottbus asks',
      change: { marketProximity: 'near' },
      h: ['A12 TASK open'],
      c: ['A4 REASON notMet', 'A9 REASON open'],
    },
    {
      why: 'nobody has judged the progress: no decision',
      change: { expectsProgress: null },
      h: ['A5 BLOCK open', 'A12 TASK open'],
      c: ['A5 BLOCK open'],
    },
    {
      why: 'no progress to be expected',
      change: { expectsProgress: false },
      h: ['A5 REASON notMet', 'A8 APPROVE open', 'A12 TASK open'],
      c: ['A5 REASON notMet', 'A9 REASON open'],
    },
    {
      why: 'readiness clarified on the phone: Cottbus stops',
      change: { readinessByTalk: false },
      h: ['A12 TASK open'],
      c: ['A6 BLOCK open'],
    },
    {
      why: 'the talk came after the conference',
      change: { readinessClarifiedOn: '2026-02-26' },
      h: ['A12 TASK open'],
      c: ['A6 BLOCK open'],
    },
    {
      why: 'not willing',
      change: { isWilling: false },
      h: ['A6 REASON notMet', 'A8 APPROVE open', 'A12 TASK open'],
      c: ['A6 BLOCK notMet'],
    },
    {
      why: 'pension applied for: only Cottbus excludes',
      change: { exclusions: ['pensionApplied'] },
      h: ['A12 TASK open'],
      c: ['A10 BLOCK notMet'],
    },
    {
      why: 'in care already and on the way to a pension: stays with a reason (A11)',
      change: { exclusions: ['pensionApplied'], isInCare: true },
      h: [],
      c: ['A11 REASON notMet'],
    },
    {
      why: 'in care already and in rehabilitation: stays with a reason (A10)',
      change: { exclusions: ['vocationalRehab'], isInCare: true },
      h: [],
      c: ['A10 REASON notMet'],
    },
    {
      why: 'no conference (A14)',
      change: { conferenceOn: null },
      h: ['A14 BLOCK open', 'A12 TASK open'],
      c: ['A14 BLOCK open'],
    },
    {
      why: 'a conference of one',
      change: { participants: ['caseworker'] },
      h: ['A14 BLOCK open', 'A12 TASK open'],
      c: ['A14 BLOCK open'],
    },
    {
      why: 'a conference without goals',
      change: { goals: '  ' },
      h: ['A14 BLOCK open', 'A12 TASK open'],
      c: ['A14 BLOCK open'],
    },
    {
      why: 'they do not agree: the team lead decides (A16)',
      change: { isAgreed: false },
      h: ['A16 APPROVE open', 'A12 TASK open'],
      c: ['A16 APPROVE open'],
    },
    {
      why: 'case 6: entry again within six months, only Hannover locks',
      change: { readmission: { lastExitOn: '2025-12-15', jobSince: null, isBenefitRenewed: false } },
      h: ['D9 REASON notMet', 'A8 APPROVE open', 'A12 TASK open'],
      c: [],
    },
    {
      why: 'not registered in advance: a task in Cottbus (A13)',
      change: { isPreRegistered: false },
      h: ['A12 TASK open'],
      c: ['A13 TASK open'],
    },
  ])('$why', ({ change, h, c }) => {
    expect(against(checkCaseManagement(hannover, { ...sound, ...change })).sort()).toEqual([...h].sort());
    expect(against(checkCaseManagement(cottbus, { ...sound, ...change })).sort()).toEqual([...c].sort());
  });

  test('every finding names its rule, its source and a whole sentence', () => {
    const nothing: CaseManagementFacts = {
      ...sound,
      needs: [],
      forecastMonths: null,
      marketProximity: null,
      expectsProgress: null,
      isWilling: null,
      conferenceOn: null,
      isAgreed: false,
      exclusions: ['moveToSgb12'],
    };
    for (const book of [hannover, cottbus]) {
      for (const finding of checkCaseManagement(book, nothing).map(keptFinding)) {
        expect(finding.source).toBe(book.source);
        expect(finding.sentence).toMatch(/^\p{Lu}.*\.$/u);
        expect(finding.sentence).not.toContain('Bitte');
      }
    }
  });

  test('the sentence counts, and says which needs do not (A1, A2)', () => {
    const [first] = checkCaseManagement(hannover, { ...sound, needs: needs('capability', 'qualification') });
    expect(keptFinding(first!).sentence).toBe(
      'Erst 1 von 3 Handlungsbedarfen in Leistungsfähigkeit und Rahmenbedingungen. Prüfen Sie das Profiling oder begründen Sie den Einzelfall. Ein weiterer aus Qualifikation oder Motivation zählt nicht.',
    );
  });
});

describe('the decision', () => {
  const wish = { decision: 'eligible', ground: null, reason: null } as const;
  const unmet = { ...sound, forecastMonths: 6 };
  const day = '2026-03-02';

  test('all met: access, nobody else is asked', () => {
    for (const book of [hannover, cottbus]) {
      expect(decide(book, checkCaseManagement(book, sound), wish, day)).toEqual({
        ok: true,
        value: { needsConsent: false, recheckOn: null },
      });
    }
  });

  test('a criterion that is not met leaves no plain access', () => {
    expect(decide(hannover, checkCaseManagement(hannover, unmet), wish, day)).toEqual({
      ok: false,
      findings: [{ code: 'criteriaUnmet', rules: ['A3'] }],
    });
  });

  test('the exception: consent in Hannover (A8), a ground and a reason in Cottbus (A9)', () => {
    const byHannover = {
      decision: 'exception',
      ground: 'acuteProblem',
      reason: 'Akute Wohnungslosigkeit',
    } as const;
    expect(decide(hannover, checkCaseManagement(hannover, unmet), byHannover, day)).toEqual({
      ok: true,
      value: { needsConsent: true, recheckOn: null },
    });
    const byCottbus = { ...byHannover, ground: 'intensity' };
    expect(decide(cottbus, checkCaseManagement(cottbus, unmet), byCottbus, day)).toEqual({
      ok: true,
      value: { needsConsent: false, recheckOn: null },
    });
    // A ground of the other book is none.
    expect(decide(cottbus, checkCaseManagement(cottbus, unmet), byHannover, day)).toEqual({
      ok: false,
      findings: [{ code: 'groundMissing' }],
    });
    expect(decide(cottbus, checkCaseManagement(cottbus, unmet), { ...byCottbus, reason: ' ' }, day)).toEqual({
      ok: false,
      findings: [{ code: 'reasonMissing' }],
    });
  });

  test('no exception where nothing is missing, and none past a block', () => {
    const exception = { decision: 'exception', ground: 'intensity', reason: 'Grund' } as const;
    expect(decide(cottbus, checkCaseManagement(cottbus, sound), exception, day)).toEqual({
      ok: false,
      findings: [{ code: 'nothingUnmet' }],
    });
    const excluded = { ...unmet, exclusions: ['pensionApplied'] as const };
    expect(decide(cottbus, checkCaseManagement(cottbus, excluded), exception, day)).toEqual({
      ok: false,
      findings: [{ code: 'blocked', rules: ['A10'] }],
    });
  });

  test('no access although the criteria are met: with reasons (A7), and again after six months in Hannover (A12)', () => {
    const refusal = { decision: 'refused', ground: null, reason: 'Kein Arbeitsbündnis' } as const;
    expect(decide(hannover, checkCaseManagement(hannover, sound), { ...refusal, reason: null }, day)).toEqual(
      {
        ok: false,
        findings: [{ code: 'reasonMissing' }],
      },
    );
    expect(decide(hannover, checkCaseManagement(hannover, sound), refusal, '2025-08-31')).toEqual({
      ok: true,
      value: { needsConsent: false, recheckOn: '2026-02-28' },
    });
    expect(decide(cottbus, checkCaseManagement(cottbus, sound), refusal, day)).toEqual({
      ok: true,
      value: { needsConsent: false, recheckOn: null },
    });
    expect(decide(hannover, checkCaseManagement(hannover, unmet), refusal, day)).toMatchObject({
      value: { recheckOn: null },
    });
  });

  test('a dispute goes to the team lead in both books (A16)', () => {
    for (const book of [hannover, cottbus]) {
      const findings = checkCaseManagement(book, { ...sound, isAgreed: false });
      expect(decide(book, findings, wish, day)).toMatchObject({ value: { needsConsent: true } });
    }
  });
});

describe('legal bases are data', () => {
  test.each([
    { cited: '§ 16a Nr. 3 SGB II', on: '2019-12-01', absence: false, notice: false, help: true },
    {
      cited: '§ 16 Abs. 1 SGB II i. V. m. § 45 SGB III',
      on: '2026-03-02',
      absence: true,
      notice: true,
      help: false,
    },
    { cited: '§ 16k SGB II', on: '2023-07-01', absence: true, notice: false, help: false },
  ])('$cited on $on', ({ cited, on, absence, notice, help }) => {
    expect(legalBasisSettingOn([readLegalBasis(cited)], on)).toMatchObject({
      hasAbsenceReporting: absence,
      allowsConsequenceNotice: notice,
      isSubordinateHelp: help,
    });
  });

  test.each([
    { cited: '§ 16k SGB II', on: '2023-06-30' },
    { cited: '§ 99 SGB XII', on: '2026-03-02' },
    { cited: '§ 16a SGB II', on: '2011-12-31' },
  ])('$cited on $on is not guessed', ({ cited, on }) => {
    expect(legalBasisSettingOn([readLegalBasis(cited)], on)).toBeNull();
  });
});

describe('access to a measure', () => {
  const caseManager = legalBasisSettingOn([readLegalBasis('§ 16a Nr. 3 SGB II')], '2026-03-02');
  const coaching = legalBasisSettingOn([readLegalBasis('§ 45 SGB III')], '2026-03-02');
  const met = { state: 'met', reason: null } as const;
  const facts: MeasureFacts = {
    checkedOn: '2026-03-02',
    criteria: [
      { criterion: 'erwerbsfähig', ...met },
      { criterion: 'psychosoziale Beeinträchtigung', ...met },
    ],
    necessity: met,
    subordination: met,
    overlapsWith: null,
  };

  test('§ 16a: target group, need, rank and overlap are asked (A18, A20, A22)', () => {
    const rules = checkMeasure(facts, caseManager).map(({ rule, state }) => `${rule} ${state}`);
    expect(rules).toEqual(['A18 met', 'A18 met', 'A20 met', 'A20 met', 'A22 met']);
  });

  test('§ 45 SGB III: the target group alone', () => {
    expect(checkMeasure(facts, coaching).map(({ rule }) => rule)).toEqual(['A18', 'A18']);
    expect(checkMeasure(facts, null).map(({ rule }) => rule)).toEqual(['A18', 'A18']);
  });

  test('open and not met ask for a reason, an overlap only warns', () => {
    const findings = checkMeasure(
      {
        ...facts,
        criteria: [{ criterion: 'erwerbsfähig', state: 'open', reason: null }, facts.criteria[1]!],
        subordination: { state: 'notMet', reason: 'Eingliederungshilfe läuft' },
        overlapsWith: 'BG-Coaching',
      },
      caseManager,
    );
    expect(against(findings)).toEqual(['A18 REASON open', 'A20 REASON notMet', 'A22 WARN notMet']);
    const plain = { decision: 'eligible', ground: null, reason: null } as const;
    expect(decide(null, findings, plain, '2026-03-02')).toEqual({
      ok: false,
      findings: [{ code: 'criteriaUnmet', rules: ['A18', 'A20'] }],
    });
    const reasoned = { ...plain, decision: 'exception', reason: 'Übergang bis zur Bewilligung' } as const;
    expect(decide(null, findings, reasoned, '2026-03-02')).toMatchObject({
      ok: true,
      value: { needsConsent: false },
    });
    const overlapOnly = checkMeasure({ ...facts, overlapsWith: 'BG-Coaching' }, caseManager);
    expect(decide(null, overlapOnly, plain, '2026-03-02').ok).toBe(true);
  });
});
