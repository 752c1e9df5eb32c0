import { type Zippable, zipSync } from 'fflate';

/** The earliest day a ZIP archive can name: the clock must not change the bytes. */
const noDay = '1980-01-01T00:00:00';

/** The papers as one ZIP archive, unchanged; the same papers give the same bytes. */
export function tenderZip(
  slug: string,
  files: readonly { readonly kind: string; readonly content: Uint8Array }[],
): Uint8Array {
  const entries: Zippable = Object.fromEntries(
    // PDFs are compressed already: level 0 keeps them as they are.
    files.map(({ kind, content }) => [`${kind}-${slug}.pdf`, [content, { level: 0, mtime: noDay }]]),
  );
  return zipSync(entries);
}
