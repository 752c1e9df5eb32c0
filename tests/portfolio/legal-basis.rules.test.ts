import { describe, expect, test } from 'vitest';
import { azavText } from '~/portfolio/finding-text';
import { readLegalBasis, shortLegalBasis } from '~/portfolio/legal-basis';
import { azavRule } from '~/portfolio/rules';

const files = import.meta.glob<{ slug: string; legalBases: string[] }>('../../db/example/portfolio/*.json', {
  eager: true,
  import: 'default',
});

describe('reading a legal basis', () => {
  const none = {
    paragraph: null,
    sentence: null,
    itemNo: null,
    isOldVersion: false,
    inConjunctionWith: null,
  };

  test.each([
    { cited: '§ 16a Nr. 3 SGB II', reads: { law: 'SGB II', section: '16a', itemNo: 3 } },
    {
      cited: '§ 16 Abs. 1 Satz 2 SGB II',
      reads: { law: 'SGB II', section: '16', paragraph: 1, sentence: 2 },
    },
    { cited: '§ 46 SGB III (a. F.)', reads: { law: 'SGB III', section: '46', isOldVersion: true } },
    { cited: '§ 46 SGB III a. F.', reads: { law: 'SGB III', section: '46', isOldVersion: true } },
    {
      cited: '§ 46 Abs. 1 Nr. 1 SGB III (a. F.)',
      reads: { law: 'SGB III', section: '46', paragraph: 1, itemNo: 1, isOldVersion: true },
    },
    {
      cited: '§ 45 Abs. 4 Satz 3 Nr. 1 SGB III',
      reads: { law: 'SGB III', section: '45', paragraph: 4, sentence: 3, itemNo: 1 },
    },
    { cited: '§ 45 Abs. 1 Nr. 1, 2 und 3 SGB III', reads: { law: 'SGB III', section: '45', paragraph: 1 } },
    { cited: '§16a\u00a0Nr.3 SGB\u00a0II', reads: { law: 'SGB II', section: '16a', itemNo: 3 } },
  ])('$cited', ({ cited, reads }) => {
    expect(readLegalBasis(cited)).toEqual({ ...none, cited, ...reads });
  });

  test.each(['§§ 16, 16a bis 16f SGB II', '§ 67 SGB XII', 'Landesprogramm', 'SGB II', '', '§ 16a'])(
    '"%s" stays as it was cited, with nulls',
    (cited) => {
      expect(readLegalBasis(cited)).toEqual({ ...none, cited, law: null, section: null });
    },
  );

  test('"i. V. m." is read as two norms', () => {
    const { section, inConjunctionWith } = readLegalBasis('§ 16 Abs. 1 SGB II i. V. m. § 45 SGB III');
    expect([section, inConjunctionWith?.law, inConjunctionWith?.section]).toEqual(['16', 'SGB III', '45']);
  });

  test('every citation of the 25 measures is read', () => {
    const cited = Object.values(files).flatMap(({ legalBases }) => legalBases);
    expect(Object.keys(files)).toHaveLength(25);
    expect(cited).toHaveLength(52);
    expect(cited.filter((text) => readLegalBasis(text).section === null)).toEqual([]);
  });

  test.each([
    { cited: '§ 16a Nr. 3 SGB II', short: '§\u00a016a SGB\u00a0II' },
    { cited: '§ 46 Abs. 1 Satz 2 SGB III (a. F.)', short: '§\u00a046 SGB\u00a0III a.\u00a0F.' },
    { cited: 'Landesprogramm', short: 'Landesprogramm' },
  ])('$cited is $short in short', ({ cited, short }) => {
    expect(shortLegalBasis(readLegalBasis(cited))).toBe(short);
  });
});

