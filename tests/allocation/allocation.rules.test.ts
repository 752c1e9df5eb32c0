import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitOf, type FitFacts } from '~/allocation/rules/fit';
import { confirmationDue, nextSteps, type NextFacts } from '~/allocation/rules/next';
import { type Frame, periodFindings } from '~/allocation/rules/period';
import { firstFreeDay, firstFreePlace, freeOn, isFreeDuring, type Place } from '~/allocation/rules/places';
import { interimReports, isReportOwed } from '~/allocation/rules/reports';
import { extendFindings, settleFindings } from '~/allocation/rules/settle';
import { takesIn, waitingLonger, wishCheckDue } from '~/allocation/rules/waiting';
import { mentionsConsequences } from '~/documents/allocation-letter/consequences';

const place = (...taken: [string, string][]): Place => ({
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  taken: taken.map(([from, to]) => ({ from, to })),
});

describe('a place', () => {
  test.each([
    { taken: [], from: '2026-03-01', first: '2026-03-01', why: 'nobody has it' },
    { taken: [], from: '2025-12-01', first: '2026-01-01', why: 'it is not there before its first day' },
    {
      taken: [['2026-02-01', '2026-03-31']],
      from: '2026-03-01',
      first: '2026-04-01',
      why: 'free the day after',
    },
    {
      taken: [
        ['2026-04-01', '2026-05-31'],
        ['2026-02-01', '2026-03-31'],
      ],
      from: '2026-03-01',
      first: '2026-06-01',
      why: 'two follow each other without a gap',
    },
    {
      taken: [
        ['2026-02-01', '2026-03-30'],
        ['2026-04-01', '2026-05-31'],
      ],
      from: '2026-03-01',
      first: '2026-03-31',
      why: 'a gap of one day',
    },
    { taken: [['2026-02-01', '2026-12-31']], from: '2026-03-01', first: null, why: 'taken until its end' },
    {
      taken: [['2026-02-01', '2026-12-30']],
      from: '2026-03-01',
      first: '2026-12-31',
      why: 'its last day is left',
    },
    { taken: [], from: '2027-01-01', first: null, why: 'it has ended' },
  ] as { taken: [string, string][]; from: string; first: string | null; why: string }[])(
    'is free first on $first, asked from $from: $why',
    ({ taken, from, first }) => {
      expect(firstFreeDay(place(...taken), from)).toBe(first);
    },
  );

  test.each([
    { span: ['2026-03-01', '2026-03-31'], free: false, why: 'same days' },
    { span: ['2026-04-01', '2026-04-30'], free: true, why: 'the day after' },
    { span: ['2026-03-31', '2026-03-31'], free: false, why: 'the last day counts' },
    { span: ['2026-01-01', '2026-02-28'], free: true, why: 'until the day before' },
    { span: ['2026-12-01', '2027-01-01'], free: false, why: 'one day behind its end' },
    { span: ['2025-12-31', '2026-01-31'], free: false, why: 'one day before its first' },
  ] as { span: [string, string]; free: boolean; why: string }[])(
    'taken in March is free during $span: $free ($why)',
    ({ span: [from, to], free }) => {
      expect(isFreeDuring(place(['2026-03-01', '2026-03-31']), { from, to })).toBe(free);
    },
  );

  test('the first free one by number is taken; the sum tells how many are free and when the next is', () => {
    const places = [place(['2026-01-01', '2026-06-30']), place(['2026-01-01', '2026-03-31']), place()];
    expect(firstFreePlace(places, { from: '2026-04-01', to: '2026-05-31' })).toBe(places[1]);
    expect(freeOn(places, '2026-03-15')).toEqual({ free: 1, firstFreeOn: '2026-03-15' });
    expect(freeOn(places.slice(0, 2), '2026-03-15')).toEqual({ free: 0, firstFreeOn: '2026-04-01' });
    expect(freeOn([], '2026-03-15')).toEqual({ free: 0, firstFreeOn: null });
  });

  test('who is promised a place from later on has it: the days until then are no free place', () => {
    const promised = place(['2026-04-01', '2026-06-30']);
    expect(freeOn([promised], '2026-03-31')).toEqual({ free: 0, firstFreeOn: '2026-07-01' });
    expect(freeOn([promised, place()], '2026-03-31')).toEqual({ free: 1, firstFreeOn: '2026-03-31' });
    // To the end of the contract: nothing is left but the days before.
    const toTheEnd = place(['2026-04-01', '2026-12-31']);
    expect(freeOn([toTheEnd], '2026-03-01')).toEqual({ free: 0, firstFreeOn: '2026-03-01' });
  });

  test('the first free day is free, and no day from the asked one to it is', () => {
    const day = fc.integer({ min: 0, max: 364 }).map((n) => {
      const date = new Date(Date.UTC(2026, 0, 1 + n));
      return date.toISOString().slice(0, 10);
    });
    const span = fc.tuple(day, day).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), day, (taken, from) => {
        const candidate = { ...place(), taken };
        const first = firstFreeDay(candidate, from);
        if (first === null) return;
        expect(isFreeDuring(candidate, { from: first, to: first })).toBe(true);
        for (const { from: begins, to } of taken) {
          // Between the asked day and the first free one somebody always has it.
          if (begins <= from && from <= to) expect(first > to || first === from).toBe(true);
        }
      }),
    );
  });
});

