/** The typefaces of all papers, read once and shared: parsing a font costs more than a page. */
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

export type Face = 'regular' | 'italic' | 'medium' | 'semibold' | 'bold' | 'boldItalic';

type GlyphPlace = fontkit.GlyphPosition & { advanceWidth: number };

/** What pdfkit draws: glyphs and their positions in thousandths of the font size. */
export interface GlyphRun {
  readonly glyphs: fontkit.Glyph[];
  readonly positions: GlyphPlace[];
  readonly advanceWidth: number;
  /** How pages write it, as long as it is made of everyday signs (pdfkit-private); kept, not part of the value. */
  operand?: string;
}

const files: Readonly<Record<Face, string>> = {
  regular: '400Regular/FiraSans_400Regular.ttf',
  italic: '400Regular_Italic/FiraSans_400Regular_Italic.ttf',
  medium: '500Medium/FiraSans_500Medium.ttf',
  semibold: '600SemiBold/FiraSans_600SemiBold.ttf',
  bold: '700Bold/FiraSans_700Bold.ttf',
  boldItalic: '700Bold_Italic/FiraSans_700Bold_Italic.ttf',
};

interface LoadedFace {
  readonly font: fontkit.Font;
  readonly runs: Map<string, GlyphRun>;
  /** By the word without its space, so that asking for one joins no texts. */
  readonly spaced: Map<string, GlyphRun>;
  /** What letters and pairs of letters look like: most words are put together from them. */
  readonly pairs: Map<string, GlyphRun>;
}

const loaded = new Map<Face, LoadedFace>();
/** Words kept per face; a long paper has about 5,000 different ones. */
const mostRuns = 30_000;
const softHyphen = '\u00ad';

function load(face: Face): LoadedFace {
  const known = loaded.get(face);
  if (known) return known;
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/fira-sans/${files[face]}`);
  const font = fontkit.openSync(path);
  if (!('layout' in font)) throw new Error(`${path} is a font collection`);
  const fresh: LoadedFace = { font, runs: new Map(), spaced: new Map(), pairs: new Map() };
  loaded.set(face, fresh);
  return fresh;
}

export function fontOf(face: Face): fontkit.Font {
  return load(face).font;
}

/**
 * A text shaped with lining, tabular figures, so that amounts stand under each other.
 *
 * A soft hyphen at the end is drawn with the font's own glyph for U+00AD: it looks
 * like a hyphen, yet readers join the two halves of the word again. Shaping would
 * hide it, so it is added by hand.
 */
export function shape(face: Face, text: string): GlyphRun {
  const { font, runs, pairs } = load(face);
  const known = runs.get(text);
  if (known) return known;
  const isDivided = text.endsWith(softHyphen);
  const body = isDivided ? text.slice(0, -1) : text;
  const whole = fromPairs(font, pairs, body) ?? layOut(font, body);
  const shaped = isDivided ? withHyphen(font, whole) : whole;
  if (runs.size >= mostRuns) runs.clear();
  runs.set(text, shaped);
  return shaped;
}

/** A word and the space after it. */
export function shapeSpaced(face: Face, word: string): GlyphRun {
  const { spaced } = load(face);
  const known = spaced.get(word);
  if (known) return known;
  const shaped = shape(face, `${word} `);
  if (spaced.size >= mostRuns) spaced.clear();
  spaced.set(word, shaped);
  return shaped;
}

/** The font's own shaping, with all its rules; slow. */
function layOut(font: fontkit.Font, text: string): GlyphRun {
  const { glyphs, positions } = font.layout(text, ['tnum', 'lnum']);
  const scale = 1000 / font.unitsPerEm;
  const places = positions.map((position, index) => ({
    xAdvance: position.xAdvance * scale,
    yAdvance: position.yAdvance * scale,
    xOffset: position.xOffset * scale,
    yOffset: position.yOffset * scale,
    advanceWidth: (glyphs[index]?.advanceWidth ?? 0) * scale,
  }));
  return { glyphs: [...glyphs], positions: places, advanceWidth: advanceOf(places) };
}

function advanceOf(places: readonly GlyphPlace[]): number {
  return places.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
}

/** Signs whose looks depend on their right neighbour alone (its kerning), or on none. */
const plainSigns = /^[A-Za-zÄÖÜäöüß .,;:]+$/;

/**
 * A word from its pairs of letters, each of which is shaped only once: a text of words
 * never seen before takes a third of the time. The ligatures "fi" and "fl" count as one
 * letter; null where another pair does more than kern.
 */
function fromPairs(font: fontkit.Font, pairs: Map<string, GlyphRun>, text: string): GlyphRun | null {
  const signs = plainSigns.test(text) ? (text.match(/f[il]|./g) ?? []) : [];
  if (signs.length < 3) return null;
  const glyphs: fontkit.Glyph[] = [];
  const positions: GlyphPlace[] = [];
  let left = signs[0];
  for (let index = 1; index < signs.length; index++) {
    const right = signs[index] ?? '';
    const { glyphs: two, positions: places } = pairOf(font, pairs, left + right);
    left = right;
    const [glyph, last] = two;
    const [place, lastPlace] = places;
    if (!glyph || !place || !last || !lastPlace || two.length !== 2) return null;
    glyphs.push(glyph);
    positions.push(place);
    if (index + 1 < signs.length) continue;
    glyphs.push(last);
    positions.push(lastPlace);
  }
  return { glyphs, positions, advanceWidth: advanceOf(positions) };
}

function pairOf(font: fontkit.Font, pairs: Map<string, GlyphRun>, text: string): GlyphRun {
  const known = pairs.get(text);
  if (known) return known;
  const fresh = layOut(font, text);
  pairs.set(text, fresh);
  return fresh;
}

function withHyphen(font: fontkit.Font, { glyphs, positions, advanceWidth }: GlyphRun): GlyphRun {
  const hyphen = font.glyphForCodePoint(0xad);
  const width = (hyphen.advanceWidth * 1000) / font.unitsPerEm;
  const place = { xAdvance: width, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: width };
  return {
    glyphs: [...glyphs, hyphen],
    positions: [...positions, place],
    advanceWidth: advanceWidth + width,
  };
}

/** Width in points. */
export function widthOf(face: Face, size: number, text: string): number {
  return (shape(face, text).advanceWidth * size) / 1000;
}

/** The same letters in forms that the font has. */
const substitutes: Readonly<Record<string, string>> = {
  '\u202f': '\u00a0',
  '\u2007': '\u00a0',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2009': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '●': '•',
};
const nothing =
  /[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad]/gu;

/** Signs that every face has: most texts need no closer look. */
const everyday = /^[\n\u0020-\u007e\u00a0§äöüÄÖÜß€„“–]*$/;

/**
 * A text the font can print. A character without a glyph becomes "?": a blank box
 * would break PDF/UA, and a paper must not fail because somebody typed an emoji.
 */
export function printable(face: Face, text: string): string {
  if (everyday.test(text)) return text;
  const { font } = load(face);
  let result = '';
  for (const sign of text.normalize('NFC').replace(/\t/g, ' ').replace(nothing, '')) {
    const substitute = substitutes[sign] ?? sign;
    const isKnown = sign === '\n' || font.hasGlyphForCodePoint(substitute.codePointAt(0) ?? 0);
    result += isKnown ? substitute : '?';
  }
  return result;
}
