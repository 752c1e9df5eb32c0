import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestFacts } from './request-checks';

/** One request as the rest of the server sees it: what came from outside is checked or marked. */
export interface Incoming extends RequestFacts {
  readonly requestId: string;
  readonly nonce: string;
  readonly isSecure: boolean;
  readonly clientAddress: string;
}

/** Headers that only a proxy of ours may set; dropped where none is trusted. */
const proxyHeaders = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'forwarded',
];

/**
 * Reads the head of a request; null where address or host make no sense.
 *
 * The last entry of `X-Forwarded-For` is the one our own proxy wrote; earlier
 * ones are whatever the sender claimed.
 */
export function readIncoming(request: IncomingMessage, trustsProxy: boolean): Incoming | null {
  const forwarded = (name: string) => (trustsProxy ? lastOf(request.headers[name]) : undefined);
  const isSecure = forwarded('x-forwarded-proto') === 'https';
  const host = forwarded('x-forwarded-host') ?? request.headers.host ?? '';
  const url = readAddress(request.url ?? '', host, isSecure);
  if (!url) return null;
  return {
    method: request.method ?? '',
    url,
    host: url.host,
    origin: request.headers.origin,
    fetchSite: lastOf(request.headers['sec-fetch-site']),
    contentType: request.headers['content-type'] ?? '',
    requestId: randomUUID(),
    nonce: randomBytes(16).toString('base64url'),
    isSecure,
    clientAddress: forwarded('x-forwarded-for') ?? request.socket.remoteAddress ?? '',
  };
}

/** The headers routes may see: only those a browser sends, without a stranger's proxy headers. */
export function headersFor(request: IncomingMessage, incoming: Incoming): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || name.startsWith(':') || proxyHeaders.includes(name)) continue;
    for (const each of Array.isArray(value) ? value : [value]) headers.append(name, each);
  }
  headers.set('host', incoming.host);
  return headers;
}

function readAddress(target: string, host: string, isSecure: boolean): URL | null {
  if (!target.startsWith('/') || !/^[\w.:[\]-]+$/.test(host)) return null;
  const base = `${isSecure ? 'https' : 'http'}://${host}`;
  // Joined as text: `new URL('//x/y', base)` would take x for the host.
  const address = base + target;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  // Remix' data requests of its first protocol are off; the parameter would open a second way to loaders.
  if (url.searchParams.has('_data')) url.searchParams.delete('_data');
  return url;
}

function lastOf(header: string | string[] | undefined): string | undefined {
  const text = Array.isArray(header) ? header.join(',') : header;
  return text?.split(',').at(-1)?.trim() || undefined;
}
