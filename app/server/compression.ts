import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Below this a compressed answer is hardly smaller and only costs time. */
const worthwhileBytes = 1_024;
const compressible = /^(text\/|application\/(json|javascript|xml)|image\/svg)/;

/**
 * Compresses a finished body once, in one go: a third of the cost of the
 * usual streaming middleware (performance.md).
 */
export function compress(
  body: Buffer,
  contentType: string,
  acceptEncoding: string,
): { readonly body: Buffer; readonly encoding: 'br' | 'gzip' | null } {
  if (body.length < worthwhileBytes || !compressible.test(contentType)) return { body, encoding: null };
  if (accepts(acceptEncoding, 'br')) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 4,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    };
    return { body: brotliCompressSync(body, { params }), encoding: 'br' };
  }
  if (accepts(acceptEncoding, 'gzip')) return { body: gzipSync(body, { level: 6 }), encoding: 'gzip' };
  return { body, encoding: null };
}

/** Whether an `Accept-Encoding` header names `encoding` without ruling it out (`;q=0`). */
export function accepts(header: string, encoding: string): boolean {
  return header.split(',').some((part) => {
    const [name, quality] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q=/);
    return name === encoding && Number(quality ?? 1) > 0;
  });
}
