/** Draws lines of text and the parts of figures with pdfkit. */
import type { Segment } from './lines';
import { useFace } from './pdfkit-private';
import type { DrawnPart } from './placed';
import type { Face } from './fonts';

type Doc = PDFKit.PDFDocument;

/** Draws text at a baseline; faces are announced to the document when they first occur. */
export class Pen {
  private readonly faces = new Set<Face>();

  constructor(private readonly doc: Doc) {}

  write(segments: readonly Segment[], x: number, y: number): void {
    for (const segment of segments) {
      if (this.faces.has(segment.face)) this.doc.font(segment.face);
      else useFace(this.doc, segment.face);
      this.faces.add(segment.face);
      this.doc.fontSize(segment.size).fillColor(segment.colour);
      this.doc.text(segment.text, x + segment.x, y, { lineBreak: false, baseline: 'alphabetic' });
    }
  }

  draw(part: DrawnPart): void {
    switch (part.kind) {
      case 'line-of-text':
        return this.write(part.segments, part.x, part.y);
      case 'rect':
        if (part.radius) this.doc.roundedRect(part.x, part.y, part.width, part.height, part.radius);
        else this.doc.rect(part.x, part.y, part.width, part.height);
        return this.paint(part);
      case 'polygon':
        this.doc.polygon(...part.points.map(([x, y]) => [x, y]));
        return this.paint(part);
      case 'line': {
        const { from, to, stroke, strokeWidth = 1, dash, arrow } = part;
        const end = arrow ? this.arrowHead(from, to, strokeWidth, stroke) : to;
        this.doc
          .moveTo(...from)
          .lineTo(...end)
          .lineWidth(strokeWidth);
        if (dash) this.doc.dash(dash, { space: dash });
        this.doc.stroke(stroke);
        if (dash) this.doc.undash();
      }
    }
  }

  private paint(part: { fill?: string; stroke?: string; strokeWidth?: number }): void {
    this.doc.lineWidth(part.strokeWidth ?? 1);
    if (part.fill && part.stroke) this.doc.fillAndStroke(part.fill, part.stroke);
    else if (part.fill) this.doc.fill(part.fill);
    else this.doc.stroke(part.stroke ?? '#000000');
  }

  /** Gives back where the line ends, so that it does not show beside the tip. */
  private arrowHead(
    from: Readonly<[number, number]>,
    to: Readonly<[number, number]>,
    thickness: number,
    colour: string,
  ): [number, number] {
    const length = 4 + 2 * thickness;
    const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
    const corner = (turn: number): [number, number] => [
      to[0] - length * Math.cos(angle + turn),
      to[1] - length * Math.sin(angle + turn),
    ];
    this.doc.polygon([to[0], to[1]], corner(0.45), corner(-0.45)).fill(colour);
    return [to[0] - length * 0.8 * Math.cos(angle), to[1] - length * 0.8 * Math.sin(angle)];
  }
}
