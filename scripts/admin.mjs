// `npm run admin -- EMAIL [--behoerde NAME] [--land NI]`: one-time link for the first administrator.
import { parseArgs } from 'node:util';
import { buildIfNeeded } from './support/build.mjs';
import { checkNode, installIfNeeded } from './support/install.mjs';
import { explain, importBuild, projectRoot } from './support/portal-build.mjs';

const say = (step) => console.log(`· ${step} …`);
let build;
try {
  const { email, authority } = readArguments();
  checkNode();
  await installIfNeeded(projectRoot, say);
  await buildIfNeeded(projectRoot, say);
  process.env.NODE_ENV = 'production';
  build = await importBuild();
  const { makeAdministrator } = build.entry.module;
  const made = await makeAdministrator(email, authority, { projectRoot, env: process.env });
  console.log(describe(email, made));
} catch (error) {
  console.error(explain(error, build));
  process.exit(1);
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { behoerde: { type: 'string' }, land: { type: 'string' } },
  });
  const [email] = positionals;
  if (!email) throw new Error('Nennen Sie die E-Mail-Adresse: npm run admin -- name@kreis.example');
  return { email, authority: { name: values.behoerde, state: values.land } };
}

function describe(email, { linkPath, authorityName, isNewAuthority, isNewAccount }) {
  const address = process.env.PORTAL_URL ?? `http://localhost:${process.env.PORT || 3000}`;
  return [
    isNewAuthority ? `Behörde „${authorityName}“ angelegt.` : `Behörde: ${authorityName}`,
    `${isNewAccount ? 'Konto angelegt' : 'Konto vorhanden'}: ${email} (Administration)`,
    'Einmal-Link, um ein Passwort zu setzen:',
    new URL(linkPath, address).href,
  ].join('\n');
}
