/** The papers of a measure that the portal can make; the kind is part of the address. */
export type DocumentKind = 'beschlussvorlage';

interface DocumentKindWords {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly purpose: string;
}

const words: Readonly<Record<DocumentKind, Omit<DocumentKindWords, 'kind'>>> = {
  beschlussvorlage: { title: 'Beschlussvorlage', purpose: 'Vorlage für Ausschuss und Kreistag' },
};

/** In the order in which they are offered. */
export const documentKinds: readonly DocumentKindWords[] = Object.keys(words)
  .filter(isDocumentKind)
  .map((kind) => ({ kind, ...words[kind] }));

export function isDocumentKind(text: string | undefined): text is DocumentKind {
  return text !== undefined && Object.hasOwn(words, text);
}

export function documentTitle(kind: DocumentKind): string {
  return words[kind].title;
}

/** Names of all kinds, for the page that says a paper does not exist. */
export function documentKindNames(): string {
  return documentKinds.map(({ kind }) => kind).join(', ');
}
