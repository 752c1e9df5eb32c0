import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluationChart } from '~/evaluation/chart';
import type { Result } from '~/evaluation/rules/read-results';
import { type EvaluationSummary, exactSummary, protectedSummary } from '~/evaluation/rules/summary';
import {
  differenceSentences,
  intervalText,
  openSentences,
  percentText,
  quotaText,
  summarySentences,
} from '~/evaluation/summary-text';
import { shownEvaluation } from '~/evaluation/shown';
import { example, exampleMeasures, preset } from '../documents/measures';

const summaryOf = (slug: string, protection = preset) => protectedSummary(example(slug).results, protection);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function result(
  label: string,
  value: Result['value'],
  basis: string | null,
  unit: string | null = 'Personen',
): Result {
  return { label, value, unit, basis, asOf: null };
}

function rowOf(summary: EvaluationSummary, label: string) {
  const row = summary.related.find((each) => each.label === label);
  if (!row) throw new Error(`No row ${label}.`);
  return row;
}

describe('Jobschmiede', () => {
  const summary = summaryOf('jobschmiede');

  test('43 of 233 is 18,5 %, and the printed 19 % is told as the source’s own', () => {
    const row = rowOf(summary, 'Umzug, schwerwiegende Erkrankung');
    expect(row).toMatchObject({
      count: { value: 43 },
      base: { value: 233 },
      printed: { percent: 19, differs: true },
    });
    expect(row.quota && plain(quotaText(row.quota))).toBe('18,5 %');
    expect(row.quota && plain(intervalText(row.quota))).toBe('14,0 – 23,9 %');
    expect(differenceSentences(summary).map(plain)).toEqual([
      '„Umzug, schwerwiegende Erkrankung“: Die Quelle druckt 19 %; 43 von 233 sind 18,5 %.',
    ]);
  });

  test('the other printed per cents are the rounded ones', () => {
    const differing = summary.related.filter(({ printed }) => printed?.kind === 'percent' && printed.differs);
    expect(differing).toHaveLength(1);
  });

  test('nothing is small, nothing is hidden', () => {
    expect(JSON.stringify(shownEvaluation(summary))).not.toContain('•');
  });
});

describe('Arbeitserprobung 120 Tage', () => {
  const summary = summaryOf('arbeitserprobung-120-tage');

  test('15 placements are 23,4 % of 64 and 32,6 % of the 46 who stayed; the printed 33 % fits the second', () => {
    expect(summary.open.flatMap(openSentences).map(plain)).toEqual([
      '„sozialversicherungspflichtig vermittelt“ (15): Die Quelle druckt 33 % und nennt die Bezugsgröße nicht.',
      '15 sind 23,4 % von 64 („Teilnehmende gesamt“); 95-%-Intervall 14,7 – 35,1 %.',
      '15 sind 32,6 % von den 46, die geblieben sind (64 weniger 18: „Abbrüche“); 95-%-Intervall 20,9 – 47,0 %. Gerundet ist das der gedruckte Wert.',
    ]);
  });

  test('1 and 2 persons are hidden; 2 runs are no persons', () => {
    const shown = Object.fromEntries(
      shownEvaluation(summary).stated.map(({ label, value }) => [label, value]),
    );
    expect(shown).toMatchObject({
      'Eingliederung in Bürgerarbeit': '• Personen',
      'geringfügige Beschäftigung': '• Personen',
      Durchgänge: '2 Durchgänge',
      Abbrüche: '18 Personen',
    });
  });
});

