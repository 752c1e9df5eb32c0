import type { Colour, Figure, Primitive } from '#templates/engine/document';
import { plainDate } from '~/values/calendar';

/** Term and options of one measure, as exactly as they are known. */
export interface TimelineRow {
  readonly label: string;
  /** In words, for the alternative text. */
  readonly words: string;
  /** First and last day of what is known, 'YYYY-MM-DD'; a year stands for all its days. */
  readonly from: string;
  /** Null: without end, or the end is not known. */
  readonly to: string | null;
  readonly isOpenEnded: boolean;
  readonly options: readonly { readonly from: string; readonly to: string }[];
}

const width = 467;
const labelWidth = 168;
const left = labelWidth + 8;
const axis = width - left - 8;
const rowHeight = 15;
const top = 20;
const size = 8;

const accent: Colour = '#17406d';
const ink: Colour = '#1a1a1a';
const grey: Colour = '#55606b';
const hairline: Colour = '#cfd6dd';
const paper: Colour = '#ffffff';

/** Terms as dark bars, options as outlined ones; an arrow has no end, a broken line an unknown one. */
export function timeline(rows: readonly TimelineRow[], part: string): Figure {
  const span = yearsOf(rows);
  const at = (day: string) =>
    left + (axis * (dayNumber(day) - dayNumber(`${String(span.first)}-01-01`))) / span.days;
  const height = top + rows.length * rowHeight + 4;
  const parts: Primitive[] = [...grid(span, at, height)];
  rows.forEach((row, index) => {
    const y = top + index * rowHeight;
    parts.push({
      kind: 'text',
      x: 0,
      y,
      width: labelWidth,
      height: rowHeight,
      valign: 'middle',
      align: 'right',
      text: shortened(row.label),
      size,
      colour: ink,
    });
    parts.push(...bars(row, y + rowHeight / 2, at));
  });
  const caption = `Laufzeiten (dunkel) und Verlängerungsoptionen (umrandet)${part}`;
  return {
    alt: `Zeitstrahl: ${caption}. ${rows.map(({ label, words }) => `${label}: ${words}`).join('; ')}.`,
    caption: `${caption}. Pfeil: ohne Ende; gestrichelt: Ende nicht genannt.`,
    width,
    height,
    parts,
  };
}

interface Span {
  readonly first: number;
  readonly last: number;
  readonly days: number;
}

function yearsOf(rows: readonly TimelineRow[]): Span {
  const days = rows.flatMap(({ from, to, options }) => [
    from,
    ...(to ? [to] : []),
    ...options.map((option) => option.to),
  ]);
  const years = days.map((day) => Number(day.slice(0, 4)));
  // Nothing to draw: the figure is made for every paper and shown only where it has rows.
  if (years.length === 0) return { first: 2000, last: 2000, days: 1 };
  const first = Math.min(...years);
  // A year of air, so that arrows and broken lines have room.
  const last = Math.max(...years) + (rows.some(({ to }) => to === null) ? 1 : 0);
  return {
    first,
    last,
    days: Math.max(1, dayNumber(`${String(last + 1)}-01-01`) - dayNumber(`${String(first)}-01-01`)),
  };
}

function grid({ first, last }: Span, at: (day: string) => number, height: number): Primitive[] {
  const count = last - first + 1;
  const step = Math.ceil(count / 10);
  return Array.from({ length: count + 1 }, (_, index) => first + index).flatMap((year): Primitive[] => {
    const x = at(`${String(year)}-01-01`);
    const line: Primitive = {
      kind: 'line',
      from: [x, top - 3],
      to: [x, height],
      stroke: hairline,
      strokeWidth: 0.5,
    };
    if ((year - first) % step !== 0 || year > last) return [line];
    const label: Primitive = {
      kind: 'text',
      x: x + 2,
      y: 3,
      width: (axis * step) / count,
      text: String(year),
      size,
      colour: grey,
    };
    return [line, label];
  });
}

function bars(
  { from, to, isOpenEnded, options }: TimelineRow,
  middle: number,
  at: (day: string) => number,
): Primitive[] {
  const start = at(from);
  const bar = (x: number, end: number) =>
    ({ kind: 'rect', x, y: middle - 4, width: Math.max(end - x, 1.5), height: 8 }) as const;
  const optionParts = options.map((option): Primitive => ({
    ...bar(at(option.from), at(option.to)),
    fill: paper,
    stroke: accent,
    strokeWidth: 0.9,
  }));
  if (to !== null) return [{ ...bar(start, at(to)), fill: accent }, ...optionParts];
  const end = left + axis;
  const line: Primitive = {
    kind: 'line',
    from: [start, middle],
    to: [isOpenEnded ? end : Math.min(start + 36, end), middle],
    stroke: accent,
    strokeWidth: isOpenEnded ? 2.5 : 1.5,
    ...(isOpenEnded ? { arrow: true } : { dash: 3 }),
  };
  return [{ ...bar(start, start + 3), fill: accent }, line, ...optionParts];
}

/** One line of the label's column. */
function shortened(label: string): string {
  const most = 40;
  if (label.length <= most) return label;
  const cut = label.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20))}\u00a0…`;
}

/** Days since the beginning of 1970. */
function dayNumber(day: string): number {
  return plainDate('1970-01-01').until(plainDate(day), { largestUnit: 'days' }).days;
}
