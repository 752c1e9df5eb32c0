// `npm test`: installs and builds what is missing, names the tools that are absent, runs all tests.
// Arguments go to vitest, e.g. `npm test -- --project rules`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildIfNeeded } from './support/build.mjs';
import { checkNode, installIfNeeded } from './support/install.mjs';
import { projectRoot } from './support/portal-build.mjs';
import { run, stopChildren } from './support/run.mjs';
import { missingTools } from './support/tools.mjs';

const say = (step) => console.log(`· ${step} …`);
const tidy = () => (stopChildren(), process.exit(130));
process.on('SIGINT', tidy).on('SIGTERM', tidy);

const output = mkdtempSync(path.join(tmpdir(), 'portal-test-'));
const reportFile = path.join(output, 'report.json');
let failure = null;
try {
  checkNode();
  await installIfNeeded(projectRoot, say);
  await buildIfNeeded(projectRoot, say);
  tellWhatIsMissing();
  const vitest = path.join(projectRoot, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  await run(process.execPath, [vitest, 'run', ...reporters, ...process.argv.slice(2)], { cwd: projectRoot });
} catch (error) {
  failure = error;
}
const summary = readSummary();
rmSync(output, { recursive: true, force: true });
// Failed tests were shown already; anything else has to be said.
if (failure && !summary?.failed) console.error(failure.message);
if (summary) console.log(`${summary.passed} passed, ${summary.failed} failed, ${summary.skipped} skipped`);
process.exitCode = failure || !summary ? 1 : 0;

function tellWhatIsMissing() {
  for (const { name, tests, install } of missingTools()) {
    console.log(`! ${name} is not installed: ${tests} are skipped. Install it with: ${install}`);
  }
}

function readSummary() {
  try {
    const report = JSON.parse(readFileSync(reportFile, 'utf8'));
    // A file that cannot even be loaded has no tests, and must still count.
    const brokenFiles = report.testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.length,
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch {
    return null;
  }
}
