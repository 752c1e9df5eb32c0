import { describe, expect, test } from 'vitest';
import {
  cancelFindings,
  catchUpFindings,
  heldFindings,
  moveFindings,
  planFindings,
  proposeDays,
  proposeLastDay,
} from '~/training/rules/sessions';
import type { Offer, Session } from '~/training/training';

const offer: Offer = {
  contractId: 'c',
  measureId: 'm',
  title: 'AktivA',
  contractNumber: '2026-1',
  termStart: '2026-01-01',
  runsUntil: '2026-12-31',
  sessionCount: 3,
  sessionMinutes: 240,
  groupSize: 12,
  sites: [{ position: 1, name: 'Hauptstelle' }],
};
const plan = {
  sitePosition: 1,
  days: ['2026-03-02', '2026-03-09', '2026-03-16'],
  lastDay: '2026-03-30',
  seats: 12,
};

describe('proposed days', () => {
  test.each([
    {
      first: '2026-03-02',
      rhythm: 'weekly',
      days: ['2026-03-02', '2026-03-09', '2026-03-16'],
      why: 'the same weekday',
    },
    {
      first: '2026-03-01',
      rhythm: 'weekly',
      days: ['2026-03-02', '2026-03-09', '2026-03-16'],
      why: 'a Sunday moves to the Monday after',
    },
    {
      first: '2026-03-02',
      rhythm: 'fortnightly',
      days: ['2026-03-02', '2026-03-16', '2026-03-30'],
      why: 'every second week',
    },
    {
      first: '2026-03-05',
      rhythm: 'daily',
      days: ['2026-03-05', '2026-03-06', '2026-03-09'],
      why: 'Thursday, Friday, and over the weekend',
    },
    {
      first: '2028-02-28',
      rhythm: 'daily',
      days: ['2028-02-28', '2028-02-29', '2028-03-01'],
      why: 'a leap day is a day',
    },
  ] as const)('$rhythm from $first: $why', ({ first, rhythm, days }) => {
    expect(proposeDays(first, 3, rhythm)).toEqual(days);
  });

  test('the group lasts two weeks longer for catching up, but never past the contract', () => {
    expect(proposeLastDay(plan.days, '2026-12-31')).toBe('2026-03-30');
    expect(proposeLastDay(plan.days, '2026-03-20')).toBe('2026-03-20');
  });
});

describe('a plan', () => {
  test.each([
    { change: {}, codes: [] },
    { change: { seats: 13 }, codes: ['tooManySeats'] },
    { change: { sitePosition: 2 }, codes: ['siteUnknown'] },
    { change: { days: plan.days.slice(1) }, codes: ['wrongCount'] },
    { change: { days: ['2026-03-02', '2026-03-02', '2026-03-09'] }, codes: ['dayTwice'] },
    {
      change: { days: ['2025-12-31', '2026-03-02', '2026-03-09'] },
      codes: ['dayOutsideContract'],
    },
    { change: { lastDay: '2026-03-15' }, codes: ['lastDayTooEarly'] },
    { change: { lastDay: '2026-03-16' }, codes: [] },
    { change: { lastDay: '2027-01-01' }, codes: ['lastDayOutsideContract'] },
  ])('with $change: $codes', ({ change, codes }) => {
    expect(planFindings({ ...plan, ...change }, offer).map(({ code }) => code)).toEqual(codes);
  });
});

const group = { state: 'running', starts: '2026-03-02', ends: '2026-03-30' } as const;
const session = (changes: Partial<Session> = {}): Session => ({
  id: 's1',
  no: 1,
  day: '2026-03-02',
  beginsAt: '09:00',
  minutes: 240,
  trainer: null,
  catchesUpNo: null,
  state: 'planned',
  ...changes,
});
const second = session({ id: 's2', no: 2, day: '2026-03-09' });

describe('a session', () => {
  test.each([
    { to: '2026-03-30', codes: [] },
    { to: '2026-03-31', codes: ['dayOutsideGroup'] },
    { to: '2026-03-01', codes: ['dayOutsideGroup'] },
    { to: '2026-03-09', codes: ['dayTaken'] },
    { to: '2026-03-02', codes: [] },
  ])('moves to $to: $codes', ({ to, codes }) => {
    expect(moveFindings(group, session(), to, [session(), second]).map(({ code }) => code)).toEqual(codes);
  });

  test('that was held stays; one that was cancelled is planned anew; nothing moves in a group that is over', () => {
    const code = (state: Session['state'], over: 'running' | 'ended' | 'cancelled') =>
      moveFindings({ ...group, state: over }, session({ state }), '2026-03-03', []).map((one) => one.code);
    expect(code('held', 'running')).toEqual(['alreadyHeld']);
    expect(code('cancelled', 'running')).toEqual([]);
    expect(code('planned', 'ended')).toEqual(['groupOver']);
    expect(code('planned', 'cancelled')).toEqual(['groupOver']);
  });

  test('is held from its day on, and cancelled only before', () => {
    expect(heldFindings(group, session(), '2026-03-01')).toEqual([{ code: 'notYet', day: '2026-03-02' }]);
    expect(heldFindings(group, session(), '2026-03-02')).toEqual([]);
    expect(heldFindings(group, session({ state: 'held' }), '2026-03-02')).toEqual([{ code: 'alreadyHeld' }]);
    expect(cancelFindings(group, session({ state: 'held' }))).toEqual([{ code: 'alreadyHeld' }]);
    expect(cancelFindings(group, session())).toEqual([]);
  });

  test('is caught up where it was held, on a free day of the group; a catch-up is not caught up again', () => {
    const held = session({ state: 'held' });
    const catchUp = session({ id: 's9', no: 9, catchesUpNo: 1, state: 'held', day: '2026-03-20' });
    const codes = (no: number, day: string) =>
      catchUpFindings(group, no, day, [held, second, catchUp]).map(({ code }) => code);
    expect(codes(1, '2026-03-23')).toEqual([]);
    expect(codes(2, '2026-03-23')).toEqual(['nothingToCatchUp']);
    expect(codes(9, '2026-03-23')).toEqual(['nothingToCatchUp']);
    expect(codes(7, '2026-03-23')).toEqual(['nothingToCatchUp']);
    expect(codes(1, '2026-03-09')).toEqual(['dayTaken']);
  });
});
