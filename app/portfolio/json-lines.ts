/**
 * On which line of a JSON text each value stands.
 *
 * `JSON.parse` forgets positions and words its errors differently in every release
 * of Node; people who edit a portfolio file need the line. Keys of the map are paths
 * such as `period.start` or `places.0.count`; the whole text is ''.
 */
export type JsonLines =
  | { readonly ok: true; readonly lines: ReadonlyMap<string, number> }
  | { readonly ok: false; readonly line: number; readonly message: string };

/** The path of a value as it stands in messages and as a key of the map. */
export function jsonPath(parts: readonly PropertyKey[]): string {
  return parts.map(String).join('.');
}

interface Token {
  readonly kind: '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'literal' | 'end';
  readonly text: string;
  readonly line: number;
}

/** A portfolio file has four levels; without a limit a made-up one would exhaust the stack. */
const mostLevels = 32;

/** Sticky, because the tokens of JSON cannot be told apart by looking ahead. */
const tokenPattern =
  /[{}[\]:,]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

class Fault extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

/** Finds the lines of all values, or the first place where `text` is no JSON (message in German). */
export function findJsonLines(text: string): JsonLines {
  const lines = new Map<string, number>();
  try {
    const tokens = tokenize(text);
    readValue(tokens, [], lines);
    expect(tokens, 'end', 'Nach dem Ende der Angaben steht noch etwas.');
    return { ok: true, lines };
  } catch (fault) {
    if (fault instanceof Fault) return { ok: false, line: fault.line, message: fault.message };
    throw fault;
  }
}

/** Tokens in reverse, so that the next one is popped from the end. */
function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  const skipBlanks = (): void => {
    for (; at < text.length && ' \t\r\n'.includes(text.charAt(at)); at += 1) {
      if (text.charAt(at) === '\n') line += 1;
    }
  };
  for (skipBlanks(); at < text.length; skipBlanks()) {
    tokenPattern.lastIndex = at;
    const found = tokenPattern.exec(text)?.[0];
    if (found === undefined)
      throw new Fault(line, `Kein gültiges JSON bei „${text.slice(at, at + 20).split('\n')[0] ?? ''}“.`);
    tokens.push({ kind: kindOf(found), text: found, line });
    at += found.length;
  }
  tokens.push({ kind: 'end', text: '', line });
  return tokens.reverse();
}

function kindOf(found: string): Token['kind'] {
  switch (found) {
    case '{':
    case '}':
    case '[':
    case ']':
    case ':':
    case ',':
      return found;
    default:
      return found.startsWith('"') ? 'string' : 'literal';
  }
}

function readValue(tokens: Token[], path: readonly PropertyKey[], lines: Map<string, number>): void {
  const token = next(tokens);
  if (path.length > mostLevels) {
    throw new Fault(token.line, `Die Angaben sind tiefer als ${mostLevels} Ebenen verschachtelt.`);
  }
  // The line of a key is the better place to look for its value: set by readObject.
  if (!lines.has(jsonPath(path))) lines.set(jsonPath(path), token.line);
  if (token.kind === '{') readObject(tokens, path, lines);
  else if (token.kind === '[') readList(tokens, path, lines);
  else if (token.kind !== 'string' && token.kind !== 'literal') {
    throw new Fault(token.line, 'Hier fehlt ein Wert.');
  }
}

function readObject(tokens: Token[], path: readonly PropertyKey[], lines: Map<string, number>): void {
  if (accept(tokens, '}')) return;
  const keys = new Set<string>();
  do {
    const key = expect(tokens, 'string', 'Erwartet ist ein Schlüssel in Anführungszeichen.');
    const name = JSON.parse(key.text) as string;
    if (keys.has(name)) throw new Fault(key.line, `Der Schlüssel ${key.text} steht doppelt.`);
    keys.add(name);
    const inner = [...path, name];
    lines.set(jsonPath(inner), key.line);
    expect(tokens, ':', `Nach dem Schlüssel ${key.text} fehlt ein Doppelpunkt.`);
    readValue(tokens, inner, lines);
  } while (accept(tokens, ','));
  expect(tokens, '}', 'Hier fehlt ein Komma oder eine schließende geschweifte Klammer.');
}

function readList(tokens: Token[], path: readonly PropertyKey[], lines: Map<string, number>): void {
  if (accept(tokens, ']')) return;
  let position = 0;
  do {
    readValue(tokens, [...path, position], lines);
    position += 1;
  } while (accept(tokens, ','));
  expect(tokens, ']', 'Hier fehlt ein Komma oder eine schließende eckige Klammer.');
}

function next(tokens: Token[]): Token {
  return tokens.pop() ?? { kind: 'end', text: '', line: 1 };
}

function accept(tokens: Token[], kind: Token['kind']): boolean {
  if (tokens.at(-1)?.kind !== kind) return false;
  tokens.pop();
  return true;
}

function expect(tokens: Token[], kind: Token['kind'], message: string): Token {
  const token = next(tokens);
  if (token.kind !== kind) throw new Fault(token.line, message);
  return token;
}
