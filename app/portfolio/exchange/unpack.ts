import { unzipSync, type UnzipFileInfo } from 'fflate';
import type { SourceProblem } from '../read-source';
import { isZip } from './decode-text';
import { sizeText, type UploadLimits } from './limits';
import { cleanName, fileProblem, type UploadedFile } from './uploaded-file';

/** What an upload holds: files that can be read, and those that were refused unread. */
export interface Unpacked {
  readonly files: readonly UploadedFile[];
  readonly problems: readonly SourceProblem[];
}

/** Left aside in silence: what operating systems put into archives by themselves. */
const byTheSystem = /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;

/**
 * The files of an upload, archives opened, within limits.
 *
 * Sizes are judged by the archive's table of contents before anything is unpacked.
 * A table that lies does not help: each entry is unpacked into a buffer of the size
 * it declares, and what does not fit is cut off.
 */
export function unpackUpload(uploads: readonly UploadedFile[], limits: UploadLimits): Unpacked {
  const files: UploadedFile[] = [];
  const problems: SourceProblem[] = [];
  let total = 0;
  for (const upload of uploads) {
    const name = cleanName(upload.name);
    const opened = isZip(upload.bytes)
      ? openArchive(name, upload.bytes, limits, total)
      : looseFile(name, upload.bytes, limits);
    total += opened.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    files.push(...opened.files);
    problems.push(...opened.problems);
  }
  if (files.length > limits.files) {
    return { files: [], problems: [fileProblem('Auswahl', tooManyText(limits))] };
  }
  if (total > limits.totalBytes) {
    return { files: [], problems: [fileProblem('Auswahl', tooMuchText(limits))] };
  }
  return { files, problems };
}

function looseFile(name: string, bytes: Uint8Array, limits: UploadLimits): Unpacked {
  if (bytes.length > limits.fileBytes) return refused(fileProblem(name, tooLargeText(limits)));
  return { files: [{ name, bytes }], problems: [] };
}

/** Ends the walk through a table of contents that promises too much. */
class TooMuch extends Error {}

function openArchive(archive: string, bytes: Uint8Array, limits: UploadLimits, before: number): Unpacked {
  const problems: SourceProblem[] = [];
  const names = new Set<string>();
  let entries = 0;
  let total = before;
  const accepts = (entry: UnzipFileInfo): boolean => {
    entries += 1;
    if (entries > 2 * limits.files) throw new TooMuch(tooManyText(limits));
    if (entry.name.endsWith('/') || byTheSystem.test(entry.name)) return false;
    const problem = entryProblem(entry, limits) ?? (names.has(entry.name) ? twiceText : null);
    names.add(entry.name);
    if (problem !== null) {
      problems.push(fileProblem(cleanName(entry.name), problem));
      return false;
    }
    // Stored entries are cut out by their packed size, which may overlap others.
    total += Math.max(entry.size, entry.originalSize);
    if (total > limits.totalBytes) throw new TooMuch(tooMuchText(limits));
    return true;
  };
  try {
    const contents = Object.entries(unzipSync(bytes, { filter: accepts }));
    if (entries === 0) return refused(fileProblem(archive, 'Das Archiv ist leer.'));
    return {
      files: contents.map(([name, content]) => ({ name: cleanName(name), bytes: content })),
      problems,
    };
  } catch (error) {
    const message = error instanceof TooMuch ? error.message : damagedText;
    return refused(fileProblem(archive, message));
  }
}

function entryProblem(entry: UnzipFileInfo, limits: UploadLimits): string | null {
  const size = Math.max(entry.size, entry.originalSize);
  if (!entry.name.toLowerCase().endsWith('.json')) {
    return 'Die Datei ist keine JSON-Datei. Nehmen Sie sie aus dem Archiv.';
  }
  if (size > limits.fileBytes) return tooLargeText(limits);
  if (size > limits.ratio * Math.max(entry.size, 1)) {
    return 'Die Datei ist ungewöhnlich stark gepackt und wird nicht entpackt. Laden Sie sie ungepackt hoch.';
  }
  return null;
}

const twiceText = 'Das Archiv enthält zwei Dateien mit diesem Namen.';
const damagedText = 'Das Archiv ist beschädigt oder mit einem Passwort geschützt. Packen Sie es neu.';

function tooLargeText({ fileBytes }: UploadLimits): string {
  return `Die Datei ist zu groß. Die Datei einer Maßnahme hat höchstens ${sizeText(fileBytes)}.`;
}

function tooManyText({ files }: UploadLimits): string {
  return `Das sind zu viele Dateien. Höchstens ${files.toLocaleString('de-DE')} werden auf einmal gelesen. Teilen Sie die Auswahl auf.`;
}

function tooMuchText({ totalBytes }: UploadLimits): string {
  return `Die Dateien haben ausgepackt zusammen mehr als ${sizeText(totalBytes)}. Teilen Sie die Auswahl auf.`;
}

function refused(problem: SourceProblem): Unpacked {
  return { files: [], problems: [problem] };
}
