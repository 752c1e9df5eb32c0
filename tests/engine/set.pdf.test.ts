import { describe, expect, test } from 'vitest';
import { checkTemplate, evaluate, type PaperInput, plainText, renderPdf } from '#templates/engine/index';
import { assertAccessiblePdf } from '../support/pdf-check';
import { pageTexts, structureText } from '../support/pdf-file';
import { hasTool } from '../support/tools';

const meta = {
  title: 'Alle Unterlagen',
  author: 'Landkreis',
  header: { left: ['Landkreis'], right: ['Unterlagen'] },
  draft: false,
  createdAt: '2019-09-01',
  basis: 'Version 2 der Maßnahme',
} as const;

const words = 'Die Beratung findet in den Räumen des Jobcenters statt und folgt dem vereinbarten Plan. ';

/** A chapter of more than a page, so that the pages of the later ones must be counted. */
function chapter(name: string): PaperInput {
  const text = [`# ${name}`, '', `## ${name}: Gegenstand`, '', words.repeat(40), '', `## ${name}: Ende`, ''];
  return { file: `${name}.md`, template: [...text, words.repeat(30)].join('\n'), data: {}, meta };
}

const set: PaperInput = {
  file: 'satz.md',
  template: [
    '# Alle Unterlagen',
    '## Inhalt',
    '{% contents /%}',
    '## Formular',
    '{% blank label="Name des Unternehmens" lines=2 /%}',
    '{% tickbox label="Ja, das trifft zu" /%}',
    '{% datatable caption="Preise" items=$lose as="los" rowHeader=true %}',
    '{% column title="Los" %}{% $los %}{% /column %}',
    '{% column title="Preis" %}{% blank label="Euro je Monat" /%}{% /column %}',
    '{% /datatable %}',
  ].join('\n\n'),
  data: { lose: ['Zeven', 'Bremervörde'] },
  meta,
  parts: [chapter('Leistung'), chapter('Vertrag')],
};

describe.skipIf(!hasTool('qpdf') || !hasTool('pdfinfo'))('several papers in one file', () => {
  test('are accessible and archivable, with links, room to fill in and boxes to tick', async () => {
    assertAccessiblePdf(await renderPdf(set));
  });

  test('have a table of contents that names the page each heading stands on', async () => {
    const pages = pageTexts(await renderPdf(set));
    const contents = (pages[0] ?? '').replace(/\s+/g, ' ');
    for (const title of ['Leistung', 'Leistung: Ende', 'Vertrag', 'Vertrag: Gegenstand', 'Vertrag: Ende']) {
      const page = pages.findIndex(
        (text, index) => index > 0 && new RegExp(`^\\s*${title}\\s*$`, 'm').test(text),
      );
      expect(page, title).toBeGreaterThan(0);
      expect(contents).toContain(`${title} ${page + 1}`);
    }
  });

  test('begin on a new page each, and each page says what the set was made from', async () => {
    const pages = pageTexts(await renderPdf(set));
    expect(pages.filter((text) => /^\s*(Leistung|Vertrag)\s*$/m.test(text)).length).toBe(2);
    expect(pages.every((text) => text.includes('Version 2 der Maßnahme'))).toBe(true);
  });

  test('are the same to the byte when made again', async () => {
    expect(await renderPdf(set)).toEqual(await renderPdf(set));
  });

  test('say aloud what belongs into an empty cell', async () => {
    const read = structureText(await renderPdf(set)).join(' ');
    expect(read).toContain('Name des Unternehmens');
    expect(read).toContain('Ja, das trifft zu');
    expect(read.match(/Euro je Monat/g)).toHaveLength(2);
  });
});

test('a changed part changes the fingerprint of the set', () => {
  const changed = { ...set, parts: [chapter('Leistung'), chapter('Anderes')] };
  expect(evaluate(changed).footer).not.toBe(evaluate(set).footer);
  expect(plainText(evaluate(set))).toContain('Vertrag: Ende');
});

test('room to fill in needs a label, and a number of lines that fits a page', () => {
  const faults = checkTemplate('a.md', '{% blank lines=50 /%}\n\n{% tickbox /%}', {});
  expect(faults.map(({ message }) => message)).toEqual([
    'Dem Baustein „blank“ fehlt die Angabe „label=“.',
    '„lines“ ist eine Zahl von 1 bis 20.',
    'Dem Baustein „tickbox“ fehlt die Angabe „label=“.',
  ]);
});
