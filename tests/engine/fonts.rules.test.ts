import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Face, fontOf, shape } from '#templates/engine/fonts';

const faces: readonly Face[] = ['regular', 'italic', 'medium', 'semibold', 'bold', 'boldItalic'];
const letters = 'abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ .,;:';
const words = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from(letters)), minLength: 1, maxLength: 12 }),
  fc.constantFrom('Auflage', 'Hilfsangebot', 'offiziell', 'Häufig, flüchtig', 'AVWA Tore', 'Schiff;fahrt'),
);

test.each(faces)('%s: a word put together from its pairs is the word as the font shapes it', (face) => {
  const font = fontOf(face);
  fc.assert(
    fc.property(words, (word) => {
      const whole = font.layout(word, ['tnum', 'lnum']);
      const ours = shape(face, word);
      expect(ours.glyphs.map(({ id }) => id)).toEqual(whole.glyphs.map(({ id }) => id));
      const scale = 1000 / font.unitsPerEm;
      const advances = whole.positions.map(({ xAdvance }) => xAdvance * scale);
      ours.positions.forEach(({ xAdvance }, index) => expect(xAdvance).toBeCloseTo(advances[index] ?? -1, 6));
      expect(ours.positions.every(({ xOffset, yOffset }) => xOffset === 0 && yOffset === 0)).toBe(
        whole.positions.every(({ xOffset, yOffset }) => xOffset === 0 && yOffset === 0),
      );
    }),
    { numRuns: 500 },
  );
});

test('a ligature is kept: "fi" is one glyph', () => {
  expect(shape('regular', 'Begriffinden').glyphs.length).toBeLessThan('Begriffinden'.length);
});
