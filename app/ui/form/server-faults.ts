import { wholeForm, type Faults } from './faults';
import type { TypedValues } from './typed-values';

/**
 * The server's faults that still hold: those whose part of the form stands as it
 * was sent. A fault at a group ('options', 'options.0', the whole form) speaks of
 * all fields inside; its own name is the name of none.
 */
export function stillHolding(
  faults: Readonly<Faults>,
  sent: Readonly<TypedValues>,
  now: Readonly<TypedValues>,
): Faults {
  return Object.fromEntries(
    Object.entries(faults).filter(([name]) => partOf(sent, name) === partOf(now, name)),
  );
}

function partOf(typed: Readonly<TypedValues>, name: string): string {
  const entries = Object.entries(typed);
  if (name === wholeForm) return JSON.stringify(entries);
  return JSON.stringify(entries.filter(([key]) => key === name || key.startsWith(`${name}.`)));
}
