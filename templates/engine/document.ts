/**
 * The document tree: what a paper says, before anybody decides where it stands.
 *
 * Templates are evaluated into this tree (`template.ts`), the typography pass
 * rewrites its texts (`typography.ts`) and the layout places it (`layout.ts`).
 * Nothing in here knows about PDF.
 */

/** A piece of text in one style. `'\n'` in `text` is a forced line break. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Printed highlighted: a value the paper needs and nobody has entered. */
  readonly missing?: boolean;
  /** http, https or mailto. */
  readonly href?: string;
}

interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly runs: readonly Run[];
  /** Place in the file for a table of contents to lead to; the layout gives it. */
  readonly anchor?: string;
}

interface Paragraph {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
}

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  /** Number of the first item of an ordered list. */
  readonly start: number;
  readonly items: readonly (readonly Block[])[];
}

export type Align = 'left' | 'right' | 'center';

interface Column {
  /** Share of the table's width, relative to the other columns. */
  readonly width: number;
  readonly align: Align;
}

/** One cell: mostly a single paragraph, but lists and several paragraphs are fine. */
export type Cell = readonly Block[];

export interface Table {
  readonly kind: 'table';
  readonly caption?: string;
  readonly columns: readonly Column[];
  /** Printed again on every page the table continues on. */
  readonly head: readonly (readonly Cell[])[];
  readonly body: readonly (readonly Cell[])[];
  /** Sum rows: printed bold under a rule, never alone on a page. */
  readonly foot: readonly (readonly Cell[])[];
  /** The first cell of each row names the row. */
  readonly rowHeader: boolean;
  /** All rows on one page, if they fit on one. */
  readonly keep: boolean;
}

/** Two columns: what it is, and its value. */
export interface Facts {
  readonly kind: 'facts';
  readonly caption?: string;
  readonly rows: readonly { readonly label: readonly Run[]; readonly value: Cell }[];
}

/** sRGB as '#rrggbb'. Nothing else: other colour spaces break PDF/A. */
export type Colour = `#${string}`;
type Point = readonly [x: number, y: number];

/** Parts of a figure, in points, from its upper left corner. Later parts cover earlier ones. */
export type Primitive =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius?: number;
      readonly fill?: Colour;
      readonly stroke?: Colour;
      readonly strokeWidth?: number;
    }
  | {
      readonly kind: 'line';
      readonly from: Point;
      readonly to: Point;
      readonly stroke: Colour;
      readonly strokeWidth?: number;
      readonly dash?: number;
      /** Draws a filled head at `to`. */
      readonly arrow?: boolean;
    }
  | {
      readonly kind: 'polygon';
      readonly points: readonly Point[];
      readonly fill?: Colour;
      readonly stroke?: Colour;
      readonly strokeWidth?: number;
    }
  | {
      /** Wraps and hyphenates inside `width`; `'\n'` breaks a line. */
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      /** With a height the text can stand in the middle or at the bottom of it. */
      readonly height?: number;
      readonly text: string;
      readonly size: number;
      readonly weight?: 'regular' | 'medium' | 'semibold' | 'bold';
      readonly align?: Align;
      readonly valign?: 'top' | 'middle' | 'bottom';
      readonly colour?: Colour;
    };

export interface Figure {
  /** Says everything the picture says: it is read out instead of it. */
  readonly alt: string;
  readonly caption?: string;
  /** Points; wider than `contentWidth` is scaled down. */
  readonly width: number;
  readonly height: number;
  readonly parts: readonly Primitive[];
}

interface FigureBlock {
  readonly kind: 'figure';
  readonly figure: Figure;
}

/** Place and date on the left, signature and role on the right; stays together. */
export interface Signature {
  readonly kind: 'signature';
  readonly role: readonly Run[];
  readonly place: readonly Run[];
}

/** A remark set off from the text by a bar at its left. */
export interface Note {
  readonly kind: 'note';
  readonly blocks: readonly Block[];
}

interface PageBreak {
  readonly kind: 'pagebreak';
}

/** Headings of the two upper levels that come after it, each with its page; the layout fills it in. */
interface Contents {
  readonly kind: 'contents';
}

/** Room to be filled in by hand. Marked by its look alone: form fields are forbidden in PDF/A-3a. */
export interface Blank {
  readonly kind: 'blank';
  /** What belongs there; printed small, and what a screen reader says. */
  readonly label: readonly Run[];
  readonly lines: number;
}

/** A box to tick, and what ticking it says. */
export interface TickBox {
  readonly kind: 'tickbox';
  readonly label: readonly Run[];
}

export type Block =
  | Heading
  | Paragraph
  | List
  | Table
  | Facts
  | FigureBlock
  | Signature
  | Note
  | PageBreak
  | Contents
  | Blank
  | TickBox;

export interface Attachment {
  readonly name: string;
  /** 'application/json' and the like; PDF/A-3 refuses a file without it. */
  readonly mimeType: string;
  readonly description: string;
  /** `source`: the paper was made from it; `data`: it belongs to the paper. */
  readonly relationship: 'source' | 'data';
  readonly content: Uint8Array;
}

/** What stands around the text. The caller knows it; no template may change it. */
export interface DocumentMeta {
  readonly title: string;
  readonly subject?: string;
  /** The authority: the organisation, never a person. */
  readonly author: string;
  /** Letterhead of page 1; the first line of each side is repeated above later pages. */
  readonly header: { readonly left: readonly string[]; readonly right: readonly string[] };
  /** Printed across each page as "Entwurf". */
  readonly draft: boolean;
  /** What the paper was made from, printed in the footer: "Version 3 der Maßnahme" or "Arbeitsstand". */
  readonly basis?: string;
  /** 'YYYY-MM-DD': the only date in the file, so that equal input gives equal bytes. */
  readonly createdAt: string;
  readonly attachments?: readonly Attachment[];
}

export interface Document extends DocumentMeta {
  readonly language: 'de-DE';
  /** Template, its version and the fingerprint of all that went in. */
  readonly footer: string;
  readonly blocks: readonly Block[];
}

/** Width of the text area in points: A4 with 25 mm at the left and 20 mm at the right. */
export const contentWidth = 467.72; // 595.28 − 70.87 − 56.69

const missingKind = Symbol.for('massnahmenportal.missing');

/** Stands in the data where a value should be, and prints as a highlighted "[fehlt: …]". */
export interface Missing {
  readonly [missingKind]: true;
  readonly label: string;
}

/** `label` is the German name of the field, as the forms call it. */
export function missing(label: string): Missing {
  return { [missingKind]: true, label };
}

export function isMissing(value: unknown): value is Missing {
  return typeof value === 'object' && value !== null && missingKind in value;
}

/** The words that stand for a missing value, also inside figures and alternative texts. */
export function missingText(gap: Missing): string {
  return `[fehlt: ${gap.label}]`;
}
