import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { emptyContent, measureContent, type MeasureContent } from '~/portfolio/content';
import { type FindingContext, findingsOf } from '~/portfolio/findings';
import {
  readContacts,
  readOnlyWithin,
  readPremiums,
  readRatios,
  readSessions,
  readSpan,
  readWeekly,
  structured,
} from '~/portfolio/structured';

const read = (slug: string) =>
  measureContent.parse(JSON.parse(readFileSync(`db/example/portfolio/${slug}.json`, 'utf8')));
const own: FindingContext = { isImported: false, isVoluntaryService: true, onDate: '2019-09-01' };
const imported: FindingContext = { ...own, isImported: true };

function measure(changes: Partial<MeasureContent>): MeasureContent {
  return { ...emptyContent('test', 'Test'), legalBases: ['§ 45 SGB III'], ...changes };
}

/** Kinds and codes, without the answer about the certificate that every measure gets. */
function codes(content: MeasureContent, context = own): string[] {
  return findingsOf(content, context)
    .filter(({ code }) => !code.startsWith('azav.'))
    .map(({ kind, code }) => `${kind} ${code}`);
}

test('every finding names its source and leads to a field', () => {
  for (const slug of ['case-manager', 'aktiva', 'arbeitserprobung-120-tage', 'perspektive-einstieg']) {
    for (const finding of findingsOf(read(slug), imported)) {
      expect(finding.source.length, finding.code).toBeGreaterThan(3);
      expect(finding.field.length, finding.code).toBeGreaterThan(3);
      expect(finding.sentence, finding.code).toMatch(/[.)]$/);
    }
  }
});

describe('health content in a measure under § 45 SGB III', () => {
  const share = (healthPercent: number, isCofunded: boolean | null, legalBases = ['§ 45 SGB III']) =>
    codes(measure({ legalBases, portal: { healthPercent, isCofunded } }));

  test.each([
    [20, null, []],
    [20.5, null, ['warning healthShareTooHigh']],
    [25, false, ['stop healthShareTooHigh']],
    [25, true, []],
  ] as const)('%d %% with co-payer %s', (percent, isCofunded, expected) => {
    expect(share(percent, isCofunded)).toEqual(expected);
  });

  test('elsewhere the limit does not hold', () => {
    expect(share(60, false, ['§ 16a Nr. 3 SGB II'])).toEqual([]);
    expect(share(60, false, ['§ 46 SGB III (a. F.)'])).toEqual(['stop healthShareTooHigh']);
  });
});

describe('the certificate', () => {
  const azav = (legalBases: string[], isVoluntaryService: boolean | null) =>
    findingsOf(measure({ legalBases }), { ...own, isVoluntaryService })
      .filter(({ code }) => code.startsWith('azav.'))
      .map(({ code, kind, section }) => [code, kind, section]);

  test('is asked for under § 45, not for the voluntary § 16a service; unclear warns at the field', () => {
    expect(azav(['§ 45 SGB III'], null)).toEqual([['azav.employmentPromotion', 'advice', 'recht']]);
    expect(azav(['§ 16a Nr. 3 SGB II'], true)).toEqual([
      ['azav.voluntaryMunicipalService', 'advice', 'recht'],
    ]);
    expect(azav(['§ 16a Nr. 3 SGB II'], null)).toEqual([['azav.voluntaryNotAnswered', 'warning', 'bedarf']]);
    expect(azav(['§ 16a Nr. 3 SGB II'], false)).toEqual([
      ['azav.municipalServiceNotVoluntary', 'warning', 'bedarf'],
    ]);
  });
});

test('AktivA may only be bought inside a § 45 measure: the file says so and is read', () => {
  expect(codes(read('aktiva'), imported)).toContain('advice onlyWithin');
  const alone = { ...read('aktiva'), legalBases: ['§ 16 SGB II'] };
  expect(codes(alone, imported)).toContain('stop onlyWithinMissing');
});

