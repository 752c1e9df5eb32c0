import type { z } from 'zod';
import { measureContent, type MeasureContent } from './content';
import { findJsonLines, jsonPath } from './json-lines';
import { measureSource, type MeasureSource } from './source';

/** One problem of a portfolio file, in German, with its place. */
export interface SourceProblem {
  readonly file: string;
  readonly line: number;
  /** Path of the value, e.g. `places.0.count`; '' for the file as a whole. */
  readonly path: string;
  readonly message: string;
  /** What stands there, shortened; missing where nothing does. */
  readonly value?: string;
}

export type Reading<Content> =
  | { readonly ok: true; readonly source: Content; readonly places: Places }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

type SourceReading =
  | { readonly ok: true; readonly source: MeasureSource }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

/** Makes a problem of a sentence about a value of the file: with its line and what stands there. */
interface Places {
  readonly problemAt: (path: readonly PropertyKey[], message: string) => SourceProblem;
}

/**
 * Reads the text of one portfolio file; all problems are told at once.
 *
 * The slug must equal the file's name: it becomes the address of the measure.
 */
export function readMeasureSource(text: string, file: string): SourceReading {
  const reading = readJsonFile(measureSource, text, file);
  if (!reading.ok) return reading;
  const { source, places } = reading;
  if (file.split('/').at(-1) !== `${source.slug}.json`) {
    const message = `Die Kennung „${source.slug}“ passt nicht zum Dateinamen.`;
    return { ok: false, problems: [places.problemAt(['slug'], message)] };
  }
  return { ok: true, source };
}

/** The same with the portal's own additions in `portal`, and under any file name. */
export function readMeasureContent(text: string, file: string): Reading<MeasureContent> {
  return readJsonFile(measureContent, text, file);
}

function readJsonFile<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
): Reading<z.output<Schema>> {
  const found = findJsonLines(text);
  if (!found.ok) {
    return { ok: false, problems: [{ file, line: found.line, path: '', message: found.message }] };
  }
  const json: unknown = JSON.parse(text);
  const problemAt = (path: readonly PropertyKey[], message: string): SourceProblem => ({
    file,
    line: lineOf(path, found.lines),
    path: jsonPath(path),
    message,
    ...shown(valueAt(json, path)),
  });

  const unstorable = findUnstorable(json, []);
  if (unstorable.length > 0) {
    const message = 'Der Text enthält ein Zeichen, das nicht gespeichert werden kann. Tippen Sie ihn neu.';
    return { ok: false, problems: unstorable.map((path) => problemAt(path, message)) };
  }
  const parsed = schema.safeParse(json, { reportInput: true, error: germanByDefault });
  if (parsed.success) return { ok: true, source: parsed.data, places: { problemAt } };
  const problems = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => problemAt([...issue.path, key], 'Dieser Schlüssel ist nicht bekannt.'))
      : [problemAt(issue.path, issueText(issue))],
  );
  return { ok: false, problems };
}

/** `Datei, Zeile 12 (places.0.count): Satz` */
export function problemText({ file, line, path, message }: SourceProblem): string {
  return `${file}, Zeile ${line}${path ? ` (${path})` : ''}: ${message}`;
}

/** A missing key has no line of its own: then the line of what should hold it counts. */
function lineOf(parts: readonly PropertyKey[], lines: ReadonlyMap<string, number>): number {
  for (let length = parts.length; length >= 0; length -= 1) {
    const line = lines.get(jsonPath(parts.slice(0, length)));
    if (line !== undefined) return line;
  }
  return 1;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'ein Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: 'true oder false',
  array: 'eine Liste',
  object: 'ein Objekt',
};

function issueText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      // JSON knows no undefined: the key is not there.
      if (issue.input === undefined) {
        return 'Dieser Schlüssel fehlt. Ohne Angabe der Quelle steht hier null oder eine leere Liste.';
      }
      if (issue.input === Infinity || issue.input === -Infinity) return 'Die Zahl ist zu groß.';
      return `Erwartet ist ${typeNames[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `Erlaubt ist nur: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_union':
      return unionText(issue);
    default:
      return issue.message;
  }
}

/** The limits of the one that has the right type say more than the types of all. */
function unionText({ errors, input }: z.core.$ZodIssueInvalidUnion): string {
  if (input === Infinity || input === -Infinity) return 'Die Zahl ist zu groß.';
  const beyondType = errors.flat().find(({ code }) => code !== 'invalid_type' && code !== 'invalid_union');
  return beyondType?.message ?? 'Erwartet ist eine Zahl oder ein Text.';
}

/** Where a schema has no sentence of its own. */
function germanByDefault(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'int' || issue.origin === 'number'
        ? `Die Zahl ist größer als ${issue.maximum.toLocaleString('de-DE')}.`
        : 'Die Angabe ist zu lang.';
    case 'too_small':
      return `Die Zahl ist kleiner als ${Number(issue.minimum).toLocaleString('de-DE')}.`;
    default:
      return 'Die Angabe hat nicht die erwartete Form.';
  }
}

/** Paths of the texts and keys that PostgreSQL cannot keep: NUL and halves of a character. */
function findUnstorable(value: unknown, path: readonly PropertyKey[]): (readonly PropertyKey[])[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(isStorable(key) ? [] : [path]),
    ...findUnstorable(inner, [...path, key]),
  ]);
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

const longestShown = 60;

/** Whole objects and lists would say nothing in one line. */
function shown(value: unknown): { value?: string } {
  if (value === undefined || (typeof value === 'object' && value !== null)) return {};
  // What was too large to be read is not what stands there any more.
  if (value === Infinity || value === -Infinity) return {};
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value).toWellFormed();
  return { value: text.length > longestShown ? `${text.slice(0, longestShown).toWellFormed()}…` : text };
}
