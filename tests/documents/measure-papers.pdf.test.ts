import { describe, expect, test } from 'vitest';
import { renderPdf } from '#templates/engine/index';
import { evaluationInput } from '~/documents/evaluation/print';
import { factSheetInput } from '~/documents/fact-sheet/print';
import type { TemplateKind } from '~/documents/kinds';
import { portfolioInput } from '~/documents/portfolio-overview/print';
import { readDeliveredTemplate } from '~/documents/templates/files';
import type { MeasureContent } from '~/portfolio/content';
import { assertAccessiblePdf } from '../support/pdf-check';
import { attachments, pageTexts, readObjects, structureText } from '../support/pdf-file';
import { hasTool } from '../support/tools';
import {
  aMeasure,
  evaluationFacts,
  example,
  exampleMeasures,
  factSheetFacts,
  portfolioFacts,
} from './measures';

const template = (kind: TemplateKind) => ({ kind, text: readDeliveredTemplate(kind), version: 0 });

const factSheet = (content: MeasureContent) =>
  renderPdf(factSheetInput(factSheetFacts(content), template('kurzprofil'), false));
const evaluation = (content: MeasureContent) =>
  renderPdf(evaluationInput(evaluationFacts(content), template('auswertung'), false));
const portfolio = (contents: readonly MeasureContent[]) =>
  renderPdf(portfolioInput(portfolioFacts(contents), template('portfolio')));

function readOut(pdf: Buffer): string {
  return structureText(pdf).join(' ').replaceAll('\u00a0', ' ').replaceAll('\u00ad', '').replace(/\s+/g, ' ');
}

/** All alternative texts of the file's figures. */
function alternativeTexts(pdf: Buffer): string[] {
  const objects = readObjects(pdf);
  return objects.references
    .map((reference) => objects.dict(reference))
    .filter((dict) => dict['/S'] === '/Figure')
    .map((dict) => objects.text(dict['/Alt']).replaceAll('\u00a0', ' '));
}

/** Seen in such papers and never to be seen again (documents.md § 15). */
const forbidden = [
  /\[fehlt:/,
  /Entwurf/,
  /undefined|null|NaN|Infinity/,
  /\{%|%\}/,
  /Leistungsminderung|Sanktion/,
];

const hostile = '{% if $x %} *fett* | a | <img onerror=alert(1)>';
const hostileMeasure = aMeasure({
  title: hostile,
  targetGroup: `${hostile} \u0007 😀`,
  targetCriteria: [hostile],
  modules: ['w'.repeat(400), hostile],
  phases: Array.from({ length: 11 }, (_, index) => ({
    name: `${hostile} ${String(index)}`,
    duration: null,
    content: hostile,
  })),
  results: [
    { label: hostile, value: 12, unit: 'Personen', basis: `20 Personen ${hostile}`, asOf: null },
    { label: 'x'.repeat(300), value: 7, unit: 'Personen', basis: '20 Personen', asOf: '2013' },
    { label: hostile, value: hostile, unit: hostile, basis: null, asOf: null },
  ],
});

describe.skipIf(!hasTool('qpdf') || !hasTool('pdfinfo'))('papers of the 25 measures as files', () => {
  test.each(exampleMeasures.map((content) => [content.slug, content] as const))(
    '%s: fact sheet of at most two pages',
    async (_, content) => {
      const pdf = await factSheet(content);
      assertAccessiblePdf(pdf);
      expect(pageTexts(pdf).length).toBeLessThanOrEqual(2);
      const read = readOut(pdf);
      for (const fault of forbidden) expect(read).not.toMatch(fault);
      expect(read).toContain('Quelle: ');
    },
  );

  test.each(exampleMeasures.map((content) => [content.slug, content] as const))(
    '%s: evaluation without a hidden number in text, alternative text or attachment',
    async (_, content) => {
      const pdf = await evaluation(content);
      assertAccessiblePdf(pdf);
      const read = readOut(pdf);
      for (const fault of forbidden) expect(read).not.toMatch(fault);
      expect(attachments(pdf).size).toBe(0);
      const told = [read, ...alternativeTexts(pdf)].join(' ');
      for (const { label, value, unit } of content.results) {
        if ((value !== 1 && value !== 2) || unit !== 'Personen') continue;
        const around = [...told.matchAll(new RegExp(`${escaped(label)}\\W{0,4}([\\d•]+)`, 'g'))].map(
          ([, found]) => found,
        );
        expect(around).not.toContain(String(value));
      }
      if (content.results.some(({ value, unit }) => (value === 1 || value === 2) && unit === 'Personen'))
        expect(read).toContain('•');
    },
  );

  test('the chart of an evaluation reads out every bar, hidden ones as "•"', async () => {
    const [alt] = alternativeTexts(await evaluation(example('aktivierungshilfen-jugendliche')));
    expect(alt).toContain('mit Schulden: 60,8 % (73)');
    expect(alt).toContain('in Berufsvorbereitung: •');
  });

  test.each([
    ['fact sheet', factSheet],
    ['evaluation', evaluation],
    ['overview', (content: MeasureContent) => portfolio([content])],
  ] as const)('%s: text that looks like markup stands there as it is', async (_, print) => {
    const pdf = await print(hostileMeasure);
    assertAccessiblePdf(pdf);
    expect(readOut(pdf)).toContain(hostile);
  });

  test('the same facts give the same bytes', async () => {
    const first = await evaluation(example('jobschmiede'));
    await evaluation(example('jumita'));
    expect(await evaluation(example('jobschmiede'))).toEqual(first);
  });

  test('overview of 25 measures: terms, charts with their numbers, what is left out', async () => {
    const pdf = await portfolio(exampleMeasures);
    assertAccessiblePdf(pdf);
    const read = readOut(pdf);
    for (const fault of forbidden) expect(read).not.toMatch(fault);
    expect(read).toContain('3.551.698,54 €');
    expect(read).toContain('Nicht enthalten sind');
    const alts = alternativeTexts(pdf);
    expect(alts).toHaveLength(3);
    expect(alts.join(' ')).toContain('Case-Manager: 01.12.2019 – 31.12.2020, Option 01.01.2021 – 31.12.2021');
    expect(alts.join(' ')).toContain('§ 16 SGB II mit § 45 SGB III: 236 Plätze');
  });

  test('overview of 200 measures: the table runs over pages with its head, the timeline in parts', async () => {
    const many = Array.from({ length: 200 }, (_, index) => {
      const content = exampleMeasures[index % exampleMeasures.length] ?? aMeasure();
      return { ...content, slug: `m-${String(index)}`, title: `${String(index + 1)}. ${content.title}` };
    });
    const pdf = await portfolio(many);
    assertAccessiblePdf(pdf);
    const pages = pageTexts(pdf);
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.filter((page) => page.includes('Maßnahme und Träger')).length).toBeGreaterThan(15);
    // Not through the tags: poppler's reading of them takes the square of their number.
    expect(pages.join(' ')).toContain('200. ');
    // 152 of 200 have a beginning: four figures of at most 38.
    expect(alternativeTexts(pdf).filter((alt) => alt.startsWith('Zeitstrahl'))).toHaveLength(4);
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
