import { describe, expect, test } from 'vitest';
import { contactForm, readMinutes } from '~/reporting/forms';
import type { Participant } from '~/reporting/participant';
import { type ContactFrame, contactFindings, type NewContact } from '~/reporting/rules/contacts';
import { dutiesOf } from '~/reporting/rules/duties';
import { planReviewDue, reviewFindings, settleFindings, stepFindings } from '~/reporting/rules/plan';
import { referralFindings } from '~/reporting/rules/referrals';
import { confirmFindings, notStartedFindings, settledAs } from '~/reporting/rules/start';

const today = '2026-04-15';

const frame: ContactFrame = {
  state: 'active',
  starts: '2026-02-01',
  ends: '2026-07-31',
  exitedOn: null,
  reportsAbsence: false,
  involvesHousehold: false,
  reports: [],
};
const talk: NewContact = {
  day: '2026-04-14',
  kind: 'talk',
  outcome: 'held',
  minutes: 45,
  movedTo: null,
  lateReason: null,
};

function codes(contact: Partial<NewContact>, change: Partial<ContactFrame> = {}, isCorrection = false) {
  return contactFindings({ ...talk, ...contact }, { ...frame, ...change }, { today, isCorrection }).map(
    ({ code }) => code,
  );
}

const final = (state: 'open' | 'submitted' | 'returned' | 'accepted') => ({
  kind: 'final' as const,
  state,
  submittedOn: null,
});

describe('a contact', () => {
  test.each([
    { why: 'a talk yesterday', contact: {}, found: [] },
    { why: 'today', contact: { day: '2026-04-15' }, found: [] },
    { why: 'tomorrow it has not happened', contact: { day: '2026-04-16' }, found: ['dayInFuture'] },
    { why: 'before the allocation', contact: { day: '2026-01-31' }, found: ['dayOutside'] },
    { why: 'a week back', contact: { day: '2026-04-08' }, found: [] },
    { why: 'eight days back', contact: { day: '2026-04-07' }, found: ['backdateReasonMissing'] },
    {
      why: '42 days back, with a reason',
      contact: { day: '2026-03-04', lateReason: 'overlooked' as const },
      found: [],
    },
    {
      why: '43 days back',
      contact: { day: '2026-03-03', lateReason: 'overlooked' as const },
      found: ['tooFarBack'],
    },
    { why: 'held without a length', contact: { minutes: null }, found: ['minutesMissing'] },
    {
      why: 'called off for next week',
      contact: { day: '2026-04-22', outcome: 'providerCancelled' as const, minutes: null },
      found: [],
    },
    {
      why: 'moved without a day',
      contact: { outcome: 'movedByClient' as const, minutes: null },
      found: ['movedToMissing'],
    },
    {
      why: 'moved to the same day',
      contact: { outcome: 'movedByClient' as const, movedTo: '2026-04-14' },
      found: ['movedToSameDay'],
    },
    {
      why: 'moved past the end',
      contact: { outcome: 'movedByProvider' as const, movedTo: '2026-08-01' },
      found: ['movedToOutside'],
    },
    {
      why: 'moved to the last day',
      contact: { outcome: 'movedByProvider' as const, movedTo: '2026-07-31' },
      found: [],
    },
    {
      why: 'a household that takes no part',
      contact: { kind: 'household' as const },
      found: ['householdNotPart'],
    },
  ])('$why', ({ contact, found }) => {
    expect(codes(contact)).toEqual(found);
  });

  test.each([
    { reportsAbsence: false, outcome: 'clientAbsent' as const, found: [] },
    { reportsAbsence: false, outcome: 'clientExcused' as const, found: ['absenceNotReported'] },
    { reportsAbsence: false, outcome: 'clientUnexcused' as const, found: ['absenceNotReported'] },
    { reportsAbsence: true, outcome: 'clientAbsent' as const, found: ['absenceReasonMissing'] },
    { reportsAbsence: true, outcome: 'clientExcused' as const, found: [] },
  ])('$outcome where absence is reported: $reportsAbsence (P7)', ({ reportsAbsence, outcome, found }) => {
    expect(codes({ outcome, minutes: null }, { reportsAbsence })).toEqual(found);
  });

  test.each([
    {
      why: 'the last day',
      day: '2026-04-10',
      change: { state: 'closing' as const, exitedOn: '2026-04-10', reports: [final('open')] },
      found: [],
    },
    {
      why: 'the day after',
      day: '2026-04-11',
      change: { state: 'closing' as const, exitedOn: '2026-04-10', reports: [final('open')] },
      found: ['dayOutside'],
    },
    {
      why: 'returned with remarks',
      day: '2026-04-10',
      change: { state: 'closing' as const, exitedOn: '2026-04-10', reports: [final('returned')] },
      found: [],
    },
    {
      why: 'handed in',
      day: '2026-04-10',
      change: { state: 'closing' as const, exitedOn: '2026-04-10', reports: [final('submitted')] },
      found: ['notRunning'],
    },
    {
      why: 'over',
      day: '2026-04-10',
      change: { state: 'closed' as const, exitedOn: '2026-04-10', reports: [final('accepted')] },
      found: ['notRunning'],
    },
    { why: 'declined', day: '2026-04-10', change: { state: 'declined' as const }, found: ['notRunning'] },
  ])('after the exit: $why', ({ day, change, found }) => {
    expect(codes({ day }, change)).toEqual(found);
  });

  test('not in a time whose report was accepted; a correction may', () => {
    const reports = [{ kind: 'interim' as const, state: 'accepted' as const, submittedOn: '2026-04-01' }];
    expect(codes({ day: '2026-04-01' }, { reports })).toEqual(['reportAccepted']);
    expect(codes({ day: '2026-04-02', lateReason: 'overlooked' }, { reports })).toEqual([]);
    expect(codes({ day: '2026-04-01' }, { reports }, true)).toEqual([]);
    expect(codes({ day: '2026-02-02' }, { reports }, true)).toEqual([]);
  });
});

