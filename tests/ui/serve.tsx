import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import type { ComponentType } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import type { Actor } from '~/identity/actor';
import type { RequestContext } from '~/request-context';
import * as root from '~/root';
import { NonceContext } from '~/ui/nonce';

/** A route module, as far as these tests need it. */
export interface RouteUnderTest {
  readonly default?: ComponentType;
  readonly loader?: unknown;
  readonly action?: unknown;
  readonly meta?: unknown;
}

/**
 * Serves routes inside the real root and shell through Remix' own request handler:
 * what a browser without script gets.
 */
export function serve(routes: Record<string, RouteUnderTest>, actor: Actor | null = null) {
  const ids = Object.keys(routes);
  const tree = [
    { id: 'root', path: '', module: root as unknown },
    ...ids.map((path) => ({
      id: path,
      path: path.replace(/^\//, ''),
      parentId: 'root',
      module: routes[path],
    })),
  ];
  const manifestRoutes = tree.map(({ module, ...route }) => ({
    ...route,
    module: `/${route.id}.js`,
    ...flags(module),
  }));
  const build = {
    mode: 'test',
    // Faults are part of these tests; the log of the real server is not.
    entry: { module: { default: renderPage, handleError: () => undefined } },
    routes: Object.fromEntries(tree.map((route) => [route.id, route])),
    assets: {
      entry: { module: '/entry.js', imports: [] },
      routes: Object.fromEntries(manifestRoutes.map((route) => [route.id, route])),
      url: '/manifest.js',
      version: '1',
    },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: { v3_singleFetch: true, v3_relativeSplatPath: true, v3_throwAbortReason: true },
    isSpaMode: false,
  } as unknown as ServerBuild;
  const handle = createRequestHandler(build, 'production');

  return async (path: string, init?: RequestInit) => {
    const context: RequestContext & AppLoadContext = {
      actor,
      today: '2019-09-01',
      nonce: 'test-nonce',
      requestId: 'test-request',
      isSecure: false,
      clientAddress: '127.0.0.1',
    };
    const response = await handle(new Request(`http://localhost${path}`, init), context);
    return { status: response.status, html: await response.text() };
  };
}

/** What a browser without script posts. */
export function formBody(fields: Record<string, string>): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields) };
}

function flags(module: unknown) {
  const parts = module as RouteUnderTest & { ErrorBoundary?: unknown };
  return {
    hasLoader: Boolean(parts.loader),
    hasAction: Boolean(parts.action),
    hasErrorBoundary: Boolean(parts.ErrorBoundary),
    hasClientAction: false,
    hasClientLoader: false,
  };
}

async function renderPage(
  request: Request,
  status: number,
  headers: Headers,
  context: Parameters<typeof RemixServer>[0]['context'],
  { nonce }: RequestContext,
) {
  const page = (
    <NonceContext.Provider value={nonce}>
      <RemixServer context={context} url={request.url} nonce={nonce} />
    </NonceContext.Provider>
  );
  const html = await new Promise<string>((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady: () => resolve(text(pipe(new PassThrough()))),
      onError: reject,
    });
  });
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(`<!doctype html>${html}`, { status, headers });
}
