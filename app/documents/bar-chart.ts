import type { Colour, Figure, Primitive } from '#templates/engine/document';
import { linesOf } from './figure-text';

/** One bar with its words; lengths are shares of the longest possible bar. */
export interface Bar {
  readonly label: string;
  readonly value: string;
  /** 0 to 1; null: no bar is drawn, the words say why. */
  readonly share: number | null;
  /** Uncertainty as a thin line, 0 to 1. */
  readonly interval?: { readonly lower: number; readonly upper: number };
}

interface ChartOptions {
  /** What the bars show, for caption and alternative text. */
  readonly caption: string;
  /** Said in the alternative text where bars carry a line of uncertainty. */
  readonly intervalWords?: string;
}

const width = 467;
const labelWidth = 176;
const valueWidth = 92;
const gap = 9;
const barLeft = labelWidth + gap;
const barWidth = width - labelWidth - valueWidth - 2 * gap;
const size = 8.6;
const lineHeight = 1.3;
const barHeight = 9;

const accent: Colour = '#17406d';
const tint: Colour = '#edf2f7';
const ink: Colour = '#1a1a1a';
const whisker: Colour = '#c0491f';
const rule: Colour = '#9aa5b1';

/**
 * Bars one under the other, each with its label and its number in words: nothing is told
 * by colour or length alone. The alternative text says every bar (documents.md § 0).
 */
export function barChart(bars: readonly Bar[], { caption, intervalWords }: ChartOptions): Figure {
  const parts: Primitive[] = [];
  let top = 2;
  for (const bar of bars) {
    const lines = Math.max(linesOf(bar.label, labelWidth, size), linesOf(bar.value, valueWidth, size));
    const height = Math.max(lines * size * lineHeight + 5, barHeight + 6);
    parts.push(...barParts(bar, top, height));
    top += height;
  }
  parts.push({ kind: 'line', from: [barLeft, 0], to: [barLeft, top + 2], stroke: rule, strokeWidth: 0.8 });
  const words = bars.map(({ label, value }) => `${label}: ${value}`);
  const lineNote = intervalWords === undefined ? '' : ` ${intervalWords}`;
  return {
    alt: `Balkendiagramm: ${caption}. ${words.join('; ')}.${lineNote}`,
    caption: `${caption}.${lineNote}`,
    width,
    height: top + 2,
    parts,
  };
}

function barParts({ label, value, share, interval }: Bar, top: number, height: number): Primitive[] {
  const middle = top + height / 2;
  const text = { kind: 'text', y: top, height, size, valign: 'middle', colour: ink } as const;
  const at = (part: number) => barLeft + Math.min(Math.max(part, 0), 1) * barWidth;
  return [
    { ...text, x: 0, width: labelWidth, text: label, align: 'right' },
    ...(share === null
      ? []
      : ([
          {
            kind: 'rect',
            x: barLeft,
            y: middle - barHeight / 2,
            width: barWidth,
            height: barHeight,
            fill: tint,
          },
          {
            kind: 'rect',
            x: barLeft,
            y: middle - barHeight / 2,
            width: Math.max(at(share) - barLeft, 0.5),
            height: barHeight,
            fill: accent,
          },
        ] as const)),
    ...(interval ? whiskerParts(at(interval.lower), at(interval.upper), middle) : []),
    { ...text, x: barLeft + barWidth + gap, width: valueWidth, text: value },
  ];
}

function whiskerParts(from: number, to: number, middle: number): Primitive[] {
  const line = { kind: 'line', stroke: whisker, strokeWidth: 1.1 } as const;
  return [
    { ...line, from: [from, middle], to: [to, middle] },
    { ...line, from: [from, middle - 3], to: [from, middle + 3] },
    { ...line, from: [to, middle - 3], to: [to, middle + 3] },
  ];
}
