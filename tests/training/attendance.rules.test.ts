import { describe, expect, test } from 'vitest';
import {
  cellLock,
  courseOf,
  fillEmpty,
  letterOf,
  lettersFor,
  readCell,
  sessionLock,
  totalsOf,
} from '~/training/rules/attendance';
import type { AttendanceStatus, Session } from '~/training/training';

const session = (no: number, changes: Partial<Session> = {}): Session => ({
  id: `s${no}`,
  no,
  day: `2026-03-${String(no * 7).padStart(2, '0')}`,
  beginsAt: '09:00',
  minutes: 240,
  trainer: null,
  catchesUpNo: null,
  state: 'held',
  ...changes,
});

describe('a letter', () => {
  test.each([
    { typed: 'k', reportsAbsence: true, status: 'sick' },
    { typed: ' U ', reportsAbsence: true, status: 'unexcused' },
    { typed: 'A', reportsAbsence: false, status: 'present' },
    { typed: 'n', reportsAbsence: false, status: 'absent' },
    { typed: '', reportsAbsence: true, status: null },
  ])('"$typed" means $status', ({ typed, reportsAbsence, status }) => {
    expect(readCell({ typed, reportsAbsence, known: null, lock: null })).toEqual({ status });
  });

  test.each(['K', 'E', 'U', 'x', 'constructor', '?'])(
    '"%s" is refused where no reasons are reported (P7)',
    (typed) => {
      const reading = readCell({ typed, reportsAbsence: false, known: null, lock: null });
      expect(reading).toEqual({ finding: { code: 'unknownLetter', reportsAbsence: false } });
    },
  );

  test('is not there for "not there" where reasons are reported', () => {
    expect(readCell({ typed: 'N', reportsAbsence: true, known: null, lock: null })).toMatchObject({
      finding: { code: 'unknownLetter' },
    });
  });

  test('can be changed and not emptied; what stands already is nothing new; a locked cell takes none', () => {
    const cell = { reportsAbsence: true, known: 'present', lock: null } as const;
    expect(readCell({ ...cell, typed: 'E' })).toEqual({ status: 'excused' });
    expect(readCell({ ...cell, typed: 'A' })).toEqual({ status: null });
    expect(readCell({ ...cell, typed: '' })).toEqual({ finding: { code: 'cannotBeEmptied' } });
    expect(readCell({ ...cell, typed: 'E', lock: 'afterExit' })).toEqual({
      finding: { code: 'locked', why: 'afterExit' },
    });
    expect(readCell({ ...cell, typed: '', lock: 'afterExit' })).toEqual({ status: null });
  });

  test('is read back as it was written', () => {
    for (const reports of [true, false]) {
      for (const [letter, status] of Object.entries(lettersFor(reports)))
        expect(letterOf(status)).toBe(letter);
    }
  });
});

test.each([
  { today: '2026-03-06', lock: { code: 'notYet', day: '2026-03-07' }, why: 'the day before' },
  { today: '2026-03-07', lock: null, why: 'the day itself' },
  { today: '2026-04-18', lock: null, why: '42 days later' },
  { today: '2026-04-19', lock: { code: 'tooLongAgo', lastDay: '2026-04-18' }, why: '43 days later' },
])('a session of 07.03. on $today ($why)', ({ today, lock }) => {
  expect(sessionLock(session(1), today)).toEqual(lock);
});

test('nothing is entered for a session that was cancelled', () => {
  expect(sessionLock(session(1, { state: 'cancelled' }), '2026-03-07')).toEqual({ code: 'cancelled' });
});

describe('a cell', () => {
  const seat = { name: 'Apfelkern, Alma', starts: '2026-03-07', until: '2026-03-14', reportedUntil: null };
  test.each([
    { change: {}, day: '2026-03-07', lock: null },
    { change: {}, day: '2026-03-06', lock: 'beforeStart' },
    { change: {}, day: '2026-03-14', lock: null },
    { change: {}, day: '2026-03-15', lock: 'afterExit' },
    { change: { name: null }, day: '2026-03-10', lock: 'nameHidden' },
    { change: { reportedUntil: '2026-03-10' }, day: '2026-03-10', lock: 'reportAccepted' },
    { change: { reportedUntil: '2026-03-10' }, day: '2026-03-11', lock: null },
  ])('on $day with $change: $lock', ({ change, day, lock }) => {
    expect(cellLock({ ...seat, ...change }, { day, catchesUpNo: null }, [])).toBe(lock);
  });

  test('of a catch-up is for those who missed that session', () => {
    const catchUp = { day: '2026-03-10', catchesUpNo: 2 };
    expect(cellLock(seat, catchUp, [2])).toBeNull();
    expect(cellLock(seat, catchUp, [1])).toBe('notMissed');
  });
});

describe('the course of one person', () => {
  const sessions = [
    session(1),
    session(2),
    session(3),
    session(4, { state: 'planned' }),
    session(5, { id: 's5', day: '2026-03-24', catchesUpNo: 2 }),
  ];
  const person = { allocationId: 'a', starts: '2026-03-01', until: '2026-03-31' };
  const entries = (by: Record<string, AttendanceStatus>) =>
    Object.entries(by).map(([sessionId, status]) => ({
      sessionId,
      allocationId: 'a',
      status,
      lateReason: null,
    }));

  test('two of three attended, one of them in the catch-up', () => {
    const course = courseOf(
      person,
      sessions,
      entries({ s1: 'present', s2: 'sick', s3: 'unexcused', s5: 'present' }),
    );
    expect(course).toEqual({
      held: 3,
      attended: 2,
      missed: [
        { no: 2, caughtUpOn: '2026-03-24' },
        { no: 3, caughtUpOn: null },
      ],
      unrecorded: [],
    });
  });

  test('absent in the catch-up too: still missed; what nobody recorded is neither', () => {
    const course = courseOf(person, sessions, entries({ s1: 'absent', s2: 'absent', s5: 'absent' }));
    expect(course).toMatchObject({ held: 3, attended: 0, unrecorded: [3] });
    expect(course.missed.map(({ caughtUpOn }) => caughtUpOn)).toEqual([null, null]);
  });

  test('counts from the day the person came to the day they left', () => {
    const late = { ...person, starts: '2026-03-14', until: '2026-03-20' };
    expect(courseOf(late, sessions, entries({ s2: 'present' }))).toMatchObject({ held: 1, attended: 1 });
  });

  test('entries of others do not count', () => {
    const others = [{ sessionId: 's1', allocationId: 'b', status: 'present' as const, lateReason: null }];
    expect(courseOf(person, sessions, others)).toMatchObject({ attended: 0, unrecorded: [1, 2, 3] });
  });
});

test('totals count each status, and nothing where nothing is entered', () => {
  expect(totalsOf(['present', null, 'sick', 'present'])).toEqual({
    present: 2,
    excused: 0,
    sick: 1,
    unexcused: 0,
    absent: 0,
  });
});

test('empty cells are filled, typed and locked ones are not', () => {
  const row = (allocationId: string, lock: 'afterExit' | null = null) => ({
    participant: {
      allocationId,
      seat: 1,
      name: 'x',
      starts: '2026-01-01',
      until: '2026-12-31',
      reportsAbsence: true,
      reportedUntil: null,
    },
    known: null,
    lock,
  });
  const typed = { 'cells.a': '', 'cells.b': 'E', sheet: 'grid' };
  expect(fillEmpty(typed, [row('a'), row('b'), row('c', 'afterExit'), row('d')])).toEqual({
    'cells.a': 'A',
    'cells.b': 'E',
    'cells.d': 'A',
    sheet: 'grid',
  });
});
