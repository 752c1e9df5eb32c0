import { describe, expect, test } from 'vitest';
import {
  type CareCourse,
  checkLeadAnswer,
  checkReview,
  courseOf,
  leadDeedOf,
  type ReviewDecision,
  type ReviewRecord,
} from '~/care/rules/course';
import { ruleBook } from '~/eligibility/rule-books';

const hannover = ruleBook('jc-hannover-2018');
const cottbus = ruleBook('jc-cottbus-2021');
const books = { hannover, cottbus };

function done(month: number, change: Partial<ReviewRecord> = {}): ReviewRecord {
  return { month, decision: 'goOn', leadDeed: null, isAnswered: false, isGranted: null, ...change };
}

const upTo = (last: number) =>
  [6, 12, 18, 24, 30].filter((month) => month <= last).map((month) => done(month));

function stepOf(course: CareCourse, month: number) {
  const step = course.steps.find((one) => one.month === month);
  if (!step) throw new Error(`There is no review at ${month}.`);
  return step;
}

describe('where a care stands that began on 31.08.2023 (rules.md § 9 cases 3 and 4)', () => {
  test.each([
    { book: 'hannover', months: [6, 12, 18, 24, 30, 36], why: 'three years, then it ends' },
    { book: 'cottbus', months: [6, 12, 18, 24, 30, 36, 42], why: 'no limit: the next one is always ahead' },
  ] as const)('$book: reviews at $months ($why)', ({ book, months }) => {
    const course = courseOf(books[book], '2023-08-31', upTo(30), '2026-08-30');
    expect(course.steps.map(({ month }) => month)).toEqual(months);
  });

  test.each([
    { today: '2024-01-29', state: 'later', why: '31 days before' },
    { today: '2024-01-30', state: 'open', why: '30 days before' },
    { today: '2024-02-29', state: 'open', why: 'its day' },
    { today: '2024-03-01', state: 'overdue', why: 'the day after' },
  ])('the first review on $today is $state ($why)', ({ today, state }) => {
    expect(stepOf(courseOf(hannover, '2023-08-31', [], today), 6).state).toBe(state);
  });

  test('a review held late moves no other', () => {
    const late = courseOf(hannover, '2023-08-31', [done(6)], '2024-07-15');
    expect(stepOf(late, 12).dueOn).toBe('2024-08-31');
    expect(late.next?.month).toBe(12);
  });

  test.each([
    { book: 'hannover', today: '2026-08-30', ground: null },
    { book: 'hannover', today: '2026-08-31', ground: 'hardStop' },
    { book: 'cottbus', today: '2026-08-31', ground: null },
    { book: 'cottbus', today: '2028-08-31', ground: null },
  ] as const)('$book on $today must end because of $ground', ({ book, today, ground }) => {
    expect(courseOf(books[book], '2023-08-31', upTo(30), today).mustEnd).toBe(ground);
  });

  test.each([
    { today: '2025-05-30', near: null },
    { today: '2025-05-31', near: '2025-08-31' },
    { today: '2025-08-31', near: '2025-08-31' },
    { today: '2025-09-01', near: null },
  ])('two years are near on $today: $near (D8)', ({ today, near }) => {
    const course = courseOf(hannover, '2023-08-31', upTo(18), today);
    expect(course.regularLengthNear).toBe(near);
    expect(course.isExtended).toBe(today > '2025-08-31');
  });
});

describe('what the team lead has to do (D3–D5, D7)', () => {
  test.each([
    { month: 6, goOn: [null, null], end: [null, null] },
    { month: 12, goOn: ['teamLeadIsInformed', null], end: ['teamLeadIsInformed', null] },
    { month: 18, goOn: ['teamLeadIsInformed', null], end: ['teamLeadIsInformed', null] },
    { month: 24, goOn: ['teamLeadConsents', 'teamLeadWritesNote'], end: [null, null] },
    { month: 30, goOn: ['teamLeadTakesPart', null], end: ['teamLeadTakesPart', null] },
  ])('month $month: Hannover and Cottbus differ', ({ month, goOn, end }) => {
    const asked = (decision: ReviewDecision) =>
      [hannover, cottbus].map((book) =>
        leadDeedOf(stepOf(courseOf(book, '2023-08-31', [], '2026-02-28'), month), decision),
      );
    expect(asked('goOn')).toEqual(goOn);
    expect(asked('end')).toEqual(end);
  });

  test('a notice that was not read stops nothing, a missing consent stops the next review', () => {
    const unread = [done(6), done(12, { leadDeed: 'teamLeadIsInformed' })];
    const course = courseOf(hannover, '2023-08-31', unread, '2025-02-20');
    expect(stepOf(course, 12).state).toBe('waitsForNotice');
    expect(checkReview(course, stepOf(course, 18), goOn, '2025-02-20')).toEqual([]);

    const open = [...upTo(18), done(24, { leadDeed: 'teamLeadConsents' })];
    const waiting = courseOf(hannover, '2023-08-31', open, '2026-02-20');
    expect(stepOf(waiting, 24).state).toBe('waitsForLead');
    expect(checkReview(waiting, stepOf(waiting, 30), goOn, '2026-02-20')).toEqual([
      { code: 'formerWaitsForLead', month: 24 },
    ]);
  });

  test('without consent care must end, with it it goes on', () => {
    const asked = done(24, { leadDeed: 'teamLeadConsents', isAnswered: true });
    const of = (isGranted: boolean) =>
      courseOf(hannover, '2023-08-31', [...upTo(18), { ...asked, isGranted }], '2025-09-15');
    expect(of(false).mustEnd).toBe('denied');
    expect(stepOf(of(false), 24).state).toBe('denied');
    expect(of(true).mustEnd).toBeNull();
    expect(stepOf(of(true), 24).state).toBe('done');
  });
});

