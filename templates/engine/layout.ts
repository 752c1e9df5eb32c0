/**
 * From the document tree to pages: pure, so that every rule of it can be tested
 * without a PDF.
 *
 * The letterhead of the first page is read out; the header and footer of the
 * others, and the word "Entwurf" across the page, are artifacts.
 */
import { anchored, contentsStrips, entriesOf } from './contents-layout';
import type { Document } from './document';
import { flow } from './flow';
import { shape } from './fonts';
import { breakLines } from './lines';
import { type Frame, textStrips } from './text-layout';
import { paginate } from './pages';
import {
  type Item,
  type Layout,
  moved,
  type Page,
  stacked,
  type Strip,
  structNode,
  type StructNode,
} from './placed';
import { colour, look, page, type TextLook } from './style';

export function layOut(document: Document): Layout {
  const width = page.width - page.left - page.right;
  const { root, pages } = placed(document, width);
  return {
    root,
    pages: pages.map((each, index) => withFurniture(each, index, pages.length, document, width)),
  };
}

/** The text on its pages, without what stands around it. */
function placed(document: Document, width: number): Layout {
  const at = document.blocks.findIndex(({ kind }) => kind === 'contents');
  const blocks = at < 0 ? document.blocks : anchored(document.blocks, at);
  const attempt = (pageNumbers: readonly number[]): Layout => {
    const root = structNode('Document', null);
    const frame: Frame = { width, node: root, look: look.body, align: 'left' };
    const strips = [
      ...letterhead(document, root, width),
      ...flow(blocks.slice(0, Math.max(at, 0)), frame),
      ...(at < 0 ? [] : contentsStrips(entriesOf(blocks), pageNumbers, frame)),
      ...flow(blocks.slice(Math.max(at, 0)), frame),
    ];
    return { root, pages: paginate(strips) };
  };
  if (at < 0) return attempt([]);
  // First to see on which pages the headings stand; the numbers change no line, so the second time it is true.
  const numbers = attempt([]).pages.flatMap((each, index) =>
    each.bookmarks.filter(({ anchor }) => anchor !== undefined).map(() => index + 1),
  );
  return attempt(numbers);
}

/** Authority and office at the left, class and file reference at the right, over a rule. */
function letterhead({ header, draft }: Document, root: StructNode, width: number): Strip[] {
  if (header.left.length + header.right.length === 0) return [];
  const side = (lines: readonly string[], align: 'left' | 'right', first: TextLook) =>
    stacked(
      lines.flatMap((text, index) => {
        const lineLook = index === 0 ? first : look.letterheadLine;
        const frame: Frame = { width: width * 0.48, node: structNode('P', root), look: lineLook, align };
        return textStrips([{ text }], frame, 0, false);
      }),
    );
  const left = side(header.left, 'left', look.letterhead);
  // The word across the page is not read out: here it is.
  const right = side(draft ? ['Entwurf', ...header.right] : header.right, 'right', {
    ...look.letterheadLine,
    face: 'semibold',
    leading: 16,
  });
  const height = Math.max(left.height, right.height) + 8;
  const items: Item[] = [
    ...left.items,
    ...right.items.map((item) => moved(item, width * 0.52, 0)),
    { kind: 'shape', node: null, x: 0, y: height, width, height: 1.2, fill: colour.accent },
  ];
  return [{ height: height + 6, space: 0, items, glued: false, kind: 'block' }];
}

/** Header, footer and watermark of one page; all of them artifacts, drawn before the text. */
function withFurniture(content: Page, index: number, count: number, document: Document, width: number): Page {
  const fine = (text: string, align: 'left' | 'right', share: number): Item[] => {
    const frame: Frame = { width: width * share, node: structNode('P', null), look: look.fine, align };
    const line = shortened(text, frame.width);
    return stacked(textStrips([{ text: line }], frame, 0, false)).items.map((item) =>
      item.kind === 'text' ? { ...item, node: null } : item,
    );
  };
  const at = (items: readonly Item[], dx: number, y: number) =>
    items.map((item) => moved(item, page.left + dx, y));
  const ruleAt = (y: number): Item => ({
    kind: 'shape',
    node: null,
    x: page.left,
    y,
    width,
    height: 0.5,
    fill: colour.rule,
  });

  const footerTop = page.bottom + 20;
  const footer = [
    ruleAt(footerTop),
    ...at(fine(document.footer, 'left', 0.8), 0, footerTop + 4),
    ...at(fine(`Seite ${index + 1} von ${count}`, 'right', 0.19), width * 0.81, footerTop + 4),
    ...(document.basis ? at(fine(document.basis, 'left', 1), 0, footerTop + 15) : []),
  ];
  const headerTop = 34;
  const { left, right } = document.header;
  const header =
    index === 0
      ? []
      : [
          ...at(fine([left[0], document.title].filter(Boolean).join(' · '), 'left', 0.74), 0, headerTop),
          ...at(fine(right[0] ?? '', 'right', 0.24), width * 0.76, headerTop),
          ruleAt(headerTop + 14),
        ];
  return {
    ...content,
    items: [...(document.draft ? [watermark()] : []), ...header, ...footer, ...content.items],
  };
}

/** As much of a text of the header or footer as fits on one line. */
function shortened(text: string, width: number): string {
  const fits = (line: string) => breakLines([{ ...look.fine, text: line }], width, 'rarely').length === 1;
  if (fits(text)) return text;
  const signs = Array.from(text);
  while (signs.length > 1 && !fits(`${signs.join('')}\u00a0…`)) signs.pop();
  return `${signs.join('').trimEnd()}\u00a0…`;
}

/** Lies under the text in a tone that leaves it legible on paper. */
function watermark(): Item {
  const size = 118;
  const text = 'Entwurf';
  const style = { face: 'bold', size, colour: colour.watermark, text } as const;
  const segment = { ...style, x: 0, width: 0, runs: [shape(style.face, text)] };
  return { kind: 'text', node: null, x: 165, y: 595, segments: [segment], turn: 52 };
}
