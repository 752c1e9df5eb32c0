import { describe, expect, test } from 'vitest';
import { exitReasons } from '~/allocation/allocation';
import { warningText } from '~/reports/finding-text';
import { noAnswers, type ReportAnswers, type ReportedNeed, type ReportedStep } from '~/reports/report';
import { reportGaps } from '~/reports/rules/completeness';
import { endStateOf } from '~/allocation/rules/exit';
import { interimDueOn, overdueDays, visibleUntil } from '~/reports/rules/deadlines';
import { wordWarnings } from '~/reports/rules/wording';

describe('deadlines', () => {
  test.each([
    { state: 'open', dueOn: '2026-03-10', today: '2026-03-10', days: 0 },
    { state: 'open', dueOn: '2026-03-10', today: '2026-03-11', days: 1 },
    { state: 'returned', dueOn: '2026-02-27', today: '2026-03-02', days: 3 },
    { state: 'submitted', dueOn: '2026-02-27', today: '2026-03-02', days: 0 },
    { state: 'accepted', dueOn: '2026-02-27', today: '2026-03-02', days: 0 },
  ] as const)('$state, due on $dueOn: $days days over on $today', ({ days, today, ...report }) => {
    expect(overdueDays(report, today)).toBe(days);
  });

  test.each([
    { starts: '2026-01-31', ends: '2026-12-31', no: 1, due: '2026-04-30', why: 'clamped to the month' },
    {
      starts: '2026-01-31',
      ends: '2026-12-31',
      no: 2,
      due: '2026-07-31',
      why: 'from the first day, not from 30.04.',
    },
    {
      starts: '2026-01-31',
      ends: '2026-07-31',
      no: 2,
      due: null,
      why: 'on the last day the final one comes',
    },
    { starts: '2026-01-31', ends: '2026-08-01', no: 2, due: '2026-07-31', why: 'the day before' },
  ])('interim report $no from $starts to $ends: $due ($why)', ({ no, due, ...allocation }) => {
    expect(interimDueOn({ ...allocation, interimMonths: 3 }, no)).toBe(due);
  });

  test('no interim report where none is agreed', () => {
    expect(interimDueOn({ starts: '2026-01-01', ends: '2026-12-31', interimMonths: null }, 1)).toBeNull();
  });

  test.each([
    { accepted: '2026-03-20', until: '2026-04-14', why: 'the reporting period is longer' },
    { accepted: '2026-05-02', until: '2026-05-02', why: 'accepted after it' },
    { accepted: '2026-04-14', until: '2026-04-14', why: 'on its last day' },
  ])('exit on 15.03., 30 days, accepted on $accepted: seen until $until ($why)', ({ accepted, until }) => {
    expect(visibleUntil('2026-03-15', 30, accepted)).toBe(until);
  });

  test('four reasons break an allocation off, the others close it', () => {
    const broken = exitReasons.filter((reason) => endStateOf(reason) === 'droppedOut');
    expect(broken).toEqual(['stoppedByClient', 'stoppedByProvider', 'stoppedByJobcenter', 'longAbsence']);
  });
});

describe('words that should not be there (P5)', () => {
  test.each([
    { text: 'Er hat eine Depression und nimmt Medikamente.', words: ['Depression', 'Medikamente'] },
    { text: 'Diagnose F32.1 liegt vor.', words: ['Diagnose', 'F32.1'] },
    { text: 'Die Angststörung belastet.', words: ['Angststörung'] },
    { text: 'Ihr Ehemann und Frau Müller helfen.', words: ['Ehemann', 'Frau Müller'] },
    { text: 'Die Kinder sind betreut.', words: ['Kinder'] },
    { text: 'Suchtberatung und Kinderbetreuung sind geregelt.', words: [] },
    {
      text: 'Die Schuldnerberatung hat Termine frei. Der Partner der Stadt ist Raum B12.',
      words: ['Partner', 'B12'],
    },
    { text: 'Tagesablauf und Bewerbungen laufen, 45 Minuten je Woche.', words: [] },
    { text: '', words: [] },
  ])('„$text“: $words', ({ text, words }) => {
    expect(wordWarnings(text).map(({ word }) => word)).toEqual(words);
  });

  test('each word once, and said what it looks like', () => {
    expect(warningText(wordWarnings('Sucht, sucht, Mutter'))).toBe(
      'Diagnosen: „sucht“. Angaben über Dritte: „Mutter“.',
    );
  });
});