const goOn = { decision: 'goOn' as const, prospects: 'gut' };
const end = { decision: 'end' as const, prospects: null };

describe('recording a review', () => {
  const reviewOn = (
    today: string,
    records: ReviewRecord[],
    month: number,
    review: typeof goOn | typeof end,
  ) => {
    const course = courseOf(hannover, '2023-08-31', records, today);
    return checkReview(course, stepOf(course, month), review, today);
  };

  test.each([
    { today: '2024-02-20', records: [], month: 6, review: goOn, findings: [] },
    { today: '2024-06-20', records: [], month: 6, review: goOn, findings: [] },
    {
      today: '2024-01-29',
      records: [],
      month: 6,
      review: goOn,
      findings: [{ code: 'tooEarly', from: '2024-01-30' }],
    },
    {
      today: '2024-08-20',
      records: [],
      month: 12,
      review: goOn,
      findings: [{ code: 'formerMissing', month: 6 }],
    },
    {
      today: '2024-08-20',
      records: [done(6)],
      month: 6,
      review: goOn,
      findings: [{ code: 'alreadyRecorded' }],
    },
    {
      today: '2024-08-20',
      records: [done(6, { decision: 'end' as const })],
      month: 12,
      review: goOn,
      findings: [{ code: 'careMustEnd', ground: 'decided' }],
    },
    {
      today: '2024-02-20',
      records: [],
      month: 6,
      review: { ...goOn, prospects: '  ' },
      findings: [{ code: 'prospectsMissing' }],
    },
    { today: '2024-02-20', records: [], month: 6, review: end, findings: [] },
    {
      today: '2026-08-31',
      records: upTo(30),
      month: 36,
      review: goOn,
      findings: [{ code: 'hardStop', month: 36 }],
    },
    { today: '2026-08-31', records: upTo(30), month: 36, review: end, findings: [] },
  ])('month $month on $today: $findings', ({ today, records, month, review, findings }) => {
    expect(reviewOn(today, records, month, review)).toEqual(findings);
  });

  test('Cottbus goes on at 36', () => {
    const course = courseOf(cottbus, '2023-08-31', upTo(30), '2026-08-31');
    expect(checkReview(course, stepOf(course, 36), goOn, '2026-08-31')).toEqual([]);
  });
});

describe('the lead’s answer', () => {
  const record = { ...done(24, { leadDeed: 'teamLeadConsents' as const }), recordedById: 'fm' };
  test.each([
    { record, answer: { isGranted: true, note: 'beraten' }, by: 'lead', codes: [] },
    { record, answer: { isGranted: true, note: 'beraten' }, by: 'fm', codes: ['ownWork'] },
    { record, answer: { isGranted: null, note: null }, by: 'lead', codes: ['consentMissing', 'noteMissing'] },
    {
      record: { ...record, isAnswered: true },
      answer: { isGranted: true, note: 'beraten' },
      by: 'lead',
      codes: ['alreadyAnswered'],
    },
    {
      record: { ...record, leadDeed: null },
      answer: { isGranted: true, note: 'beraten' },
      by: 'lead',
      codes: ['nothingAsked'],
    },
    {
      record: { ...record, leadDeed: 'teamLeadIsInformed' as const },
      answer: { isGranted: null, note: null },
      by: 'lead',
      codes: [],
    },
    {
      record: { ...record, leadDeed: 'teamLeadWritesNote' as const },
      answer: { isGranted: null, note: null },
      by: 'lead',
      codes: ['noteMissing'],
    },
    {
      record: { ...record, leadDeed: 'teamLeadTakesPart' as const },
      answer: { isGranted: null, note: 'dabei' },
      by: 'lead',
      codes: ['consentMissing'],
    },
  ])('$record.leadDeed by $by: $codes', ({ record: asked, answer, by, codes }) => {
    expect(checkLeadAnswer(asked, answer, by).map(({ code }) => code)).toEqual(codes);
  });
});
