/** The result of the layout: what stands where, and what it is to a screen reader. */
import type { Colour, Primitive } from './document';
import type { Segment } from './lines';

/** Standard structure types of PDF 1.7: others would fail PDF/UA-1 without a role map. */
export type Tag =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TFoot'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Div'
  | 'Link'
  | 'TOC'
  | 'TOCI';

/** A node of the structure tree. Its children stand in reading order, which is drawing order. */
export interface StructNode {
  readonly tag: Tag;
  readonly children: StructNode[];
  readonly alt?: string;
  readonly scope?: 'Column' | 'Row';
  readonly numbering?: 'Disc' | 'Decimal';
}

export function structNode(
  tag: Tag,
  parent: StructNode | null,
  attributes: Partial<StructNode> = {},
): StructNode {
  const node = { tag, children: [], ...attributes };
  parent?.children.push(node);
  return node;
}

export interface TextItem {
  readonly kind: 'text';
  /** Null: an artifact, which readers skip. */
  readonly node: StructNode | null;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly segments: readonly Segment[];
  /** Set on every part of a link; its node is a Link of its own. */
  readonly href?: string;
  /** Degrees, counter-clockwise around its own beginning. */
  readonly turn?: number;
}

interface ShapeItem {
  readonly kind: 'shape';
  readonly node: null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: Colour;
}

/** A text of a figure, already broken into lines. */
interface PlacedText {
  readonly kind: 'line-of-text';
  readonly x: number;
  readonly y: number;
  readonly segments: readonly Segment[];
}

export type DrawnPart = Exclude<Primitive, { kind: 'text' }> | PlacedText;

export interface DrawingItem {
  readonly kind: 'drawing';
  readonly node: StructNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly parts: readonly DrawnPart[];
}

/** Coordinates in points from the upper left corner. */
export type Item = TextItem | ShapeItem | DrawingItem;

export interface Bookmark {
  readonly level: 1 | 2 | 3;
  readonly title: string;
  /** Name of the place in the file, where a table of contents leads to it. */
  readonly anchor?: string;
}

/** A band of the text area that is never divided between pages. */
export interface Strip {
  readonly height: number;
  /** Space above it; falls away at the top of a page. */
  readonly space: number;
  readonly items: readonly Item[];
  /** No page break between it and the strip before. */
  readonly glued: boolean;
  readonly kind: 'line' | 'row' | 'block' | 'break';
  readonly bookmark?: Bookmark;
  /** Printed as artifacts above it when it begins a page: the table's header rows. */
  readonly repeat?: readonly Strip[];
}

export interface Page {
  /** In drawing order; artifacts of header and footer come first. */
  readonly items: readonly Item[];
  readonly bookmarks: readonly (Bookmark & { readonly y: number })[];
}

export interface Layout {
  readonly root: StructNode;
  readonly pages: readonly Page[];
}

export function moved<T extends Item>(item: T, dx: number, dy: number): T {
  return { ...item, x: item.x + dx, y: item.y + dy };
}

/** Puts strips under each other as one that stays together. */
export function stacked(strips: readonly Strip[], kind: Strip['kind'] = 'block'): Strip {
  let y = 0;
  const items = strips.flatMap((strip, index) => {
    const top = y + (index > 0 ? strip.space : 0);
    y = top + strip.height;
    return strip.items.map((item) => moved(item, 0, top));
  });
  const first = strips[0];
  return { height: y, space: first?.space ?? 0, items, glued: first?.glued ?? false, kind };
}

export function inset(strip: Strip, dx: number): Strip {
  return { ...strip, items: strip.items.map((item) => moved(item, dx, 0)) };
}

/** For content that has been read out before, or never should be. */
export function asArtifact(strip: Strip): Strip {
  return { ...strip, items: strip.items.flatMap((item) => (item.kind === 'drawing' ? [] : [unread(item)])) };
}

function unread(item: TextItem | ShapeItem): TextItem | ShapeItem {
  return item.kind === 'text' ? { ...item, node: null, href: undefined } : item;
}
