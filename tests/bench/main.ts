import { benchEvaluation } from './evaluation';
import { benchImport } from './import';
import { benchLastPlace } from './last-place';
import { benchPages } from './pages';
import { benchPaper } from './paper';
import { benchStart } from './start';
import { benchTender } from './tender';
import { benchToday } from './today';

/** The least advantage over Chromium's print that we promise (docs/performance.md). */
const leastPaperRatio = 5;

const parts = {
  start: benchStart,
  pages: benchPages,
  paper: benchCouncilPaper,
  import: benchImport,
  tender: benchTender,
  lastPlace: benchLastPlace,
  today: benchToday,
  evaluation: benchEvaluation,
};

/** Runs the parts that are named, else all of them; fails only where a ratio misses its limit twice. */
export async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0)
    throw new Error(`There is no ${unknown.join(', ')}: ${Object.keys(parts).join(', ')}`);
  for (const [name, bench] of Object.entries(parts)) {
    if (names.length > 0 && !names.includes(name)) continue;
    for await (const line of bench()) console.log(line);
  }
}

async function* benchCouncilPaper(): AsyncGenerator<string> {
  let paper = await benchPaper();
  if (!paper) {
    yield 'council paper: Chromium is not installed, nothing to compare with';
    return;
  }
  yield `council paper: ${paper.line}`;
  if (paper.ratio < leastPaperRatio) {
    paper = await benchPaper();
    yield `council paper, second try: ${paper?.line ?? ''}`;
    if (paper && paper.ratio < leastPaperRatio) process.exitCode = 1;
  }
}