describe('Aktivierungshilfen für Jugendliche: 21 overlapping figures', () => {
  test('below 3 only the 2 in Berufsvorbereitung is hidden: overlapping figures give nothing away', () => {
    const summary = summaryOf('aktivierungshilfen-jugendliche');
    const hidden = summary.related
      .filter(({ count }) => count.kind === 'suppressed')
      .map(({ label }) => label);
    expect(hidden).toEqual(['in Berufsvorbereitung']);
    expect(rowOf(summary, 'in Berufsvorbereitung')).toMatchObject({ quota: { kind: 'suppressed' } });
    expect(rowOf(summary, 'in Verbraucherinsolvenz')).toMatchObject({ count: { value: 4 } });
  });

  test('with the preset of 5 the 4 in insolvency is hidden, too', () => {
    const summary = summaryOf('aktivierungshilfen-jugendliche', { ...preset, minCellCount: 5 });
    const hidden = summary.related
      .filter(({ count }) => count.kind === 'suppressed')
      .map(({ label }) => label);
    expect(hidden).toEqual(['in Berufsvorbereitung', 'in Verbraucherinsolvenz']);
  });

  test('those who may see persons see all numbers', () => {
    const summary = exactSummary(example('aktivierungshilfen-jugendliche').results, preset);
    expect(rowOf(summary, 'in Berufsvorbereitung')).toMatchObject({
      count: { value: 2 },
      quota: { percent: 1.7 },
    });
  });
});

test('JUMITA: the sum stands among its parts; enough of them are hidden that none follows', () => {
  const shown = shownEvaluation(summaryOf('jumita')).stated.map(({ value }) =>
    value.replace(' Personen', ''),
  );
  expect(shown.slice(0, 9)).toEqual(['15', '•', '8', '•', '3', '0', '0', '0', '•']);
  expect(shown.slice(9)).toEqual(['16', '•', '7', '•', '•', '•', '•', '•', '•']);
});

describe('what a small number could follow from', () => {
  const base = '40 Teilnehmende';
  const total = result('Teilnehmende', 40, null);

  test('from the rest of a total: 38 of 40 would tell of 2', () => {
    const summary = protectedSummary([total, result('in Arbeit', 38, base)], preset);
    expect(rowOf(summary, 'in Arbeit')).toMatchObject({
      count: { kind: 'suppressed' },
      quota: { kind: 'suppressed' },
    });
  });

  test('from men and women: 2 women hide the 38 men', () => {
    const summary = protectedSummary([total, result('Männer', 38, base), result('Frauen', 2, base)], preset);
    expect(summary.related.map(({ count }) => count.kind)).toEqual(['suppressed', 'suppressed']);
  });

  test('from all ways out: beside the 2 a second one is hidden (12 / 9 / 2, total 23)', () => {
    const of = '23 Beendete';
    const summary = protectedSummary(
      [result('Beendete', 23, null), result('A', 12, of), result('B', 9, of), result('C', 2, of)],
      preset,
    );
    expect(summary.related.map(({ count }) => count.kind)).toEqual(['value', 'suppressed', 'suppressed']);
  });

  test('from the source’s own per cent beside it', () => {
    const summary = protectedSummary(
      [total, result('krank', 2, base), result('krank', 5, base, '%')],
      preset,
    );
    expect(rowOf(summary, 'krank').printed).toEqual({ kind: 'suppressed' });
  });

  test.each([
    { percent: 5, shown: false, why: '5 % of 40 are 2' },
    { percent: 95, shown: false, why: 'what is left of 95 % are 2' },
    { percent: 7, shown: false, why: '7 % of 40 can only be 3, but 6,5 to 7,5 % begin at 2,6', least: 4 },
    { percent: 10, shown: true, why: '10 % of 40 are 4' },
    { percent: 0, shown: true, why: 'nobody' },
    { percent: 100, shown: true, why: 'everybody' },
  ])('from a per cent alone: $percent % shown $shown ($why)', ({ percent, shown, least = 3 }) => {
    const summary = protectedSummary([total, result('krank', percent, base, '%')], {
      ...preset,
      minCellCount: least,
    });
    const row = summary.stated.find(({ label }) => label === 'krank');
    expect(row?.value.kind === 'value').toBe(shown);
  });

  test('from the words of a base: "2 Abbrüche" is hidden in the sentence, too', () => {
    const summary = protectedSummary(
      [
        result('Abbrüche', 2, null),
        result('davon krank', 1, '2 Abbrüche'),
        result('Umzug (davon 2 Personen)', 12, null),
      ],
      preset,
    );
    expect(rowOf(summary, 'davon krank').basis).toBe('• Abbrüche');
    expect(summary.stated.map(({ label }) => label)).toContain('Umzug (davon • Personen)');
  });

  test('from everybody sharing a sensitive trait', () => {
    const all = '12 Teilnehmende';
    const summary = protectedSummary([result('mit Schulden', 12, all), result('in Arbeit', 12, all)], preset);
    expect(rowOf(summary, 'mit Schulden').count.kind).toBe('suppressed');
    expect(rowOf(summary, 'in Arbeit').count.kind).toBe('value');
  });

  test('a number written as text', () => {
    const summary = protectedSummary([result('Abbrüche', 'höchstens 2', null)], preset);
    expect(summary.stated[0]?.value.kind).toBe('suppressed');
  });
});

