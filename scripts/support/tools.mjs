import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Programs that some tests need and npm cannot install. */
const tools = [
  {
    name: 'Chromium',
    programs: ['chromium', 'chromium-browser', 'google-chrome'],
    tests: 'the browser tests',
    install: 'sudo apt-get install -y chromium',
  },
  {
    name: 'poppler',
    programs: ['pdftotext'],
    tests: 'tests that read papers back',
    install: 'sudo apt-get install -y poppler-utils',
  },
  {
    name: 'qpdf',
    programs: ['qpdf'],
    tests: 'tests of the structure of papers',
    install: 'sudo apt-get install -y qpdf',
  },
];

/** Full path of the first of these programs that is on the machine, or null. */
function findProgram(...names) {
  const directories = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  for (const name of names) {
    for (const directory of directories) {
      const file = path.join(directory, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here: look in the next directory.
      }
    }
  }
  return null;
}

/** Chromium's path, or null; `CHROMIUM_PATH` names one that lies elsewhere. */
export function findChromium() {
  return process.env.CHROMIUM_PATH || findProgram(...tools[0].programs);
}

/** The tools that are not on this machine, each with the command that installs it. */
export function missingTools() {
  return tools.filter(({ name, programs }) =>
    name === 'Chromium' ? !findChromium() : !findProgram(...programs),
  );
}