describe('the length of a contact', () => {
  test.each([
    ['45', 45],
    ['90 Minuten', 90],
    ['1:30', 90],
    ['1,5 Stunden', 90],
    ['2 h', 120],
    ['25 Stunden', 1500],
    ['25:00', 1500],
    ['viel', null],
    ['-5', null],
    ['1:75', null],
  ])('%s is %s', (typed, minutes) => {
    expect(readMinutes(typed)).toBe(minutes);
  });

  test.each([
    ['25 Stunden', 'Die Dauer ist länger als 12 Stunden. Geben Sie höchstens 720 Minuten ein.'],
    ['721', 'Die Dauer ist länger als 12 Stunden. Geben Sie höchstens 720 Minuten ein.'],
    ['0', 'Die Dauer ist zu kurz. Geben Sie mindestens 1 Minute ein.'],
    ['viel', 'Die Dauer ist nicht lesbar. Geben Sie die Minuten als ganze Zahl ein, zum Beispiel 45.'],
  ])('%s is refused with a sentence', (typed, sentence) => {
    const form = contactForm.safeParse({ day: '14.04.2026', kind: 'talk', outcome: 'held', minutes: typed });
    expect(form.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['minutes', sentence],
    ]);
  });

  test('what does not belong to the outcome is left aside', () => {
    const typed = {
      day: '14.04.2026',
      kind: 'talk',
      outcome: 'clientAbsent',
      minutes: '45',
      movedTo: '1.5.26',
    };
    expect(contactForm.parse(typed)).toMatchObject({ minutes: null, movedTo: null });
  });
});

