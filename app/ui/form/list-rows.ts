import type { TypedValues } from './typed-values';

/**
 * Rows of a list in a form ('phases.0.title', 'phases.1.title', …), added,
 * removed and moved by submit buttons. The same function serves the server
 * (without script) and the browser.
 */

/** Name of the buttons that change rows. */
export const rowButton = '_row';
/** Key that keeps a fresh row in which nothing is typed yet. */
const freshRow = '_row';
const mostRows = 200;

export type RowDeed =
  | { readonly verb: 'add'; readonly list: string }
  | { readonly verb: 'remove' | 'up' | 'down'; readonly list: string; readonly index: number };

/** Reads the value of a row button, 'add:phases' or 'remove:phases.2'; null for anything else. */
export function readRowDeed(value: string): RowDeed | null {
  const add = /^add:(?<list>[a-zA-Z][\w.-]{0,99})$/.exec(value)?.groups;
  if (add?.list) return { verb: 'add', list: add.list };
  const change = /^(?<verb>remove|up|down):(?<list>[a-zA-Z][\w.-]{0,99})\.(?<index>\d{1,3})$/.exec(
    value,
  )?.groups;
  if (!change?.list) return null;
  return {
    verb: change.verb as 'remove' | 'up' | 'down',
    list: change.list,
    index: Number(change.index),
  };
}

/** How many rows of `list` the typed values hold. */
export function countRows(typed: Readonly<TypedValues>, list: string): number {
  let rows = 0;
  for (const name of Object.keys(typed)) {
    const index = rowIndex(name, list);
    if (index !== null) rows = Math.max(rows, index + 1);
  }
  return rows;
}

/** The typed values after the deed; what is impossible (row 7 of 3) changes nothing. */
export function changeRows(typed: Readonly<TypedValues>, deed: RowDeed): TypedValues {
  const rows = countRows(typed, deed.list);
  if (deed.verb === 'add') {
    return rows >= mostRows ? { ...typed } : { ...typed, [`${deed.list}.${rows}.${freshRow}`]: '' };
  }
  if (deed.index >= rows) return { ...typed };
  const order = Array.from({ length: rows }, (_, index) => index);
  if (deed.verb === 'remove') order.splice(deed.index, 1);
  else swap(order, deed.index, deed.index + (deed.verb === 'up' ? -1 : 1));
  return inOrder(typed, deed.list, order);
}

function swap(order: number[], a: number, b: number): void {
  const first = order[a];
  const second = order[b];
  if (first === undefined || second === undefined) return;
  order[a] = second;
  order[b] = first;
}

/** Renumbers the rows: `order[newIndex]` is the old index; rows not named are gone. */
function inOrder(typed: Readonly<TypedValues>, list: string, order: readonly number[]): TypedValues {
  const changed: TypedValues = {};
  for (const [name, text] of Object.entries(typed)) {
    const oldIndex = rowIndex(name, list);
    if (oldIndex === null) {
      changed[name] = text;
      continue;
    }
    const newIndex = order.indexOf(oldIndex);
    if (newIndex < 0) continue;
    const rest = name.slice(`${list}.${oldIndex}`.length);
    changed[`${list}.${newIndex}${rest}`] = text;
  }
  return changed;
}

function rowIndex(name: string, list: string): number | null {
  if (!name.startsWith(`${list}.`)) return null;
  const key = name.slice(list.length + 1).split('.')[0] ?? '';
  const index = Number(key);
  return /^\d{1,3}$/.test(key) && index < mostRows ? index : null;
}
