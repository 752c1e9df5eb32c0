/** Largest body a form may send: far above any of ours, far below what hurts. */
const mostBytes = 1024 * 1024;
const mostEntries = 2000;

type Body =
  | { readonly ok: true; readonly entries: readonly (readonly [string, unknown])[] }
  | { readonly ok: false; readonly message: string };

const tooLarge: Body = {
  ok: false,
  message:
    'Das Formular enthält zu viel Text. Kürzen Sie die Angaben und speichern Sie in mehreren Schritten.',
};
const unreadable: Body = {
  ok: false,
  message: 'Das Formular ist nicht lesbar angekommen. Laden Sie die Seite neu und senden Sie es noch einmal.',
};

/** Reads a posted form with a limit on its size; what cannot be read becomes a sentence, never a throw. */
export async function readBody(request: Request): Promise<Body> {
  const kind = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const isMultipart = kind === 'multipart/form-data';
  if (!isMultipart && kind !== 'application/x-www-form-urlencoded') return unreadable;
  try {
    const bytes = await limitedBytes(request);
    if (!bytes) return tooLarge;
    const entries = isMultipart
      ? await multipartEntries(bytes, request.headers.get('content-type') ?? '')
      : [...new URLSearchParams(new TextDecoder().decode(bytes))];
    return entries.length > mostEntries ? tooLarge : { ok: true, entries };
  } catch {
    return unreadable;
  }
}

async function multipartEntries(bytes: Uint8Array<ArrayBuffer>, contentType: string) {
  const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  return [...form];
}

/** The whole body, or null as soon as it grows past the limit; a false Content-Length does not help. */
async function limitedBytes(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > mostBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
