/** Turns blocks into strips of a given width. */
import type { Blank, Block, Colour, List, Note, Run, Signature, TickBox } from './document';
import { drawingStrip } from './figure-layout';
import { printable } from './fonts';
import { inset, type Item, moved, stacked, type Strip, structNode } from './placed';
import { colour, gap, headingLook, look, page } from './style';
import { tableStrips } from './table-layout';
import { type Frame, textOf, textStrips } from './text-layout';

export function flow(blocks: readonly Block[], frame: Frame): Strip[] {
  const isBare = frame.bare && blocks.length === 1;
  return blocks.flatMap((block, index) => {
    const strips = stripsOf(block, frame, isBare ?? false);
    const first = strips[0];
    // "… findet statt in:" stays with its list.
    const before = blocks[index - 1];
    if (first && block.kind === 'list' && before?.kind === 'paragraph' && textOf(before.runs).endsWith(':')) {
      return [{ ...first, glued: true }, ...strips.slice(1)];
    }
    return strips;
  });
}

function stripsOf(block: Block, frame: Frame, isBare: boolean): Strip[] {
  switch (block.kind) {
    case 'heading': {
      const { above, below, ...headLook } = headingLook[block.level];
      const node = structNode(`H${block.level}`, frame.node);
      const lines = textStrips(block.runs, { ...frame, look: headLook, node }, above, false);
      const bookmark = {
        level: block.level,
        title: printable('regular', textOf(block.runs)),
        ...(block.anchor !== undefined && { anchor: block.anchor }),
      };
      const title = stacked(lines);
      return [{ ...title, height: title.height + below, space: above, bookmark }];
    }
    case 'paragraph': {
      const node = isBare ? frame.node : structNode('P', frame.node);
      return textStrips(block.runs, { ...frame, node }, gap.paragraph);
    }
    case 'list':
      return listStrips(block, frame);
    case 'table':
    case 'facts':
      return tableStrips(block, frame, flow);
    case 'figure':
      return [drawingStrip(block.figure, frame)];
    case 'note':
      return noteStrips(block, frame);
    case 'signature':
      return [signatureStrip(block, frame)];
    case 'blank':
      return [blankStrip(block, frame)];
    case 'tickbox':
      return [tickBoxStrip(block, frame)];
    case 'contents':
      return []; // `layOut` puts it in: only there the pages are known
    case 'pagebreak':
      return [{ height: 0, space: 0, items: [], glued: false, kind: 'break' }];
  }
}

function listStrips(list: List, frame: Frame): Strip[] {
  const numbering = list.ordered ? 'Decimal' : 'Disc';
  const node = structNode('L', frame.node, { numbering });
  const indent = list.ordered ? frame.look.size * 2.1 : frame.look.size * 1.35;
  return list.items.flatMap((item, index) => {
    const itemNode = structNode('LI', node);
    const label = structNode('Lbl', itemNode);
    const body = structNode('LBody', itemNode);
    const mark = list.ordered ? `${list.start + index}.` : '•';
    const markStrip = textStrips([{ text: mark }], { ...frame, align: 'left', node: label }, 0)[0];
    const strips = flow(item, { ...frame, node: body, width: frame.width - indent, bare: true });
    return strips.map((strip, position) => {
      const placed = inset(strip, indent);
      if (position > 0) return placed;
      const items = [...(markStrip?.items ?? []), ...placed.items];
      return { ...placed, items, space: index === 0 ? gap.list : gap.item };
    });
  });
}

function noteStrips(note: Note, frame: Frame): Strip[] {
  const padding = 10;
  const node = structNode('Div', frame.node);
  const strips = flow(note.blocks, { ...frame, node, width: frame.width - 2 * padding - 3 }).map((strip) =>
    inset(strip, padding + 3),
  );
  const whole = stacked(strips);
  const bar = (height: number): Item[] => [
    { kind: 'shape', node: null, x: 0, y: 0, width: frame.width, height, fill: colour.tint },
    { kind: 'shape', node: null, x: 0, y: 0, width: 3, height, fill: colour.accent },
  ];
  if (whole.height > (page.bottom - page.top) / 2) return strips; // too long for a box
  const height = whole.height + 2 * padding - 4;
  const inside = whole.items.map((item) => moved(item, 0, padding - 2));
  return [{ ...whole, height, space: gap.table, items: [...bar(height), ...inside] }];
}

function signatureStrip(signature: Signature, frame: Frame): Strip {
  const room = 46; // for the hand
  const columnGap = 30;
  const left = frame.width * 0.42;
  const right = frame.width - left - columnGap;
  const field = (runs: readonly Run[], x: number, width: number): Item[] => {
    const fieldFrame = { ...frame, look: look.cell, node: structNode('P', frame.node), width };
    const text = stacked(textStrips(runs, fieldFrame, 0));
    const line: Item = { kind: 'shape', node: null, x, y: room, width, height: 0.6, fill: colour.ink };
    return [line, ...text.items.map((item) => moved(item, x, room + 3))];
  };
  const place = [...signature.place, { text: signature.place.length > 0 ? ', Datum' : 'Ort, Datum' }];
  const items = [...field(place, 0, left), ...field(signature.role, left + columnGap, right)];
  return { height: room + 3 * look.cell.leading, space: 12, items, glued: true, kind: 'block' };
}

/** A tinted box over a rule: where to write is seen on paper and in black and white. */
function blankStrip(blank: Blank, frame: Frame): Strip {
  const node = structNode('P', frame.node);
  const label = stacked(
    textStrips(blank.label, { ...frame, node, look: look.fine, align: 'left', width: frame.width - 8 }, 0),
  );
  const height = label.height + blank.lines * 17 + 3;
  const items: Item[] = [
    { kind: 'shape', node: null, x: 0, y: 0, width: frame.width, height, fill: colour.blank },
    { kind: 'shape', node: null, x: 0, y: height - 0.8, width: frame.width, height: 0.8, fill: colour.ink },
    ...label.items.map((item) => moved(item, 4, 1)),
  ];
  return { height, space: frame.bare ? 2 : gap.paragraph, items, glued: false, kind: 'block' };
}

function tickBoxStrip(box: TickBox, frame: Frame): Strip {
  const size = 9.5;
  const indent = 17;
  const node = structNode('P', frame.node);
  const text = stacked(textStrips(box.label, { ...frame, node, width: frame.width - indent }, 0));
  const y = (frame.look.leading - size) / 2;
  const square = (inset: number, fill: Colour): Item => ({
    kind: 'shape',
    node: null,
    x: inset,
    y: y + inset,
    width: size - 2 * inset,
    height: size - 2 * inset,
    fill,
  });
  const items = [
    square(0, colour.ink),
    square(0.8, colour.blank),
    ...text.items.map((item) => moved(item, indent, 0)),
  ];
  return { height: text.height, space: frame.bare ? 2 : gap.item, items, glued: false, kind: 'block' };
}