const need = (changes: Partial<ReportedNeed> = {}): ReportedNeed => ({
  key: 'housing',
  group: 'circumstances',
  progress: 'better',
  isRemoved: false,
  ownView: 'same',
  ...changes,
});
const about = {
  kind: 'final',
  starts: '2026-02-01',
  exitedOn: '2026-03-15',
  needs: [need()],
  steps: [],
} as const;
const whole: ReportAnswers = {
  ...noAnswers,
  talkWasHeld: true,
  talkOn: '2026-03-14',
  startAndNow: 'a',
  goals: 'b',
  whatWorked: 'c',
  nextSteps: 'd',
  offers: 'e',
  furtherWay: 'f',
  wasShown: true,
  shownOn: '2026-03-14',
  copyForPerson: false,
};
const codes = (changes: Partial<ReportAnswers>, facts: Partial<Parameters<typeof reportGaps>[1]> = {}) =>
  reportGaps({ ...whole, ...changes }, { ...about, ...facts }, '2026-03-20').map(({ code }) => code);

describe('a final report', () => {
  test.each([
    { changes: {}, gaps: [] },
    { changes: { talkWasHeld: null }, gaps: ['talkUnsaid'] },
    { changes: { talkOn: null }, gaps: ['talkDayMissing'] },
    { changes: { talkOn: '2026-01-31' }, gaps: ['talkDayOutside'] },
    { changes: { talkOn: '2026-03-21' }, gaps: ['talkDayOutside'] },
    { changes: { goals: null, offers: null }, gaps: ['talkPointMissing', 'talkPointMissing'] },
    { changes: { talkWasHeld: false }, gaps: ['noTalkReasonMissing'] },
    { changes: { talkWasHeld: false, noTalkReason: 'nicht erreicht', goals: null }, gaps: [] },
    { changes: { furtherWay: null }, gaps: ['furtherWayMissing'] },
    { changes: { help: 'Schuldnerberatung' }, gaps: ['availabilityMissing'] },
    { changes: { help: 'Schuldnerberatung', helpIsAvailable: false }, gaps: [] },
    { changes: { aftercareUntil: '2026-03-14' }, gaps: ['aftercareBeforeExit'] },
    { changes: { aftercareUntil: '2026-03-15' }, gaps: [] },
    { changes: { wasShown: null }, gaps: ['shownUnsaid'] },
    { changes: { shownOn: null }, gaps: ['shownDayMissing'] },
    { changes: { shownOn: '2026-03-21' }, gaps: ['shownDayOutside'] },
    { changes: { wasShown: false }, gaps: ['notShownReasonMissing'] },
    { changes: { wasShown: false, notShownReason: 'verzogen' }, gaps: [] },
    { changes: { copyForPerson: null }, gaps: ['copyUnsaid'] },
  ])('with $changes: $gaps', ({ changes, gaps }) => {
    expect(codes(changes)).toEqual(gaps);
  });

  test('needs the exit and the progress of each need, in both views', () => {
    expect(codes({}, { exitedOn: null })).toEqual(['notExited']);
    expect(codes({}, { needs: [need({ progress: null, ownView: null })] })).toEqual([
      'progressMissing',
      'ownViewMissing',
    ]);
    expect(codes({}, { needs: [need({ progress: 'same', isRemoved: true })] })).toEqual(['removedNotBetter']);
    // Without a talk nobody could ask.
    const withoutTalk = { talkWasHeld: false, noTalkReason: 'nicht erreicht' };
    expect(codes(withoutTalk, { needs: [need({ ownView: null })] })).toEqual([]);
  });

  test('empty: everything is missing, and it says how many of the five points', () => {
    const gaps = reportGaps({ ...whole, ...noAnswers, talkWasHeld: true }, about, '2026-03-20');
    expect(gaps.filter(({ code }) => code === 'talkPointMissing')).toHaveLength(5);
    expect(gaps.find(({ code }) => code === 'talkPointMissing')).toMatchObject({ open: 5 });
  });
});

describe('an interim report', () => {
  const step = (id: string, state: ReportedStep['state']): ReportedStep => ({
    id,
    goal: 'Ziel',
    step: 'Schritt',
    dueOn: '2026-04-01',
    state,
    reason: null,
  });
  const steps = [step('s1', 'open'), step('s2', 'done')];
  const gaps = (changes: Partial<ReportAnswers>) =>
    reportGaps({ ...noAnswers, ...changes }, { ...about, kind: 'interim', steps }, '2026-03-20').map(
      ({ code }) => code,
    );
  test.each([
    { changes: {}, expected: ['standingMissing', 'stepProgressMissing', 'recommendationMissing'] },
    { changes: { standing: 'gut', stepProgress: { s1: 'underWay' }, recommendation: 'goOn' }, expected: [] },
    {
      changes: { standing: 'gut', stepProgress: { s1: 'stuck' }, recommendation: 'end' },
      expected: ['recommendationReasonMissing'],
    },
  ] as const)('with $changes: $expected', ({ changes, expected }) => {
    expect(gaps(changes)).toEqual(expected);
  });
});
