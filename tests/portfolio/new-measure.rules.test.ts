import { describe, expect, test } from 'vitest';
import { newMeasureForm } from '~/portfolio/new-measure-form';
import { moveForm } from '~/portfolio/state-forms';
import { findStep, intakeAfter, measureStates, stepsFrom } from '~/portfolio/states';

describe('the address of a new measure', () => {
  const slugFor = (title: string, slug = '') => newMeasureForm.safeParse({ title, slug }).data?.slug;

  test.each([
    ['Förderzentrum Plus', 'foerderzentrum-plus'],
    ['  Café  für Ältere & Groß ', 'cafe-fuer-aeltere-gross'],
    ['BG-Coaching (2026)', 'bg-coaching-2026'],
    ['A'.repeat(120), 'a'.repeat(80)],
  ])('is made from the name %j', (title, slug) => {
    expect(slugFor(title)).toBe(slug);
  });

  test('is taken as typed, and refused at its field where it cannot be one', () => {
    expect(slugFor('Egal', 'mein-weg')).toBe('mein-weg');
    for (const [title, slug] of [
      ['Egal', 'Mein Weg'],
      ['Egal', 'weg--zwei'],
      ['!!!', ''],
    ] as const) {
      const faults = newMeasureForm.safeParse({ title, slug }).error?.issues ?? [];
      expect(faults.map(({ path }) => path.join('.'))).toEqual(['slug']);
    }
  });
});

describe('the way of a measure', () => {
  test('leads from the idea to the archive, and no state is a dead end', () => {
    const way = ['idea', 'concept', 'approved', 'inTender', 'running', 'ended', 'archived'] as const;
    way.slice(1).forEach((to, index) => expect(findStep(way[index]!, to), to).toBeDefined());
    for (const state of measureStates) expect(stepsFrom(state).length, state).toBeGreaterThan(0);
    expect(findStep('idea', 'running')).toBeUndefined();
  });

  test('going back needs a reason', () => {
    for (const [from, to] of [
      ['concept', 'idea'],
      ['approved', 'concept'],
      ['inTender', 'approved'],
    ] as const) {
      const faults = moveForm.safeParse({ from, to, reason: ' ' }).error?.issues ?? [];
      expect(faults.map(({ path }) => path.join('.'))).toEqual(['reason']);
      expect(moveForm.safeParse({ from, to, reason: 'Neue Lage' }).success).toBe(true);
    }
  });

  test('only a running measure takes people in', () => {
    expect(measureStates.map((state) => intakeAfter(state, 'closed'))).toEqual(
      measureStates.map((state) => (state === 'running' ? 'open' : 'closed')),
    );
    expect(intakeAfter('running', 'paused')).toBe('paused');
  });
});
