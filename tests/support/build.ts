import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { buildIfNeeded } from '../../scripts/support/build.mjs';

export const projectRoot = path.resolve(import.meta.dirname, '../..');

/** The production build, made anew where the sources changed: tests see what is shipped. */
export async function loadBuild(): Promise<ServerBuild> {
  await buildIfNeeded(projectRoot);
  const file = path.join(projectRoot, 'build/server/index.js');
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as ServerBuild;
}
