import { commonPasswordWords } from './common-passwords';

/** Shortest password. Length counts, signs of several kinds do not (ASVS 6.2.1, 6.2.5). */
export const minPasswordLength = 12;
/** Longest password; more would only let strangers keep the processor busy. */
export const maxPasswordLength = 200;

export type PasswordFinding =
  { readonly code: 'tooShort' } | { readonly code: 'tooLong' } | { readonly code: 'tooCommon' };

/**
 * Whether a password may be chosen; an empty list means fine.
 *
 * Common ones are those that attackers try first: known words (with figures and
 * signs around them, or signs for letters), one part repeated, rows of the
 * keyboard. The list is our own short one and works offline.
 *
 * Source: ASVS 5.0, 6.2.1, 6.2.4, 6.2.5 (no composition rules).
 */
export function checkPassword(password: string): PasswordFinding[] {
  const length = Array.from(password).length;
  if (length < minPasswordLength) return [{ code: 'tooShort' }];
  if (length > maxPasswordLength) return [{ code: 'tooLong' }];
  return isCommon(password) ? [{ code: 'tooCommon' }] : [];
}

function isCommon(password: string): boolean {
  const plain = password.toLowerCase();
  return isRepetition(plain) || isRow(plain) || isCommonWord(plain);
}

/** "abcabcabcabc", "111111111111": a part of at most six signs, again and again. */
function isRepetition(text: string): boolean {
  for (let size = 1; size <= 6; size += 1) {
    const part = text.slice(0, size);
    if (part.repeat(Math.ceil(text.length / size)).startsWith(text)) return true;
  }
  return false;
}

const rows = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertzuiopasdfghjklyxcvbnm',
  'qwertyuiopasdfghjklzxcvbnm',
];

/** "123456789012", "qwertzuiopas", also backwards. */
function isRow(text: string): boolean {
  const backwards = Array.from(text).reverse().join('');
  return rows.some((row) => row.includes(text) || row.includes(backwards));
}

const lookAlikes: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/** "Passwort2024!", "P@ssw0rt1234": nothing but known words once figures and signs are gone. */
function isCommonWord(text: string): boolean {
  const withoutEdges = text.replace(/^[^\p{L}@$]+|[^\p{L}]+$/gu, '');
  const asLetters = Array.from(withoutEdges)
    .map((sign) => lookAlikes[sign] ?? sign)
    .join('');
  return isMadeOfWords(asLetters.replace(/[^\p{L}]/gu, ''));
}

/** Whether the text is one or more words of the list and nothing else. */
function isMadeOfWords(letters: string): boolean {
  // Place by place instead of trying all ways: "qwertzqwertz…" has thousands of them.
  const reached = new Set([0]);
  for (let at = 0; at < letters.length; at += 1) {
    if (!reached.has(at)) continue;
    for (const word of commonPasswordWords) {
      if (letters.startsWith(word, at)) reached.add(at + word.length);
    }
  }
  return letters !== '' && reached.has(letters.length);
}
