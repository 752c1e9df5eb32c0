import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';

/** First Node.js release that runs the portal (package.json, `engines`). */
const oldestNode = [20, 19];

/** Throws a German sentence where Node.js is too old: later errors would not name the cause. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  const isOld = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
  if (isOld) {
    throw new Error(
      `Node.js ${version} ist zu alt. Das Portal braucht ${oldestNode.join('.')} oder neuer (https://nodejs.org).`,
    );
  }
}

/** Installs the packages of package-lock.json where they are not there as it says. */
export async function installIfNeeded(root, say) {
  if (isInstalled(root)) return;
  say('Installiere die Pakete (einmalig, etwa eine Minute)');
  // Building needs the development packages also where NODE_ENV=production is set.
  await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
}

/**
 * Compares what npm last installed with the lock file. npm writes its own record
 * only at the end, so an install that was cut off counts as none.
 */
function isInstalled(root) {
  const record = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readPackages(record);
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '') return true;
    // Packages for other operating systems stay away rightly.
    if (!installed[place])
      return entry.optional === true || entry.peer === true || entry.devOptional === true;
    return installed[place].version === entry.version && installed[place].integrity === entry.integrity;
  });
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