test('a part at an employer: 6 weeks, for long-term unemployed people 12', () => {
  const phase = (max: number, unit: 'days' | 'weeks' | 'months', targetGroup: string | null = null) =>
    codes(
      measure({
        targetGroup,
        portal: { phaseSpans: [{ phase: 'Betriebliche Erprobung', span: { min: 1, max, unit } }] },
      }),
    );
  expect(phase(6, 'weeks')).toEqual([]);
  expect(phase(42, 'days')).toEqual([]);
  expect(phase(7, 'weeks')).toEqual(['stop employerPhaseTooLong']);
  expect(phase(2, 'months')).toEqual(['stop employerPhaseTooLong']);
  expect(phase(12, 'weeks', 'Langzeitarbeitslose')).toEqual([]);
  expect(phase(13, 'weeks', 'Langzeitarbeitslose')).toEqual(['stop employerPhaseTooLong']);
});

test('what a source says about its dates is a warning, our own plan is stopped', () => {
  const content = measure({
    period: { start: '2019-12-01', end: '2020-12-31', openEnded: false, note: null },
    extensionOptions: [{ from: '2021-01-02', to: '2021-12-31', months: null, condition: null }],
  });
  expect(codes(content, imported)).toEqual(['warning termOutOfOrder']);
  expect(codes(content, own)).toEqual(['stop termOutOfOrder']);
  const runs = [
    { name: 'Zwei', from: '2020-03-31', to: '2020-09-30' },
    { name: 'Eins', from: '2020-01-01', to: '2020-03-31' },
  ];
  expect(codes(measure({ portal: { runs } }))).toEqual(['stop runsOverlap']);
  expect(codes(measure({ portal: { runs: [runs[1]!, { ...runs[0]!, from: '2020-04-01' }] } }))).toEqual([]);
});

test('shares of funding are judged only where each is a number', () => {
  const funding = (...shares: (number | null)[]) =>
    codes(
      measure({
        portal: {
          funding: shares.map((sharePercent) => ({ source: 'Geld', kind: 'municipal', sharePercent })),
        },
      }),
    );
  expect(funding(33.3, 33.3, 33.4)).toEqual([]);
  expect(funding(60, 30)).toEqual(['warning fundingSharesDoNotSum']);
  expect(funding(60, 50)).toEqual(['stop fundingSharesDoNotSum']);
  expect(funding(60, null)).toEqual([]);
});

test('a sum of shares is told in the decimals that were entered', () => {
  const portal = {
    funding: [70.1, 20.2, 9.6].map((sharePercent, at) => ({
      source: `Quelle ${at}`,
      kind: 'municipal' as const,
      sharePercent,
    })),
  };
  const [finding] = findingsOf({ ...read('case-manager'), portal }, imported).filter(
    ({ code }) => code === 'fundingSharesDoNotSum',
  );
  // As a binary fraction the sum is 99.89999999999999.
  expect(finding?.sentence.replaceAll('\u00a0', ' ')).toContain('zusammen 99,9 %, nicht 100 %');
});

describe('amounts that should follow from each other', () => {
  const sentences = (slug: string) =>
    findingsOf(read(slug), imported)
      .filter(({ code }) => code === 'costsDoNotMatch')
      .map(({ kind, sentence }) => `${kind}: ${sentence.replaceAll('\u00a0', ' ')}`);

  test('Individuelle Diagnose: 910 € × 15 = 13.650 €, × 12 = 163.800 €: nothing to say', () => {
    expect(sentences('individuelle-diagnose')).toEqual([]);
  });

  test('amounts that are rounded by their own words are not compared', () => {
    expect(sentences('bahn-frei')).toEqual([]);
  });

  test('a real difference is named to the cent, with its size', () => {
    const content = measure({
      placesTotal: 10,
      period: { start: '2020-01-01', end: '2020-12-31', openEnded: false, note: null },
      budget: {
        totalEur: 120_000.5,
        perYearEur: null,
        perMonthEur: 10_000,
        perPlacePerMonthEur: 1_000,
        perParticipantEur: null,
        note: null,
      },
    });
    const found = findingsOf(content, own).filter(({ code }) => code === 'costsDoNotMatch');
    expect(found.map(({ kind, sentence }) => [kind, sentence.replaceAll('\u00a0', ' ')])).toEqual([
      ['advice', '12 Monate ergeben 120.000,00 €, angegeben sind 120.000,50 € (Unterschied 0,50 €).'],
    ]);
  });
});

