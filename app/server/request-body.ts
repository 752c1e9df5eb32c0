import type { IncomingMessage } from 'node:http';
import type { BodyLimit } from './body-limits';
import type { TurnedAway } from './request-checks';

const bodyTimeoutMs = 20_000;
/**
 * A browser shows our page only once it has sent everything: what is too large is read
 * on and thrown away up to here; beyond it we hang up.
 */
const mostDiscardedBytes = 128 * 1024 * 1024;

export type BodyReading = { readonly body: Buffer } | { readonly turnedAway: TurnedAway };

/**
 * Reads a whole body into memory, within limits of size and time.
 *
 * Routes thus never wait for a slow sender while they hold a database transaction.
 */
export async function readBody(request: IncomingMessage, limit: BodyLimit): Promise<BodyReading> {
  const tooLarge: BodyReading = { turnedAway: { status: 413, text: limit.tooLargeText } };
  if (Number(request.headers['content-length'] ?? 0) > mostDiscardedBytes) return tooLarge;

  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (reading: BodyReading) => {
      clearTimeout(timer);
      request.removeAllListeners('data');
      resolve(reading);
    };
    const timer = setTimeout(() => {
      finish({
        turnedAway: {
          status: 408,
          text: 'Die Eingabe kam zu langsam an. Senden Sie das Formular noch einmal.',
        },
      });
    }, bodyTimeoutMs);
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostDiscardedBytes) finish(tooLarge);
      else if (size > limit.bytes) chunks.length = 0;
      else chunks.push(chunk);
    });
    request.once('end', () => finish(size > limit.bytes ? tooLarge : { body: Buffer.concat(chunks) }));
    request.once('error', () =>
      finish({ turnedAway: { status: 400, text: 'Die Eingabe kam unvollständig an.' } }),
    );
  });
}
