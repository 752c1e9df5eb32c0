import { describe, expect, test } from 'vitest';
import {
  correctionFindings,
  endStateOf,
  exitFindings,
  type ExitSubject,
  finalReportDue,
  owesFinalReport,
} from '~/allocation/rules/exit';

const today = '2026-04-15';
const running: ExitSubject = {
  state: 'active',
  starts: '2026-02-01',
  ends: '2026-07-31',
  exitedOn: null,
  exitReason: null,
  deliveredOn: '2026-04-02',
};
const exit = { exitedOn: '2026-04-10', reason: 'work' as const, note: null };

describe('an exit', () => {
  test.each([
    { why: 'within the allocation', subject: {}, exit: {}, found: [] },
    { why: 'today', subject: {}, exit: { exitedOn: '2026-04-15' }, found: [] },
    { why: 'tomorrow', subject: {}, exit: { exitedOn: '2026-04-16' }, found: ['exitInFuture'] },
    {
      why: 'before it began',
      subject: { deliveredOn: null },
      exit: { exitedOn: '2026-01-31' },
      found: ['exitBeforeStart'],
    },
    { why: 'after the planned end', subject: { ends: '2026-04-09' }, exit: {}, found: ['exitAfterEnd'] },
    { why: 'on the day of the last contact', subject: {}, exit: { exitedOn: '2026-04-02' }, found: [] },
    {
      why: 'before the last contact',
      subject: {},
      exit: { exitedOn: '2026-04-01' },
      found: ['deliveredLater'],
    },
    {
      why: 'another reason without words',
      subject: {},
      exit: { reason: 'other' as const },
      found: ['noteMissing'],
    },
    {
      why: 'a second time',
      subject: { state: 'closing' as const, exitedOn: '2026-04-01' },
      exit: {},
      found: ['alreadyExited'],
    },
    { why: 'never begun', subject: { state: 'declined' as const }, exit: {}, found: ['notRunning'] },
    {
      why: 'still in clearing',
      subject: { state: 'clearing' as const, ends: null },
      exit: {},
      found: ['stillClearing'],
    },
    { why: 'care has no planned end', subject: { ends: null }, exit: {}, found: [] },
  ])('$why: $found', ({ subject, exit: change, found }) => {
    expect(
      exitFindings({ ...running, ...subject }, { ...exit, ...change }, today).map(({ code }) => code),
    ).toEqual(found);
  });

  test('a report is owed where a provider delivered something (X8)', () => {
    expect(owesFinalReport(running)).toBe(true);
    expect(owesFinalReport({ ...running, deliveredOn: null })).toBe(false);
    expect(owesFinalReport({ ...running, ends: null })).toBe(false);
  });

  test.each([
    ['goalsReached', 'closed'],
    ['work', 'closed'],
    ['moved', 'closed'],
    ['stoppedByClient', 'droppedOut'],
    ['longAbsence', 'droppedOut'],
  ] as const)('%s ends as %s', (reason, state) => {
    expect(endStateOf(reason)).toBe(state);
  });

  test.each([
    ['2026-02-20', 14, '2026-03-06'],
    ['2028-02-20', 14, '2028-03-05'],
    ['2026-12-31', 1, '2027-01-01'],
  ])('left on %s, %i days: the report is due on %s', (exitedOn, days, due) => {
    expect(finalReportDue(exitedOn, days)).toBe(due);
  });
});

describe('a correction', () => {
  const gone: ExitSubject = { ...running, state: 'closing', exitedOn: '2026-04-05', exitReason: 'work' };
  const corrected = { ...exit, note: 'Tag verwechselt' };
  const codes = (subject: Partial<ExitSubject>, change: object, isProvider = true) =>
    correctionFindings({ ...gone, ...subject }, { ...corrected, ...change }, { today, isProvider }).map(
      ({ code }) => code,
    );

  test.each([
    { why: 'a later day', subject: {}, change: {}, found: [] },
    { why: 'another reason', subject: {}, change: { exitedOn: '2026-04-05', reason: 'moved' }, found: [] },
    { why: 'no reason why', subject: {}, change: { note: null }, found: ['noteMissing'] },
    { why: 'nothing new', subject: {}, change: { exitedOn: '2026-04-05' }, found: ['nothingChanged'] },
    { why: 'nobody left yet', subject: { exitedOn: null }, change: {}, found: ['notExited'] },
    { why: 'past the end', subject: { ends: '2026-04-09' }, change: {}, found: ['exitAfterEnd'] },
  ])('$why: $found', ({ subject, change, found }) => {
    expect(codes(subject, change)).toEqual(found);
  });

  test('once the report is accepted only the jobcenter corrects', () => {
    expect(codes({ state: 'closed' }, {})).toEqual(['reportAccepted']);
    expect(codes({ state: 'closed' }, {}, false)).toEqual([]);
  });
});