describe('answering an allocation', () => {
  const begun = { ...frame, confirmedOn: null, contacts: [], attendedOn: null };
  const absent = (day: string) => ({ day, outcome: 'clientAbsent' as const, minutes: null });

  test.each([
    { why: 'the first day', firstDay: '2026-02-01', change: {}, found: [] },
    { why: 'a day too early', firstDay: '2026-01-31', change: {}, found: ['firstDayOutside'] },
    { why: 'a day too late', firstDay: '2026-08-01', change: {}, found: ['firstDayOutside'] },
    {
      why: 'twice',
      firstDay: '2026-02-01',
      change: { confirmedOn: '2026-01-20' },
      found: ['alreadyConfirmed'],
    },
    {
      why: 'after its end',
      firstDay: '2026-02-01',
      change: { state: 'closed' as const },
      found: ['notRunning'],
    },
  ])('confirmed: $why', ({ firstDay, change, found }) => {
    expect(confirmFindings({ ...begun, ...change }, firstDay).map(({ code }) => code)).toEqual(found);
  });

  test.each([
    {
      why: 'two attempts of three',
      contacts: [absent('2026-02-02'), absent('2026-02-05')],
      found: ['attemptsMissing'],
    },
    {
      why: 'three attempts',
      contacts: [absent('2026-02-02'), absent('2026-02-05'), absent('2026-02-09')],
      found: [],
    },
    {
      why: 'there was a talk',
      contacts: [{ day: '2026-02-02', outcome: 'held' as const, minutes: 5 }],
      found: ['alreadyBegun'],
    },
  ])('not reached: $why', ({ contacts, found }) => {
    expect(notStartedFindings({ ...begun, contacts }, 'notReached').map(({ code }) => code)).toEqual(found);
  });

  test('a session that was attended is a beginning, too; other reasons need no attempts', () => {
    expect(notStartedFindings({ ...begun, attendedOn: '2026-02-03' }, 'noInterest')).toEqual([
      { code: 'alreadyBegun' },
    ]);
    expect(notStartedFindings(begun, 'noInterest')).toEqual([]);
  });

  test('what does not fit is declined by the provider, the rest is not started by the person', () => {
    expect(settledAs('noCapacity')).toEqual({ state: 'declined', by: 'provider' });
    expect(settledAs('notReached')).toEqual({ state: 'notStarted', by: 'client' });
  });
});

describe('the strategy plan', () => {
  const span = { starts: '2026-02-01', lastDay: '2026-07-31' };

  test.each([
    { plan: [null, null, null], weeks: 8, due: null, why: 'no plan yet' },
    { plan: ['2026-02-10', null, null], weeks: 8, due: '2026-04-07', why: 'eight weeks after it was begun' },
    {
      plan: ['2026-02-10', '2026-04-01', null],
      weeks: 8,
      due: '2026-05-27',
      why: 'eight weeks after the last review',
    },
    {
      plan: ['2026-02-10', '2026-04-01', '2026-04-30'],
      weeks: 8,
      due: '2026-04-30',
      why: 'the day that was agreed',
    },
    { plan: ['2026-02-10', null, null], weeks: null, due: null, why: 'the contract has no interval' },
  ])(
    'reviewed by $due: $why',
    ({ plan: [begunOn = null, reviewedOn = null, nextReviewOn = null], weeks, due }) => {
      expect(planReviewDue({ begunOn, reviewedOn, nextReviewOn }, weeks)).toBe(due);
    },
  );

  test.each([
    { step: { agreedOn: '2026-04-15', dueOn: '2026-04-15' }, found: [] },
    { step: { agreedOn: '2026-04-16', dueOn: '2026-05-01' }, found: ['agreedInFuture'] },
    { step: { agreedOn: '2026-01-31', dueOn: '2026-05-01' }, found: ['agreedOutside'] },
    { step: { agreedOn: '2026-04-15', dueOn: '2026-04-14' }, found: ['dueBeforeAgreed'] },
  ])('a step agreed on $step.agreedOn for $step.dueOn: $found', ({ step, found }) => {
    expect(stepFindings(step, span, today).map(({ code }) => code)).toEqual(found);
  });

  test('only what was not done needs a reason, and nothing is settled twice', () => {
    expect(settleFindings('open', { state: 'done', reason: null })).toEqual([]);
    expect(settleFindings('open', { state: 'notDone', reason: null })).toEqual([{ code: 'whyMissing' }]);
    expect(settleFindings('done', { state: 'dropped', reason: 'doch nicht' })).toEqual([
      { code: 'alreadySettled' },
    ]);
  });

  test.each([
    { review: {}, found: [] },
    { review: { nextOn: '2026-06-10' }, found: [] },
    { review: { nextOn: '2026-06-11' }, found: ['nextTooLate'] },
    { review: { nextOn: '2026-04-15' }, found: ['nextNotAfter'] },
    { review: { isKept: false }, found: ['changesMissing'] },
    { review: { day: '2026-04-16' }, found: ['reviewInFuture'] },
    { review: { day: '2026-02-09' }, found: ['reviewOutside'] },
  ])('a review $review: $found', ({ review, found }) => {
    const plan = { begunOn: '2026-02-10', reviewedOn: null, nextReviewOn: null };
    const whole = { day: '2026-04-15', isKept: true, changes: null, nextOn: null, ...review };
    expect(reviewFindings(whole, plan, { ...span, everyWeeks: 8, today }).map(({ code }) => code)).toEqual(
      found,
    );
  });
});

