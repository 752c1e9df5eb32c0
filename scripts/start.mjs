// `npm start`: installs and builds what is missing, then serves the production build.
// Runs before anything is installed: built-ins only.
import { buildIfNeeded } from './support/build.mjs';
import { checkNode, installIfNeeded } from './support/install.mjs';
import { explain, importBuild, projectRoot } from './support/portal-build.mjs';
import { stopChildren } from './support/run.mjs';
import { untilTold } from './support/until-told.mjs';

const startedAt = performance.now();
const say = (step) => console.log(`· ${step} …`);

let build;
let portal;
untilTold(async () => {
  stopChildren();
  await portal?.stop();
  if (portal) console.log('Das Portal ist beendet.');
});

try {
  checkNode();
  await installIfNeeded(projectRoot, say);
  await buildIfNeeded(projectRoot, say);
  // React and Remix choose their faster half when they are loaded.
  process.env.NODE_ENV = 'production';
  build = await importBuild();
  portal = await build.entry.module.boot(build, { projectRoot, env: process.env, onProgress: say });
  console.log(welcome(portal, performance.now() - startedAt));
} catch (error) {
  console.error(`\nDas Portal konnte nicht starten.\n${explain(error, build)}`);
  process.exit(1);
}

function welcome({ url, databaseKind, demo }, ms) {
  const seconds = (ms / 1000).toLocaleString('de-DE', { maximumFractionDigits: 1 });
  const lines = ['', `Das Portal läuft: ${url}   (bereit nach ${seconds} s)`];
  if (databaseKind === 'pglite') {
    lines.push('Vorführung mit eingebetteter Datenbank. Für den Betrieb setzen Sie DATABASE_URL.');
  }
  if (demo?.emails.length) {
    lines.push(
      '',
      `Anmeldungen (Passwort für alle: ${demo.password})`,
      ...demo.emails.map((email) => `  ${email}`),
    );
  }
  return [...lines, '', 'Beenden mit Strg-C.'].join('\n');
}
