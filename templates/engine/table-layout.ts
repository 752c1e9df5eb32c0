/** Tables: rows that stay whole, header rows that come again on each page. */
import type { Align, Block, Cell, Facts, Table } from './document';
import { type Frame, textStrips } from './text-layout';
import {
  asArtifact,
  inset,
  type Item,
  moved,
  stacked,
  type Strip,
  structNode,
  type StructNode,
} from './placed';
import { colour, gap, look, page, type TextLook } from './style';

/** Lays out what stands in a cell. */
type Flow = (blocks: readonly Block[], frame: Frame) => Strip[];

interface CellPlan {
  readonly cell: Cell;
  readonly x: number;
  readonly width: number;
  readonly align: Align;
  readonly look: TextLook;
  readonly scope?: 'Column' | 'Row';
}

interface RowLook {
  readonly fill?: typeof colour.tint;
  /** Thickness of the rule under the row. */
  readonly rule: number;
  readonly ruleAbove?: number;
}

export function tableStrips(block: Table | Facts, frame: Frame, flow: Flow): Strip[] {
  const table = block.kind === 'facts' ? factsAsTable(block) : block;
  const node = structNode('Table', frame.node);
  const columns = columnsOf(table, frame.width);
  const plan = (cells: readonly Cell[], scopeOfFirst: 'Row' | undefined, cellLook: TextLook): CellPlan[] =>
    columns.map((column, index) => ({
      ...column,
      cell: cells[index] ?? [],
      look: index === 0 && scopeOfFirst ? { ...cellLook, face: 'medium' } : cellLook,
      ...(index === 0 && scopeOfFirst && { scope: scopeOfFirst }),
    }));
  const rowScope = table.rowHeader ? 'Row' : undefined;

  const caption = table.caption ? captionStrips(table.caption, frame, node) : [];
  const headNode = table.head.length > 0 ? structNode('THead', node) : node;
  const head = table.head.flatMap((cells) => {
    const plans = plan(cells, undefined, look.columnHead).map((cell) => ({
      ...cell,
      scope: 'Column' as const,
    }));
    return rowStrips(plans, structNode('TR', headNode), { fill: colour.tint, rule: 0.9 }, flow);
  });
  const bodyNode = table.body.length > 0 ? structNode('TBody', node) : node;
  const body = table.body.map((cells, index) =>
    rowStrips(
      plan(cells, rowScope, look.cell),
      structNode('TR', bodyNode),
      { rule: 0.5, ruleAbove: index === 0 && table.head.length === 0 ? 0.9 : 0 },
      flow,
    ),
  );
  const footNode = table.foot.length > 0 ? structNode('TFoot', node) : node;
  const foot = table.foot.flatMap((cells) => {
    const plans = plan(cells, rowScope, { ...look.cell, face: 'semibold' });
    return rowStrips(plans, structNode('TR', footNode), { ruleAbove: 0.9, rule: 0.9 }, flow);
  });

  const repeat = head.map(asArtifact);
  const rows = [...body.flat(), ...foot.map((strip) => ({ ...strip, glued: true }))];
  const top = [...caption, ...head];
  const strips: Strip[] = [...top, ...rows.map((strip) => ({ ...strip, repeat }))];
  const height = strips.reduce((sum, strip) => sum + strip.height + strip.space, 0);
  const isKept = table.keep && height < page.bottom - page.top;
  return strips.map((strip, index) => ({
    ...strip,
    space: index === 0 ? gap.table : strip.space,
    // Caption, header and first row are one; so are the last row and the sum.
    glued: index > 0 && (isKept || index <= top.length || strip.glued),
  }));
}

function factsAsTable(facts: Facts): Table {
  return {
    kind: 'table',
    ...(facts.caption !== undefined && { caption: facts.caption }),
    columns: [
      { width: 3, align: 'left' },
      { width: 7, align: 'left' },
    ],
    head: [],
    body: facts.rows.map((row) => [[{ kind: 'paragraph', runs: row.label }], row.value]),
    foot: [],
    rowHeader: true,
    keep: false,
  };
}

