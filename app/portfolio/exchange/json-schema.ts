import { z } from 'zod';
import { measureContent } from '../content';
import { keyDescriptions } from './descriptions';

interface SchemaNode {
  title?: string;
  description?: string;
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  anyOf?: SchemaNode[];
  [keyword: string]: unknown;
}

/**
 * JSON Schema of a portfolio file, made from the very schema that reads it, with a
 * German name and description at every key. What JSON Schema cannot say (days of the
 * calendar, the order of begin and end) only the import finds.
 */
export function measureJsonSchema(): SchemaNode {
  const schema = z.toJSONSchema(measureContent, { io: 'input' }) as SchemaNode;
  describe(schema, '');
  return {
    ...schema,
    title: 'Maßnahme',
    description:
      'Eine Maßnahme in einer Datei (UTF-8). Alle Schlüssel außer "portal" müssen da sein; null oder eine leere Liste heißt: Die Quelle sagt nichts dazu.',
  };
}

/** Paths of all keys of a schema, as they stand in `keyDescriptions`. */
export function keyPaths(node: SchemaNode, path = ''): string[] {
  const inner = branches(node).flatMap((branch) => [
    ...Object.entries(branch.properties ?? {}).flatMap(([key, value]) => {
      const own = path ? `${path}.${key}` : key;
      return [own, ...keyPaths(value, own)];
    }),
    ...(branch.items ? keyPaths(branch.items, `${path}[]`) : []),
  ]);
  return [...new Set(inner)];
}

function describe(node: SchemaNode, path: string): void {
  for (const branch of branches(node)) {
    for (const [key, value] of Object.entries(branch.properties ?? {})) {
      const own = path ? `${path}.${key}` : key;
      Object.assign(value, keyDescriptions[own]);
      describe(value, own);
    }
    if (branch.items) describe(branch.items, `${path}[]`);
  }
}

/** A value that may be null is a choice of two schemas. */
function branches(node: SchemaNode): SchemaNode[] {
  return [node, ...(node.anyOf ?? [])];
}
