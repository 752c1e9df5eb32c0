import type { DataShape } from '#templates/engine/shape';

/** The names a template may use, as they are written in it; lists show the field of one entry. */
export function placeholderNames(shape: DataShape, path = '$'): string[] {
  if (typeof shape === 'string') return [path];
  const [entry] = Array.isArray(shape) ? (shape as readonly DataShape[]) : [];
  if (entry !== undefined)
    return typeof entry === 'string' ? [`${path} (Liste)`] : placeholderNames(entry, `${path}[]`);
  const separator = path === '$' ? '' : '.';
  return Object.entries(shape as Readonly<Record<string, DataShape>>).flatMap(([name, field]) =>
    placeholderNames(field, `${path}${separator}${name}`),
  );
}
