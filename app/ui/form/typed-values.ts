/**
 * What people typed, flat: 'phases.0.title' → 'Erstkontakt'.
 *
 * Flat names are what HTML forms send, so the same text travels through the
 * browser, the server without script and back into the fields.
 */
export type TypedValues = Record<string, string>;

/** Values for the fields of a form, as nested as the schema; null stands for "not stated". */
export type Prefill =
  string | number | null | undefined | readonly Prefill[] | { readonly [key: string]: Prefill };

const mostRows = 200;
/** Keys, places in lists, and ids of records (meetings.3f2a…). */
const segment = /^[a-zA-Z0-9][a-zA-Z0-9_-]{0,59}$/;

/** False for names no form of ours has, above all those that would reach a prototype. */
export function isFieldName(name: string): boolean {
  return name
    .split('.')
    .every((part) => segment.test(part) && part !== 'constructor' && part !== 'prototype');
}

/** `{ phases: [{ title: 'A' }] }` → `{ 'phases.0.title': 'A' }`; null and undefined are left out. */
export function typedFrom(values: Readonly<Record<string, Prefill>>): TypedValues {
  const typed: TypedValues = {};
  const add = (name: string, value: Prefill): void => {
    if (value === null || value === undefined) return;
    if (typeof value !== 'object') typed[name] = String(value);
    else for (const [key, inner] of Object.entries(value)) add(name ? `${name}.${key}` : key, inner);
  };
  add('', values);
  return typed;
}

interface Nested {
  [key: string]: string | Nested | (string | Nested)[];
}

/**
 * `{ 'phases.0.title': 'A' }` → `{ phases: [{ title: 'A' }] }`, the shape a schema reads.
 *
 * Gaps in a list become empty rows, so that the place of a row stays the place in its name.
 */
export function nestedFrom(typed: Readonly<TypedValues>): Nested {
  const root: Nested = Object.create(null) as Nested;
  for (const [name, text] of Object.entries(typed)) {
    if (isFieldName(name)) place(root, name.split('.'), text);
  }
  return listsIn(root);
}

function place(root: Nested, path: readonly string[], text: string): void {
  let level = root;
  for (const key of path.slice(0, -1)) {
    const next = (level[key] ??= Object.create(null) as Nested);
    if (typeof next === 'string' || Array.isArray(next)) return;
    level = next;
  }
  const last = path[path.length - 1];
  if (last !== undefined && level[last] === undefined) level[last] = text;
}

function listsIn(level: Nested): Nested {
  const result: Nested = Object.create(null) as Nested;
  for (const [key, value] of Object.entries(level)) {
    if (typeof value === 'string' || Array.isArray(value)) {
      result[key] = value;
      continue;
    }
    const inner = listsIn(value);
    result[key] = isList(value) ? asList(inner) : inner;
  }
  return result;
}

function isList(level: Nested): boolean {
  const keys = Object.keys(level);
  return keys.length > 0 && keys.every((key) => /^\d+$/.test(key) && Number(key) < mostRows);
}

function asList(level: Nested): (string | Nested)[] {
  const length = Math.max(...Object.keys(level).map(Number)) + 1;
  return Array.from({ length }, (_, index) => {
    const row = level[String(index)];
    return row === undefined || Array.isArray(row) ? (Object.create(null) as Nested) : row;
  });
}
