import type { MeasureContent } from '../content';

/** What one step gives: keys of the profile, nested as they are there. */
export type SectionValue = Readonly<Record<string, unknown>>;

/**
 * The profile with the keys of one step; those of other steps stay as they are. What
 * is empty in `portal` is left out, so that an untouched profile stays as it was imported.
 */
export function applySection(value: SectionValue, content: MeasureContent): MeasureContent {
  const changed: Record<string, unknown> = { ...content };
  for (const [key, part] of Object.entries(value)) {
    const before = changed[key];
    changed[key] = isObject(part) && isObject(before) ? { ...before, ...part } : part;
  }
  const portal = pruned({ ...content.portal, ...(isObject(value['portal']) ? value['portal'] : {}) });
  if (portal === undefined) delete changed['portal'];
  else changed['portal'] = portal;
  return changed as MeasureContent;
}

/** Without what says nothing; undefined where nothing is left. Rows keep their empty fields as null. */
function pruned(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.length > 0 ? value : undefined;
  if (!isObject(value)) return value;
  const kept = Object.entries(value).flatMap(([key, part]) => {
    const inner = pruned(part);
    return inner === undefined ? [] : [[key, inner] as const];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
