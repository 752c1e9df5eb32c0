import type { SourceProblem } from '../read-source';

/** A file as it came in, alone or out of an archive. */
export interface UploadedFile {
  /** As people know it: the path inside the archive, else the name on their machine. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const longestName = 200;

/** A name fit for pages and messages: no control characters, nothing that turns the direction of writing. */
export function cleanName(name: string): string {
  const clean = name
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\u{FFFD}')
    .trim();
  return clean.slice(-longestName).toWellFormed() || 'Datei ohne Namen';
}

/** What is wrong with a file as a whole. */
export function fileProblem(file: string, message: string, line = 1): SourceProblem {
  return { file, line, path: '', message };
}
