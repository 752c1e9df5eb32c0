import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from './run.mjs';

/** What the build is made of; the texts of the documents are read at run time. */
const sources = ['app', 'db', 'templates', 'public', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];
const isSource = /\.(tsx?|css|json|svg|ico|png|woff2)$/;
const longestBuildMs = 5 * 60_000;

/** Builds the production bundle where the sources changed since the last time. */
export async function buildIfNeeded(root, say = () => {}) {
  const wanted = hashOf(root);
  if (readStamp(root) === wanted) return;
  mkdirSync(path.join(root, 'build'), { recursive: true });
  await alone(path.join(root, 'build/.lock'), async () => {
    if (readStamp(root) === wanted) return;
    say('Baue das Portal (nach jeder Änderung einmal, etwa 20 Sekunden)');
    rmSync(stampFile(root), { force: true });
    const remix = path.join(root, 'node_modules/@remix-run/dev/dist/cli.js');
    await run(process.execPath, [remix, 'vite:build'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      quiet: true,
    });
    writeFileSync(stampFile(root), wanted);
  });
}

/** Two processes that build at once would serve each other's half-written files. */
async function alone(lock, work) {
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > longestBuildMs) rmSync(lock, { recursive: true, force: true });
      await sleep(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function stampFile(root) {
  return path.join(root, 'build/.stamp');
}

function readStamp(root) {
  try {
    return readFileSync(stampFile(root), 'utf8');
  } catch {
    return '';
  }
}

function hashOf(root) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => listFiles(path.join(root, source))).sort()) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function listFiles(place) {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [place];
  return readdirSync(place, { recursive: true })
    .map((name) => path.join(place, name))
    .filter((file) => isSource.test(file) && !file.includes(`example${path.sep}portfolio`));
}
