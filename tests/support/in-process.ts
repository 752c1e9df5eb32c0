import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { createPortalServer } from '~/server';
import { behindTheGate } from '~/server/ask-routes';
import { readStaticFiles } from '~/server/static-files';
import { loadBuild, projectRoot } from './build';

interface Asking {
  readonly method?: string;
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
  /** Form fields; makes it a POST from our own page. */
  readonly form?: Record<string, string>;
}

export interface PortalInProcess {
  url(path?: string): string;
  /** Asks like a browser, without following redirects. */
  ask(path: string, asking?: Asking): Promise<Response>;
}

/**
 * The real server with the routes of the production build, in this process, on
 * the database of this test file (`useTestDatabase`).
 */
export function usePortal({ trustsProxy = false } = {}): PortalInProcess {
  let server: Server;
  beforeAll(async () => {
    const build = await loadBuild();
    server = createPortalServer({
      askRoutes: behindTheGate(build, 'production'),
      staticFiles: readStaticFiles(path.join(projectRoot, build.assetsBuildDirectory)),
      trustsProxy,
      isDevelopment: false,
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const url = (address = '') => `http://127.0.0.1:${(server.address() as AddressInfo).port}${address}`;
  return {
    url,
    ask: (address, { method, cookie, headers, form } = {}) =>
      fetch(url(address), {
        method: method ?? (form ? 'POST' : 'GET'),
        redirect: 'manual',
        headers: { ...(cookie ? { cookie } : {}), ...(form ? { origin: url() } : {}), ...headers },
        ...(form ? { body: new URLSearchParams(form) } : {}),
      }),
  };
}
