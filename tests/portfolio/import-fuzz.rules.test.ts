import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { formLimits } from '~/portfolio/exchange/limits';
import { readUploadedFile } from '~/portfolio/exchange/read-file';
import { unpackUpload } from '~/portfolio/exchange/unpack';
import { caseManagerText } from './import-files';

/** Whatever comes in is read or refused with a sentence; nothing throws. fast-check prints the seed. */

function isAnswered(bytes: Uint8Array): void {
  const reading = readUploadedFile({ name: 'x.json', bytes });
  if (reading.ok) return;
  expect(reading.problems.length).toBeGreaterThan(0);
  for (const { line, message } of reading.problems) {
    expect(line).toBeGreaterThan(0);
    expect(message).toMatch(/[.“]$/);
    expect(message).not.toMatch(/expected|invalid|Too (big|small)/i);
  }
}

test('any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => isAnswered(bytes)),
    { numRuns: 500 },
  );
});

test('any JSON', () => {
  fc.assert(
    fc.property(fc.json(), (text) => isAnswered(Buffer.from(text))),
    { numRuns: 500 },
  );
});

test('a portfolio file with any value at any key', () => {
  const whole = JSON.parse(caseManagerText) as Record<string, unknown>;
  const keys = [...Object.keys(whole), 'portal', '__proto__', 'toString'];
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
      const text = JSON.stringify({ ...whole, [key]: value });
      isAnswered(Buffer.from(text));
    }),
    { numRuns: 500 },
  );
});

test('a portfolio file with any piece of it replaced', () => {
  fc.assert(
    fc.property(fc.nat(caseManagerText.length), fc.nat(40), fc.string(), (at, length, piece) => {
      const text = caseManagerText.slice(0, at) + piece + caseManagerText.slice(at + length);
      isAnswered(Buffer.from(text));
    }),
    { numRuns: 500 },
  );
});

test('an archive with any bytes of it replaced', () => {
  const archive = zipSync({ 'a.json': strToU8(caseManagerText), 'b/c.json': strToU8('{}') });
  fc.assert(
    fc.property(fc.nat(archive.length), fc.uint8Array({ maxLength: 8 }), (at, bytes) => {
      const broken = Uint8Array.from(archive);
      broken.set(bytes.subarray(0, Math.max(0, broken.length - at)), at);
      const { files, problems } = unpackUpload([{ name: 'x.zip', bytes: broken }], formLimits);
      expect(files.length + problems.length).toBeGreaterThan(0);
      for (const file of files) expect(file.bytes.length).toBeLessThanOrEqual(formLimits.fileBytes);
    }),
    { numRuns: 1_000 },
  );
});
