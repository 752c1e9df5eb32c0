import type { ServerResponse } from 'node:http';
import { compress } from './compression';

const pageType = 'text/html; charset=utf-8';

/** Everything of an answer that still has to be sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** Takes a web `Response` whole into memory: pages are compressed once and sent with their length. */
export async function readAnswer(response: Response): Promise<Answer> {
  return {
    status: response.status,
    headers: new Headers(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

/** A finished page of our own making. */
export function pageAnswer(status: number, html: string): Answer {
  return { status, headers: new Headers({ 'Content-Type': pageType }), body: Buffer.from(html) };
}

/**
 * Sends an answer. Whatever a route forgot to say about keeping it, nobody
 * keeps it: pages and papers hold what only this actor may see.
 */
export function send(
  response: ServerResponse,
  answer: Answer,
  request: { readonly method: string; readonly acceptEncoding: string },
): void {
  const { headers } = answer;
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  const { body, encoding } = compress(answer.body, headers.get('Content-Type') ?? '', request.acceptEncoding);
  headers.append('Vary', 'Accept-Encoding');
  if (encoding) headers.set('Content-Encoding', encoding);
  const isBodyless = answer.status === 204 || answer.status === 304;
  if (!isBodyless) headers.set('Content-Length', String(body.length));

  response.statusCode = answer.status;
  for (const [name, value] of headers) {
    if (name !== 'set-cookie') response.setHeader(name, value);
  }
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('Set-Cookie', cookies);
  response.end(request.method === 'HEAD' || isBodyless ? undefined : body);
}
