// `npm run bench [-- start pages paper]`: installs and builds what is missing, then measures. The bench is
// bundled like the portal itself, so that it measures what runs in production.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfNeeded } from './support/build.mjs';
import { installIfNeeded } from './support/install.mjs';
import { projectRoot } from './support/portal-build.mjs';

const say = (step) => console.log(`· ${step} …`);
await installIfNeeded(projectRoot, say);
await buildIfNeeded(projectRoot, say);
process.env.NODE_ENV = 'production';

const outDir = path.join(projectRoot, 'build/bench');
const { build } = await import('vite');
await build({
  root: projectRoot,
  configFile: false,
  logLevel: 'warn',
  resolve: {
    alias: {
      '~': path.join(projectRoot, 'app'),
      '#db': path.join(projectRoot, 'db'),
      '#templates': path.join(projectRoot, 'templates'),
    },
  },
  build: {
    target: 'node20',
    ssr: path.join(projectRoot, 'tests/bench/main.ts'),
    outDir,
    emptyOutDir: true,
    rollupOptions: { external: /\/build\/server\//, output: { entryFileNames: 'main.mjs' } },
  },
});
const { main } = await import(pathToFileURL(path.join(outDir, 'main.mjs')).href);
await main(process.argv.slice(2));
