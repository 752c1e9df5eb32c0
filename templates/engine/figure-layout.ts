/** Places a figure: scaled to the width, its texts broken into lines. */
import type { Figure, Primitive } from './document';
import { type Frame, textStrips } from './text-layout';
import { breakLines } from './lines';
import { type DrawnPart, type Item, stacked, type Strip, structNode } from './placed';
import { colour, gap, look, page } from './style';

const leadingFactor = 1.26;

/** Never divided. The caption stands beside the figure: inside, the alternative text would hide it. */
export function drawingStrip(figure: Figure, frame: Frame): Strip {
  const tallest = (page.bottom - page.top) * 0.9;
  const scale = Math.min(1, frame.width / figure.width, tallest / figure.height);
  const group = figure.caption ? structNode('Div', frame.node) : frame.node;
  const node = structNode('Figure', group, { alt: figure.alt });
  const drawing: Item = {
    kind: 'drawing',
    node,
    x: (frame.width - figure.width * scale) / 2,
    y: 0,
    width: figure.width * scale,
    height: figure.height * scale,
    scale,
    parts: figure.parts.flatMap(drawnParts),
  };
  const strip: Strip = {
    height: drawing.height,
    space: gap.table,
    items: [drawing],
    glued: false,
    kind: 'block',
  };
  if (!figure.caption) return strip;
  const captionFrame = { ...frame, look: look.caption, node: structNode('Caption', group) };
  const caption = textStrips([{ text: figure.caption }], captionFrame, 4);
  return { ...stacked([strip, ...caption]), kind: 'block' };
}

function drawnParts(part: Primitive): DrawnPart[] {
  if (part.kind !== 'text') return [part];
  const face = part.weight ?? 'regular';
  const style = { text: part.text, face, size: part.size, colour: part.colour ?? colour.ink };
  const lines = breakLines([style], part.width, 'rarely');
  const leading = part.size * leadingFactor;
  const free = (part.height ?? lines.length * leading) - lines.length * leading;
  const top = part.valign === 'middle' ? free / 2 : part.valign === 'bottom' ? free : 0;
  return lines.map((line, index) => {
    const rest = part.width - line.width;
    const x = part.align === 'right' ? rest : part.align === 'center' ? rest / 2 : 0;
    const y = part.y + top + index * leading + leading / 2 + part.size * 0.345;
    return { kind: 'line-of-text', x: part.x + x, y, segments: line.segments };
  });
}
