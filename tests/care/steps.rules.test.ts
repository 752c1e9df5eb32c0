import { describe, expect, test } from 'vitest';
import { freeInTeam, isUnder25, loadOf } from '~/care/rules/caseload';
import { afterExit, checkCareExit, openPoints } from '~/care/rules/exit';
import { openPointsText } from '~/care/words';
import { checkStart, clearingUntil, type Start, waitOf } from '~/care/rules/start';
import { deviationsOf, leadTasksOf, casesOf, type TeamCase } from '~/care/rules/team-view';
import { ruleBook } from '~/eligibility/rule-books';

const hannover = ruleBook('jc-hannover-2018');
const cottbus = ruleBook('jc-cottbus-2021');

describe('beginning', () => {
  const start: Start = {
    step: 'takeover',
    day: '2026-03-02',
    today: '2026-03-02',
    conferenceOn: '2026-02-20',
    clearing: null,
    waitingLonger: 0,
    backdateReason: null,
    earlierReason: null,
    lateReason: null,
  };
  const clearing = { begunOn: '2026-01-10', until: '2026-03-10' };

  test.each([
    { book: hannover, change: {}, findings: [] },
    { book: hannover, change: { step: 'clearing' as const }, findings: [] },
    { book: cottbus, change: { step: 'clearing' as const }, findings: [{ code: 'noClearing' }] },
    {
      book: hannover,
      change: { day: '2026-03-03' },
      findings: [{ code: 'dayInFuture', today: '2026-03-02' }],
    },
    {
      book: hannover,
      change: { day: '2026-03-01' },
      findings: [{ code: 'backdateReasonMissing' }],
    },
    // 42 days before 02.03. is 19.01.
    {
      book: hannover,
      change: { day: '2026-01-19', conferenceOn: '2026-01-05', backdateReason: 'Krankheit' },
      findings: [],
    },
    {
      book: hannover,
      change: { day: '2026-01-18', conferenceOn: '2026-01-05', backdateReason: 'Krankheit' },
      findings: [{ code: 'tooFarBack', earliest: '2026-01-19', days: 42 }],
    },
    {
      book: hannover,
      change: { day: '2026-02-19', backdateReason: 'Krankheit' },
      findings: [{ code: 'beforeConference', conferenceOn: '2026-02-20' }],
    },
    { book: hannover, change: { conferenceOn: null }, findings: [{ code: 'conferenceMissing' }] },
    { book: hannover, change: { step: 'refusal' as const, conferenceOn: null }, findings: [] },
    { book: hannover, change: { waitingLonger: 2 }, findings: [] },
    { book: cottbus, change: { waitingLonger: 2 }, findings: [{ code: 'othersWaitLonger', count: 2 }] },
    { book: cottbus, change: { waitingLonger: 2, earlierReason: 'Wohnungsverlust' }, findings: [] },
    { book: hannover, change: { clearing, day: '2026-03-10', today: '2026-03-10' }, findings: [] },
    {
      book: hannover,
      change: { clearing, day: '2026-03-11', today: '2026-03-11' },
      findings: [{ code: 'lateReasonMissing', until: '2026-03-10' }],
    },
    {
      book: hannover,
      change: { clearing, day: '2026-03-11', today: '2026-03-11', lateReason: 'Krankheit' },
      findings: [],
    },
  ])('$book.key $change: $findings', ({ book, change, findings }) => {
    expect(checkStart(book, { ...start, ...change })).toEqual(findings);
  });

  test('a clearing from 10.01. ends with 10.03., from 31.12. with the end of February (case 5, § 12.2)', () => {
    expect(clearingUntil(hannover, '2026-01-10')).toBe('2026-03-10');
    expect(clearingUntil(hannover, '2025-12-31')).toBe('2026-02-28');
    expect(clearingUntil(cottbus, '2026-01-10')).toBeNull();
  });

  test('registered on 01.05.: day 14 is the standard, day 15 is late (case 9); Hannover knows no days', () => {
    expect(waitOf(cottbus, '2026-05-01', '2026-05-15')).toEqual({ days: 14, isLate: false });
    expect(waitOf(cottbus, '2026-05-01', '2026-05-16')).toEqual({ days: 15, isLate: true });
    expect(waitOf(hannover, '2026-05-01', '2026-09-16').isLate).toBe(false);
  });
});

