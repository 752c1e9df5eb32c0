import { expect, test } from 'vitest';
import { type Block, evaluate, type Table } from '#templates/engine/index';
import { layOut } from '#templates/engine/layout';
import { paginate } from '#templates/engine/pages';
import type { Item, Page, Strip, StructNode } from '#templates/engine/placed';
import { page as sheet } from '#templates/engine/style';
import { aPaper } from './sample';

const words =
  'Die Maßnahme stabilisiert die Lebensverhältnisse der leistungsberechtigten Personen im Landkreis. ';
const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const heading = (text: string): Block => ({ kind: 'heading', level: 2, runs: [{ text }] });

function pagesOf(blocks: readonly Block[]): readonly Page[] {
  const { meta } = aPaper();
  const document = {
    ...meta,
    header: { left: [], right: [] },
    language: 'de-DE',
    footer: 'Fuß',
    blocks,
  } as const;
  return layOut(document).pages;
}

const isText = (item: Item) => item.kind === 'text';
const tagged = (page: Page | undefined) =>
  page?.items.filter((item) => isText(item) && item.node !== null) ?? [];
const textOf = (page: Page | undefined) =>
  (page?.items ?? [])
    .flatMap((item) => (item.kind === 'text' ? item.segments.map((s) => s.text) : []))
    .join(' ');
const linesOf = (page: Page | undefined, node: StructNode | null) =>
  tagged(page).filter((item) => item.node === node).length;

/** Lines that push what follows towards the end of the first page. */
const filler = (lines: number): Block[] => Array.from({ length: lines }, () => paragraph('Zeile'));
const every = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

test.each(every(20, 34))('after %i lines no paragraph leaves a single line on a page', (lines) => {
  const pages = pagesOf([...filler(lines), paragraph(words.repeat(5)), ...filler(3)]);
  const nodes = new Set(pages.flatMap((page) => tagged(page).map((item) => item.node)));
  for (const node of nodes) {
    const counts = pages.map((page) => linesOf(page, node)).filter((count) => count > 0);
    if (counts.length > 1) expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
  }
});

test.each(every(20, 34))('after %i lines a heading is followed by at least three lines', (lines) => {
  const pages = pagesOf([...filler(lines), heading('Überschrift'), paragraph(words.repeat(6))]);
  const page = pages.find((each) => each.bookmarks.length > 0);
  const after = tagged(page).findIndex((item) => item.node?.tag === 'H2');
  expect(tagged(page).length - after - 1).toBeGreaterThanOrEqual(3);
});

test('nothing stands outside the text area', () => {
  for (const page of layOut(evaluate(aPaper())).pages) {
    for (const item of tagged(page)) {
      expect(item.y).toBeLessThanOrEqual(sheet.bottom + 0.1);
      expect(item.x).toBeGreaterThanOrEqual(sheet.left - 0.1);
    }
  }
});

function aTable(rows: number, change: Partial<Table> = {}): Table {
  const cell = (text: string) => [paragraph(text)];
  return {
    kind: 'table',
    caption: 'Posten',
    columns: [
      { width: 3, align: 'left' },
      { width: 1, align: 'right' },
    ],
    head: [[cell('Gegenstand'), cell('Betrag')]],
    body: Array.from({ length: rows }, (_, index) => [cell(`Posten ${index + 1}`), cell(`${index},00 €`)]),
    foot: [[cell('Summe'), cell('1,00 €')]],
    rowHeader: false,
    keep: false,
    ...change,
  };
}

test('a table shows its header on each page, and reads it out once', () => {
  const pages = pagesOf([aTable(80)]);
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) expect(textOf(page)).toContain('Gegenstand');
  const heads = pages.flatMap((page) => tagged(page).filter((item) => item.node?.tag === 'TH'));
  expect(heads.length).toBe(2);
});

test.each(every(26, 40))('with %i rows the sum is never alone on a page', (rows) => {
  const pages = pagesOf([aTable(rows)]);
  const last = textOf(pages.at(-1));
  expect(last).toContain('Summe');
  expect(last).toContain(`Posten ${rows}`);
});

test('a row taller than a page goes on on the next one, with nothing lost', () => {
  const tall = aTable(1, { body: [[[paragraph(words.repeat(90))], [paragraph('1,00 €')]]] });
  const pages = pagesOf([tall]);
  expect(pages.length).toBeGreaterThan(1);
  const read = pages
    .map(textOf)
    .join(' ')
    .match(/stabilisiert/g);
  expect(read?.length).toBe(90);
});

test('a table that is kept together begins on a new page rather than break', () => {
  const pages = pagesOf([...filler(25), aTable(20, { keep: true })]);
  expect(textOf(pages[0])).not.toContain('Posten');
  expect(textOf(pages[1])).toContain('Summe');
});

test('a caption and the header never part from the first row', () => {
  for (const lines of every(24, 34)) {
    const page = pagesOf([...filler(lines), aTable(30)]).find((each) => textOf(each).includes('Gegenstand'));
    expect(textOf(page)).toMatch(/Posten .*Posten 1/);
  }
});

test('the signature is never alone on a page', () => {
  for (const lines of every(24, 34)) {
    const signature: Block = { kind: 'signature', role: [{ text: 'Die Landrätin' }], place: [] };
    const last = textOf(pagesOf([...filler(lines), signature]).at(-1));
    expect(last).toMatch(/Zeile.*Die Landrätin/);
  }
});

test('a page break at the top of a page makes no empty page', () => {
  expect(pagesOf([{ kind: 'pagebreak' }, paragraph('a'), { kind: 'pagebreak' }, paragraph('b')]).length).toBe(
    2,
  );
});

test('a figure too large for the page is made smaller and stays in one piece', () => {
  const figure = { alt: 'x', width: 2000, height: 3000, parts: [] };
  const pages = pagesOf([paragraph('a'), { kind: 'figure', figure }]);
  const drawing = pages.flatMap((page) => page.items).find((item) => item.kind === 'drawing');
  expect(drawing?.kind === 'drawing' && drawing.y + drawing.height).toBeLessThanOrEqual(sheet.bottom);
});

test('a group taller than a page is divided in spite of its glue', () => {
  const strip: Strip = { height: 100, space: 0, items: [], glued: true, kind: 'block' };
  expect(paginate(Array.from({ length: 20 }, () => strip)).length).toBe(4);
});

test('a long title takes one line of the running header, cut with an ellipsis', () => {
  const { meta } = aPaper();
  const title = words.repeat(4).trim();
  const header = { left: ['Landkreis'], right: ['Vorlage 7'] };
  const blocks = [...filler(60)];
  const [, second] = layOut({ ...meta, title, header, language: 'de-DE', footer: title, blocks }).pages;
  const furniture = (second?.items ?? []).filter((item) => isText(item) && item.node === null);
  const lines = furniture.map((item) => item.kind === 'text' && item.segments.map((s) => s.text).join(''));
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^Landkreis · Die Maßnahme .*\u00a0…$/);
  expect(new Set(furniture.map(({ y }) => Math.round(y))).size).toBe(2);
});
