import { asOwner, type Tx } from '#db/as-actor';
import { StartupProblem } from '#db/startup-problem';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { problemText, type SourceProblem } from '../../read-source';
import { doneText } from '../done';
import { commandLimits, sizeText } from '../limits';
import { problemsOf, warningsOf } from '../outcome';
import { unpackUpload } from '../unpack';
import { fileProblem, type UploadedFile } from '../uploaded-file';
import { ImportStopped, runImport } from './run-import';

/** What `npm run import` prints in the end. */
export interface ImportReport {
  readonly authorityName: string;
  /** "3 neu, 22 unverändert" */
  readonly done: string;
  /** What was imported as it is and is odd, one line each. */
  readonly warnings: readonly string[];
}

interface Order {
  /** Name of the authority; needed where there are several. */
  readonly authority?: string;
  readonly onProgress?: (text: string) => void;
}

const mostToldProblems = 50;
const filesPerProgress = 500;

/**
 * Imports portfolio files, ZIP archives and directories of files: all of them, or none.
 *
 * Files are read, compared and written in batches inside one transaction. Throws a
 * `StartupProblem` with every problem by file, line and field.
 */
export async function importFromFiles(
  names: readonly string[],
  { authority, onProgress }: Order,
): Promise<ImportReport> {
  const paths = await pathsOf(names);
  const unread: SourceProblem[] = [];
  const warnings: string[] = [];
  let read = 0;
  return asOwner(async (tx) => {
    const { id: tenantId, name: authorityName } = await findAuthority(tx, authority);
    const counts = await runImport(tx, { tenantId, actor: null }, readAll(paths, unread), {
      onBatch: (outcomes) => {
        warnings.push(...warningsOf(outcomes).map(problemText));
        const before = read;
        read += outcomes.length;
        if (Math.floor(read / filesPerProgress) > Math.floor(before / filesPerProgress)) {
          onProgress?.(`${read.toLocaleString('de-DE')} Maßnahmen gelesen`);
        }
      },
    });
    if (unread.length > 0) throw new ImportStopped([]);
    if (read === 0) throw new StartupProblem('Es wurde keine JSON-Datei gefunden.');
    return { authorityName, done: doneText(counts), warnings };
  }).catch((error: unknown) => {
    if (!(error instanceof ImportStopped)) throw error;
    throw new StartupProblem(stoppedText([...unread, ...problemsOf(error.faulty)]));
  });
}

/** The files of each name; a directory stands for the JSON files in it. */
async function pathsOf(names: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    names.map(async (name) => {
      const facts = await stat(name).catch(() => null);
      if (!facts) throw new StartupProblem(`Die Datei ${name} gibt es nicht. Prüfen Sie den Pfad.`);
      if (!facts.isDirectory()) return [name];
      const entries = await readdir(name);
      const files = entries.filter((entry) => entry.toLowerCase().endsWith('.json')).sort();
      return files.map((file) => path.join(name, file));
    }),
  );
  return lists.flat();
}

/** One after the other, so that only a batch of them is in memory; what cannot be opened goes to `unread`. */
async function* readAll(paths: readonly string[], unread: SourceProblem[]): AsyncGenerator<UploadedFile> {
  for (const name of paths) {
    const { size } = await stat(name);
    if (size > commandLimits.uploadBytes) {
      unread.push(fileProblem(name, `Die Datei ist größer als ${sizeText(commandLimits.uploadBytes)}.`));
      continue;
    }
    const { files, problems } = unpackUpload([{ name, bytes: await readFile(name) }], commandLimits);
    unread.push(...problems);
    yield* files;
  }
}

async function findAuthority(tx: Tx, name: string | undefined) {
  const all = await tx.selectFrom('authority').select(['id', 'name']).orderBy('name').execute();
  const fitting = all.filter((authority) => name === undefined || authority.name === name);
  const [only] = fitting;
  if (only && fitting.length === 1) return only;
  if (all.length === 0) {
    throw new StartupProblem(
      'Es gibt noch keine Behörde. Legen Sie eine an: npm run admin -- name@kreis.example --behoerde "Name".',
    );
  }
  const names = all.map((authority) => `„${authority.name}“`).join(', ');
  throw new StartupProblem(
    name === undefined
      ? `Es gibt mehrere Behörden: ${names}. Nennen Sie eine mit --behoerde.`
      : `Eine Behörde „${name}“ gibt es nicht, nur ${names}.`,
  );
}

function stoppedText(problems: readonly SourceProblem[]): string {
  if (problems.length === 0) {
    return 'Der Katalog wurde während des Imports von anderen geändert. Es wurde nichts übernommen; starten Sie den Import noch einmal.';
  }
  const told = problems.slice(0, mostToldProblems).map((problem) => `  ${problemText(problem)}`);
  const more = problems.length - told.length;
  return [
    'Es wurde nichts übernommen. Korrigieren Sie:',
    ...told,
    ...(more > 0 ? [`  … und ${more.toLocaleString('de-DE')} weitere Fehler`] : []),
  ].join('\n');
}
