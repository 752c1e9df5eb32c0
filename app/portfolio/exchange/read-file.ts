import type { MeasureContent } from '../content';
import { readMeasureContent, type SourceProblem } from '../read-source';
import { decodeText } from './decode-text';
import { importFindingText } from './finding-text';
import { importStops, importWarnings } from './rules';
import { fileProblem, type UploadedFile } from './uploaded-file';

/** One file after reading: a profile with what is odd in it, or everything that stands against it. */
export type FileReading =
  | {
      readonly ok: true;
      readonly file: string;
      readonly content: MeasureContent;
      readonly warnings: readonly SourceProblem[];
      /** Where the slug stands, for a problem that only shows beside other files. */
      readonly slugProblem: (message: string) => SourceProblem;
    }
  | { readonly ok: false; readonly file: string; readonly problems: readonly SourceProblem[] };

/** Reads a file of an upload; every problem of it is told, as far as it can be read. */
export function readUploadedFile({ name, bytes }: UploadedFile): FileReading {
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    return { ok: false, file: name, problems: [fileProblem(name, decoded.message, decoded.line)] };
  }
  const reading = readMeasureContent(decoded.text, name);
  if (!reading.ok) return { ok: false, file: name, problems: reading.problems };

  const { source: content, places } = reading;
  const stops = importStops(content);
  if (stops.length > 0) {
    const problems = stops.map((stop) => places.problemAt(stop.path, importFindingText(stop)));
    return { ok: false, file: name, problems };
  }
  return {
    ok: true,
    file: name,
    content,
    warnings: [
      ...nameWarning(name, content.slug).map((message) => places.problemAt(['slug'], message)),
      ...importWarnings(content).map((warning) => places.problemAt(warning.path, importFindingText(warning))),
    ],
    slugProblem: (message) => places.problemAt(['slug'], message),
  };
}

/** A copied file whose slug was forgotten would change the wrong measure. */
function nameWarning(file: string, slug: string): string[] {
  const baseName = file.split(/[/\\]/).at(-1) ?? file;
  // Browsers number files of the same name: "case-manager (1).json".
  const plainName = baseName.replace(/( \(\d+\))?\.json$/i, '');
  return plainName === slug ? [] : [`Die Datei heißt anders als die Kennung. Eingelesen wird „${slug}“.`];
}
