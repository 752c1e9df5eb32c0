import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { evaluate, missing, renderPdf } from '#templates/engine/index';
import { assertAccessiblePdf, pdfFaults } from '../support/pdf-check';
import { attachments, pageTexts, run, structureText } from '../support/pdf-file';
import { hasTool } from '../support/tools';
import { aPaper, hostile, sampleData } from './sample';

const hasTools = hasTool('qpdf') && hasTool('pdfinfo');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
  readonly dest: readonly [{ num: number; gen: number }];
}

describe.skipIf(!hasTools)('the finished file', () => {
  const paper = aPaper();
  let pdf: Buffer;
  beforeAll(async () => {
    pdf = await renderPdf(paper);
  });

  test('is accessible and archivable', () => {
    assertAccessiblePdf(pdf);
  });

  test('has no error that qpdf knows', () => {
    expect(run('qpdf', ['--check'], pdf)).toContain('No syntax or stream encoding errors found');
  });

  test('is the same to the byte when made again', async () => {
    expect(sha256(await renderPdf(aPaper()))).toBe(sha256(pdf));
    const draft = await renderPdf(aPaper({ meta: { ...paper.meta, draft: true } }));
    expect(sha256(draft)).not.toBe(sha256(pdf));
  });

  test('reads out exactly what the paper says, with whole words in spite of divided lines', () => {
    const read = structureText(pdf).join(' ').replace(/\s+/g, ' ');
    for (const block of evaluate(paper).blocks) {
      if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
      const text = block.runs
        .map((run) => run.text)
        .join('')
        .replace(/\s+/g, ' ');
      if (!block.runs.some((run) => run.href)) expect(read).toContain(text);
    }
    expect(read.replaceAll('\u00a0', ' ')).toContain(hostile.replace(/\s+/g, ' '));
    expect(read).not.toMatch(/[\u00ad\ufffd]/);
  });

  test('repeats header, footer and table header on paper without reading them out again', () => {
    const read = structureText(pdf);
    const pages = pageTexts(pdf);
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.filter((page) => page.includes('Gegenstand')).length).toBeGreaterThan(1);
    expect(read.filter((text) => text === 'Gegenstand').length).toBe(1);
    expect(pages.every((page) => page.includes('Landkreis Musterland (Beispiel)'))).toBe(true);
    expect(read.filter((text) => text.includes('Landkreis Musterland')).length).toBe(1);
    expect(read.join(' ')).not.toMatch(/Seite \d von|Prüfwert/);
  });

  test('keeps the attached source to the byte', () => {
    const [source] = paper.meta.attachments ?? [];
    expect(
      attachments(pdf)
        .get('case-manager.json')
        ?.equals(source?.content ?? new Uint8Array()),
    ).toBe(true);
  });

  test('shows its title and its bookmarks to pdf.js as well', async () => {
    const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
    const { info } = (await file.getMetadata()) as unknown as { info: Record<string, unknown> };
    expect(info).toMatchObject({ Title: paper.meta.title, Language: 'de-DE', IsAcroFormPresent: false });
    const [top] = (await file.getOutline()) as unknown as Bookmark[];
    expect(top?.title).toBe('Ausschreibung der Maßnahme „Case-Manager“');
    expect(top?.items.map((item) => item.title)).toEqual([
      'Sachverhalt',
      'Finanzierung',
      'Einzelaufstellung',
      'Beschlussvorschlag',
    ]);
    const [target] = top?.items.at(-1)?.dest ?? [];
    expect(target && (await file.getPageIndex(target)) + 1).toBe(file.numPages);
    await file.loadingTask.destroy();
  });

  test('is marked as a draft on each page, and says so to readers once', async () => {
    const data = { ...sampleData, beginn: missing('Beginn der Laufzeit') };
    const draft = await renderPdf(aPaper({ data, meta: { ...paper.meta, draft: true } }));
    assertAccessiblePdf(draft);
    const read = structureText(draft);
    expect(read.filter((text) => text === 'Entwurf').length).toBe(1);
    expect(read.join(' ')).toContain('[fehlt: Beginn der Laufzeit]');
    const file = await getDocument({ data: new Uint8Array(draft), verbosity: 0 }).promise;
    for (let number = 1; number <= file.numPages; number++) {
      const { items } = await (await file.getPage(number)).getTextContent();
      const turned = items.filter(
        (item) => 'str' in item && item.str === 'Entwurf' && item.transform[1] !== 0,
      );
      expect(turned.length).toBe(1);
    }
    await file.loadingTask.destroy();
  });

  test('stays accessible with a link over two pages, an empty cell and a row taller than a page', async () => {
    const long = 'Wort '.repeat(1200);
    const template = [
      '# Titel',
      '{% datatable items=$l as="x" %}',
      '{% column title="A" %}{% $x.a %} [ein Verweis mit vielen Wörtern](https://example.org/a?b=1&c=2){% /column %}',
      '{% column title="B" %}{% if $x.b %}{% $x.b %}{% /if %}{% /column %}',
      '{% /datatable %}',
    ].join('\n\n');
    const data = {
      l: [
        { a: 'kurz', b: null },
        { a: long, b: 'b' },
        { a: 'kurz', b: long },
      ],
    };
    assertAccessiblePdf(await renderPdf(aPaper({ template, data, figures: {} })));
  });
});

