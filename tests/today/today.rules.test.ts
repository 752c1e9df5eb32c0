import { describe, expect, test } from 'vitest';
import type { TodayRow, When } from '~/today/row';
import {
  billingDue,
  firstContactDue,
  groupRows,
  nextContactDue,
  planDue,
  waitingCheckDue,
  waitlistCheckDue,
} from '~/today/rules';
import { loadPanel } from '~/today/store/panels';
import { withNames } from '~/today/store/names';
import { dayText, groupTitle, sinceText, whenText } from '~/today/words';
import { ruleBook } from '~/eligibility/rule-books';

const today = '2020-05-12';

function row(about: string, when: When): TodayRow {
  return { key: about, about, what: 'Tun', detail: null, verb: 'Tun', to: '/', when };
}

const by = (about: string, day: string) => row(about, { kind: 'by', day });

describe('the groups of the page', () => {
  test('each row in its group, the most urgent first, what is only awaited behind what has a day', () => {
    const { groups, ...sums } = groupRows(
      [
        by('in 31 Tagen', '2020-06-12'),
        by('in 30 Tagen', '2020-06-11'),
        row('erwartet', { kind: 'awaited', since: '2020-01-01' }),
        by('gestern', '2020-05-11'),
        by('morgen', '2020-05-13'),
        by('heute', today),
        row('Entwurf', { kind: 'open', since: '2020-05-01' }),
        by('letztes Jahr', '2019-05-12'),
      ],
      today,
    );
    expect(groups.map(({ key, rows }) => [key, rows.map(({ about }) => about)])).toEqual([
      ['overdue', ['letztes Jahr', 'gestern']],
      ['today', ['heute', 'erwartet']],
      ['soon', ['morgen', 'in 30 Tagen']],
      ['later', ['in 31 Tagen']],
      ['open', ['Entwurf']],
    ]);
    expect(sums).toEqual({ count: 8, overdue: 2, nextDay: '2020-05-13', isDoneForToday: false });
  });

  test('drafts and coming days leave today done', () => {
    const rows = [by('morgen', '2020-05-13'), row('Entwurf', { kind: 'open', since: '2020-05-01' })];
    expect(groupRows(rows, today)).toMatchObject({ isDoneForToday: true, nextDay: '2020-05-13' });
    expect(groupRows([], today)).toMatchObject({ isDoneForToday: true, nextDay: null, groups: [] });
  });

  test('a hundred rows are shown and all are counted', () => {
    const many = Array.from({ length: 150 }, (_, index) => by(`Fall ${index}`, '2020-05-01'));
    const { groups, count } = groupRows([...many, by('heute', today)], today);
    expect(groups.map((group) => [group.key, group.rows.length, group.count])).toEqual([
      ['overdue', 100, 150],
      ['today', 0, 1],
    ]);
    expect(count).toBe(151);
  });
});

describe('the words for days', () => {
  test.each([
    ['2020-05-12', 'seit heute'],
    ['2020-05-11', 'seit 1 Tag'],
    ['2020-04-12', 'seit 30 Tagen'],
    ['2020-04-11', 'seit 11.04.2020'],
  ])('since %s: %s', (day, text) => expect(sinceText(day, today)).toBe(text));

  test.each([
    ['2020-05-12', 'heute'],
    ['2020-05-13', 'Mi\u00a013.05.'],
    ['2021-05-11', 'Di\u00a011.05.'],
    ['2021-05-12', '12.05.2021'],
  ])('on %s: %s', (day, text) => expect(dayText(day, today)).toBe(text));

  test('what is overdue says since when, what waits too', () => {
    expect(whenText({ kind: 'by', day: '2020-05-08' }, today)).toBe('seit 4 Tagen');
    expect(whenText({ kind: 'awaited', since: '2020-05-08' }, today)).toBe('seit 4 Tagen');
    expect(groupTitle('soon', 6, today)).toBe('Bis 11.06.2020 (6)');
  });
});

