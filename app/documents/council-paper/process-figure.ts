import type { Colour, Figure, Missing, Primitive } from '#templates/engine/document';
import { isMissing, missingText } from '#templates/engine/document';
import { chunks, linesOf } from '../figure-text';

/** One step of the process; a gap is drawn as "[fehlt: …]" so that nobody overlooks it. */
export interface ProcessStep {
  readonly title: string;
  readonly text: string | Missing;
}

const width = 467;
const stepsPerRow = 3;
const gap = 26;
const padding = 8;
const titleSize = 9;
const textSize = 8.5;
const lineHeight = 1.32;

const ink: Colour = '#1b2430';
const accent: Colour = '#1d3f75';
const tint: Colour = '#eef2f8';
const paper: Colour = '#ffffff';

/**
 * The steps of one participation as numbered boxes, read row by row, and below
 * them the bar of the pilot function with the onward support systems.
 *
 * Dark text on light boxes with dark borders: legible in black and white, too
 * (documents.md § 1, 3.5). The alternative text lists every word in order.
 */
export function processFigure(
  measureTitle: string,
  steps: readonly ProcessStep[],
  referralTargets: readonly string[],
): Figure {
  const parts: Primitive[] = [];
  const columns = Math.min(stepsPerRow, Math.max(steps.length, 1));
  const boxWidth = (width - gap * (columns - 1)) / columns;

  let top = 0;
  const rows = chunks(steps, stepsPerRow);
  rows.forEach((row, rowIndex) => {
    const height = Math.max(...row.map((step) => boxHeight(step, boxWidth)));
    row.forEach((step, column) => {
      const left = column * (boxWidth + gap);
      parts.push(...stepBox(step, rowIndex * stepsPerRow + column + 1, left, top, boxWidth, height));
      if (column < row.length - 1) {
        const middle = top + height / 2;
        const from = left + boxWidth;
        parts.push({
          kind: 'line',
          from: [from + 3, middle],
          to: [from + gap - 3, middle],
          stroke: accent,
          strokeWidth: 1.4,
          arrow: true,
        });
      }
    });
    top += height;
    if (rowIndex < rows.length - 1) {
      parts.push(...turnToNextRow(top, boxWidth));
      top += 24;
    }
  });

  if (referralTargets.length > 0) {
    top += 14;
    const bar = pilotBar(measureTitle, referralTargets, top);
    parts.push(...bar.parts);
    top += bar.height;
  }

  return {
    alt: alternativeText(measureTitle, steps, referralTargets),
    caption: `Ablauf einer Teilnahme in ${stepCount(steps)}`,
    width,
    height: top,
    parts,
  };
}

function stepBox(
  step: ProcessStep,
  number: number,
  left: number,
  top: number,
  boxWidth: number,
  height: number,
): Primitive[] {
  const inner = boxWidth - 2 * padding;
  const titleHeight = linesOf(numbered(step, number), inner, titleSize) * titleSize * lineHeight;
  return [
    {
      kind: 'rect',
      x: left,
      y: top,
      width: boxWidth,
      height,
      radius: 3,
      fill: tint,
      stroke: accent,
      strokeWidth: 1,
    },
    {
      kind: 'text',
      x: left + padding,
      y: top + padding,
      width: inner,
      text: numbered(step, number),
      size: titleSize,
      weight: 'semibold',
      colour: accent,
    },
    {
      kind: 'text',
      x: left + padding,
      y: top + padding + titleHeight + 3,
      width: inner,
      text: words(step.text),
      size: textSize,
      colour: ink,
    },
  ];
}

/** From the end of one row back to the start of the next: down, left, down with a head. */
function turnToNextRow(bottom: number, boxWidth: number): Primitive[] {
  const right = width - boxWidth / 2;
  const left = boxWidth / 2;
  const middle = bottom + 12;
  const line = { kind: 'line', stroke: accent, strokeWidth: 1.4 } as const;
  return [
    { ...line, from: [right, bottom + 2], to: [right, middle] },
    { ...line, from: [right, middle], to: [left, middle] },
    { ...line, from: [left, middle], to: [left, bottom + 22], arrow: true },
  ];
}

function pilotBar(
  measureTitle: string,
  targets: readonly string[],
  top: number,
): { parts: Primitive[]; height: number } {
  const barText = titleSize + 0.5;
  const barLines = linesOf(pilotTitle(measureTitle), width - 2 * padding, barText);
  const barHeight = barLines * barText * lineHeight + 9.5;
  const columns = Math.min(targets.length, 4);
  const between = 10;
  const boxWidth = (width - between * (columns - 1)) / columns;
  const inner = boxWidth - 2 * padding;
  const rows = chunks(targets, columns);
  const parts: Primitive[] = [
    { kind: 'rect', x: 0, y: top, width, height: barHeight, radius: 3, fill: accent },
    {
      kind: 'text',
      x: padding,
      y: top,
      width: width - 2 * padding,
      height: barHeight,
      valign: 'middle',
      align: 'center',
      text: pilotTitle(measureTitle),
      size: barText,
      weight: 'semibold',
      colour: paper,
    },
  ];
  let y = top + barHeight;
  for (const row of rows) {
    const height =
      Math.max(...row.map((name) => linesOf(name, inner, textSize) * textSize * lineHeight)) + 2 * padding;
    row.forEach((name, column) => {
      const left = column * (boxWidth + between);
      const middle = left + boxWidth / 2;
      parts.push(
        {
          kind: 'line',
          from: [middle, y + 1],
          to: [middle, y + 15],
          stroke: accent,
          strokeWidth: 1.4,
          arrow: true,
        },
        {
          kind: 'rect',
          x: left,
          y: y + 17,
          width: boxWidth,
          height,
          radius: 3,
          fill: paper,
          stroke: accent,
          strokeWidth: 1,
        },
        {
          kind: 'text',
          x: left + padding,
          y: y + 17,
          width: inner,
          height,
          valign: 'middle',
          align: 'center',
          text: name,
          size: textSize,
          colour: ink,
        },
      );
    });
    y += 17 + height;
  }
  return { parts, height: y - top };
}

function alternativeText(
  measureTitle: string,
  steps: readonly ProcessStep[],
  targets: readonly string[],
): string {
  const process = steps.map((step, index) => `${numbered(step, index + 1)}: ${words(step.text)}`).join('. ');
  const pilot =
    targets.length > 0
      ? ` ${pilotTitle(measureTitle)} weiterführender Unterstützungssysteme: ${targets.join('; ')}.`
      : '';
  return `Ablauf in ${stepCount(steps)}. ${process}.${pilot}`;
}

function stepCount(steps: readonly ProcessStep[]): string {
  return steps.length === 1 ? 'einem Schritt' : `${String(steps.length)} Schritten`;
}

function pilotTitle(measureTitle: string): string {
  return `${measureTitle} als Lotse`;
}

function numbered(step: ProcessStep, number: number): string {
  return `${String(number)}. ${step.title}`;
}

function words(text: string | Missing): string {
  return isMissing(text) ? missingText(text) : text;
}

function boxHeight(step: ProcessStep, boxWidth: number): number {
  const inner = boxWidth - 2 * padding;
  const title = linesOf(`0. ${step.title}`, inner, titleSize) * titleSize * lineHeight;
  const text = linesOf(words(step.text), inner, textSize) * textSize * lineHeight;
  return title + text + 2 * padding + 5;
}
