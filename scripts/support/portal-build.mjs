import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where package.json lies. */
export const projectRoot = path.resolve(import.meta.dirname, '../..');

/** The production build; `entry.module` is what app/entry.server.tsx exports. */
export async function importBuild() {
  return import(pathToFileURL(path.join(projectRoot, 'build/server/index.js')).href);
}

/** German sentence for what went wrong at the start, without a stack. */
export function explain(error, build) {
  const StartupProblem = build?.entry.module.StartupProblem;
  if (process.env.PORTAL_LOG === 'debug') return error.stack ?? String(error);
  if (StartupProblem && error instanceof StartupProblem) return error.message;
  return `${error.message}\n(Mehr dazu zeigt PORTAL_LOG=debug.)`;
}
