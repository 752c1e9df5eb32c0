/** Names the inputs of a paper on each of its pages. */
import { createHash } from 'node:crypto';
import { isMissing, missingText } from './document';

/**
 * First 12 hexadecimal digits of a SHA-256 over template, data, figures and meta:
 * two prints with the same value say the same. The SHA-256 of the finished file
 * cannot stand inside the file itself.
 */
export function fingerprint(template: string, inputs: object): string {
  return createHash('sha256').update(template).update(canonical(inputs)).digest('hex').slice(0, 12);
}

/** JSON with sorted keys: the order in which fields were assigned must not matter. */
function canonical(value: unknown): string {
  if (isMissing(value)) return missingText(value);
  if (value instanceof Uint8Array) return createHash('sha256').update(value).digest('hex');
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null)
    return value === undefined ? 'null' : JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join()}}`;
}