describe('ending', () => {
  const exit = {
    exitedOn: '2026-03-15',
    reason: 'goalsReached' as const,
    allocatedOn: '2025-03-01',
    today: '2026-03-15',
    talkOn: '2026-03-12',
    profilingUpdated: true,
    ...{ aftercareUntil: null, closingTalkOn: null },
    backdateReason: null,
    dispute: null,
  };
  test.each([
    { book: hannover, change: {}, codes: [] },
    { book: hannover, change: { talkOn: null }, codes: ['talkMissing'] },
    { book: cottbus, change: { talkOn: null }, codes: [] },
    { book: hannover, change: { profilingUpdated: false }, codes: [] },
    { book: cottbus, change: { profilingUpdated: false }, codes: ['profilingMissing'] },
    { book: hannover, change: { talkOn: '2026-03-16' }, codes: ['talkInFuture'] },
    { book: hannover, change: { exitedOn: '2026-03-16' }, codes: ['dayInFuture'] },
    { book: hannover, change: { allocatedOn: '2026-03-16' }, codes: ['beforeAllocation'] },
    { book: hannover, change: { aftercareUntil: '2026-03-15' }, codes: ['aftercareBeforeExit'] },
    { book: hannover, change: { aftercareUntil: '2026-03-16' }, codes: [] },
    { book: hannover, change: { closingTalkOn: '2026-03-16' }, codes: ['closingTalkInFuture'] },
    // A talk that was not held is a task and stops nothing (X7).
    { book: cottbus, change: { closingTalkOn: null }, codes: [] },
    { book: cottbus, change: { dispute: { endsCare: null } }, codes: ['disputeOpen'] },
    { book: cottbus, change: { dispute: { endsCare: false } }, codes: ['leadKeepsCare'] },
    { book: cottbus, change: { dispute: { endsCare: false }, reason: 'work' as const }, codes: [] },
    { book: cottbus, change: { dispute: { endsCare: true } }, codes: [] },
  ])('$book.key $change: $codes', ({ book, change, codes }) => {
    expect(checkCareExit(book, { ...exit, ...change }).map(({ code }) => code)).toEqual(codes);
  });

  test('Hannover locks until 15.09., Cottbus asks for an invitation until 29.03.', () => {
    expect(afterExit(hannover, '2026-03-15')).toEqual({ inviteBy: null, readmissionFrom: '2026-09-16' });
    expect(afterExit(cottbus, '2026-03-15')).toEqual({ inviteBy: '2026-03-29', readmissionFrom: null });
  });
});

describe('caseload (C1–C4, C13)', () => {
  const cases = (postPercent: number, under25: number, from25: number) => ({
    postPercent,
    under25,
    from25,
    extended: 0,
  });
  test.each([
    // § 9 case 7
    { book: cottbus, of: cases(75, 0, 56), key: 56.25, freeFrom25: 0, freeUnder25: 0, most: 11 },
    // § 9 case 8: 20/55 + 45/75 = 0.9636; the rest of 0.0364 posts is 2.7 or 2.0 people
    { book: cottbus, of: cases(100, 20, 45), key: 67.45, freeFrom25: 2, freeUnder25: 2, most: 13 },
    { book: cottbus, of: cases(100, 0, 0), key: 75, freeFrom25: 75, freeUnder25: 55, most: 15 },
    { book: cottbus, of: cases(100, 55, 0), key: 55, freeFrom25: 0, freeUnder25: 0, most: 11 },
    { book: cottbus, of: cases(50, 0, 30), key: 37.5, freeFrom25: 7, freeUnder25: 5, most: 7 },
    { book: hannover, of: cases(50, 10, 20), key: 37.5, freeFrom25: 7, freeUnder25: 7, most: null },
    { book: hannover, of: cases(100, 0, 76), key: 75, freeFrom25: 0, freeUnder25: 0, most: null },
  ])('$book.key $of', ({ book, of, key, freeFrom25, freeUnder25, most }) => {
    const load = loadOf(book, of);
    expect(load.key).toBeCloseTo(key, 2);
    expect(load).toMatchObject({ freeFrom25, freeUnder25, mostExtended: most });
  });

  test('over and under are told apart; the mixture is that of case 8', () => {
    expect(loadOf(hannover, cases(100, 0, 76)).isOver).toBe(true);
    expect(loadOf(hannover, cases(100, 0, 75)).isOver).toBe(false);
    expect(loadOf(cottbus, cases(100, 20, 45)).posts).toBeCloseTo(0.9636, 4);
  });

  test('two halves of a place are one for the team: the sum is not rounded before', () => {
    // 37.5 − 37 twice: half a place each
    const half = cases(50, 0, 37);
    expect(loadOf(hannover, half).freeFrom25).toBe(0);
    expect(freeInTeam(hannover, [half, half]).freeFrom25).toBe(1);
  });

  test('under 25 ends with the day before the birthday (case 11)', () => {
    expect(isUnder25('2026-06-09', '2026-06-09')).toBe(true);
    expect(isUnder25('2026-06-09', '2026-06-10')).toBe(false);
    expect(isUnder25(null, '2026-06-09')).toBe(false);
  });
});

