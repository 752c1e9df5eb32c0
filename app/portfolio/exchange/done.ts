import type { OutcomeCounts } from './outcome';

/** What an import did. */
export interface ImportDone {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
}

const parameterNames = { new: 'neu', changed: 'geaendert', unchanged: 'unveraendert' } as const;

/** The address' query that tells it: reloading the page repeats the message and not the import. */
export function doneQuery(counts: OutcomeCounts): string {
  const search = new URLSearchParams();
  for (const [kind, name] of Object.entries(parameterNames)) {
    search.set(name, String(counts[kind as keyof ImportDone]));
  }
  return `?${search.toString()}`;
}

/** Null where the address tells of no import. */
export function readDone(search: URLSearchParams): ImportDone | null {
  if (!search.has(parameterNames.new)) return null;
  const count = (name: string) => {
    const text = search.get(name) ?? '';
    return /^\d{1,6}$/.test(text) ? Number(text) : 0;
  };
  return {
    new: count(parameterNames.new),
    changed: count(parameterNames.changed),
    unchanged: count(parameterNames.unchanged),
  };
}

/** "3 neu, 2 geändert, 20 unverändert"; what did not happen is left out. */
export function doneText(done: ImportDone): string {
  const parts = [
    [done.new, 'neu'],
    [done.changed, 'geändert'],
    [done.unchanged, 'unverändert'],
  ] as const;
  return (
    parts
      .filter(([count]) => count > 0)
      .map(([count, word]) => `${count.toLocaleString('de-DE')} ${word}`)
      .join(', ') || 'keine Maßnahme'
  );
}
