import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exitReasons } from '~/allocation/allocation';
import type { PeriodCounts, SiteCounts } from '~/evaluation/records/counts';
import { chooseShown } from '~/evaluation/records/rules/choice';
import {
  interimFindings,
  interimPeriod,
  partsByYear,
  recordYears,
  yearPeriod,
} from '~/evaluation/records/rules/periods';
import { averageOf, exactRecords, occupancyOf, protectedRecords } from '~/evaluation/records/rules/summary';
import { recordTable } from '~/evaluation/records/rules/cells';
import { recordSentences } from '~/evaluation/records/sentences';
import { hiddenCells } from '~/evaluation/rules/suppression';

const preset = { minCellCount: 3, minDenominator: 10 };
const today = '2026-06-01';

function site(name: string, counts: Partial<SiteCounts>): SiteCounts {
  return {
    site: name,
    places: 10,
    offeredDays: 3650,
    takenDays: 1000,
    carriedIn: 0,
    entries: 0,
    exits: 0,
    atEnd: 0,
    waitedDays: 0,
    stayedDays: 0,
    ...counts,
  };
}

function year(number: number, counts: Partial<PeriodCounts> = {}): PeriodCounts {
  return {
    period: yearPeriod(number, today),
    sites: [],
    exitReasons: {},
    needs: [],
    referrals: [],
    settled: [],
    reports: { due: 0, inTime: 0, late: 0, missing: 0 },
    contacts: { agreed: 0, held: 0, missedByClient: 0, cancelledByProvider: 0, moved: 0 },
    premiums: { count: 0, cents: 0 },
    ...counts,
  };
}

describe('years with records', () => {
  test.each([
    { first: '2023-05-01', last: '2026-12-31', full: [2025, 2024, 2023], running: 2026, why: 'still runs' },
    { first: '2023-05-01', last: '2024-12-31', full: [2024, 2023], running: null, why: 'is over' },
    { first: '2026-02-01', last: '2026-12-31', full: [], running: 2026, why: 'began this year' },
    { first: '2026-07-01', last: '2026-12-31', full: [], running: null, why: 'has not begun' },
    { first: null, last: null, full: [], running: null, why: 'has none' },
  ])('a measure that $why', ({ first, last, full, running }) => {
    expect(recordYears(first, last, today)).toEqual({ full, running });
  });

  test('the year that runs ends today, another one with its last day', () => {
    expect(yearPeriod(2026, today).until).toBe('2026-06-01');
    expect(yearPeriod(2025, today).until).toBe('2025-12-31');
  });

  test('13 months lie in two years: one month in the first one', () => {
    expect(partsByYear(interimPeriod('2019-12-01', '2020-12-31')).map(({ part }) => part)).toMatchObject([
      { from: '2019-12-01', until: '2019-12-31' },
      { from: '2020-01-01', until: '2020-12-31' },
    ]);
  });

  test.each([
    { from: '2025-02-01', until: '2025-01-31', codes: ['endsBeforeStart'] },
    { from: '2026-05-01', until: '2026-06-02', codes: ['inTheFuture'] },
    { from: '2021-12-31', until: '2026-01-01', codes: ['tooLong'] },
    { from: '2026-06-01', until: '2026-06-01', codes: [] },
  ])('$from to $until: $codes', ({ from, until, codes }) => {
    expect(interimFindings(from, until, today).map(({ code }) => code)).toEqual(codes);
  });
});

