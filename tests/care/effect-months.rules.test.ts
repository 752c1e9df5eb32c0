import { describe, expect, test } from 'vitest';
import { effectLines, type EffectMonth } from '~/care/rules/effect-months';

function aMonth(month: string, change: Partial<EffectMonth> = {}): EffectMonth {
  return {
    month,
    exits: 40,
    integrations: 10,
    medicalServices: 15,
    healthNeeds: 20,
    needsRemoved: 30,
    improved: 25,
    ...change,
  };
}

describe('totals of the effect analysis', () => {
  test('categories overlap and are not made to add up to the exits (rules.md § 9 case 12)', () => {
    const [line, total] = effectLines([aMonth('2026-05-01')], 3);
    expect(line).toEqual({
      month: '2026-05-01',
      exits: 40,
      integrations: 10,
      medicalServices: 15,
      healthNeeds: 20,
      needsRemoved: 30,
      improved: 25,
    });
    expect(total).toMatchObject({ month: null, exits: 40, needsRemoved: 30 });
  });

  test('who may see persons sees every number', () => {
    const [line] = effectLines([aMonth('2026-05-01', { integrations: 1 })], null);
    expect(line?.integrations).toBe(1);
  });

  test('12, 9 and 2 with their sum 23: hiding the 2 alone is not enough (case 13)', () => {
    const months = [12, 9, 2].map((integrations, place) => aMonth(`2026-0${place + 1}-01`, { integrations }));
    const shown = effectLines(months, 3).map(({ integrations }) => integrations);
    expect(shown[2]).toBeNull();
    expect(shown.filter((value) => value === null).length).toBeGreaterThanOrEqual(2);
  });

  test('where all but two were integrated, the two are not told by the exits either', () => {
    const [line] = effectLines([aMonth('2026-05-01', { exits: 12, integrations: 10 })], 3);
    expect([line?.exits, line?.integrations]).toContain(null);
  });

  test('that everybody had a need in health is hidden (E6)', () => {
    const [line] = effectLines([aMonth('2026-05-01', { exits: 12, integrations: 0, healthNeeds: 12 })], 3);
    expect([line?.exits, line?.healthNeeds]).toContain(null);
  });

  test('zero is shown', () => {
    const [line] = effectLines([aMonth('2026-05-01', { integrations: 0 })], 3);
    expect(line?.integrations).toBe(0);
  });

  test('a year of small months is protected in time', () => {
    const months = Array.from({ length: 12 }, (_, place) =>
      aMonth(`2026-${String(place + 1).padStart(2, '0')}-01`, {
        exits: (place % 4) + 1,
        integrations: place % 2,
        medicalServices: place % 3,
        healthNeeds: 1,
        needsRemoved: place,
        improved: 1,
      }),
    );
    const lines = effectLines(months, 3);
    const small = lines.flatMap((line, place) =>
      (['exits', 'integrations', 'medicalServices', 'healthNeeds', 'improved'] as const).filter((figure) => {
        const value = months[place]?.[figure];
        return value !== undefined && value > 0 && value < 3 && line[figure] !== null;
      }),
    );
    expect(small).toEqual([]);
  });
});