test('help goes on only where the person arrived', () => {
  const span = { starts: '2026-02-01', lastDay: '2026-07-31' };
  const referral = { day: '2026-04-15', hasArrived: null, isOngoing: true };
  expect(referralFindings(referral, span, today)).toEqual([{ code: 'ongoingWithoutArrival' }]);
  expect(referralFindings({ ...referral, hasArrived: true }, span, today)).toEqual([]);
  expect(referralFindings({ ...referral, day: '2026-04-16', isOngoing: null }, span, today)).toEqual([
    { code: 'referralInFuture', today },
  ]);
});

describe('duties', () => {
  const participant: Participant = {
    id: 'f0000000-0000-4000-8000-000000000099',
    firstName: 'Alma',
    lastName: 'Apfelkern',
    state: 'active',
    measureTitle: 'Case-Manager',
    siteName: 'Hauptstelle',
    placeNo: 1,
    groupName: null,
    allocatedOn: '2026-01-20',
    starts: '2026-02-01',
    ends: '2026-07-31',
    confirmedOn: '2026-01-25',
    firstContactOn: '2026-02-03',
    exitedOn: null,
    exitReason: null,
    settledOn: null,
    settledBy: null,
    settledReason: null,
    visibleUntil: null,
    reportsAbsence: false,
    service: {
      rhythm: { stages: [], firstStageWeeks: null },
      involvesHousehold: false,
      hasStrategyPlan: true,
      planReviewWeeks: 8,
      finalReportDays: 14,
    },
    contacts: [],
    reports: [],
    plan: { begunOn: '2026-02-10', reviewedOn: null, nextReviewOn: null },
  };
  const kinds = (change: Partial<Participant>, on = today) =>
    dutiesOf({ ...participant, ...change }, on).map(({ kind, overdueSince }) => [kind, overdueSince]);

  test.each([
    { why: 'the review was due on 07.04.', change: {}, found: [['planReview', '2026-04-07']] },
    {
      why: 'no plan four weeks after the first contact',
      change: { plan: { begunOn: null, reviewedOn: null, nextReviewOn: null } },
      found: [['plan', '2026-03-03']],
    },
    {
      why: 'no contact yet: it is owed within a week, and no plan before it',
      change: { firstContactOn: null, plan: { begunOn: null, reviewedOn: null, nextReviewOn: null } },
      found: [['contact', '2026-02-07']],
    },
    {
      why: 'in a group the sessions have days of their own',
      change: {
        firstContactOn: null,
        groupName: 'Frühjahr',
        plan: { begunOn: null, reviewedOn: null, nextReviewOn: null },
      },
      found: [],
    },
    {
      why: 'the planned end is over, nobody left',
      change: { ends: '2026-04-14', plan: { begunOn: '2026-04-01', reviewedOn: null, nextReviewOn: null } },
      found: [['exit', '2026-04-14']],
    },
    {
      why: 'not answered',
      change: { confirmedOn: null, plan: { begunOn: '2026-04-01', reviewedOn: null, nextReviewOn: null } },
      // A week after 20.01.
      found: [['confirm', '2026-01-27']],
    },
  ])('$why', ({ change, found }) => {
    expect(kinds(change)).toEqual(found);
  });

  test('the place is free, the missing report stays overdue (X8)', () => {
    const report = { id: 'r', kind: 'final' as const, no: 0, dueOn: '2026-03-15', submittedOn: null };
    const gone = { state: 'closing' as const, exitedOn: '2026-03-01' };
    expect(kinds({ ...gone, reports: [{ ...report, state: 'open' }] })).toEqual([
      ['finalReport', '2026-03-15'],
    ]);
    expect(kinds({ ...gone, reports: [{ ...report, state: 'submitted' }] })).toEqual([]);
    // What an interim report would have said stands in the final one.
    expect(kinds({ ...gone, reports: [{ ...report, kind: 'interim', no: 1, state: 'open' }] })).toEqual([]);
  });
});
