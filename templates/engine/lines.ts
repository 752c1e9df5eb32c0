/** Breaks runs of text into lines of a given width. Pure: no page, no PDF. */
import { type Face, type GlyphRun, printable, shape, shapeSpaced } from './fonts';
import { type Division, divisionsOf } from './hyphenate';

interface TextStyle {
  readonly face: Face;
  readonly size: number;
  readonly colour: string;
  readonly href?: string;
  /** Colour behind the letters. */
  readonly highlight?: string;
}

export interface StyledText extends TextStyle {
  readonly text: string;
}

export interface Segment extends StyledText {
  /** From the line's left edge, in points. */
  readonly x: number;
  readonly width: number;
  /** The text as it is drawn, word by word. */
  readonly runs: readonly GlyphRun[];
}

export interface Line {
  readonly segments: readonly Segment[];
  /** Without the white space at its end. */
  readonly width: number;
  /** Its last word goes on in the next line. */
  readonly divided: boolean;
}

/** Part of a word in one style, shaped once and carried to the page. */
interface Piece extends StyledText {
  /** In points, without the space after it. */
  readonly width: number;
  /** With the space that mostly follows. */
  readonly spaced: GlyphRun;
}

/** Letters without white space between them; one word may change its style inside. */
type Word = readonly Piece[];

const softHyphen = '\u00ad';
const space = 0x20;
const newline = 0x0a;
const mostHyphensInARow = 2;

/** `rarely`: only words that are wider than the line, as in headings and figures. */
export type Dividing = 'often' | 'rarely';

/**
 * Ragged right, first fit. A word is divided only when the line would otherwise
 * stay visibly short; a word wider than the whole line is divided anywhere.
 *
 * Every line but the last ends in a space unless its word goes on, because
 * readers of the finished file join lines with nothing between them.
 */
export function breakLines(
  texts: readonly StyledText[],
  width: number,
  dividing: Dividing = 'often',
): Line[] {
  const lines: Line[] = [];
  let hyphens = 0;
  for (const words of wordsOf(texts)) {
    const waiting = [...words];
    let current: Word[] = [];
    let used = 0;
    const close = (divided: boolean, hyphen: boolean) => {
      lines.push({ ...lineOf(current), divided });
      hyphens = hyphen ? hyphens + 1 : 0;
      current = [];
      used = 0;
    };
    for (let word = waiting.shift(); word; word = waiting.shift()) {
      const gap = current.length > 0 ? spaceAfter(current.at(-1)) : 0;
      const needed = gap + widthOfWord(word);
      if (used + needed <= width + 0.01) {
        current.push(word);
        used += needed;
        continue;
      }
      const room = width - used - gap;
      const isShort = dividing === 'often' && room > width * 0.08 && hyphens < mostHyphensInARow;
      const isWorthIt = current.length === 0 || isShort;
      const cut = isWorthIt ? divide(word, room, current.length === 0) : null;
      if (cut) {
        current.push(cut.first);
        waiting.unshift(cut.rest);
      } else if (current.length === 0) {
        current.push(word);
        continue;
      } else waiting.unshift(word);
      close(cut !== null, cut?.hyphen ?? false);
    }
    if (current.length > 0 || words.length === 0) close(false, false);
  }
  return lines.map((line, index) => (index < lines.length - 1 ? closed(line) : line));
}

/** Paragraph parts between forced breaks, each as its words. */
function wordsOf(texts: readonly StyledText[]): Word[][] {
  const parts: Word[][] = [[]];
  let word: Piece[] = [];
  const endWord = () => {
    if (word.length > 0) parts.at(-1)?.push(word);
    word = [];
  };
  for (const style of texts) {
    const text = printable(style.face, style.text);
    let from = 0;
    for (let at = 0; at <= text.length; at++) {
      const sign = at < text.length ? text.charCodeAt(at) : null;
      if (sign !== null && sign !== space && sign !== newline) continue;
      if (at > from) word.push(measured(style, text.slice(from, at)));
      if (sign !== null) endWord();
      if (sign === newline) parts.push([]);
      from = at + 1;
    }
  }
  endWord();
  return parts;
}

