// `npm run import -- FILES [--behoerde NAME]`: imports measures from JSON files, ZIP archives or directories.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from './support/build.mjs';
import { checkNode, installIfNeeded } from './support/install.mjs';
import { explain, importBuild, projectRoot } from './support/portal-build.mjs';

const mostWarnings = 20;
const say = (step) => console.log(`· ${step} …`);
let build;
try {
  const { files, authority } = readArguments();
  checkNode();
  await installIfNeeded(projectRoot, say);
  await buildIfNeeded(projectRoot, say);
  process.env.NODE_ENV = 'production';
  build = await importBuild();
  const { importFiles } = build.entry.module;
  const report = await importFiles(files, { authority, onProgress: say }, { projectRoot, env: process.env });
  console.log(describe(report));
} catch (error) {
  console.error(explain(error, build));
  process.exit(1);
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { behoerde: { type: 'string' } },
  });
  if (positionals.length === 0)
    throw new Error('Nennen Sie die Dateien: npm run import -- massnahmen/*.json');
  // npm runs scripts beside package.json, wherever it was called.
  const from = process.env.INIT_CWD ?? process.cwd();
  return { files: positionals.map((file) => path.resolve(from, file)), authority: values.behoerde };
}

function describe({ authorityName, done, warnings }) {
  const more = warnings.length - mostWarnings;
  return [
    `Behörde: ${authorityName}`,
    ...(warnings.length > 0 ? ['Übernommen, aber auffällig:'] : []),
    ...warnings.slice(0, mostWarnings).map((warning) => `  ${warning}`),
    ...(more > 0 ? [`  … und ${more} weitere Hinweise`] : []),
    `Import abgeschlossen: ${done}.`,
  ].join('\n');
}
