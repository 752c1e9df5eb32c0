import { benchPages } from './pages';
import { benchPaper } from './paper';
import { benchStart } from './start';

/** The least advantage over Chromium's print that we promise (docs/performance.md). */
const leastPaperRatio = 5;

/** Runs everything and prints it; fails only where a ratio misses its limit twice. */
export async function main(): Promise<void> {
  for (const line of await benchStart()) console.log(line);
  for (const line of await benchPages()) console.log(line);

  let paper = await benchPaper();
  if (!paper) {
    console.log('council paper: Chromium is not installed, nothing to compare with');
    return;
  }
  console.log(`council paper: ${paper.line}`);
  if (paper.ratio < leastPaperRatio) {
    paper = await benchPaper();
    console.log(`council paper, second try: ${paper?.line ?? ''}`);
    if (paper && paper.ratio < leastPaperRatio) process.exitCode = 1;
  }
}
