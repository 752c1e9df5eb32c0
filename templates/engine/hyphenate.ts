/** Where a German word may be divided. */
import { createRequire } from 'node:module';

interface Hyphenator {
  readonly hyphenateSync: (text: string, options: { hyphenChar: string; minWordLength: number }) => string;
}

// The package is CommonJS without type declarations; `require` also keeps its patterns out of the bundle.
const { hyphenateSync } = createRequire(import.meta.url)('hyphen/de-1996') as Hyphenator;

export interface Division {
  /** Number of characters that stay on the first line. */
  readonly at: number;
  /** False after a hyphen or slash that is printed anyway. */
  readonly hyphen: boolean;
}

const lettersBefore = 3;
const lettersAfter = 4;
const known = new Map<string, readonly Division[]>();
const mostKnown = 20_000;

/** Ascending. Abbreviations in capitals, numbers and addresses are not divided. */
export function divisionsOf(word: string): readonly Division[] {
  const remembered = known.get(word);
  if (remembered) return remembered;
  if (known.size >= mostKnown) known.clear();
  const found = findDivisions(word);
  known.set(word, found);
  return found;
}

function findDivisions(word: string): Division[] {
  const divisions: Division[] = [];
  const isAddress = /:\/\/|@|www\./.test(word);
  for (const { 0: sign, index } of word.matchAll(
    isAddress ? /[/.?&=-]/g : /(?<=\p{L}{2,})[-–/](?=\p{L}{2,})/gu,
  )) {
    divisions.push({ at: index + sign.length, hyphen: false });
  }
  if (isAddress) return divisions;

  for (const { 0: letters, index } of word.matchAll(/\p{L}+/gu)) {
    if (letters.length < lettersBefore + lettersAfter || /\p{L}\p{Lu}/u.test(letters)) continue;
    let at = 0;
    for (const syllable of hyphenateSync(letters, { hyphenChar: '\u00ad', minWordLength: 1 }).split(
      '\u00ad',
    )) {
      at += syllable.length;
      const fits = at >= lettersBefore && letters.length - at >= lettersAfter;
      if (fits) divisions.push({ at: index + at, hyphen: true });
    }
  }
  return divisions.sort((a, b) => a.at - b.at);
}
