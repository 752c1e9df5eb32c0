import type { z } from 'zod';
import { findJsonLines, jsonPath } from './json-lines';
import { measureSource, type MeasureSource } from './source';

/** One problem of a portfolio file, in German, with its place. */
export interface SourceProblem {
  readonly file: string;
  readonly line: number;
  /** Path of the value, e.g. `places.0.count`; '' for the file as a whole. */
  readonly path: string;
  readonly message: string;
}

export type SourceReading =
  | { readonly ok: true; readonly source: MeasureSource }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

/**
 * Reads the text of one portfolio file; all problems are told at once.
 *
 * The slug must equal the file's name: it becomes the address of the measure.
 */
export function readMeasureSource(text: string, file: string): SourceReading {
  const found = findJsonLines(text);
  if (!found.ok) {
    return { ok: false, problems: [{ file, line: found.line, path: '', message: found.message }] };
  }
  const problemAt = (parts: readonly PropertyKey[], message: string): SourceProblem => ({
    file,
    line: lineOf(parts, found.lines),
    path: jsonPath(parts),
    message,
  });

  const parsed = measureSource.safeParse(JSON.parse(text));
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => problemAt([...issue.path, key], 'Dieser Schlüssel ist nicht bekannt.'))
        : [problemAt(issue.path, issueText(issue))],
    );
    return { ok: false, problems };
  }
  if (file.split('/').at(-1) !== `${parsed.data.slug}.json`) {
    const message = `Die Kennung „${parsed.data.slug}“ passt nicht zum Dateinamen.`;
    return { ok: false, problems: [problemAt(['slug'], message)] };
  }
  return { ok: true, source: parsed.data };
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
      return issue.input === undefined && issue.message.includes('undefined')
        ? 'Dieser Schlüssel fehlt. Ohne Angabe der Quelle steht hier null oder eine leere Liste.'
        : `Erwartet ist ${typeNames[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `Erlaubt ist nur: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_union':
      return 'Erwartet ist eine Zahl oder ein Text.';
    default:
      return issue.message;
  }
}
