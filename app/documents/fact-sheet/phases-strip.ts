import type { Colour, Figure, Primitive } from '#templates/engine/document';
import { linesOf } from '../figure-text';

/** One phase of a participation; what the source does not say is null. */
export interface StripPhase {
  readonly name: string;
  readonly duration: string | null;
  readonly content: string | null;
}

const width = 467;
const mostInRow = 3;
const gap = 7;
/** How far the point of an arrow reaches out, and the notch behind it in. */
const point = 10;
const headSize = 9;
const textSize = 8.3;
const lineHeight = 1.3;

const accent: Colour = '#17406d';
const tint: Colour = '#edf2f7';
const ink: Colour = '#1a1a1a';
const grey: Colour = '#55606b';
const white: Colour = '#ffffff';

/**
 * The phases as a strip of arrows from left to right, their content below each.
 *
 * White on dark and dark on light: legible in black and white, too. The alternative
 * text says every word in order (documents.md § 0).
 */
export function phasesStrip(phases: readonly StripPhase[]): Figure {
  const columns = columnsFor(phases.length);
  const boxWidth = (width - gap * (columns - 1)) / columns;
  // Said once below where no phase has one, and not six times.
  const hasDurations = phases.some(({ duration }) => duration !== null);
  const parts: Primitive[] = [];
  let top = 0;
  for (let start = 0; start < phases.length; start += columns) {
    const row = phases.slice(start, start + columns);
    const inner = boxWidth - 2 * point - 8;
    const headHeight =
      Math.max(...row.map((phase, index) => linesOf(title(phase, start + index), inner, headSize))) *
        headSize *
        lineHeight +
      12;
    const below = row.map((phase) => bodyOf(phase, boxWidth - 12, hasDurations));
    const bodyHeight = Math.max(...below.map((body) => body.height));
    row.forEach((phase, index) => {
      const left = index * (boxWidth + gap);
      parts.push(...arrow(title(phase, start + index), left, top, boxWidth, headHeight));
      parts.push({
        kind: 'rect',
        x: left,
        y: top + headHeight + 3,
        width: boxWidth,
        height: bodyHeight,
        fill: tint,
      });
      parts.push(...(below[index]?.draw(left + 6, top + headHeight + 3) ?? []));
    });
    top += headHeight + 3 + bodyHeight + 10;
  }
  return {
    alt: alternativeText(phases),
    caption: `Ablauf in ${phases.length === 1 ? 'einer Phase' : `${String(phases.length)} Phasen`}${hasDurations ? '' : '; Dauer der Phasen: keine Angabe'}`,
    width,
    height: Math.max(top - 10, 1),
    parts,
  };
}

/** Rows of the same length look calmer than three and one. */
function columnsFor(count: number): number {
  return count === 4 ? 2 : Math.min(Math.max(count, 1), mostInRow);
}

function arrow(text: string, left: number, top: number, boxWidth: number, height: number): Primitive[] {
  const right = left + boxWidth;
  const middle = top + height / 2;
  return [
    {
      kind: 'polygon',
      points: [
        [left, top],
        [right - point, top],
        [right, middle],
        [right - point, top + height],
        [left, top + height],
        [left + point, middle],
      ],
      fill: accent,
    },
    {
      kind: 'text',
      x: left + point + 5,
      y: top,
      width: boxWidth - 2 * point - 6,
      height,
      valign: 'middle',
      text,
      size: headSize,
      weight: 'semibold',
      colour: white,
    },
  ];
}

function bodyOf({ duration, content }: StripPhase, inner: number, hasDuration: boolean) {
  const words = content ?? 'Inhalt: keine Angabe';
  const contentHeight = linesOf(words, inner, textSize) * textSize * lineHeight;
  const span = duration === null ? 'Dauer: keine Angabe' : `Dauer: ${duration}`;
  const spanHeight = hasDuration ? linesOf(span, inner, textSize) * textSize * lineHeight + 4 : 0;
  return {
    height: contentHeight + spanHeight + 11,
    draw: (x: number, y: number): Primitive[] => [
      { kind: 'text', x, y: y + 5, width: inner, text: words, size: textSize, colour: ink },
      ...(hasDuration
        ? ([
            {
              kind: 'text',
              x,
              y: y + 9 + contentHeight,
              width: inner,
              text: span,
              size: textSize,
              colour: grey,
            },
          ] as const)
        : []),
    ],
  };
}

function title({ name }: StripPhase, index: number): string {
  return `${String(index + 1)}. ${name}`;
}

function alternativeText(phases: readonly StripPhase[]): string {
  const words = phases.map(
    (phase, index) =>
      `${title(phase, index)}: ${phase.content ?? 'keine Angabe zum Inhalt'}; Dauer: ${phase.duration ?? 'keine Angabe'}`,
  );
  return `Phasen einer Teilnahme in ihrer Reihenfolge. ${words.join('. ')}.`;
}