test('below ten cases there is no share, neither ours nor the printed one', () => {
  const of = '9 Teilnehmende';
  const summary = protectedSummary([result('in Arbeit', 4, of), result('in Arbeit', 44, of, '%')], preset);
  expect(rowOf(summary, 'in Arbeit')).toMatchObject({
    quota: { kind: 'tooFew' },
    printed: { kind: 'tooFew' },
  });
  const ten = protectedSummary([result('in Arbeit', 4, '10 Teilnehmende')], preset);
  expect(rowOf(ten, 'in Arbeit').quota?.kind).toBe('share');
});

test.each(exampleMeasures.map((content) => [content.slug, content] as const))(
  '%s: the words hold no cause and at most five sentences',
  (_, content) => {
    const sentences = summarySentences(protectedSummary(content.results, preset));
    expect(sentences.length).toBeLessThanOrEqual(5);
    expect(sentences.join(' ')).not.toMatch(/bewirk|führt zu|\bdank|\bWirkung|Erfolg der Maßnahme/i);
    if (content.results.length === 0) expect(sentences.join()).toContain('keine Ergebnisse erfasst');
  },
);

test('the chart has no bar for what is hidden', () => {
  const chart = evaluationChart(summaryOf('aktivierungshilfen-jugendliche'));
  const bar = chart?.bars.find(({ label }) => label === 'in Berufsvorbereitung');
  expect(bar).toEqual({ label: 'in Berufsvorbereitung', value: '•', share: null });
});

test('a chart of many figures shows the first forty and says so', () => {
  const many = Array.from({ length: 60 }, (_, index) =>
    result(`Gruppe ${String(index)}`, 20, '100 Personen'),
  );
  const chart = evaluationChart(protectedSummary([result('Personen', 100, null), ...many], preset));
  expect(chart?.bars).toHaveLength(40);
  expect(chart?.caption).toBe('Anteile, bezogen auf: 100 Personen; die ersten 40 von 60 Angaben');
});

test('a summary never says a small number, a share of it or of its rest', () => {
  const aCount = fc.integer({ min: 0, max: 30 });
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 30 }), fc.array(aCount, { maxLength: 6 }), (base, counts) => {
      const of = `${String(base)} Teilnehmende`;
      const parts = counts.filter((count) => count <= base);
      const summary = protectedSummary(
        [
          result('Teilnehmende', base, null),
          ...parts.map((count, index) => result(`Gruppe ${'ABCDEFG'.charAt(index)}`, count, of)),
        ],
        preset,
      );
      summary.related.forEach((row, index) => {
        const count = parts[index] ?? 0;
        const isSmall = [count, base - count].some((number) => number === 1 || number === 2);
        if (isSmall) {
          expect(row.count.kind === 'suppressed' || row.base?.kind === 'suppressed').toBe(true);
        }
        if (row.count.kind === 'suppressed' || row.base?.kind === 'suppressed') {
          expect(row.quota?.kind).toBe('suppressed');
        }
      });
    }),
  );
});

test('per cents have one decimal', () => {
  expect(plain(percentText(40))).toBe('40,0 %');
});