function columnsOf(table: Table, width: number): { x: number; width: number; align: Align }[] {
  const whole = table.columns.reduce((sum, column) => sum + column.width, 0);
  let x = 0;
  return table.columns.map((column) => {
    const placed = { x, width: (width * column.width) / whole, align: column.align };
    x += placed.width;
    return placed;
  });
}

function captionStrips(caption: string, frame: Frame, table: StructNode): Strip[] {
  const captionFrame: Frame = {
    ...frame,
    align: 'left',
    look: look.caption,
    node: structNode('Caption', table),
  };
  const lines = textStrips([{ text: caption }], captionFrame, gap.table, false);
  const strip = stacked(lines, 'line');
  return [{ ...strip, height: strip.height + 3 }];
}

/** Mostly one strip; a row taller than a page becomes several. */
function rowStrips(cells: readonly CellPlan[], row: StructNode, rowLook: RowLook, flow: Flow): Strip[] {
  const tallest = (page.bottom - page.top) * 0.8;
  const columns = cells.map((cell) => cellStrips(cell, row, flow));
  const whole = columns.map((strips) => stacked(strips));
  if (Math.max(...whole.map((strip) => strip.height)) <= tallest) return [rowStrip(cells, whole, rowLook)];

  const parts: Strip[] = [];
  const waiting = columns.map((strips) => [...strips]);
  while (waiting.some((strips) => strips.length > 0)) {
    const taken = waiting.map((strips) => stacked(takeWhileFits(strips, tallest)));
    const isLast = waiting.every((strips) => strips.length === 0);
    parts.push(rowStrip(cells, taken, isLast ? rowLook : { ...rowLook, rule: 0 }));
  }
  return parts;
}

function takeWhileFits(strips: Strip[], height: number): Strip[] {
  const taken: Strip[] = [];
  let used = 0;
  for (
    let next = strips[0];
    next && (taken.length === 0 || used + next.space + next.height <= height);
    next = strips[0]
  ) {
    used += next.space + next.height;
    taken.push(next);
    strips.shift();
  }
  return taken;
}

function cellStrips(plan: CellPlan, row: StructNode, flow: Flow): Strip[] {
  const node = structNode(plan.scope ? 'TH' : 'TD', row, plan.scope && { scope: plan.scope });
  const width = plan.width - 2 * gap.cellX;
  return flow(plan.cell, { width, node, look: plan.look, align: plan.align, bare: true });
}

function rowStrip(plans: readonly CellPlan[], contents: readonly Strip[], rowLook: RowLook): Strip {
  const inner = Math.max(look.cell.leading, ...contents.map((strip) => strip.height));
  const height = inner + 2 * gap.cellY;
  const first = plans[0];
  const last = plans.at(-1);
  if (!first || !last) return { height: 0, space: 0, items: [], glued: false, kind: 'row' };
  const width = last.x + last.width;
  const across = (y: number, thickness: number, fill: ColourOfRule): Item[] =>
    thickness > 0 ? [{ kind: 'shape', node: null, x: 0, y, width, height: thickness, fill }] : [];

  const background: Item[] = rowLook.fill ? across(0, height, rowLook.fill) : [];
  const rule = rowLook.rule > 0.5 ? colour.accent : colour.rule;
  const items = [
    ...background,
    ...across(-0.45, rowLook.ruleAbove ?? 0, colour.accent),
    ...across(height - rowLook.rule, rowLook.rule, rule),
    ...contents.flatMap((strip, index) => {
      const x = (plans[index]?.x ?? 0) + gap.cellX;
      return inset(strip, x).items.map((item) => moved(item, 0, gap.cellY));
    }),
  ];
  return { height, space: 0, items, glued: false, kind: 'row' };
}

type ColourOfRule = (typeof colour)[keyof typeof colour];
