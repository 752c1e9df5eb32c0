import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CountedContact } from '~/reporting/contact';
import { daysAfter } from '~/values/calendar';
import { contactMonths, contactWindows, nextContact, type Rhythm } from '~/reporting/rules/rhythm';

const weekly = { stage: 'Einstieg', everyWeeks: 1, minutes: 45 };
const fortnightly = { stage: 'Begleitung', everyWeeks: 2, minutes: 45 };
const coaching: Rhythm = { stages: [weekly, fortnightly], firstStageWeeks: 4 };

const held = (day: string, minutes = 45): CountedContact => ({ day, outcome: 'held', minutes });
const absent = (day: string): CountedContact => ({ day, outcome: 'clientAbsent', minutes: null });

describe('spans in which a contact is owed', () => {
  test('weekly for four weeks, then every two weeks, until the end', () => {
    // 02.03.2026 is a Monday; the end on 26.04. is a Sunday.
    expect(contactWindows(coaching, '2026-03-02', '2026-04-26').map(({ from, to }) => [from, to])).toEqual([
      ['2026-03-02', '2026-03-08'],
      ['2026-03-09', '2026-03-15'],
      ['2026-03-16', '2026-03-22'],
      ['2026-03-23', '2026-03-29'],
      ['2026-03-30', '2026-04-12'],
      ['2026-04-13', '2026-04-26'],
    ]);
  });

  test('what is left at the end and shorter than a span is not owed', () => {
    expect(contactWindows(coaching, '2026-03-02', '2026-04-25')).toHaveLength(5);
    expect(contactWindows(coaching, '2026-03-02', '2026-03-07')).toEqual([]);
  });

  test('a span that began in the first stage keeps its length', () => {
    const rhythm = {
      stages: [
        { ...weekly, everyWeeks: 2 },
        { ...weekly, everyWeeks: 4 },
      ],
      firstStageWeeks: 3,
    };
    expect(contactWindows(rhythm, '2026-03-02', '2026-04-26').map(({ to }) => to)).toEqual([
      '2026-03-15',
      '2026-03-29',
      '2026-04-26',
    ]);
  });

  test.each([
    { rhythm: { stages: [], firstStageWeeks: null }, spans: 0, why: 'no rhythm, no days' },
    {
      rhythm: { stages: [weekly, fortnightly], firstStageWeeks: null },
      spans: 8,
      why: 'the first stage lasts',
    },
    { rhythm: { stages: [weekly], firstStageWeeks: 2 }, spans: 8, why: 'there is no second stage' },
    {
      rhythm: { stages: [{ ...weekly, everyWeeks: 0.5 }], firstStageWeeks: null },
      spans: 14,
      why: 'half a week is 4 days',
    },
  ])('$why: $spans in eight weeks', ({ rhythm, spans }) => {
    expect(contactWindows(rhythm, '2026-03-02', '2026-04-26')).toHaveLength(spans);
  });
});

describe('the next contact', () => {
  const windows = contactWindows(coaching, '2026-03-02', '2026-04-26');
  const next = (contacts: readonly CountedContact[], today: string) => nextContact(windows, contacts, today);

  test.each([
    {
      today: '2026-03-02',
      contacts: [],
      next: { dueOn: '2026-03-08', overdueSince: null },
      why: 'the first week',
    },
    {
      today: '2026-03-08',
      contacts: [],
      next: { dueOn: '2026-03-08', overdueSince: null },
      why: 'its last day',
    },
    {
      today: '2026-03-09',
      contacts: [],
      next: { dueOn: '2026-03-15', overdueSince: '2026-03-08' },
      why: 'one missed',
    },
    {
      today: '2026-03-20',
      contacts: [],
      next: { dueOn: '2026-03-22', overdueSince: '2026-03-08' },
      why: 'two missed in a row',
    },
    {
      today: '2026-03-09',
      contacts: [held('2026-03-04')],
      next: { dueOn: '2026-03-15', overdueSince: null },
      why: 'held in time',
    },
    {
      today: '2026-03-10',
      contacts: [held('2026-03-10')],
      next: { dueOn: '2026-03-22', overdueSince: null },
      why: 'held now, the missed one is over',
    },
    {
      today: '2026-03-09',
      contacts: [absent('2026-03-04')],
      next: { dueOn: '2026-03-15', overdueSince: null },
      why: 'an attempt is no neglect',
    },
    {
      today: '2026-03-04',
      contacts: [absent('2026-03-04')],
      next: { dueOn: '2026-03-08', overdueSince: null },
      why: 'an attempt is no contact',
    },
    { today: '2026-04-20', contacts: [held('2026-04-14')], next: null, why: 'nothing is owed any more' },
  ])('on $today: $why', ({ today, contacts, next: expected }) => {
    expect(next(contacts, today)).toEqual(expected);
  });

  test('before the participation begins, the first span is due', () => {
    expect(next([], '2026-02-20')).toEqual({ dueOn: '2026-03-08', overdueSince: null });
  });
});

test('done and owed per month, the newest first', () => {
  const windows = contactWindows(coaching, '2026-03-02', '2026-04-26');
  const contacts = [held('2026-03-04'), held('2026-03-05', 30), absent('2026-03-11'), held('2026-04-01', 60)];
  expect(contactMonths(windows, contacts, '2026-04-14')).toEqual([
    // 30.03.–12.04. held, 13.–26.04. still open.
    { month: '2026-04', owed: 2, held: 1, attempted: 0, missed: 0, contacts: 1, minutes: 60 },
    // Four weeks: held, attempted, missed, missed.
    { month: '2026-03', owed: 4, held: 1, attempted: 1, missed: 2, contacts: 2, minutes: 75 },
  ]);
});

test('contacts before the last one that was held change nothing about the next', () => {
  const contact = fc.record({
    day: fc.integer({ min: 0, max: 120 }).map((days) => daysAfter('2026-03-02', days)),
    outcome: fc.constantFrom('held', 'clientAbsent', 'movedByClient', 'providerCancelled'),
    minutes: fc.constant(null),
  });
  fc.assert(
    fc.property(fc.array(contact, { maxLength: 25 }), fc.integer({ min: 0, max: 140 }), (contacts, days) => {
      const today = daysAfter('2026-03-02', days);
      const windows = contactWindows(coaching, '2026-03-02', '2026-06-28');
      const lastHeld = contacts
        .filter(({ outcome, day }) => outcome === 'held' && day <= today)
        .map(({ day }) => day)
        .sort()
        .at(-1);
      const since = contacts.filter(({ day }) => lastHeld === undefined || day >= lastHeld);
      expect(nextContact(windows, since, today)).toEqual(nextContact(windows, contacts, today));
    }),
    { numRuns: 2000 },
  );
});
