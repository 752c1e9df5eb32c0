import { describe, expect, test } from 'vitest';
import { evaluate, missingIn, plainText } from '#templates/engine/index';
import { evaluationInput } from '~/documents/evaluation/print';
import type { EvaluationFacts } from '~/documents/evaluation/template-data';
import { faultsOfTemplate, readDeliveredTemplate } from '~/documents/templates/files';
import { aMeasure, evaluationFacts, example, exampleMeasures } from './measures';

const text = readDeliveredTemplate('auswertung');

function paper(facts: EvaluationFacts) {
  return evaluate(evaluationInput(facts, { kind: 'auswertung', text, version: 0 }, false));
}
const words = (facts: EvaluationFacts) =>
  plainText(paper(facts)).replaceAll('\u00a0', ' ').replaceAll('\u00ad', '');

test('the delivered template has no faults', () => {
  expect(faultsOfTemplate('auswertung', text)).toEqual([]);
});

test.each(exampleMeasures.map((content) => [content.slug, content] as const))(
  '%s prints as final',
  (_, content) => {
    const facts = evaluationFacts(content);
    expect(missingIn(paper(facts))).toEqual([]);
    const says = words(facts).includes('keine Ergebnisse erfasst');
    expect(says).toBe(content.results.length === 0);
  },
);

describe('what the paper says', () => {
  test('Jobschmiede: computed beside printed', () => {
    const read = words(evaluationFacts(example('jobschmiede')));
    expect(read).toContain('Umzug, schwerwiegende Erkrankung\n43\n233 Beendete\n18,5 %\n14,0 – 23,9 %\n19 %');
    expect(read).toContain('Die Quelle druckt 19 %; 43 von 233 sind 18,5 %.');
  });

  test('Arbeitserprobung: both bases', () => {
    const read = words(evaluationFacts(example('arbeitserprobung-120-tage')));
    expect(read).toContain('15 sind 23,4 % von 64');
    expect(read).toContain('15 sind 32,6 % von den 46, die geblieben sind');
  });

  test('a hidden number stands neither in text nor table nor alternative text', () => {
    const read = words(evaluationFacts(example('aktivierungshilfen-jugendliche')));
    expect(read).toContain('in Berufsvorbereitung\n•\n120 Eintritte\n•\n•');
    expect(read).toContain('in Berufsvorbereitung: •');
    expect(read).not.toMatch(/(?<!\d)1,7 %/);
  });

  test('assessment and proposal in paragraphs, a hidden number in them as "•"', () => {
    const read = words(
      evaluationFacts(example('arbeitserprobung-120-tage'), {
        text: {
          assessment: 'Erster Absatz.\nNur 2 Personen nahmen einen Minijob auf.',
          proposal: 'Fortführen.',
          version: 1,
        },
      }),
    );
    expect(read).toContain('Erster Absatz.\nNur • Personen nahmen einen Minijob auf.');
    expect(read).toContain('Vorschlag\nFortführen.');
  });

  test('where nobody wrote an assessment, the paper says so', () => {
    const read = words(evaluationFacts(aMeasure()));
    expect(read).toContain('Eine Bewertung ist nicht eingetragen.');
    expect(read).toContain('Ein Vorschlag ist nicht eingetragen.');
  });

  test('thresholds are those that count, not the preset', () => {
    const protection = { minCellCount: 5, minDenominator: 20 };
    const read = words(evaluationFacts(example('jobschmiede'), {}, protection));
    expect(read).toContain('unter 5 sind durch „•“ ersetzt');
    expect(read).toContain('ab 20 Fällen');
  });
});

test.each(['{% if $x %}', '*fett* | a |', '<img onerror=alert(1)>'])(
  'text appears literally: %s',
  (hostile) => {
    const results = [
      { label: hostile, value: 12, unit: 'Personen', basis: `20 Personen ${hostile}`, asOf: null },
      { label: 'Text', value: hostile, unit: null, basis: hostile, asOf: null },
    ];
    const read = words(
      evaluationFacts(aMeasure({ title: hostile, results }), {
        text: { assessment: hostile, proposal: hostile, version: 1 },
      }),
    );
    expect(read.split(hostile).length).toBeGreaterThan(6);
  },
);
