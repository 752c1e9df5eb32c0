/**
 * Lines a text will need in a figure, estimated from above: the box must be high enough,
 * a little air does no harm. 0.56 em is the mean width of a letter in the semibold face,
 * set wide of the truth.
 */
export function linesOf(text: string, available: number, size: number): number {
  const perLine = Math.max(1, Math.floor(available / (size * 0.56)));
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= perLine) {
      used = needed;
      continue;
    }
    if (used > 0) lines += 1;
    lines += Math.floor((word.length - 1) / perLine);
    used = word.length % perLine;
  }
  return lines;
}

/** The items in rows of `size`. */
export function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const rows: Item[][] = [];
  for (let start = 0; start < items.length; start += size) rows.push(items.slice(start, start + size));
  return rows;
}
