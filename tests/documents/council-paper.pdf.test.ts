import { describe, expect, test } from 'vitest';
import { renderPdf } from '#templates/engine/index';
import { councilPaperInput } from '~/documents/council-paper/print';
import type { CouncilPaperFacts } from '~/documents/council-paper/rules';
import { readDeliveredTemplate } from '~/documents/templates/files';
import { assertAccessiblePdf } from '../support/pdf-check';
import { pageTexts, structureText } from '../support/pdf-file';
import { hasTool } from '../support/tools';
import { caseManagerFacts, withPlan } from './facts';

const template = {
  kind: 'beschlussvorlage',
  text: readDeliveredTemplate('beschlussvorlage'),
  version: 0,
} as const;
const estimated = withPlan({
  estimateMonthlyCents: 750_000,
  estimateBasis: 'Vergleichbare Verträge des Landkreises aus dem Jahr 2018.',
});

/** 1, 12 and 12 months of 7.500 €; base; base and option; the pot of 2019. */
const expectedSums = ['7.500,00 €', '90.000,00 €', '97.500,00 €', '187.500,00 €', '100.000,00 €'];

function print(facts: CouncilPaperFacts, isDraft = false): Promise<Buffer> {
  return renderPdf(
    councilPaperInput(
      { facts, origin: 'Beispiel, 2019', basis: 'Version 1 der Maßnahme' },
      template,
      isDraft,
    ),
  );
}

function readOut(pdf: Buffer): string {
  return structureText(pdf).join(' ').replace(/\s+/g, ' ');
}

describe.skipIf(!hasTool('qpdf') || !hasTool('pdfinfo'))('the council paper as a file', () => {
  test.each([
    ['without a price', caseManagerFacts, false],
    ['with an estimate', estimated, false],
    ['as a draft with gaps', withPlan({ needText: null, termEnd: null, phases: [] }), true],
    [
      'with texts that look like markup',
      withPlan({ needText: '{% if $x %} *fett* | a | <img onerror=alert(1)> \u0007 😀' }),
      false,
    ],
    [
      'with a title over several lines',
      { ...estimated, measure: { slug: 'lang', title: 'Langname '.repeat(20).trim() } },
      false,
    ],
  ] as const)('%s it is accessible and archivable', async (_, facts, isDraft) => {
    assertAccessiblePdf(await print(facts, isDraft));
  });

  test('text, table and resolution name the same sums, and no other', async () => {
    const text = readOut(await print(estimated)).replaceAll('\u00a0', ' ');
    for (const sum of expectedSums) expect(text).toContain(sum);
    const known = [...expectedSums, '0,00 €'];
    expect((text.match(/[\d.]+,\d{2} €/g) ?? []).filter((sum) => !known.includes(sum))).toEqual([]);
    expect(text).toContain('13 Monate');
    expect(text).toContain('12 Monate');
    expect(text).not.toMatch(/§ 46/);
  });

  test('the same facts give the same bytes, whatever was printed before', async () => {
    const first = await print(estimated);
    await print(withPlan({ needText: 'Ελληνικά, Łódź und ½' }));
    expect(await print(estimated)).toEqual(first);
  });

  test('every page says which version it was made from, and which page of how many it is', async () => {
    const pages = pageTexts(await print(estimated));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(page).toContain(`Seite ${String(index + 1)} von ${String(pages.length)}`);
      expect(page).toContain('Version 1 der Maßnahme');
    });
  });
});
