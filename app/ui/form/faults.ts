import type { z } from 'zod';

/** Faults by the name of the field: 'phases.0.title' → German sentence. */
export type Faults = Record<string, string>;

/** Name for a fault of the whole form (too large, unreadable), which has no field to link to. */
export const wholeForm = '_form';

/** One sentence per field, the first; in the order in which the schema found them. */
export function faultsOf(error: z.ZodError): Faults {
  const faults: Faults = {};
  for (const issue of error.issues) {
    const name = issue.path.map(String).join('.') || wholeForm;
    faults[name] ??= issue.message;
  }
  return faults;
}

/** Faults from pairs of field and sentence; where two rules speak of one field, both are said. */
export function faultsFrom(pairs: readonly (readonly [field: string, sentence: string])[]): Faults {
  const faults: Faults = {};
  for (const [name, sentence] of pairs)
    faults[name] = faults[name] ? `${faults[name]} ${sentence}` : sentence;
  return faults;
}

/** For zod's `parse`: the sentence where a schema has none of its own (a list sent as one text). */
export const germanByDefault = { error: () => 'Die Angabe ist nicht lesbar. Geben Sie sie neu ein.' };