describe('numbers are read from words without guessing', () => {
  test.each([
    ['1:6', [{ role: 'Betreuung', clientsPerPost: 6, posts: null }]],
    [
      '1:15 (Arbeitsgelegenheit); 1:20 (psychosoziale Betreuung)',
      [
        { role: 'Arbeitsgelegenheit', clientsPerPost: 15, posts: null },
        { role: 'psychosoziale Betreuung', clientsPerPost: 20, posts: null },
      ],
    ],
    ['rund 230 eLb je Fallmanager', []],
    [null, []],
  ])('ratio %j', (text, expected) => {
    expect(readRatios(text)).toEqual(expected);
  });

  test.each([
    ['3 Monate', { min: 3, max: 3, unit: 'months' }],
    ['6–18 Monate', { min: 6, max: 18, unit: 'months' }],
    ['4 Wochen', { min: 4, max: 4, unit: 'weeks' }],
    ['etwa 4. bis 6. Monat', null],
    ['3 Praktika à 4 Wochen', null],
    ['300–320 Minuten', null],
    [null, null],
  ])('span %j', (text, expected) => {
    expect(readSpan(text)).toEqual(expected);
  });

  test('the contact rhythm of BG-Coaching: weekly at first, then every two weeks, 45 minutes', () => {
    expect(readContacts(read('bg-coaching').contactRhythm)).toEqual([
      { stage: 'anfangs', everyWeeks: 1, minutes: 45 },
      { stage: 'danach', everyWeeks: 2, minutes: 45 },
    ]);
    for (const slug of ['neustart', 'amiga', 'ina', 'quartiersmanagement', 'aktivierung-vor-ort']) {
      expect(readContacts(read(slug).contactRhythm), slug).toEqual([]);
    }
  });

  test('sessions, weekly hours, premiums, and what a measure belongs into', () => {
    expect(readSessions([null, '6 Termine à 4 Stunden'])).toEqual({ count: 6, hours: 4, groupSize: null });
    expect(readWeekly('25 (Teilzeit)')).toEqual({ min: 25, max: 25, unit: 'hours' });
    expect(readWeekly('mindestens 20 Unterrichtseinheiten à 45 Minuten')).toEqual({
      min: 20,
      max: null,
      unit: 'teachingUnits',
    });
    expect(readWeekly('40 in Vollzeit, bei Bedarf 20 in Teilzeit')).toBeNull();
    expect(readPremiums(read('aktivierung-vor-ort').paymentModel).map((each) => each.sharePercent)).toEqual([
      20, 40, 40,
    ]);
    expect(readPremiums('50 % für Beginn')).toEqual([]);
    expect(readOnlyWithin(read('aktiva').rules)).toEqual(['§ 45 SGB III']);
  });

  test('money to the cent with its precision; what was entered counts more than what was read', () => {
    expect(structured(read('bg-coaching')).costs).toEqual([
      { kind: 'total', amountCents: 8_977_500, qualifier: 'exact' },
    ]);
    expect(structured(read('aktivierungshilfen-jugendliche')).costs).toEqual([
      { kind: 'placeMonth', amountCents: 45_000, qualifier: 'circa' },
    ]);
    const costs = [{ kind: 'total' as const, amountEur: 99.99, qualifier: 'upTo' as const }];
    expect(structured({ ...read('bg-coaching'), portal: { costs } }).costs).toEqual([
      { kind: 'total', amountCents: 9_999, qualifier: 'upTo' },
    ]);
  });
});

test('places that do not sum, and a plan that differs from the profile, are named', () => {
  const places = (placesTotal: number | null, ...counts: (number | null)[]) =>
    codes(measure({ placesTotal, places: counts.map((count) => ({ site: 'Ort', count })) }));
  expect(places(24, 12)).toEqual(['warning placesDoNotSum']);
  expect(places(24, 12, 12)).toEqual([]);
  expect(places(24, 12, null)).toEqual([]);
  expect(places(null, 12)).toEqual([]);

  const content = measure({
    period: { start: '2013-05-02', end: null, openEnded: true, note: null },
  });
  const planned = (termStart: string | null, termEnd: string | null) =>
    codes(content, { ...own, plan: { termStart, termEnd } });
  expect(planned('2027-02-15', '2028-02-14')).toEqual(['advice planDiffersFromProfile']);
  expect(planned(null, null)).toEqual([]);
});