describe('which figures are shown', () => {
  const nothing = { year: null, from: null, until: null };
  const both = { full: [2025, 2024], running: 2026 };
  const choose = (asked: Partial<typeof nothing> | object, circumstances: object) => {
    const { shown, finding } = chooseShown(
      { ...nothing, ...asked },
      { years: both, hasStated: true, maySeeOpen: true, today, ...circumstances },
    );
    return [shown.kind === 'stated' ? 'stated' : shown.period.key, finding?.code ?? null];
  };
  test.each([
    [{}, {}, '2025', null],
    [{}, { years: { full: [], running: 2026 } }, 'stated', null],
    [{}, { years: { full: [], running: 2026 }, hasStated: false }, '2026', null],
    [{}, { years: { full: [], running: 2026 }, hasStated: false, maySeeOpen: false }, 'stated', null],
    [{ year: '2024' }, {}, '2024', null],
    [{ year: 'angaben' }, {}, 'stated', null],
    [{ year: '2026' }, {}, '2026', null],
    [{ year: '2026' }, { maySeeOpen: false }, '2025', 'yearStillRuns'],
    [{ year: '20256' }, {}, '2025', 'unknownYear'],
    [{ from: '2025-01-01', until: '2025-05-31' }, {}, '2025-01-01_2025-05-31', null],
    [{ from: '2025-01-01', until: '2025-05-31' }, { maySeeOpen: false }, '2025', 'interimNotForRole'],
    [{ from: '2025-01-01' }, {}, '2025', 'interimUnknown'],
  ])('%j with %j: %s %s', (asked, circumstances, shown, code) => {
    expect(choose(asked, circumstances)).toEqual([shown, code]);
  });
});

describe('figures', () => {
  test.each([
    { taken: 549, offered: 1095, percent: 50.1 },
    { taken: 0, offered: 365, percent: 0 },
    { taken: 365, offered: 365, percent: 100 },
  ])('$taken of $offered place days are $percent %', ({ taken, offered, percent }) => {
    expect(occupancyOf(taken, offered)).toEqual({ kind: 'percent', percent });
  });

  test.each([
    { days: 105, count: 10, isHidden: false, average: { kind: 'days', days: 11 } },
    { days: 104, count: 10, isHidden: false, average: { kind: 'days', days: 10 } },
    { days: 900, count: 9, isHidden: false, average: { kind: 'tooFew' } },
    { days: 0, count: 0, isHidden: false, average: { kind: 'none' } },
    { days: 900, count: 90, isHidden: true, average: { kind: 'suppressed' } },
  ])('$days days of $count: $average.kind', ({ days, count, isHidden, average }) => {
    expect(averageOf(days, count, isHidden, preset)).toEqual(average);
  });

  test('money by participation is hidden with the participations', () => {
    const counts = [year(2025, { sites: [site('Zeven', { entries: 2, exits: 0, atEnd: 2 })] })];
    const money = [{ fiscalYear: 2025, committedCents: 100_000, paidCents: 90_000 }];
    const shown = '2025';
    expect(exactRecords({ counts, money, shown }, preset).perParticipation).toEqual([
      { kind: 'cents', cents: 45_000 },
    ]);
    const hidden = protectedRecords({ counts, money, shown }, preset);
    expect(hidden.perParticipation).toEqual([{ kind: 'suppressed' }]);
    expect(hidden.perPlace).toEqual([{ kind: 'cents', cents: 9_000 }]);
    expect(hidden.results[0]?.occupancy).toEqual({ kind: 'suppressed' });
  });

  test('12, 9 and 2 exits at three sites: hiding only the 2 would not do (rules.md § 9.13)', () => {
    const sites = [12, 9, 2].map((exits, at) =>
      site(`Ort ${String(at)}`, { entries: 30, exits, atEnd: 30 - exits }),
    );
    const { results } = protectedRecords(
      { counts: [year(2025, { sites, exitReasons: { timeOver: 23 } })], money: [], shown: '2025' },
      preset,
    );
    const exits = results.map((row) => (row.exits.kind === 'value' ? row.exits.value : '•'));
    expect(exits.slice(1)).toEqual(['•', '•', 23]);
    // Who came and who is there would give the exits away: 30 entered, 28 are there.
    for (const row of results.slice(1, 3))
      expect(row.atEnd.kind === 'suppressed' || row.entries.kind === 'suppressed').toBe(true);
  });

  test('the year before does not tell what this year hides', () => {
    // 20 were there; 10 came; 28 are there now: two left.
    const counts = [
      year(2024, { sites: [site('Zeven', { entries: 20, atEnd: 20 })] }),
      year(2025, {
        sites: [site('Zeven', { carriedIn: 20, entries: 10, exits: 2, atEnd: 28 })],
        exitReasons: { work: 2 },
      }),
    ];
    const { results, participations } = protectedRecords({ counts, money: [], shown: '2025' }, preset);
    const [now, before] = results;
    const known = [now?.entries, now?.atEnd, before?.atEnd, participations[0]].map(
      (cell) => cell?.kind === 'value',
    );
    expect(now?.exits.kind).toBe('suppressed');
    expect(known[0] && known[1] && known[2]).toBe(false);
    expect(known[1] && known[3]).toBe(false);
  });

  test('everybody led to the debt advice gives each of them away', () => {
    const counts = [
      year(2025, {
        sites: [site('Zeven', { entries: 12, atEnd: 12 })],
        referrals: [{ target: 'debt', referred: 12, arrived: 6, open: 6 }],
      }),
    ];
    const [row] = protectedRecords({ counts, money: [], shown: '2025' }, preset).referrals;
    expect(row?.referred.kind).toBe('suppressed');
  });

  test('an interim period hides what the rest of its year would tell', () => {
    // 12 entries in the year, 10 of them in the interim period: two after it.
    const interim = interimPeriod('2025-01-01', '2025-06-30');
    const [part] = partsByYear(interim).map((one) => one.part);
    const half = { sites: [site('Zeven', { entries: 10, atEnd: 10 })] };
    const counts = [
      year(2025, { sites: [site('Zeven', { entries: 12, atEnd: 12 })] }),
      { ...year(2025, half), period: interim },
      { ...year(2025, half), period: part! },
    ];
    const hidden = hiddenCells(recordTable(counts, 3), 3);
    expect(['2025|entries', `${interim.key}|entries`].some((id) => hidden.has(id))).toBe(true);
  });
});

