/**
 * The parts of pdfkit 0.20.2 that its types do not show and that we need.
 *
 * pdfkit is pinned exactly; the tests that read the finished file back would
 * fail if one of these changed.
 */
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { type Face, fontOf, type GlyphRun, shape } from './fonts';
import { escapeXml } from './xmp';

interface Reference {
  readonly data: Record<string, unknown>;
}

interface PrivateFont {
  readonly id: string;
  readonly subset: {
    readonly glyphs: readonly number[];
    includeGlyph(id: number): number;
    encode(): Uint8Array;
  };
  /** Both by code, the glyph's number within the subset. */
  readonly widths: (number | undefined)[];
  readonly unicode: (number[] | undefined)[];
  readonly scale: number;
  layoutCached(text: string): GlyphRun;
  encode(text: string): unknown;
  embed(): void;
  ref(): Reference;
}

interface PrivateDocument {
  _addInfo(): void;
  readonly _font: PrivateFont;
  readonly page: { readonly fonts: Record<string, Reference> };
  ref(data?: Record<string, unknown>): Reference;
  info: Record<string, unknown>;
}

/** pdfkit writes title and author into the XMP unescaped: "Schule & Straße" would break it. */
export function escapeInfoInXmp(doc: PDFKit.PDFDocument): void {
  const inner = doc as unknown as PrivateDocument;
  const addInfo = inner._addInfo.bind(inner);
  inner._addInfo = () => {
    const info = inner.info;
    const escaped = Object.entries(info).map(([key, value]) => [
      key,
      typeof value === 'string' ? escapeXml(value) : value,
    ]);
    inner.info = Object.fromEntries(escaped) as Record<string, unknown>;
    addInfo();
    inner.info = info;
  };
}

/** A face in one document: pdfkit embeds what of it was used. */
export interface EmbeddedFace {
  /** A shaped word as operand of the operator TJ. */
  readonly encode: (run: GlyphRun) => string;
  /** Its name in the content of the page that is open now, e.g. 'F1'. */
  readonly nameOnPage: () => string;
}

/**
 * Announces a face to a document.
 *
 * The everyday signs are embedded always and in the same order: so the embedded file
 * is the same for nearly every paper, and is cut out and compressed only once.
 */
export function embedFace(doc: PDFKit.PDFDocument, face: Face): EmbeddedFace {
  const inner = doc as unknown as PrivateDocument;
  doc.registerFont(face, fontOf(face) as unknown as PDFKit.Mixins.PDFFontSource);
  doc.font(face);
  const font = inner._font;
  font.layoutCached = (text) => shape(face, text);
  const everydayCount = includeEverydaySigns(font, face);
  embedOnce(inner, font, face, everydayCount);
  return {
    encode: (run) => encodeRun(font, run, everydayCount),
    nameOnPage: () => {
      inner.page.fonts[font.id] ??= font.ref();
      return font.id;
    },
  };
}

/**
 * Separated, so that no ligature or kerning hides one of them. The minus must be among
 * them: as a part of "=" its glyph comes into the font without a letter of its own, and
 * whoever reads the file aloud or copies from it would lose the sign of an amount.
 */
const everydaySigns = [
  ...Array.from(
    '0123456789abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ.,;:!?()[]/-–−„“§€%&+=*\'"…•·’→×é\u00a0',
  ),
  ...['fi', 'fl'],
].join(' ');

interface EverydaySubset {
  readonly glyphs: readonly number[];
  readonly widths: readonly (number | undefined)[];
  readonly unicode: readonly (number[] | undefined)[];
}

const everydaySubsets = new Map<Face, EverydaySubset>();

/** How many glyphs they are, ".notdef" counted too. */
function includeEverydaySigns(font: PrivateFont, face: Face): number {
  const { subset, widths, unicode } = font;
  const known = everydaySubsets.get(face);
  if (known) {
    for (const glyph of known.glyphs) subset.includeGlyph(glyph);
    Object.assign(widths, known.widths);
    Object.assign(unicode, known.unicode);
  } else {
    font.encode(everydaySigns);
    encodeRun(font, shape(face, 'a\u00ad'), 0); // shaping would hide the soft hyphen alone
    everydaySubsets.set(face, { glyphs: [...subset.glyphs], widths: [...widths], unicode: [...unicode] });
  }
  return subset.glyphs.length;
}

const fontFiles = new Map<Face, Buffer>();

/** The compressed font file of a paper with everyday signs alone is kept for the next one. */
function embedOnce(doc: PrivateDocument, font: PrivateFont, face: Face, everydayCount: number): void {
  const embed = font.embed.bind(font);
  font.embed = () => {
    if (font.subset.glyphs.length > everydayCount) return embed();
    const file = fontFiles.get(face) ?? deflateSync(font.subset.encode());
    fontFiles.set(face, file);
    font.subset.encode = () => file;
    // The first object that pdfkit makes here is the font file.
    const ref = doc.ref.bind(doc);
    doc.ref = () => {
      doc.ref = ref;
      return ref({ Filter: 'FlateDecode' });
    };
    embed();
  };
}

/**
 * The word as operand of TJ: codes in hex, and in between what kerning takes away.
 * Everyday signs have the same code in every document, so their words are kept.
 */
function encodeRun(font: PrivateFont, run: GlyphRun, everydayCount: number): string {
  if (run.operand !== undefined) return run.operand;
  const { subset, widths, unicode, scale } = font;
  let isEveryday = true;
  let operand = '<';
  for (const [index, glyph] of run.glyphs.entries()) {
    const code = subset.includeGlyph(glyph.id);
    if (code >= everydayCount) isEveryday = false;
    widths[code] ??= glyph.advanceWidth * scale;
    unicode[code] ??= glyph.codePoints;
    operand += code.toString(16).padStart(4, '0');
    const { xAdvance, advanceWidth } = run.positions[index] ?? { xAdvance: 0, advanceWidth: 0 };
    const kerning = Math.round((advanceWidth - xAdvance) * 100) / 100;
    if (kerning !== 0) operand += `> ${String(kerning)} <`;
  }
  operand += '>';
  if (isEveryday) run.operand = operand;
  return operand;
}

/** Operators for the open page. As bytes: pdfkit would turn a text into them sign by sign. */
export function addContent(doc: PDFKit.PDFDocument, operators: string): void {
  doc.addContent(Buffer.from(operators, 'latin1'));
}

/** Attributes of a structure element that pdfkit has no option for. */
export function setAttributes(
  element: PDFKit.PDFStructureElement,
  attributes: Record<string, unknown>,
): void {
  const { data } = (element as unknown as { dictionary: Reference }).dictionary;
  data.A = attributes;
}

/** A PDF string: pdfkit writes a plain one as a name. */

export const pdfString = (text: string): string => new String(text) as string;

export function newDocument(options: Record<string, unknown>): PDFKit.PDFDocument {
  return new PDFDocument(options);
}
