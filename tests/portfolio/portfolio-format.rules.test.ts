import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { auditFieldsText } from '~/identity/audit-fields';
import { keyDescriptions } from '~/portfolio/exchange/descriptions';
import { exportText } from '~/portfolio/exchange/export-file';
import { keyPaths, measureJsonSchema } from '~/portfolio/exchange/json-schema';
import { formLimits } from '~/portfolio/exchange/limits';
import { readUploadedFile } from '~/portfolio/exchange/read-file';
import { reservedSlugs } from '~/portfolio/slug';
import { aFile, exampleFiles } from './import-files';

const page = readFileSync('docs/portfolio-format.md', 'utf8');
const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
const schema = measureJsonSchema();

test('every key of the format has a German name and description, and no other is described', () => {
  expect(Object.keys(keyDescriptions).sort()).toEqual(keyPaths(schema).sort());
  for (const { title, description } of Object.values(keyDescriptions)) {
    expect(title).not.toBe('');
    expect(description).toMatch(/\.$/);
  }
});

test('the schema says what is needed, that nothing else may be there, and no reader of ours', () => {
  expect(schema).toMatchObject({ type: 'object', additionalProperties: false, title: 'Maßnahme' });
  const { portal: _, ...needed } = schema.properties ?? {};
  expect(schema['required']).toEqual(Object.keys(needed));
  expect(schema.properties?.['slug']).toMatchObject({ title: 'Kennung', maxLength: 100 });
});

test('the audit log has a German name for every part of a profile', () => {
  const named = Object.keys(schema.properties ?? {}).map((key) => [key, auditFieldsText([key])]);
  expect(named.filter(([key, name]) => key === name)).toEqual([]);
});

test('the documentation names every key', () => {
  const words = new Set(page.match(/`[^`]+`/g)?.map((word) => word.slice(1, -1)));
  const keys = keyPaths(schema).map((path) => path.split('.').at(-1) ?? '');
  expect(keys.filter((key) => !words.has(key))).toEqual([]);
});

test('the documentation names the reserved words and the limits', () => {
  for (const slug of reservedSlugs) expect(page).toContain(`\`${slug}\``);
  expect(page).toContain(
    `${formLimits.uploadBytes / 1024 ** 2} MB as sent, ${formLimits.totalBytes / 1024 ** 2} MB unpacked, ${formLimits.files} files, ${formLimits.fileBytes / 1024} kB a file`,
  );
});

test('the worked example can be imported as it stands, and nothing in it is odd', () => {
  const reading = readUploadedFile(aFile(example, 'bewerben-mit-system.json'));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  expect(reading.warnings).toEqual([]);
  expect(reading.content.slug).toBe('bewerben-mit-system');
});

test.each([...exampleFiles(), aFile(example, 'bewerben-mit-system.json')])(
  'the export of $name equals the import, keys in the same order',
  (file) => {
    const reading = readUploadedFile(file);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    // As the database gives it back: with its keys in any order.
    const shuffled = reversed(reading.content) as typeof reading.content;
    const text = exportText(shuffled);
    expect(text).toBe(`${JSON.stringify(JSON.parse(Buffer.from(file.bytes).toString()), null, 2)}\n`);
  },
);

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
