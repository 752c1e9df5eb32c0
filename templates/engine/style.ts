/** Measures and colours of all papers, in points. */
import type { Face } from './fonts';
import type { Dividing } from './lines';

const millimetre = 72 / 25.4;

export const page = {
  width: 595.28,
  height: 841.89,
  left: 25 * millimetre,
  right: 20 * millimetre,
  /** Where the text begins on the first page (below the upper edge) and on the others. */
  firstTop: 18 * millimetre,
  top: 29 * millimetre,
  /** Where the text ends, from the upper edge. */
  bottom: 841.89 - 25 * millimetre,
} as const;

export const colour = {
  ink: '#1a1a1a',
  grey: '#55606b',
  rule: '#9aa5b1',
  hairline: '#cfd6dd',
  accent: '#17406d',
  tint: '#edf2f7',
  highlight: '#ffe9a8',
  /** Where somebody fills in by hand. */
  blank: '#fdf6dd',
  watermark: '#eceff1',
} as const;

export interface TextLook {
  readonly face: Face;
  readonly bold: Face;
  readonly size: number;
  /** Distance from one baseline to the next. */
  readonly leading: number;
  readonly colour: string;
  readonly dividing?: Dividing;
}

const body = { face: 'regular', bold: 'semibold', size: 10.5, leading: 15, colour: colour.ink } as const;

export const look = {
  body,
  cell: { ...body, size: 9.5, leading: 13.2 },
  columnHead: {
    ...body,
    dividing: 'rarely',
    face: 'semibold',
    size: 9,
    leading: 12.2,
    colour: colour.accent,
  },
  caption: { ...body, face: 'medium', size: 9.5, leading: 13.2, colour: colour.accent },
  fine: { ...body, size: 8, leading: 11, colour: colour.grey },
  letterhead: { ...body, face: 'bold', bold: 'bold', size: 12, leading: 16, colour: colour.accent },
  letterheadLine: { ...body, size: 9, leading: 12.5, colour: colour.grey },
} as const satisfies Record<string, TextLook>;

/** Looks of the three steps of headings, with the space above and below. */
export const headingLook = {
  1: {
    dividing: 'rarely',
    face: 'bold',
    bold: 'bold',
    size: 19,
    leading: 24,
    colour: colour.accent,
    above: 20,
    below: 8,
  },
  2: {
    dividing: 'rarely',
    face: 'semibold',
    bold: 'bold',
    size: 13,
    leading: 17,
    colour: colour.accent,
    above: 19,
    below: 5,
  },
  3: {
    dividing: 'rarely',
    face: 'semibold',
    bold: 'bold',
    size: 10.5,
    leading: 15,
    colour: colour.ink,
    above: 13,
    below: 3,
  },
} as const satisfies Record<1 | 2 | 3, TextLook & { above: number; below: number }>;

export const gap = {
  paragraph: 7,
  item: 3,
  list: 5,
  table: 10,
  /** Inside a cell. */
  cellX: 5,
  cellY: 3.6,
} as const;