describe.skipIf(!hasTools)('the checker', () => {
  /** What pdfkit makes without our care. */
  async function carelessPdf(): Promise<Buffer> {
    const doc = new PDFDocument({ size: 'A4' });
    doc.text('Hallo').link(72, 72, 50, 12, 'https://example.org');
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise((resolve) => doc.on('end', resolve));
    doc.end();
    await ended;
    return Buffer.concat(chunks);
  }

  let careless: string;
  beforeAll(async () => {
    careless = pdfFaults(await carelessPdf()).join('\n');
  });

  test.each([
    'not marked as tagged',
    'language',
    'paints outside tags',
    'no structure tree',
    'not embedded',
    'lack a title',
    'PDF/UA-1',
    'PDF/A-3a',
    'which RGB',
    '"Seite 1 von 1" is missing',
    'tab order',
  ])('finds in a careless file: %s', (fault) => {
    expect(careless).toContain(fault);
  });

  /** Changes in the uncompressed parts of a good file, each with the fault it must bring. */
  const damages = [
    ['/Scope /Column', '/Scope /Colour', 'header cell does not say'],
    ['/S /H2', '/S /H3', 'H3 follows H1'],
    ['/S /LBody', '/S /Lbodi', 'no standard structure type'],
    ['/ListNumbering', '/ListNumberinx', 'how it is numbered'],
    ['/O /Layout', '/O /Layoux', 'no box'],
    ['/Alt (', '/Aly (', 'no alternative text'],
    ['/Contents (', '/Contenty (', 'no description'],
    ['/Tabs /S', '/Tabs /R', 'tab order'],
    ['/DisplayDocTitle true', '/DisplayDocTitly true', 'file name instead of the title'],
    ['/AFRelationship /Source', '/AFRelationship /Sourcy', 'what it is to the paper'],
    ['/Subtype /application#2Fjson', '/Subtypy /application#2Fjson', 'no MIME type'],
    ['<pdfuaid:part>1<', '<pdfuaid:part>2<', 'PDF/UA-1'],
    ['/GTS_PDFA1', '/GTS_PDFA9', 'which RGB'],
  ] as const;

  test('notices each damage done to a good file', async () => {
    const good = (await renderPdf(aPaper())).toString('latin1');
    const broken = damages.reduce((text, [right, wrong]) => text.replaceAll(right, wrong), good);
    const faults = pdfFaults(Buffer.from(broken, 'latin1')).join('\n');
    for (const [right, , fault] of damages) {
      expect.soft(good).toContain(right);
      expect.soft(faults).toContain(fault);
    }
    expect(pdfFaults(Buffer.from(good.replaceAll('/S /TH\n', '/S /TD\n'), 'latin1'))).toContain(
      'A table has no header cells.',
    );
  });
});
