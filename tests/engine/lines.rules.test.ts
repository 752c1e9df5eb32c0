import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable, shape, widthOf } from '#templates/engine/fonts';
import { breakLines, type StyledText } from '#templates/engine/lines';

const plain = { face: 'regular', size: 10.5, colour: '#000000' } as const;
const aText = (text: string, change: Partial<StyledText> = {}): StyledText => ({ ...plain, text, ...change });

const textsOf = (texts: readonly StyledText[], width: number) =>
  breakLines(texts, width).map((line) => line.segments.map((segment) => segment.text).join(''));

test('lines fill the width and end in a space, so that readers do not join words', () => {
  const lines = textsOf(
    [aText('Die Maßnahme wird im nächsten Jahr ausgeschrieben und beginnt im Mai.')],
    150,
  );
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.slice(0, -1).every((line) => /[ \u00ad]$/.test(line))).toBe(true);
  expect(lines.at(-1)).toMatch(/Mai\.$/);
});

test('a divided word ends in a soft hyphen, which readers drop', () => {
  const lines = textsOf([aText('Verpflichtungsermächtigung')], 60);
  expect(lines.join('').replaceAll('\u00ad', '')).toBe('Verpflichtungsermächtigung');
  expect(lines[0]).toMatch(/\u00ad$/);
});

test('after a printed hyphen there is neither a space nor a second hyphen', () => {
  expect(textsOf([aText('Case-Manager')], widthOf('regular', 10.5, 'Case-') + 3)[0]).toBe('Case-');
});

test('headings and figures divide only words that are wider than the line', () => {
  const lines = breakLines([aText('Umsetzung der Strategie')], 90, 'rarely');
  expect(lines.map((line) => line.segments[0]?.text)).toEqual(['Umsetzung der ', 'Strategie']);
});

test('a word without any division is cut anywhere rather than run over the edge', () => {
  const lines = breakLines([aText('X'.repeat(60))], 100);
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.every((line) => line.width <= 100)).toBe(true);
});

test('a no-break space holds, a forced break breaks', () => {
  expect(textsOf([aText('a\nb')], 300)).toEqual(['a ', 'b']);
  const width = widthOf('regular', 10.5, 'Grundlage ist §') + 2;
  expect(textsOf([aText('Grundlage ist §\u00a016a')], width)[0]).toBe('Grundlage ist ');
});

test('a word that changes its style inside stays one word', () => {
  const [first] = breakLines([aText('fett', { face: 'bold' }), aText('er Text')], 300);
  expect(first?.segments.map((segment) => segment.text)).toEqual(['fett', 'er Text']);
});

test('nothing is lost and nothing is wider than the line, whatever is typed', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.integer({ min: 40, max: 400 }),
      (text, width) => {
        const lines = breakLines([aText(text)], width);
        expect(lines.every((line) => line.width <= width + 0.5)).toBe(true);
        const read = lines.flatMap((line) => line.segments.map((segment) => segment.text)).join('');
        const squeezed = (value: string) => value.replace(/[ \n\u00ad]/g, '');
        expect(squeezed(read)).toBe(squeezed(printable('regular', text)));
      },
    ),
    { numRuns: 30 },
  );
});

test('figures are as wide as each other, so that amounts stand under each other', () => {
  expect(widthOf('regular', 10, '1111')).toBeCloseTo(widthOf('regular', 10, '8808'));
});

test('what the font cannot draw becomes a question mark or a sign it can draw', () => {
  expect(printable('regular', 'a\u202fb \u2011 ẞ → ž Ł 😀 \u200b')).toBe('a\u00a0b - ẞ → ž Ł ? ');
});

test('no glyph of a printable text is missing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const run = shape('regular', printable('regular', text).replaceAll('\n', ''));
      expect(run.glyphs.every((glyph) => glyph.id !== 0)).toBe(true);
    }),
    { numRuns: 30 },
  );
}, 30_000); // the first text in a foreign script makes fontkit read its tables
