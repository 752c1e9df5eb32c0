import { createRequestHandler } from '@remix-run/node';
import type { ServerBuild } from '@remix-run/node';
import { guardBuild, type GateContext } from './gate';

export type AskRoutes = (makeRequest: () => Request, context: GateContext) => Promise<Response>;

/** The build, or (in development) what gives the newest one. */
export type BuildSource = ServerBuild | (() => Promise<ServerBuild>);

/**
 * Asks the routes behind the gate.
 *
 * A file (PDF, JSON) that cannot be given is asked for once more as a page, so
 * that the user reads why. Only where that is safe: reading, or where the gate
 * refused before any code of the route ran.
 */
export function behindTheGate(source: BuildSource, mode: string): AskRoutes {
  const askAsDeclared = createRequestHandler(guarded(source, 'asDeclared'), mode);
  const askAsPage = createRequestHandler(guarded(source, 'asPage'), mode);

  return async (makeRequest, context) => {
    const request = makeRequest();
    const response = await askAsDeclared(request, context);
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    const mayAskAgain = isReading || context.passage.wasRefused;
    if (!mayAskAgain || !isFailedFile(request, response)) return response;
    return askAsPage(makeRequest(), context);
  };
}

/** Remix marks with these headers what a resource route threw instead of answering. */
function isFailedFile(request: Request, response: Response): boolean {
  if (response.status < 400 || new URL(request.url).pathname.endsWith('.data')) return false;
  return response.headers.has('X-Remix-Error') || response.headers.has('X-Remix-Catch');
}

function guarded(source: BuildSource, answering: 'asDeclared' | 'asPage') {
  if (typeof source !== 'function') return guardBuild(source, answering);
  return async () => guardBuild(await source(), answering);
}
