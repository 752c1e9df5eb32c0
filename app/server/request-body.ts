import type { IncomingMessage } from 'node:http';
import type { TurnedAway } from './request-checks';

/** Enough for the longest form with all its texts; uploads will bring a limit of their own. */
const mostBodyBytes = 1_048_576;
const bodyTimeoutMs = 20_000;

export type BodyReading = { readonly body: Buffer } | { readonly turnedAway: TurnedAway };

/**
 * Reads a whole body into memory, within limits of size and time.
 *
 * Routes thus never wait for a slow sender while they hold a database transaction.
 */
export async function readBody(request: IncomingMessage): Promise<BodyReading> {
  const tooLarge: BodyReading = {
    turnedAway: {
      status: 413,
      text: 'Die Eingabe ist zu groß. Erlaubt ist bis zu 1 MB. Kürzen Sie die Texte.',
    },
  };
  if (Number(request.headers['content-length'] ?? 0) > mostBodyBytes) return tooLarge;

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
      if (size > mostBodyBytes) finish(tooLarge);
      else chunks.push(chunk);
    });
    request.once('end', () => finish({ body: Buffer.concat(chunks) }));
    request.once('error', () =>
      finish({ turnedAway: { status: 400, text: 'Die Eingabe kam unvollständig an.' } }),
    );
  });
}
