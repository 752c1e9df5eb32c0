import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { accepts } from './compression';

interface StaticFile {
  readonly type: string;
  readonly etag: string;
  readonly cacheControl: string;
  readonly plain: Buffer;
  readonly brotli: Buffer | null;
}

export interface StaticAnswer {
  readonly status: 200 | 304;
  readonly headers: Record<string, string>;
  readonly body: Buffer | null;
}

export type StaticFiles = ReadonlyMap<string, StaticFile>;

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
};

/**
 * Reads the built files once. Only what is found here can ever be served, so
 * no address can reach beyond the directory.
 */
export function readStaticFiles(directory: string): StaticFiles {
  const files = new Map<string, StaticFile>();
  if (!existsSync(directory)) return files;
  for (const name of readdirSync(directory, { recursive: true }) as string[]) {
    const file = path.join(directory, name);
    const type = types[path.extname(name)];
    if (!type || !statSync(file).isFile()) continue;
    files.set(`/${name.split(path.sep).join('/')}`, describeFile(file, name, type));
  }
  return files;
}

function describeFile(file: string, name: string, type: string): StaticFile {
  const plain = readFileSync(file);
  // Vite puts a hash of the content into the names below assets/: they never change.
  const isHashed = name.startsWith(`assets${path.sep}`);
  return {
    type,
    plain,
    brotli: existsSync(`${file}.br`) ? readFileSync(`${file}.br`) : null,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    cacheControl: isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
  };
}

/** The answer for a static file, or null where `pathname` is none. */
export function answerStatic(
  files: StaticFiles,
  pathname: string,
  headers: { readonly acceptEncoding: string; readonly ifNoneMatch: string },
): StaticAnswer | null {
  const file = files.get(pathname);
  if (!file) return null;
  const common = { 'Cache-Control': file.cacheControl, ETag: file.etag, Vary: 'Accept-Encoding' };
  if (headers.ifNoneMatch === file.etag) return { status: 304, headers: common, body: null };
  const brotli = accepts(headers.acceptEncoding, 'br') ? file.brotli : null;
  const body = brotli ?? file.plain;
  return {
    status: 200,
    body,
    headers: {
      ...common,
      'Content-Type': file.type,
      'Content-Length': String(body.length),
      ...(brotli ? { 'Content-Encoding': 'br' } : {}),
    },
  };
}
