import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { EntryContext, HandleErrorFunction } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import type { RequestContext } from '~/request-context';
import { NonceContext } from '~/ui/nonce';
import { logError } from './server/log';

// The only module of the server build that can be reached from outside: the start
// scripts come in here, so that there is one copy of every module, above all of the
// database connection (a second PGlite on one directory would lose data).
export { boot, bootDevelopment, importFiles, makeAdministrator, StartupProblem } from './boot';

/** Renders a page whole before it is sent: it is compressed once, and an error still finds its status. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: RequestContext,
): Promise<Response> {
  const html = await renderPage(
    <NonceContext.Provider value={nonce}>
      <RemixServer context={remixContext} url={request.url} nonce={nonce} />
    </NonceContext.Provider>,
    nonce,
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(html, { status, headers });
}

/** Faults of ours are logged once; refusals and 404s are answers, not faults. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  if (isRouteErrorResponse(error)) {
    const { error: cause } = error as { error?: unknown };
    if (error.status < 500) return;
    logError(cause ?? error, context.requestId);
    return;
  }
  logError(error, context.requestId);
};

function renderPage(page: React.ReactElement, nonce: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      // React calls this after a failed shell too; the rejection must then not go unheard.
      onAllReady: () => void text(pipe(new PassThrough())).then(resolve, reject),
      onShellError: reject,
      onError: reject,
    });
  });
}
