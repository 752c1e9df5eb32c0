import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { today } from '~/clock';
import { findActor } from '~/identity/session';
import { pageAnswer, readAnswer, send, type Answer } from './server/answer';
import type { AskRoutes } from './server/ask-routes';
import { bodyLimitFor } from './server/body-limits';
import type { GateContext } from './server/gate';
import { headersFor, readIncoming, type Incoming } from './server/incoming';
import { logError, logRequest } from './server/log';
import { plainPage } from './server/plain-page';
import { readBody } from './server/request-body';
import { checkForm, checkHead, type TurnedAway } from './server/request-checks';
import { securityHeaders } from './server/security-headers';
import { answerStatic, type StaticFiles } from './server/static-files';

export interface ServerParts {
  readonly askRoutes: AskRoutes;
  readonly staticFiles: StaticFiles;
  readonly trustsProxy: boolean;
  readonly isDevelopment: boolean;
}

/**
 * The portal's own HTTP server: limits and checks, static files, then the
 * routes behind the gate; the same security headers on every answer.
 */
export function createPortalServer(parts: ServerParts): Server {
  const limits = {
    maxHeaderSize: 16_384,
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 5_000,
  };
  const server = createServer(limits, createListener(parts));
  // Broken HTTP never reaches the listener; answer and hang up, say nothing about it.
  server.on('clientError', (_error, socket) => {
    if (socket.writable)
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  return server;
}

/** Answers one request whatever happens: a fault of ours becomes a page with an id, never a crash. */
export function createListener(parts: ServerParts): RequestListener {
  return (request, response) => {
    const startedAt = performance.now();
    const incoming = readIncoming(request, parts.trustsProxy);
    if (!incoming) {
      response.writeHead(400, { Connection: 'close' }).end();
      return;
    }
    const { nonce, isSecure } = incoming;
    const headers = securityHeaders({ nonce, isSecure, isDevelopment: parts.isDevelopment });
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (sendStatic(request, response, incoming, parts.staticFiles)) return;
    void answerPage(request, response, incoming, parts, startedAt);
  };
}

function sendStatic(
  request: IncomingMessage,
  response: ServerResponse,
  { method, url }: Incoming,
  files: StaticFiles,
): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const answer = answerStatic(files, url.pathname, {
    acceptEncoding: acceptEncodingOf(request),
    ifNoneMatch: request.headers['if-none-match'] ?? '',
  });
  if (!answer) return false;
  response.writeHead(answer.status, answer.headers).end(method === 'HEAD' ? undefined : answer.body);
  return true;
}

async function answerPage(
  request: IncomingMessage,
  response: ServerResponse,
  incoming: Incoming,
  parts: ServerParts,
  startedAt: number,
): Promise<void> {
  const note = { route: '–', accountId: null as string | null };
  const answer = await findAnswer(request, response, incoming, parts, note).catch((error: unknown) => {
    logError(error, incoming.requestId);
    return sorry(incoming.requestId);
  });
  send(response, answer, { method: incoming.method, acceptEncoding: acceptEncodingOf(request) });
  const { requestId, method } = incoming;
  const ms = Math.round(performance.now() - startedAt);
  logRequest({ requestId, accountId: note.accountId, route: note.route, method, status: answer.status, ms });
}

async function findAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  incoming: Incoming,
  parts: ServerParts,
  note: { route: string; accountId: string | null },
): Promise<Answer> {
  const { method, nonce, requestId, isSecure, clientAddress } = incoming;
  const badHead = checkHead(incoming);
  if (badHead) return turnAway(badHead, response, requestId);
  const actor = await findActor(request.headers.cookie ?? null, requestId, isSecure);
  note.accountId = actor?.accountId ?? null;
  const limit = bodyLimitFor(incoming.url.pathname, actor !== null);
  const reading = method === 'POST' ? await readBody(request, limit) : { body: null };
  if ('turnedAway' in reading) return turnAway(reading.turnedAway, response, requestId);
  const badForm = reading.body && (await checkForm(reading.body, incoming.contentType));
  if (badForm) return turnAway(badForm, response, requestId);

  const passage = { route: '–', wasRefused: false };
  const context: GateContext = { actor, today: today(), nonce, requestId, isSecure, clientAddress, passage };
  const headers = headersFor(request, incoming);
  const signal = abortedWith(response);
  const body = reading.body && new Uint8Array(reading.body);
  const makeRequest = () => new Request(incoming.url, { method, headers, signal, body });
  const answer = await readAnswer(await parts.askRoutes(makeRequest, context));
  note.route = passage.route;
  return answer.status >= 500 && answer.body.length === 0 ? sorry(requestId) : answer;
}

/** Turned away early, the rest of the body is not waited for. */
function turnAway({ status, text }: TurnedAway, response: ServerResponse, requestId: string): Answer {
  response.setHeader('Connection', 'close');
  return pageAnswer(status, plainPage('Die Anfrage wurde nicht angenommen', text, requestId));
}

function sorry(requestId: string): Answer {
  const text =
    'Im Portal ist ein Fehler aufgetreten. Versuchen Sie es in einigen Minuten noch einmal. Bleibt der Fehler, nennen Sie der Administration die Kennung.';
  return pageAnswer(500, plainPage('Das hat nicht geklappt', text, requestId));
}

function abortedWith(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

function acceptEncodingOf(request: IncomingMessage): string {
  const header = request.headers['accept-encoding'];
  return Array.isArray(header) ? header.join(',') : (header ?? '');
}
