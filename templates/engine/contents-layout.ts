/** The table of contents: which headings it names, and how its lines stand. */
import type { Block, Run } from './document';
import { type Item, moved, stacked, type Strip, structNode } from './placed';
import { look, type TextLook } from './style';
import { type Frame, textOf, textStrips } from './text-layout';

interface Entry {
  readonly level: 1 | 2;
  readonly runs: readonly Run[];
  readonly anchor: string;
}

const numberWidth = 34;

/** Closely set: mostly all of it stands on one page. */
function contentsLook(face: TextLook['face']): TextLook {
  return { ...look.cell, face, size: 9.2, leading: 12.2 };
}

/** The same blocks, in which every heading behind the table at `at` has a place to lead to, but the third level. */
export function anchored(blocks: readonly Block[], at: number): Block[] {
  return blocks.map((block, index) =>
    index > at && block.kind === 'heading' && block.level < 3
      ? { ...block, anchor: `abschnitt-${index}` }
      : block,
  );
}

/** The headings a table of contents names. Those in cells and notes are not among them. */
export function entriesOf(blocks: readonly Block[]): Entry[] {
  return blocks.flatMap((block): Entry[] => {
    if (block.kind !== 'heading' || block.level === 3 || block.anchor === undefined) return [];
    return [{ level: block.level, runs: block.runs, anchor: block.anchor }];
  });
}

/** One line for each heading, its page at the right; both lead there. */
export function contentsStrips(
  entries: readonly Entry[],
  pageNumbers: readonly number[],
  frame: Frame,
): Strip[] {
  const list = structNode('TOC', frame.node);
  return entries.map(({ level, runs, anchor }, index) => {
    const node = structNode('TOCI', list);
    const indent = level === 1 ? 0 : 16;
    const face = level === 1 ? look.body.bold : look.body.face;
    const line = { ...frame, node, look: contentsLook(face), align: 'left' } as const;
    const title = textStrips(
      [{ text: textOf(runs), href: `#${anchor}` }],
      { ...line, width: frame.width - numberWidth - indent },
      0,
      false,
    );
    const numberFrame: Frame = {
      ...line,
      node: structNode('P', node),
      width: numberWidth,
      align: 'right',
    };
    const number = stacked(textStrips([{ text: String(pageNumbers[index] ?? 0) }], numberFrame, 0));
    const text = stacked(title);
    const items: Item[] = [
      ...text.items.map((item) => moved(item, indent, 0)),
      ...number.items.map((item) =>
        moved(item, frame.width - numberWidth, text.height - contentsLook(face).leading),
      ),
    ];
    return {
      height: text.height,
      space: index === 0 ? 4 : level === 1 ? 5 : 0,
      items,
      glued: false,
      kind: 'line',
    };
  });
}