describe('the days of an allocation', () => {
  const frame: Frame = { kind: 'site', firstDay: '2019-12-01', lastDay: '2020-12-31', hasOpenOption: true };
  const codes = (starts: string, ends: string, reason: string | null = null, changes: Partial<Frame> = {}) =>
    periodFindings(
      { starts, ends },
      { ...frame, ...changes },
      { today: '2020-05-04', backdateReason: reason },
    );

  test.each([
    { starts: '2020-05-04', ends: '2020-12-31', found: [], why: 'from today to the last day' },
    { starts: '2020-05-04', ends: '2020-05-04', found: [], why: 'one day' },
    { starts: '2020-05-05', ends: '2020-05-04', found: ['endsBeforeStart'], why: 'end before start' },
    { starts: '2020-12-31', ends: '2021-01-01', found: ['afterFrame'], why: 'past the contract (C15)' },
    { starts: '2021-01-01', ends: '2021-02-01', found: ['afterFrame'], why: 'begins past it: said once' },
    {
      starts: '2019-11-30',
      ends: '2020-01-31',
      found: ['beforeFrame', 'tooFarBack'],
      why: 'before the contract',
    },
    { starts: '2020-03-23', ends: '2020-12-31', found: ['backdateReasonMissing'], why: '42 days back' },
    { starts: '2020-03-22', ends: '2020-12-31', found: ['tooFarBack'], why: '43 days back' },
  ])('$starts to $ends: $found ($why)', ({ starts, ends, found }) => {
    expect(codes(starts, ends).map(({ code }) => code)).toEqual(found);
  });

  test('with a reason 42 days back are fine, and an open option is named', () => {
    expect(codes('2020-03-23', '2020-12-31', 'Erkrankung der Fachkraft')).toEqual([]);
    expect(codes('2020-05-04', '2021-03-31')).toEqual([
      { code: 'afterFrame', field: 'ends', kind: 'site', lastDay: '2020-12-31', hasOpenOption: true },
    ]);
    expect(codes('2021-01-02', '2021-03-31', null, { hasOpenOption: false })).toMatchObject([
      { code: 'afterFrame', field: 'starts', hasOpenOption: false },
    ]);
  });
});

describe('the waiting list', () => {
  const entry = (
    participantKey: string,
    waitingSince: string,
    site: string | null = null,
    time = '08:00',
  ) => ({
    participantKey,
    site,
    waitingSince,
    enteredAt: `${waitingSince} ${time}`,
  });
  const a = entry('a', '2020-05-01');
  const b = entry('b', '2020-05-03');
  const c = entry('c', '2020-05-03', 'Zeven', '07:00');
  const keys = (participantKey: string, site: string) =>
    waitingLonger([b, a, c], { participantKey, site }).map((found) => found.participantKey);

  test.each([
    { who: 'a', site: 'Zeven', longer: [], why: 'waits longest' },
    { who: 'b', site: 'Zeven', longer: ['a', 'c'], why: 'of the same day the earlier entry goes first' },
    { who: 'b', site: 'Rotenburg', longer: ['a'], why: 'who waits for another site is not passed over' },
    { who: 'c', site: 'Zeven', longer: ['a'], why: 'one is before' },
    { who: 'x', site: 'Rotenburg', longer: ['a', 'b'], why: 'who does not wait passes over all' },
  ])('$who at $site passes over $longer ($why)', ({ who, site, longer }) => {
    expect(keys(who, site)).toEqual(longer);
  });

  test.each([
    { intake: 'open', isWaiting: false, may: true },
    { intake: 'waitingOnly', isWaiting: false, may: false },
    { intake: 'waitingOnly', isWaiting: true, may: true },
    { intake: 'paused', isWaiting: true, may: false },
    { intake: 'closed', isWaiting: true, may: false },
  ] as const)('$intake takes in who waits ($isWaiting): $may', ({ intake, isWaiting, may }) => {
    expect(takesIn(intake, isWaiting)).toBe(may);
  });

  test.each([
    { checkedOn: null, waitingSince: '2026-01-31', day: '2026-02-27', due: false },
    { checkedOn: null, waitingSince: '2026-01-31', day: '2026-02-28', due: true },
    { checkedOn: '2026-02-10', waitingSince: '2025-01-01', day: '2026-03-09', due: false },
    { checkedOn: '2026-02-10', waitingSince: '2025-01-01', day: '2026-03-10', due: true },
  ])('checked $checkedOn, waiting since $waitingSince: due on $day: $due', ({ day, due, ...entryOf }) => {
    expect(wishCheckDue(entryOf) <= day).toBe(due);
  });
});

