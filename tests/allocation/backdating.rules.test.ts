import { describe, expect, test } from 'vitest';
import { backdatingFindings, isLate, isReported, lastDayToEnter } from '~/allocation/rules/backdating';

/** A Wednesday; 42 days before it is the 4th of March, 7 days before it the 8th of April. */
const today = '2026-04-15';

const codes = (day: string, reason: string | null, limits: Parameters<typeof backdatingFindings>[1]) =>
  backdatingFindings({ day, today, reason }, limits).map(({ code }) => code);

describe('what is decided before it begins', () => {
  test.each([
    { day: '2026-04-16', reason: null, found: ['dayInFuture'], why: 'has not happened' },
    { day: '2026-04-15', reason: null, found: [], why: 'today' },
    { day: '2026-04-14', reason: null, found: ['backdateReasonMissing'], why: 'yesterday is late' },
    { day: '2026-04-14', reason: ' ', found: ['backdateReasonMissing'], why: 'a blank is no reason' },
    { day: '2026-04-14', reason: 'Krankheit', found: [], why: 'with a reason' },
    { day: '2026-03-04', reason: 'Krankheit', found: [], why: '42 days back' },
    { day: '2026-03-03', reason: 'Krankheit', found: ['tooFarBack'], why: '43 days back' },
    { day: '2026-03-03', reason: null, found: ['tooFarBack'], why: 'then no reason would help' },
  ])('$day: $found ($why)', ({ day, reason, found }) => {
    expect(codes(day, reason, { usual: 'decided', mayLieAhead: false })).toEqual(found);
  });

  test('an allocation may lie ahead', () => {
    expect(codes('2026-04-16', null, { usual: 'decided', mayLieAhead: true })).toEqual([]);
  });
});

describe('what is told after it has happened', () => {
  test.each([
    { day: '2026-04-08', reason: null, found: [], why: 'a week is the usual course' },
    { day: '2026-04-07', reason: null, found: ['backdateReasonMissing'], why: 'the eighth day' },
    { day: '2026-04-07', reason: 'overlooked', found: [], why: 'with a reason' },
    { day: '2026-03-03', reason: 'overlooked', found: ['tooFarBack'], why: '43 days back' },
  ])('$day: $found ($why)', ({ day, reason, found }) => {
    expect(codes(day, reason, { usual: 'told', mayLieAhead: false })).toEqual(found);
  });
});

test('an authority may allow another number of days; the finding says which', () => {
  const limits = { usual: 'decided', mayLieAhead: true, mostDays: 14 } as const;
  expect(backdatingFindings({ day: '2026-03-31', today, reason: 'x' }, limits)).toEqual([
    { code: 'tooFarBack', earliest: '2026-04-01', days: 14 },
  ]);
});

test.each([
  { day: '2026-04-01', until: '2026-04-01', is: true, why: 'the last day it covers' },
  { day: '2026-04-02', until: '2026-04-01', is: false, why: 'the day after' },
  { day: '2026-04-02', until: null, is: false, why: 'no report' },
])('an accepted report covers $day: $is ($why)', ({ day, until, is }) => {
  expect(isReported(day, until)).toBe(is);
});

test('the last day to enter something is the 42nd after it, over a change of the clock', () => {
  expect(lastDayToEnter('2026-03-04')).toBe('2026-04-15');
});

test('a reason and the mark go together', () => {
  expect(isLate('2026-04-08', today, 'told')).toBe(false);
  expect(isLate('2026-04-07', today, 'told')).toBe(true);
  expect(isLate('2026-04-14', today, 'decided')).toBe(true);
});