describe('days that are counted', () => {
  const weekly = { starts: '2020-03-02', firstContactOn: '2020-03-04', firstStageWeeks: 8 };
  const stages = [{ everyWeeks: 1 }, { everyWeeks: 2 }];
  test.each<{
    why: string;
    state: Partial<Parameters<typeof nextContactDue>[0]>;
    due: string | null;
  }>([
    { why: 'before the first contact there is no rhythm', state: { firstContactOn: null }, due: null },
    { why: 'a week after the first contact', state: {}, due: '2020-03-11' },
    { why: 'a week after the last one', state: { lastHeldOn: '2020-04-20' }, due: '2020-04-27' },
    // Eight weeks after 02.03. is 27.04.
    { why: 'after the first stage every two weeks', state: { lastHeldOn: '2020-04-27' }, due: '2020-05-11' },
    {
      why: 'nobody said how long the first stage lasts',
      state: { lastHeldOn: '2020-04-27', firstStageWeeks: null },
      due: '2020-05-04',
    },
    { why: 'no rhythm was agreed', state: { stages: [] }, due: null },
  ])('next contact: $why', ({ state, due }) => {
    expect(nextContactDue({ ...weekly, lastHeldOn: null, stages, ...state })).toBe(due);
  });

  test('the first contact within one interval, without a rhythm within a week', () => {
    expect(firstContactDue('2020-03-02', [{ everyWeeks: 2 }])).toBe('2020-03-16');
    expect(firstContactDue('2020-03-02', [])).toBe('2020-03-09');
  });

  test('the plan: the day that was named, else an interval after review, plan or beginning', () => {
    const plan = { starts: '2020-01-01', nextOn: null, lastReviewOn: null, plannedOn: null, everyWeeks: 4 };
    expect(planDue(plan)).toBe('2020-01-29');
    expect(planDue({ ...plan, plannedOn: '2020-01-15' })).toBe('2020-02-12');
    expect(planDue({ ...plan, plannedOn: '2020-01-15', lastReviewOn: '2020-02-12' })).toBe('2020-03-11');
    expect(planDue({ ...plan, lastReviewOn: '2020-02-12', nextOn: '2020-02-20' })).toBe('2020-02-20');
  });

  test.each([
    ['2019-12-01', '2020-02-29'],
    ['2020-11-01', '2021-01-31'],
  ])('service of %s is billed until %s', (month, due) => expect(billingDue(month)).toBe(due));

  test('whoever waits is looked at after a month; the lead has until the end of the next one', () => {
    expect(waitingCheckDue('2020-01-31')).toBe('2020-02-29');
    expect(waitlistCheckDue('2020-04-12')).toBe('2020-05-31');
    expect(waitlistCheckDue('2019-12-31')).toBe('2020-01-31');
  });
});

describe('the own load', () => {
  const load = { postPercent: 50, cases: 30, clearing: 4, extended: 6 };

  test('half a post has half the key, not rounded (rule C3)', () => {
    const { meter } = loadPanel(load, ruleBook('jc-hannover-2018'));
    expect(meter).toEqual({ text: '30 von 37,5 Fällen, 0,5 VZÄ', part: 30, whole: 37.5 });
  });

  test('where the key differs by age, or is not chosen, cases are only counted', () => {
    for (const book of [ruleBook('jc-cottbus-2021'), null]) {
      const { meter, figures } = loadPanel(load, book);
      expect(meter).toBeNull();
      expect(figures.map(({ value }) => value)).toEqual(['30', '4', '6']);
    }
  });
});

test('a name stands before the number only where the actor sees it', () => {
  const rows = [
    { ...by('900M000001', today), clientId: 'a' },
    { ...by('900M000002', today), clientId: 'b' },
    by('Vertrag 7', today),
  ];
  expect(withNames(rows, new Map([['a', 'Apfelkern, Alma']])).map(({ about }) => about)).toEqual([
    'Apfelkern, Alma (900M000001)',
    '900M000002',
    'Vertrag 7',
  ]);
});