describe('interim reports', () => {
  test.each([
    { starts: '2026-01-31', ends: '2026-12-31', months: 3, due: ['2026-04-30', '2026-07-31', '2026-10-31'] },
    {
      starts: '2026-01-01',
      ends: '2026-07-01',
      months: 6,
      due: [],
      why: 'on the last day the final report tells it',
    },
    { starts: '2026-01-01', ends: '2026-07-02', months: 6, due: ['2026-07-01'] },
    { starts: '2026-01-01', ends: '2026-12-31', months: null, due: [] },
  ])('$starts to $ends every $months months: $due', ({ starts, ends, months, due }) => {
    const reports = interimReports({ starts, ends }, months);
    expect(reports.map(({ dueOn }) => dueOn)).toEqual(due);
    expect(reports.map(({ no }) => no)).toEqual(due.map((_, index) => index + 1));
  });
});

describe('what came to nothing', () => {
  const standing = { state: 'active', allocatedOn: '2026-02-01', firstContactOn: null } as const;
  test.each([
    { change: {}, on: '2026-02-10', found: [] },
    { change: {}, on: '2026-03-02', found: [] },
    { change: {}, on: '2026-03-03', found: ['settledInFuture'] },
    { change: {}, on: '2026-01-31', found: ['settledBeforeAllocation'] },
    { change: { firstContactOn: '2026-02-05' }, on: '2026-02-10', found: ['hasBegun'] },
    { change: { state: 'closing' as const }, on: '2026-02-10', found: ['notOpen'] },
    { change: { state: 'declined' as const }, on: '2026-02-10', found: ['notOpen'] },
  ])('$change on $on: $found', ({ change, on, found }) => {
    const findings = settleFindings({ ...standing, ...change }, on, '2026-03-02');
    expect(findings.map(({ code }) => code)).toEqual(found);
  });

  const room = {
    kind: 'site',
    lastDay: '2026-12-31',
    hasOpenOption: false,
    nextTakenFrom: '2026-10-01',
  } as const;
  test.each([
    { ends: '2026-09-30', found: [] },
    { ends: '2026-10-01', found: ['placeTakenFrom'] },
    { ends: '2027-01-01', found: ['afterFrame'] },
    { ends: '2026-07-31', found: ['notLonger'] },
  ])('an end on 31.07. moves to $ends: $found', ({ ends, found }) => {
    const findings = extendFindings({ state: 'active', ends: '2026-07-31' }, room, ends);
    expect(findings.map(({ code }) => code)).toEqual(found);
  });
});

describe('what comes next', () => {
  const facts: NextFacts = {
    state: 'active',
    allocatedOn: '2026-02-26',
    starts: '2026-03-02',
    ends: '2026-08-31',
    confirmedOn: null,
    firstContactOn: null,
    reports: [{ kind: 'interim', no: 1, dueOn: '2026-06-02', state: 'open' }],
  };
  const steps = (changes: Partial<NextFacts>) => nextSteps({ ...facts, ...changes }).map(({ what }) => what);

  test.each([
    { changes: {}, next: ['confirm', 'firstContact', 'submitReport', 'end'] },
    { changes: { confirmedOn: '2026-03-01' }, next: ['firstContact', 'submitReport', 'end'] },
    { changes: { firstContactOn: '2026-03-05' }, next: ['submitReport', 'end'] },
    { changes: { state: 'closing' as const }, next: [] },
    { changes: { state: 'notStarted' as const }, next: [] },
  ])('$changes: $next', ({ changes, next }) => {
    expect(steps(changes)).toEqual(next);
  });

  test.each([
    {
      why: 'a week after the allocation',
      allocatedOn: '2026-02-10',
      starts: '2026-03-02',
      due: '2026-02-17',
    },
    {
      why: 'at the latest on the first day',
      allocatedOn: '2026-02-26',
      starts: '2026-03-02',
      due: '2026-03-02',
    },
    {
      why: 'not before it was entered, where it begins before that',
      allocatedOn: '2026-03-09',
      starts: '2026-03-02',
      due: '2026-03-09',
    },
  ])('the provider answers $why', ({ allocatedOn, starts, due }) => {
    expect(confirmationDue({ allocatedOn, starts })).toBe(due);
  });

  test.each([
    { kind: 'interim', state: 'open', allocation: 'active', owed: true },
    { kind: 'interim', state: 'open', allocation: 'closing', owed: false },
    { kind: 'interim', state: 'returned', allocation: 'closing', owed: true },
    { kind: 'interim', state: 'submitted', allocation: 'active', owed: false },
    { kind: 'final', state: 'open', allocation: 'closing', owed: true },
    { kind: 'final', state: 'accepted', allocation: 'closed', owed: false },
  ] as const)('$state $kind report of an allocation that is $allocation: owed $owed', (asked) => {
    expect(isReportOwed(asked, asked.allocation)).toBe(asked.owed);
  });

  test('after the exit only the final report is left, and one that is in waits for us', () => {
    const final = { kind: 'final', no: 0, dueOn: '2026-07-14', state: 'submitted' } as const;
    const reports = [...facts.reports, final];
    expect(nextSteps({ ...facts, state: 'closing', reports })).toEqual([
      { what: 'acceptReport', by: 'jobcenter', reportNo: 0, dueOn: '2026-07-14' },
    ]);
  });
});

