/** Lines of text as strips. */
import type { Align, Run } from './document';
import { breakLines, type Line, type StyledText } from './lines';
import { type Item, type Strip, structNode, type StructNode } from './placed';
import { colour, type TextLook } from './style';

/** Where blocks are laid out. */
export interface Frame {
  readonly width: number;
  readonly node: StructNode;
  readonly look: TextLook;
  readonly align: Align;
  /** A single paragraph belongs to the node itself (a cell, a list item). */
  readonly bare?: boolean;
}

export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

function styled(runs: readonly Run[], textLook: TextLook): StyledText[] {
  return runs.map((run) => ({
    text: run.text,
    face: run.bold ? (run.italic ? 'boldItalic' : textLook.bold) : run.italic ? 'italic' : textLook.face,
    size: textLook.size,
    colour: run.href ? colour.accent : run.missing ? colour.ink : textLook.colour,
    ...(run.href !== undefined && { href: run.href }),
    ...(run.missing && { highlight: colour.highlight }),
  }));
}

/** One strip per line; the first two and the last two lines of a paragraph stay together. */
export function textStrips(runs: readonly Run[], frame: Frame, space: number, canBreak = true): Strip[] {
  const lines = breakLines(styled(runs, frame.look), frame.width, frame.look.dividing);
  return lines.map((line, index) => ({
    height: frame.look.leading,
    space: index === 0 ? space : 0,
    items: lineItems(line, frame),
    glued: index > 0 && (!canBreak || index === 1 || index === lines.length - 1),
    kind: 'line',
  }));
}

function lineItems(line: Line, { look: textLook, node, align, width }: Frame): Item[] {
  const free = width - line.width;
  const x = align === 'right' ? free : align === 'center' ? free / 2 : 0;
  const y = textLook.leading / 2 + textLook.size * 0.345; // capitals stand in the middle of the line
  const items: Item[] = [];
  for (const segment of line.segments) {
    if (!segment.highlight) continue;
    const height = textLook.size * 1.25;
    items.push({
      kind: 'shape',
      node: null,
      x: x + segment.x - 1,
      y: y - textLook.size * 0.95,
      width: segment.width + 2,
      height,
      fill: colour.highlight,
    });
  }
  let plain: Line['segments'] = [];
  const flush = () => {
    if (plain.length > 0) items.push({ kind: 'text', node, x, y, segments: plain });
    plain = [];
  };
  for (const segment of line.segments) {
    if (segment.href === undefined) {
      plain = [...plain, segment];
      continue;
    }
    flush();
    // A link that goes over two lines is two links: each needs the page its own part stands on.
    const link = structNode('Link', node);
    items.push({ kind: 'text', node: link, x, y, segments: [segment], href: segment.href });
  }
  flush();
  return items;
}
