/** Draws lines of text and the parts of figures with pdfkit. */
import type { Segment } from './lines';
import { addContent, type EmbeddedFace, embedFace } from './pdfkit-private';
import type { DrawnPart } from './placed';
import type { Face } from './fonts';

type Doc = PDFKit.PDFDocument;

/** Thousandths of a point are finer than any printer; PDF knows no exponents. */
function decimal(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

const fillOperators = new Map<string, string>();

/** '#1f3a70' as the operator that fills with it. */
function fillOperator(colour: string): string {
  const known = fillOperators.get(colour);
  if (known !== undefined) return known;
  const parts = [1, 3, 5].map((at) => decimal(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  const operator = `${parts.join(' ')} rg`;
  fillOperators.set(colour, operator);
  return operator;
}

/** Draws text at a baseline; faces are announced to the document when they first occur. */
export class Pen {
  private readonly faces = new Map<Face, EmbeddedFace>();

  constructor(private readonly doc: Doc) {}

  /** Word by word as they were measured, each segment in one piece. */
  write(segments: readonly Segment[], x: number, y: number): void {
    for (const { face, size, colour, runs, x: left } of segments) {
      const embedded = this.embedded(face);
      // Upside down, because pdfkit counts from the top of the page.
      const place = `1 0 0 -1 ${decimal(x + left)} ${decimal(y)}`;
      let words = '';
      for (const run of runs) words += embedded.encode(run);
      const text = `BT\n/${embedded.nameOnPage()} ${decimal(size)} Tf\n${place} Tm\n[${words}] TJ\nET\n`;
      addContent(this.doc, `${fillOperator(colour)}\n${text}`);
    }
  }

  private embedded(face: Face): EmbeddedFace {
    const known = this.faces.get(face);
    if (known) return known;
    const fresh = embedFace(this.doc, face);
    this.faces.set(face, fresh);
    return fresh;
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