describe('provider certificate (AZAV)', () => {
  const answerFor = (cited: string[], isVoluntary: boolean | null = null, onDate = '2019-09-01') =>
    azavRule(cited.map(readLegalBasis), isVoluntary, onDate);

  test.each([
    { cited: ['§ 16a Nr. 3 SGB II'], voluntary: true, required: false, why: 'voluntaryMunicipalService' },
    { cited: ['§ 16a SGB II'], voluntary: null, required: null, why: 'voluntaryNotAnswered' },
    { cited: ['§ 16a SGB II'], voluntary: false, required: null, why: 'municipalServiceNotVoluntary' },
    { cited: ['§ 45 SGB III'], voluntary: null, required: true, why: 'employmentPromotion' },
    { cited: ['§ 45 SGB III'], voluntary: true, required: true, why: 'employmentPromotion' },
    {
      cited: ['§ 16 Abs. 1 SGB II', '§ 45 Abs. 1 SGB III'],
      voluntary: null,
      required: true,
      why: 'employmentPromotion',
    },
    {
      cited: ['§ 16 Abs. 1 SGB II i. V. m. § 45 SGB III'],
      voluntary: null,
      required: true,
      why: 'employmentPromotion',
    },
    { cited: ['§ 46 SGB III (a. F.)'], voluntary: null, required: true, why: 'employmentPromotion' },
    { cited: ['§ 46 SGB III'], voluntary: null, required: null, why: 'legalBasisWithoutRule' },
    {
      cited: ['§ 45 SGB III', '§ 16a SGB II'],
      voluntary: true,
      required: true,
      why: 'employmentPromotionPart',
    },
    { cited: ['§ 45 SGB III', '§ 16a SGB II'], voluntary: null, required: null, why: 'voluntaryNotAnswered' },
    {
      cited: ['§ 16a SGB II', '§ 16d SGB II'],
      voluntary: true,
      required: null,
      why: 'legalBasisWithoutRule',
    },
    { cited: ['§ 44b SGB II', '§ 45 SGB III'], voluntary: null, required: true, why: 'employmentPromotion' },
    { cited: ['§ 44b SGB II'], voluntary: null, required: null, why: 'noLegalBasis' },
    { cited: [], voluntary: true, required: null, why: 'noLegalBasis' },
  ])('$cited, voluntary $voluntary: $required ($why)', ({ cited, voluntary, required, why }) => {
    expect(answerFor(cited, voluntary)).toMatchObject({ required, reasonCode: why });
  });

  test('a basis counts only from the day it came into force', () => {
    expect(answerFor(['§ 16k SGB II'], null, '2023-06-30').required).toBeNull();
    expect(answerFor(['§ 16k SGB II'], null, '2023-07-01').required).toBe(true);
    expect(answerFor(['§ 45 SGB III'], null, '2012-03-31').required).toBeNull();
    expect(answerFor(['§ 45 SGB III'], null, '2012-04-01').required).toBe(true);
  });

  test('no answer names § 46 SGB III as the source of the duty', () => {
    for (const { slug, legalBases } of Object.values(files)) {
      for (const isVoluntary of [true, false, null]) {
        const answer = answerFor(legalBases, isVoluntary);
        expect(answer.source ?? '', slug).not.toContain('46');
        expect(answer.required === null || azavText(answer).includes('§§ 176 ff. SGB III'), slug).toBe(true);
      }
    }
  });

  test('the real measures, if voluntary', () => {
    const slugsWith = (required: boolean | null) =>
      Object.values(files)
        .filter(({ legalBases }) => answerFor(legalBases, true).required === required)
        .map(({ slug }) => slug)
        .sort();
    expect(slugsWith(false)).toEqual(['amiga', 'case-manager']);
    expect(slugsWith(null)).toEqual([
      'aktivierung-vor-ort',
      'fit-for-life',
      'ina',
      'minijob-umwandlung',
      'neustart',
      'pat',
      'perspektive-einstieg',
      'primus-ii',
      'quartiersmanagement',
      'service-point-migration',
    ]);
  });
});
