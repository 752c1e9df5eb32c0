/**
 * The parts of pdfkit 0.20.2 that its types do not show and that we need.
 *
 * pdfkit is pinned exactly; the tests that read the finished file back would
 * fail if one of these changed.
 */
import PDFDocument from 'pdfkit';
import { type Face, fontOf, type GlyphRun, shape } from './fonts';
import { escapeXml } from './xmp';

interface Reference {
  readonly data: Record<string, unknown>;
}

interface PrivateDocument {
  _addInfo(): void;
  _font: { layoutCached(text: string): GlyphRun };
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

/** Lets pdfkit draw the words as we measured them: shaped once, with tabular figures. */
export function useFace(doc: PDFKit.PDFDocument, face: Face): void {
  doc.registerFont(face, fontOf(face) as unknown as PDFKit.Mixins.PDFFontSource);
  doc.font(face);
  (doc as unknown as PrivateDocument)._font.layoutCached = (text) => shape(face, text);
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
