import { describe, expect, test } from 'vitest';
import { bookLines } from '~/eligibility/book-words';
import type { BookPeriod } from '~/eligibility/rule-book';
import { ruleBook, ruleBooks } from '~/eligibility/rule-books';
import { bookStep } from '~/eligibility/rules/book-choice';
import { readmissionOn, reviewsOf } from '~/eligibility/rules/reviews';

const hannover = ruleBook('jc-hannover-2018');
const cottbus = ruleBook('jc-cottbus-2021');

describe('reviews from an allocation on 31.08.2023 (rules.md § 9 case 3)', () => {
  test('Hannover: from the allocation and never from the review before; care ends after 36 months', () => {
    expect(
      reviewsOf(hannover, '2023-08-31').map(({ month, dueOn, deeds }) => [month, dueOn, ...deeds]),
    ).toEqual([
      [6, '2024-02-29', 'caseManagerRecords'],
      [12, '2024-08-31', 'caseManagerRecords', 'teamLeadIsInformed'],
      [18, '2025-02-28', 'caseManagerRecords', 'teamLeadIsInformed'],
      [21, '2025-05-31', 'caseManagerIsWarned'],
      [24, '2025-08-31', 'caseManagerRecords', 'teamLeadConsents'],
      [30, '2026-02-28', 'caseManagerRecords', 'teamLeadTakesPart'],
      [36, '2026-08-31', 'careEnds'],
    ]);
  });

  test('Cottbus: no information at 12 and 18, a note by the team lead at 24, nothing ends at 36 (case 4)', () => {
    expect(
      reviewsOf(cottbus, '2023-08-31', 42).map(({ month, dueOn, deeds }) => [month, dueOn, ...deeds]),
    ).toEqual([
      [6, '2024-02-29', 'caseManagerRecords'],
      [12, '2024-08-31', 'caseManagerRecords'],
      [18, '2025-02-28', 'caseManagerRecords'],
      [21, '2025-05-31', 'caseManagerIsWarned'],
      [24, '2025-08-31', 'caseManagerRecords', 'teamLeadWritesNote'],
      [30, '2026-02-28', 'caseManagerRecords'],
      [36, '2026-08-31', 'caseManagerRecords'],
      [42, '2027-02-28', 'caseManagerRecords'],
    ]);
  });
});

describe('entering again after an exit on 15.03. (rules.md § 9 case 6, § 12.2)', () => {
  const exit = { lastExitOn: '2025-03-15', jobSince: null, isBenefitRenewed: false };
  test.each([
    {
      on: '2025-06-01',
      facts: exit,
      state: { kind: 'locked', earliest: '2025-09-16' },
      why: 'in the six months',
    },
    {
      on: '2025-09-15',
      facts: exit,
      state: { kind: 'locked', earliest: '2025-09-16' },
      why: 'their last day',
    },
    { on: '2025-09-16', facts: exit, state: { kind: 'free' }, why: 'the day after' },
    {
      on: '2025-06-01',
      facts: { ...exit, jobSince: '2025-04-01', isBenefitRenewed: true },
      state: { kind: 'lifted', jobSince: '2025-04-01' },
      why: 'a job in between and benefit again',
    },
    {
      on: '2025-06-01',
      facts: { ...exit, jobSince: '2025-04-01' },
      state: { kind: 'locked', earliest: '2025-09-16' },
      why: 'a job without benefit drawn again',
    },
    {
      on: '2025-06-01',
      facts: { ...exit, jobSince: '2025-03-10', isBenefitRenewed: true },
      state: { kind: 'locked', earliest: '2025-09-16' },
      why: 'a job from before the exit',
    },
    { on: '2025-06-01', facts: { ...exit, lastExitOn: null }, state: { kind: 'free' }, why: 'never in care' },
    {
      on: '2025-03-01',
      facts: { ...exit, lastExitOn: '2024-08-31' },
      state: { kind: 'free' },
      why: '31.08. and six months end with 28.02.',
    },
  ])('Hannover on $on: $why', ({ on, facts, state }) => {
    expect(readmissionOn(hannover, facts, on)).toEqual(state);
  });

  test('Cottbus knows no lock', () => {
    expect(readmissionOn(cottbus, exit, '2025-03-16')).toEqual({ kind: 'free' });
  });
});

describe('choosing a book from a day on', () => {
  const since2018: BookPeriod[] = [{ book: 'jc-hannover-2018', from: '2018-01-01', until: null }];
  test.each([
    {
      periods: [],
      book: hannover,
      from: '2019-01-01',
      step: { kind: 'begin', from: '2019-01-01', closesOn: null },
    },
    {
      periods: since2018,
      book: cottbus,
      from: '2026-03-01',
      step: { kind: 'begin', from: '2026-03-01', closesOn: '2026-02-28' },
    },
    {
      periods: since2018,
      book: hannover,
      from: '2026-03-01',
      step: { kind: 'refuse', finding: { code: 'bookUnchanged', since: '2018-01-01' } },
    },
    {
      periods: since2018,
      book: cottbus,
      from: '2020-12-31',
      step: { kind: 'refuse', finding: { code: 'bookNotYetValid', validFrom: '2021-01-01' } },
    },
    {
      periods: [{ book: 'jc-hannover-2018', from: '2022-01-01', until: null }] as BookPeriod[],
      book: cottbus,
      from: '2021-12-31',
      step: { kind: 'refuse', finding: { code: 'bookFromTooEarly', earliest: '2022-01-01' } },
    },
    {
      periods: [{ book: 'jc-hannover-2018', from: '2022-01-01', until: null }] as BookPeriod[],
      book: cottbus,
      from: '2022-01-01',
      step: { kind: 'correct', from: '2022-01-01' },
    },
  ])('$book.key from $from: $step.kind', ({ periods, book, from, step }) => {
    expect(bookStep(periods, book, from)).toEqual(step);
  });
});

test('the comparison says where the books differ', () => {
  const differing = bookLines.filter(({ text }) => new Set(ruleBooks.map(text)).size > 1);
  const keys = differing.map(({ rule, label }) => `${rule} ${label}`);
  expect(keys).toContain('A4 Prognose „nicht marktnah“ nötig');
  expect(keys).toContain('C1, C2 Fälle je Vollzeitstelle, unter 25');
  expect(keys).not.toContain('A1 Handlungsbedarfe mindestens');
  const keyU25 = bookLines.find(({ label }) => label.endsWith('unter 25'))!;
  expect(ruleBooks.map(keyU25.text)).toEqual(['75', '55']);
});
