export type TextDecoding =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly line: number; readonly message: string };

const lineFeed = 0x0a;

/**
 * The text of a file that must be UTF-8; a byte order mark is accepted.
 *
 * Other encodings are named, not guessed at: a wrong guess would store "Ã¼" for "ü"
 * and nobody would notice before the paper is printed.
 */
export function decodeText(bytes: Uint8Array): TextDecoding {
  const told = (message: string, line = 1): TextDecoding => ({ ok: false, line, message });
  if (bytes.length === 0) return told('Die Datei ist leer.');
  if (isZip(bytes)) return told('Die Datei ist ein Archiv. Ein Archiv im Archiv wird nicht gelesen.');
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]) || hasEveryOtherNul(bytes)) {
    return told('Die Datei ist in UTF-16 gespeichert. Speichern Sie sie als UTF-8.');
  }
  if (bytes.includes(0)) return told('Die Datei ist keine Textdatei. Erwartet ist eine JSON-Datei.');
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const sentence =
      'Ein Zeichen dieser Zeile ist nicht in UTF-8 gespeichert. Speichern Sie die Datei als UTF-8.';
    return told(sentence, firstBrokenLine(bytes));
  }
}

/** An archive is known by its first bytes; its name may say anything. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** "{" and a NUL, or a NUL and "{": UTF-16 without a mark. */
function hasEveryOtherNul(bytes: Uint8Array): boolean {
  return bytes.length >= 2 && (bytes[0] === 0) !== (bytes[1] === 0);
}

/** Counted from 1. A line feed is a byte of its own in UTF-8, so lines can be tried one by one. */
function firstBrokenLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(lineFeed, start);
    const stop = end === -1 ? bytes.length : end;
    try {
      decoder.decode(bytes.subarray(start, stop));
    } catch {
      return line;
    }
    start = stop + 1;
  }
  return 1;
}
