import type { TypedValues } from './typed-values';

/** How a form speaks about one of its fields: its label, and a stored text in words. */
export interface FieldWords {
  readonly label: (name: string) => string;
  readonly value: (name: string, text: string) => string;
}

const mostCharacters = 160;

/**
 * The sentences for "someone else saved meanwhile": both values of every field that
 * differs. Nothing is merged; whoever saves again decides with both in view.
 */
export function conflictSentences(
  stored: Readonly<TypedValues>,
  mine: Readonly<TypedValues>,
  words: FieldWords,
): string[] {
  const names = [...new Set([...Object.keys(stored), ...Object.keys(mine)])];
  const differing = names.filter((name) => (stored[name] ?? '') !== (mine[name] ?? ''));
  const show = (name: string, text: string | undefined, nothing: string) =>
    text ? `ist „${shortened(words.value(name, text))}“` : nothing;
  return [
    'Inzwischen hat jemand anderes gespeichert. Ihre Angaben stehen noch im Formular. Wenn Sie noch einmal speichern, ersetzen sie die gespeicherten.',
    ...differing.map(
      (name) =>
        `${words.label(name)}: Gespeichert ${show(name, stored[name], 'ist keine Angabe')}, Ihre Angabe ${show(name, mine[name], 'fehlt')}.`,
    ),
  ];
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= mostCharacters ? line : `${line.slice(0, mostCharacters - 1)}…`;
}
