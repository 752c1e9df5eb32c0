/** Cuts a column of strips into pages. */
import { asArtifact, moved, type Page, type Strip } from './placed';
import { page as sheet } from './style';

/** A heading is followed by at least so many lines on its page. */
const linesAfterHeading = 3;

/** Moves the strips into the text area. Header and footer come later. */
export function paginate(strips: readonly Strip[]): Page[] {
  const pages: { items: Page['items'][number][]; bookmarks: Page['bookmarks'][number][] }[] = [];
  const cursor = { y: sheet.firstTop, isFresh: true };
  const turn = () => {
    pages.push({ items: [], bookmarks: [] });
    cursor.y = pages.length === 1 ? sheet.firstTop : sheet.top;
    cursor.isFresh = true;
  };
  const put = (strip: Strip) => {
    const top = cursor.isFresh ? cursor.y : cursor.y + strip.space;
    const current = pages.at(-1);
    current?.items.push(...strip.items.map((item) => moved(item, sheet.left, top)));
    if (strip.bookmark) current?.bookmarks.push({ ...strip.bookmark, y: top });
    cursor.y = top + strip.height;
    cursor.isFresh = false;
  };

  turn();
  for (const chunk of chunksOf(strips)) {
    if (chunk[0]?.kind === 'break') {
      if (!cursor.isFresh) turn();
      continue;
    }
    if (!cursor.isFresh && cursor.y + heightOf(chunk) > sheet.bottom) turn();
    for (const [index, strip] of chunk.entries()) {
      // A chunk taller than a page has to be divided in spite of its glue.
      if (!cursor.isFresh && cursor.y + strip.space + strip.height > sheet.bottom) turn();
      if (cursor.isFresh && (index === 0 || strip.repeat)) strip.repeat?.map(asArtifact).forEach(put);
      put(strip);
    }
  }
  return pages;
}

function heightOf(chunk: readonly Strip[]): number {
  return chunk.reduce((sum, strip) => sum + strip.space + strip.height, 0);
}

/** Groups of strips between which a page may end. */
function chunksOf(strips: readonly Strip[]): Strip[][] {
  const chunks: Strip[][] = [];
  let owed = 0; // lines the last heading still needs beside it
  for (const strip of strips) {
    const current = chunks.at(-1);
    const isBreak = strip.kind === 'break' || current?.[0]?.kind === 'break';
    // Two lines that are a whole paragraph are company enough.
    if (owed === 1 && (strip.kind !== 'line' || strip.space > 0)) owed = 0;
    if (current && !isBreak && (strip.glued || owed > 0)) current.push(strip);
    else chunks.push([strip]);
    if (strip.bookmark) owed = linesAfterHeading;
    else if (strip.kind === 'line') owed = Math.max(0, owed - 1);
    else owed = 0;
  }
  return chunks;
}
