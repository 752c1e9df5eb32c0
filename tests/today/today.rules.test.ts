import { describe, expect, test } from 'vitest';
import type { TodayRow, When } from '~/today/row';
import { billingDue, groupRows, lastDayOfMonth, standsOnToday } from '~/today/rules';
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
        row('findet heute statt', { kind: 'on', day: today }),
        row('Entwurf', { kind: 'open', since: '2020-05-01' }),
        by('letztes Jahr', '2019-05-12'),
      ],
      today,
    );
    expect(groups.map(({ key, rows }) => [key, rows.map(({ about }) => about)])).toEqual([
      ['overdue', ['letztes Jahr', 'gestern']],
      ['today', ['findet heute statt', 'heute', 'erwartet']],
      ['soon', ['morgen', 'in 30 Tagen']],
      ['later', ['in 31 Tagen']],
      ['open', ['Entwurf']],
    ]);
    expect(sums).toEqual({ count: 9, overdue: 2, nextDay: '2020-05-13', isDoneForToday: false });
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

  test.each<[When, string]>([
    [{ kind: 'by', day: '2020-05-08' }, 'überfällig seit 4 Tagen'],
    [{ kind: 'by', day: '2020-04-11' }, 'überfällig seit 11.04.2020'],
    [{ kind: 'by', day: today }, 'heute fällig'],
    [{ kind: 'by', day: '2020-05-13' }, 'fällig am Mi\u00a013.05.'],
    [{ kind: 'on', day: today }, 'heute'],
    [{ kind: 'on', day: '2020-05-13' }, 'am Mi\u00a013.05.'],
    [{ kind: 'awaited', since: '2020-05-08' }, 'wartet seit 4 Tagen'],
    [{ kind: 'open', since: '2020-05-08' }, 'seit 4 Tagen'],
  ])('%j: %s', (when, text) => expect(whenText(when, today)).toBe(text));

  test('the groups say how many', () => {
    expect(groupTitle('soon', 6, today)).toBe('Bis 11.06.2020 (6)');
  });
});

describe('days that are counted', () => {
  const duty = { overdueSince: null, reportId: null, reportNo: null, isReturned: false };
  test.each([
    { kind: 'contact', dueOn: '2020-05-15', stands: true, why: 'three days ahead, over a weekend' },
    { kind: 'contact', dueOn: '2020-05-16', stands: false, why: 'with a weekly rhythm all would be there' },
    { kind: 'plan', dueOn: '2020-06-11', stands: true, why: 'thirty days ahead' },
    { kind: 'plan', dueOn: '2020-06-12', stands: false, why: 'later' },
  ] as const)('$kind on $dueOn stands on the page: $stands ($why)', ({ kind, dueOn, stands }) => {
    expect(standsOnToday({ ...duty, kind, dueOn }, today)).toBe(stands);
  });

  test('what is overdue stands there, however far the next day is', () => {
    const missed = { ...duty, kind: 'contact' as const, dueOn: '2020-06-30', overdueSince: '2020-05-01' };
    expect(standsOnToday(missed, today)).toBe(true);
  });

  test.each([
    ['2019-12-01', '2020-02-29'],
    ['2020-11-01', '2021-01-31'],
  ])('service of %s is billed until %s', (month, due) => expect(billingDue(month)).toBe(due));

  test('what is checked each month is checked by its last day', () => {
    expect(lastDayOfMonth('2020-02-01')).toBe('2020-02-29');
  });
});

describe('the own load', () => {
  const cases = { postPercent: 50, under25: 0, from25: 30, clearing: 4, extended: 6 };

  test('half a post has half the key, not rounded (rule C3)', () => {
    const { meter } = loadPanel(cases, { hasPost: true, book: ruleBook('jc-hannover-2018') });
    expect(meter).toEqual({ text: '30 von 37,5 Fällen, 0,5 VZÄ', part: 30, whole: 37.5 });
  });

  test('where the key differs by age, the mixture counts as on the page of the team (rule C4)', () => {
    const mixed = { ...cases, postPercent: 100, under25: 20, from25: 45 };
    const { meter } = loadPanel(mixed, { hasPost: true, book: ruleBook('jc-cottbus-2021') });
    // 65 cases take 20/55 + 45/75 = 0.9636 of a post.
    expect(meter?.text).toBe('65 von 67,5 Fällen, 1 VZÄ');
  });

  test('where no book is chosen or no post is known, cases are only counted', () => {
    for (const known of [
      { hasPost: true, book: null },
      { hasPost: false, book: ruleBook('jc-hannover-2018') },
    ]) {
      const { meter, figures } = loadPanel(cases, known);
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
