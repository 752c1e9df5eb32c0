// `npm run dev`: the same server with Vite in front; changes show at once.
import { createServer } from 'node:http';
import { checkNode, installIfNeeded } from './support/install.mjs';
import { explain, projectRoot } from './support/portal-build.mjs';
import { untilTold } from './support/until-told.mjs';

const say = (step) => console.log(`· ${step} …`);
const buildId = 'virtual:remix/server-build';

try {
  checkNode();
  await installIfNeeded(projectRoot, say);
  process.env.NODE_ENV = 'development';
  const vite = await import('vite');
  const middlewares = await vite.createServer({ root: projectRoot, server: { middlewareMode: true } });
  const loadBuild = () => middlewares.ssrLoadModule(buildId);
  const first = await loadBuild();
  const { bootDevelopment } = first.entry.module;
  const portal = await bootDevelopment(loadBuild, { projectRoot, env: process.env, onProgress: say });
  const server = createServer((request, response) => {
    middlewares.middlewares(request, response, () => portal.listener(request, response));
  });
  server.listen(portal.settings.port, portal.settings.host, () => {
    console.log(`\nEntwicklung: http://localhost:${portal.settings.port}`);
    if (portal.demo) console.log(`Anmeldung: ${portal.demo.emails[0]}, Passwort ${portal.demo.password}`);
  });
  untilTold(async () => {
    server.closeAllConnections();
    server.close();
    await middlewares.close();
    await portal.close();
  });
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
