// `npm run bench`: installs and builds what is missing, then measures. Built-ins
// only until then; Vite reads the TypeScript of tests/bench.
import path from 'node:path';
import { buildIfNeeded } from './support/build.mjs';
import { installIfNeeded } from './support/install.mjs';
import { projectRoot } from './support/portal-build.mjs';

const say = (step) => console.log(`· ${step} …`);
await installIfNeeded(projectRoot, say);
await buildIfNeeded(projectRoot, say);
process.env.NODE_ENV = 'production';

const { createServer } = await import('vite');
const vite = await createServer({
  root: projectRoot,
  configFile: false,
  appType: 'custom',
  logLevel: 'warn',
  server: { middlewareMode: true, hmr: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  resolve: {
    alias: {
      '~': path.join(projectRoot, 'app'),
      '#db': path.join(projectRoot, 'db'),
      '#templates': path.join(projectRoot, 'templates'),
    },
  },
});
try {
  const { main } = await vite.ssrLoadModule('/tests/bench/main.ts');
  await main();
} finally {
  await vite.close();
}