describe('how a measure fits', () => {
  const voluntary = { isSubordinateHelp: true, isHolistic: true, allowsConsequenceNotice: false };
  const facts: FitFacts = {
    intake: 'open',
    setting: voluntary,
    check: { decision: 'eligible', consent: null, checkedOn: '2026-03-01', findings: [] },
    places: [{ kind: 'site', site: 'Zeven', groupName: null, free: 2, firstFreeOn: '2026-03-02' }],
    waitingCount: 0,
    ownWaitingSince: null,
    ownUntil: null,
    overlaps: [],
  };
  const consent = { askedById: 'x', reason: null, decidedAt: null, decidedByName: null };
  test.each([
    { changes: {}, fit: 'fits', codes: ['accessGranted', 'voluntary', 'placesFree'] },
    {
      changes: { check: null },
      fit: 'toClear',
      codes: ['notChecked', 'subordination', 'voluntary', 'placesFree'],
    },
    {
      changes: { setting: { ...voluntary, isSubordinateHelp: false, allowsConsequenceNotice: true } },
      fit: 'fits',
      codes: ['accessGranted', 'placesFree'],
    },
    {
      changes: { waitingCount: 2 },
      fit: 'toClear',
      codes: ['accessGranted', 'voluntary', 'placesFree', 'othersWait'],
    },
    {
      changes: { overlaps: ['Coaching'] },
      fit: 'toClear',
      codes: ['accessGranted', 'voluntary', 'overlap', 'placesFree'],
    },
    { changes: { places: [] }, fit: 'toClear', codes: ['accessGranted', 'voluntary', 'noPlace'] },
    {
      changes: { intake: 'paused' as const },
      fit: 'excluded',
      codes: ['accessGranted', 'voluntary', 'intakePaused'],
    },
    {
      changes: { ownUntil: '2026-08-31' },
      fit: 'excluded',
      codes: ['alreadyThere', 'voluntary', 'placesFree'],
    },
    {
      changes: { check: { ...facts.check!, decision: 'refused' as const } },
      fit: 'excluded',
      codes: ['accessRefused', 'voluntary', 'placesFree'],
    },
    {
      changes: {
        check: { ...facts.check!, decision: 'exception' as const, consent: { ...consent, isGranted: null } },
      },
      fit: 'toClear',
      codes: ['consentOpen', 'voluntary', 'placesFree'],
    },
  ])('$changes: $fit', ({ changes, fit, codes }) => {
    const found = fitOf({ ...facts, ...changes });
    expect(found.fit).toBe(fit);
    expect(found.reasons.map(({ detail }) => detail.code)).toEqual(codes);
  });
});

describe('a notice of legal consequences (rule A19)', () => {
  test.each([
    'Belehrung über die Rechtsfolgen',
    'Es droht eine Leistungsminderung.',
    'nach §\u00a031 SGB II',
    'nach § 31a Abs. 1 SGB II',
    'Ihr Bürgergeld wird dann gemindert.',
    'Es gibt Sanktionen.',
  ])('%s', (text) => {
    expect(mentionsConsequences(text)).toBe(true);
  });

  test.each([
    'Rechtsgrundlage: § 16a Nr. 3 SGB II. Die Teilnahme ist freiwillig.',
    'Nehmen Sie nicht teil, hat das für Ihr Bürgergeld keine Nachteile.',
    'nach § 310 SGB III',
  ])('is not: %s', (text) => {
    expect(mentionsConsequences(text)).toBe(false);
  });
});
