import { describe, expect, test } from 'vitest';
import { type FormPlan, stepForm } from '~/procurement/preparation/forms';
import { commonScale } from '~/procurement/preparation/proposal';
import { steps, type StepSlug } from '~/procurement/preparation/steps';
import { typedStep } from '~/procurement/preparation/typed-step';
import { faultsOf, germanByDefault } from '~/ui/form/faults';
import { nestedFrom, type TypedValues } from '~/ui/form/typed-values';
import { caseManagerTenderFacts as facts } from '../documents/tender-facts';

const plan: FormPlan = facts.plan;

function read(step: StepSlug, typed: TypedValues) {
  const result = stepForm(step, plan).safeParse(nestedFrom(typed), germanByDefault);
  return result.success ? { value: result.data } : { faults: faultsOf(result.error) };
}

test.each(steps)('$slug: what the form shows is what it saves', ({ slug, part }) => {
  expect(read(slug, typedStep(slug, facts.parts, plan))).toEqual({ value: { [part]: facts.parts[part] } });
});

test.each(steps)('$slug: an empty step is a draft', ({ slug }) => {
  expect(read(slug, {})).toHaveProperty('value');
});

describe('Zuschlagskriterien', () => {
  const row = (index: number, weight: string, rest: TypedValues = {}): TypedValues =>
    Object.fromEntries(
      Object.entries({
        level: '1',
        title: 'Konzept',
        weightPercent: weight,
        expectation: 'passt',
        ...rest,
      }).map(([key, value]) => [`criteria.${index}.${key}`, value]),
    );

  test.each([
    [
      '60',
      '39',
      'Die Gewichte ergeben zusammen 99 %. Erhöhen Sie sie um einen Prozentpunkt auf genau 100 %.',
    ],
    [
      '60',
      '41',
      'Die Gewichte ergeben zusammen 101 %. Verringern Sie sie um einen Prozentpunkt auf genau 100 %.',
    ],
  ])('weights of %s and %s are refused', (first, second, sentence) => {
    expect(read('kriterien', { ...row(0, first), ...row(1, second) })).toEqual({
      faults: { 'criteria.0.weightPercent': sentence },
    });
  });

  test('a missing weight is a draft, half a per cent is none', () => {
    expect(read('kriterien', { ...row(0, '60'), ...row(1, '') })).toHaveProperty('value');
    expect(read('kriterien', row(0, '12,5'))).toHaveProperty('faults');
  });

  test('empty texts of the scale mean the common ones, half a scale is refused', () => {
    const saved = read('kriterien', row(0, '100'));
    expect(saved.value?.criteria?.criteria[0]?.scale).toEqual(commonScale);
    expect(read('kriterien', row(0, '100', { scale0: 'nichts', scale3: 'alles' }))).toEqual({
      faults: {
        'criteria.0.scale1': 'Beschreiben Sie, wofür es 1 Punkt gibt.',
        'criteria.0.scale2': 'Beschreiben Sie, wofür es 2 Punkte gibt.',
      },
    });
  });
});

test('a quantity of zero is refused where it is entered', () => {
  const typed = {
    'lots.0.title': 'Los',
    'lots.0.site': '*',
    'lots.0.unit': 'placeMonth',
    'lots.0.quantity': '0',
  };
  expect(read('lose', typed)).toEqual({
    faults: { 'lots.0.quantity': 'Die Zahl ist zu klein. Geben Sie mindestens 1 ein.' },
  });
});

test('figures of another method than the chosen one are not kept', () => {
  const typed = { method: 'richtwertSimple', qualityPercent: '70', 'tieRules.0.rule': 'drawLots' };
  expect(read('wertung', typed).value?.evaluation).toMatchObject({
    qualityPercent: null,
    tieRules: ['drawLots'],
  });
});

describe('Termine', () => {
  test.each([
    [
      { submissionUntil: '19.10.2019' },
      'submissionUntil',
      'Der 19.10.2019 ist kein Arbeitstag. Nehmen Sie Montag, den 21.10.2019.',
    ],
    [
      { submissionTime: 'mittags' },
      'submissionTime',
      'Die Uhrzeit ist nicht lesbar. Geben Sie sie wie 12:00 ein.',
    ],
    [
      { submissionUntil: '21.10.2019', openingOn: '18.10.2019' },
      'openingOn',
      'Der Tag liegt vor „Angebote bis“. Geben Sie einen Tag ab 21.10.2019 ein.',
    ],
    [
      { 'declareBy.2021-01-01': '31.12.2020' },
      'declareBy.2021-01-01',
      'Die Verlängerung muss vor dem Ende der Laufzeit am 31.12.2020 erklärt werden. Geben Sie einen früheren Tag ein.',
    ],
  ])('%o is refused', (typed, field, sentence) => {
    expect(read('termine', typed)).toEqual({ faults: { [field]: sentence } });
  });

  test('the day of the rule is not kept, so that it moves with the term; another one is', () => {
    const saved = (day: string) => read('termine', { 'declareBy.2021-01-01': day }).value?.dates?.declareBy;
    expect(saved('30.09.2020')).toEqual({});
    expect(saved('31.08.2020')).toEqual({ '2021-01-01': '2020-08-31' });
  });
});

test('the contact is an office and no person', () => {
  expect(read('vertrag', { contactOffice: 'Frau Muster, Vergabestelle' })).toEqual({
    faults: { contactOffice: 'Nennen Sie eine Stelle und keine Person, zum Beispiel „Vergabestelle“.' },
  });
});