test('five sentences, none of which claims a cause', () => {
  const counts = [
    year(2025, {
      sites: [site('Zeven', { entries: 30, exits: 20, atEnd: 10, takenDays: 3000 })],
      exitReasons: { work: 5, goalsReached: 15 },
      needs: [{ group: 'capability', withNeed: 20, improved: 15, removed: 5, unjudged: 0 }],
    }),
  ];
  const money = [{ fiscalYear: 2025, committedCents: 9_000_000, paidCents: 8_250_000 }];
  const sentences = recordSentences(exactRecords({ counts, money, shown: '2025' }, preset));
  expect(sentences.map((sentence) => sentence.replaceAll('\u00a0', ' '))).toEqual([
    'Im Jahr 2025 gab es 10 Plätze; belegt waren 82,2 % der Platztage.',
    'Erfasst sind 30 Eintritte und 20 Austritte; am 31.12.2025 waren 10 in Betreuung.',
    'Von 20 Austritten führten 5 in Arbeit oder Ausbildung (25,0 %; 95-%-Intervall 11,2 – 46,9 %); der häufigste ausgewiesene Grund war „Ziele erreicht“ (15).',
    'In der Bedarfsgruppe Leistungsfähigkeit ist bei 15 von 20 Ausgetretenen mit Bedarf mindestens ein Bedarf verbessert (75,0 %).',
    'Im Haushaltsjahr 2025 waren 90.000,00 € gebunden und 82.500,00 € ausgezahlt.',
  ]);
});

test('one person who left is one in the sentence too', () => {
  const counts = [
    year(2025, { sites: [site('Zeven', { entries: 1, exits: 1, atEnd: 0 })], exitReasons: { work: 1 } }),
  ];
  const sentences = recordSentences(exactRecords({ counts, money: [], shown: '2025' }, preset));
  expect(sentences[2]).toContain('Von 1 Austritt führte 1 in Arbeit oder Ausbildung');
});

test('reasons add up: no hidden reason follows from the exits and the other reasons', () => {
  const reasons = fc.record(Object.fromEntries(exitReasons.map((reason) => [reason, fc.nat(6)])));
  fc.assert(
    fc.property(reasons, (exitReasonCounts) => {
      const exits = Object.values(exitReasonCounts).reduce((all, count) => all + count, 0);
      const counts = [
        year(2025, {
          sites: [site('Zeven', { entries: exits + 20, exits, atEnd: 20 })],
          exitReasons: exitReasonCounts,
        }),
      ];
      const summary = protectedRecords({ counts, money: [], shown: '2025' }, preset);
      const hidden = summary.reasons.filter(({ counts: [cell] }) => cell?.kind === 'suppressed');
      const isTotalShown = summary.exits[0]?.kind === 'value';
      return !isTotalShown || hidden.length !== 1;
    }),
    { numRuns: 60 },
  );
});