function widthOfWord(word: Word): number {
  return word.reduce((sum, { width }) => sum + width, 0);
}

function measured({ face, size, colour, href, highlight }: TextStyle, text: string): Piece {
  const isOpen = !text.endsWith(softHyphen);
  const spaced = isOpen ? shapeSpaced(face, text) : shape(face, text);
  const width = (spaced.advanceWidth * size) / 1000 - (isOpen ? spaceOf(face, size) : 0);
  return { face, size, colour, href, highlight, text, width, spaced };
}

function spaceOf(face: Face, size: number): number {
  return (shape(face, ' ').advanceWidth * size) / 1000;
}

function spaceAfter(word: Word | undefined): number {
  const last = word?.at(-1);
  return last ? spaceOf(last.face, last.size) : 0;
}

/** The longest beginning of a word that fits; `anywhere` when there is no other way. */
function divide(
  word: Word,
  room: number,
  anywhere: boolean,
): { first: Word; rest: Word; hyphen: boolean } | null {
  const text = word.map((part) => part.text).join('');
  const fits = (division: Division) => widthOfWord(cutAt(word, division).first) <= room;
  const proper = [...divisionsOf(text)].reverse().find(fits);
  if (proper) return { ...cutAt(word, proper), hyphen: proper.hyphen };
  if (!anywhere) return null;
  for (let at = text.length - 1; at > 0; at--) {
    const division = { at, hyphen: false };
    if (fits(division)) return { ...cutAt(word, division), hyphen: false };
  }
  return null;
}

function cutAt(word: Word, { at, hyphen }: Division): { first: Word; rest: Word } {
  const first: Piece[] = [];
  const rest: Piece[] = [];
  let position = 0;
  for (const part of word) {
    const keep = Math.max(0, Math.min(part.text.length, at - position));
    if (keep > 0) first.push(measured(part, part.text.slice(0, keep)));
    if (keep < part.text.length) rest.push(measured(part, part.text.slice(keep)));
    position += part.text.length;
  }
  const last = first.at(-1);
  if (hyphen && last) first[first.length - 1] = measured(last, last.text + softHyphen);
  return { first, rest };
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Joins words of one style, so that a line is drawn with few commands. */
function lineOf(words: readonly Word[]): Omit<Line, 'divided'> {
  const segments: Writable<Segment>[] = [];
  let runs: GlyphRun[] = [];
  let x = 0;
  for (const [index, word] of words.entries()) {
    for (const [inWord, part] of word.entries()) {
      const { face, size, colour, href, highlight } = part;
      const isBeforeSpace = inWord === word.length - 1 && index < words.length - 1;
      const text = isBeforeSpace ? `${part.text} ` : part.text;
      const width = isBeforeSpace ? part.width + spaceOf(face, size) : part.width;
      const previous = segments.at(-1);
      if (previous && sameStyle(previous, part)) {
        previous.text += text;
        previous.width += width;
      } else {
        runs = [];
        segments.push({ face, size, colour, href, highlight, text, x, width, runs });
      }
      runs.push(isBeforeSpace ? part.spaced : shape(face, part.text));
      x += width;
    }
  }
  return { segments, width: x };
}

function closed(line: Line): Line {
  const last = line.segments.at(-1);
  if (!last || line.divided) return line;
  const spaced = { ...last, text: `${last.text} `, runs: [...last.runs, shape(last.face, ' ')] };
  return { ...line, segments: [...line.segments.slice(0, -1), spaced] };
}

function sameStyle(a: TextStyle, b: TextStyle): boolean {
  return (
    a.face === b.face &&
    a.size === b.size &&
    a.colour === b.colour &&
    a.href === b.href &&
    a.highlight === b.highlight
  );
}
