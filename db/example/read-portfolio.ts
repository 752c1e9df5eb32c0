import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { StartupProblem } from '#db/startup-problem';
import { problemText, readMeasureSource, type SourceProblem } from '~/portfolio/read-source';
import type { MeasureSource } from '~/portfolio/source';

const shownProblems = 20;

/**
 * All portfolio files of a directory, by file name.
 * Throws `StartupProblem` that names file, line and field of what is wrong.
 */
export async function readPortfolio(directory: string): Promise<MeasureSource[]> {
  const names = await namesIn(directory);
  const readings = await Promise.all(
    names.map(async (name) => readMeasureSource(await readFile(path.join(directory, name), 'utf8'), name)),
  );
  const problems = readings.flatMap((reading) => (reading.ok ? [] : reading.problems));
  if (problems.length > 0) throw new StartupProblem(problemsText(directory, problems));
  return readings.flatMap((reading) => (reading.ok ? [reading.source] : []));
}

async function namesIn(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).sort();
  if (files.length === 0) {
    throw new StartupProblem(
      `Keine Beispieldaten in ${directory}. Stellen Sie die Dateien *.json aus dem Quelltext wieder her.`,
    );
  }
  return files;
}

function problemsText(directory: string, problems: readonly SourceProblem[]): string {
  const shown = problems.slice(0, shownProblems).map((problem) => `  ${problemText(problem)}`);
  const more = problems.length - shown.length;
  return [
    `Die Beispieldaten in ${directory} sind fehlerhaft. Korrigieren Sie:`,
    ...shown,
    ...(more > 0 ? [`  … und ${more} weitere Fehler`] : []),
  ].join('\n');
}
