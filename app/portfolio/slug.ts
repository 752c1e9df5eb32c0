const form = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Whether a text can be the slug of a measure at all.
 *
 * An address may hold anything, and PostgreSQL refuses some of it (NUL) with an
 * error instead of an empty answer: ask this before asking the database.
 */
export function isMeasureSlug(text: string): boolean {
  return form.test(text);
}

/** Words that are addresses of their own beside the measures (`/massnahmen/import`). */
export const reservedSlugs = ['neu', 'import', 'export', 'schema', 'portfolio'] as const;

export function isReservedSlug(text: string): boolean {
  return reservedSlugs.some((word) => word === text);
}