describe('what the lead is shown', () => {
  const one: TeamCase = {
    careId: 'care',
    clientId: 'client',
    customerNumber: '123A456789',
    responsibleId: 'fm',
    responsibleName: 'Falk',
    state: 'active',
    allocatedOn: '2025-09-01',
    clearingUntil: null,
    under25Until: null,
    book: hannover,
    reviews: [],
  };

  test('an overdue review, one that is open, a clearing near its end and a birthday; nothing else', () => {
    const today = '2026-03-10';
    const all: TeamCase[] = [
      { ...one, careId: 'overdue' },
      { ...one, careId: 'open', allocatedOn: '2025-10-01' },
      { ...one, careId: 'quiet', allocatedOn: '2025-12-01' },
      { ...one, careId: 'clearing', state: 'clearing', clearingUntil: '2026-04-09' },
      { ...one, careId: 'clearing later', state: 'clearing', clearingUntil: '2026-04-10' },
      { ...one, careId: 'birthday', allocatedOn: '2025-12-01', under25Until: '2026-04-08' },
      { ...one, careId: 'birthday later', allocatedOn: '2025-12-01', under25Until: '2026-04-09' },
    ];
    const told = (byAge: boolean) =>
      deviationsOf(all, byAge, today).map(({ kind, case: { careId }, dueOn }) => [careId, kind, dueOn]);
    expect(told(true)).toEqual([
      ['overdue', 'reviewOverdue', '2026-03-01'],
      ['open', 'reviewDue', '2026-04-01'],
      ['clearing', 'clearingEnds', '2026-04-09'],
      ['birthday', 'turns25', '2026-04-09'],
    ]);
    expect(told(false).some(([, kind]) => kind === 'turns25')).toBe(false);
  });

  test('clearing counts for nobody, the bands as of today, care beyond two years apart (C6, C7, C13)', () => {
    const all: TeamCase[] = [
      one,
      { ...one, state: 'clearing', clearingUntil: '2026-04-01' },
      { ...one, under25Until: '2026-03-10' },
      { ...one, under25Until: '2026-03-09' },
      { ...one, allocatedOn: '2024-03-10' },
      { ...one, allocatedOn: '2024-03-09' },
      { ...one, responsibleId: 'other' },
    ];
    expect(casesOf(all, 'fm', 50, '2026-03-10')).toEqual({
      postPercent: 50,
      under25: 1,
      from25: 4,
      extended: 1,
      clearing: 1,
    });
  });

  test('what waits for a word is listed until it was answered', () => {
    const review = { month: 12, decision: 'goOn' as const, isGranted: null };
    const waiting = { ...review, leadDeed: 'teamLeadIsInformed' as const, isAnswered: false };
    const tasks = leadTasksOf([
      { ...one, reviews: [waiting, { ...waiting, month: 18, isAnswered: true }] },
      { ...one, reviews: [{ ...review, month: 6, leadDeed: null, isAnswered: false }] },
    ]);
    expect(tasks.map(({ month, deed }) => [month, deed])).toEqual([[12, 'teamLeadIsInformed']]);
  });
});

test.each([
  { talked: [], open: 5, says: 'Abschlussgespräch: 5 von 5 Punkten offen.' },
  { talked: ['goals', 'offers'] as const, open: 3, says: 'Abschlussgespräch: 3 von 5 Punkten offen.' },
  {
    talked: ['startAndNow', 'goals', 'whatWorked', 'nextSteps', 'offers'] as const,
    open: 0,
    says: 'Abschlussgespräch: 0 von 5 Punkten offen.',
  },
])('the closing talk has five questions; of $talked $open are open (X7)', ({ talked, open, says }) => {
  expect(openPoints(talked)).toHaveLength(open);
  expect(openPointsText(open)).toBe(says);
});
