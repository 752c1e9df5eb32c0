import { describe, expect, test } from 'vitest';
import type { RegimePeriod } from '~/authority/authority';
import { authorityRefusal } from '~/authority/finding-text';
import { regimeStep } from '~/authority/rules';

const since2015: RegimePeriod = {
  regime: 'municipal',
  from: '2015-01-01',
  until: null,
  source: '§ 112 Abs. 2 NKomVG',
};

describe('a change of the budget regime', () => {
  test('the first one begins on the day that was typed', () => {
    expect(regimeStep([], 'municipal', '2015-01-01')).toEqual({
      kind: 'begin',
      regime: 'municipal',
      from: '2015-01-01',
      closesOn: null,
    });
  });

  test('a new one closes the last period the day before', () => {
    expect(regimeStep([since2015], 'federal', '2020-03-01')).toEqual({
      kind: 'begin',
      regime: 'federal',
      from: '2020-03-01',
      closesOn: '2020-02-29',
    });
  });

  test('the same first day corrects the last period', () => {
    expect(regimeStep([since2015], 'federal', '2015-01-01')).toMatchObject({ kind: 'correct' });
  });

  test.each([
    { regime: null, why: 'none is chosen' },
    { regime: 'municipal' as const, why: 'it is the one in force' },
  ])('nothing changes where $why', ({ regime }) => {
    expect(regimeStep([since2015], regime, null)).toEqual({ kind: 'keep' });
  });

  test.each([
    { regime: 'federal' as const, from: null, finding: { code: 'regimeFromMissing' } },
    {
      regime: 'municipal' as const,
      from: '2020-01-01',
      finding: { code: 'regimeUnchanged', since: '2015-01-01' },
    },
    {
      regime: 'federal' as const,
      from: '2014-12-31',
      finding: { code: 'regimeFromTooEarly', earliest: '2015-01-01' },
    },
  ])('$regime from $from is refused: $finding.code', ({ regime, from, finding }) => {
    expect(regimeStep([since2015], regime, from)).toEqual({ kind: 'refuse', finding });
  });
});

describe('what a refused save says', () => {
  const change = {
    name: 'Landkreis Musterland',
    office: null,
    ...{ street: null, postcode: null, town: null },
    state: 'NI',
    signatureRole: 'Landrätin',
    regime: 'municipal' as const,
    regimeFrom: null,
    committees: [],
  };

  test('a conflict names both values in words and brings the version to save again with', () => {
    const current = {
      ...change,
      state: 'SN',
      isFictional: true,
      committees: [{ id: 'c', name: 'Kreistag', task: 'decides' as const, isPublic: false }],
      version: 4,
      regimePeriods: [],
    };
    const refusal = authorityRefusal([{ code: 'savedMeanwhile', current }], change, '3');
    expect(refusal.version).toBe('4');
    expect(refusal.findings.slice(1)).toEqual([
      'Land: Gespeichert ist „Sachsen“, Ihre Angabe ist „Niedersachsen“.',
      'Gremium 1, Name: Gespeichert ist „Kreistag“, Ihre Angabe fehlt.',
      'Gremium 1, Aufgabe: Gespeichert ist „entscheidet“, Ihre Angabe fehlt.',
      'Gremium 1, Sitzung: Gespeichert ist „nicht öffentlich“, Ihre Angabe fehlt.',
    ]);
  });

  test('a committee in use is named with its measures, a missing day stands at its field', () => {
    const refusal = authorityRefusal(
      [
        { code: 'committeeInUse', committee: 'Kreistag', measures: ['Case-Manager'] },
        { code: 'regimeFromMissing' },
      ],
      change,
      '3',
    );
    expect(refusal.findings[0]).toContain('„Kreistag“ kann nicht entfernt werden');
    expect(refusal.findings[0]).toContain('Case-Manager');
    expect(Object.keys(refusal.errors)).toEqual(['regimeFrom']);
    expect(refusal.version).toBe('3');
  });
});
