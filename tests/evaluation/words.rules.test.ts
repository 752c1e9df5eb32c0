import { describe, expect, test } from 'vitest';
import { maskNumbers } from '~/evaluation/rules/mask';
import { protectionOn } from '~/evaluation/rules/settings';
import { causalWords } from '~/evaluation/rules/wording';

describe('numbers in texts', () => {
  const hidden = new Set([2, 15]);
  test.each([
    ['davon 2 wegen Krankheit', 'davon • wegen Krankheit'],
    ['bezieht sich auf die 15 Vermittelten', 'bezieht sich auf die • Vermittelten'],
    ['Verbleib, Spalte 2', 'Verbleib, Spalte 2'],
    ['Krankheit über 2 Wochen', 'Krankheit über 2 Wochen'],
    ['seit 15.08.2012', 'seit 15.08.2012'],
    ['15 % der Plätze', '15 % der Plätze'],
    ['Stand 2012', 'Stand 2012'],
    ['nur 1 Person', 'nur • Person'],
    ['2,5 Stellen', '2,5 Stellen'],
    ['152 Eintritte', '152 Eintritte'],
  ])('%s → %s', (text, masked) => {
    expect(maskNumbers(text, hidden, 3)).toBe(masked);
  });
});

test.each([
  ['Die Maßnahme bewirkt mehr Arbeit.', ['bewirkt']],
  ['Dank der Maßnahme fanden viele Arbeit.', ['dank']],
  ['Das führte zu mehr Vermittlungen.', ['führte zu']],
  ['15 von 64 wurden vermittelt.', []],
  ['Wir danken allen Beteiligten.', []],
])('"%s" claims a cause with %j', (text, words) => {
  expect(causalWords(text)).toEqual(words);
});

describe('thresholds by date', () => {
  const own = [
    {
      minCellCount: 5,
      minDenominator: 20,
      validFrom: '2025-01-01',
      validTo: '2025-12-31',
      source: 'Dienstanweisung',
    },
  ];
  test.each([
    { day: '2024-12-31', least: 3 },
    { day: '2025-01-01', least: 5 },
    { day: '2025-12-31', least: 5 },
    { day: '2026-01-01', least: 3 },
  ])('on $day numbers below $least are hidden', ({ day, least }) => {
    expect(protectionOn(day, own).minCellCount).toBe(least);
  });
});
