/** The papers of a measure that the portal can make; the kind is part of the address. */
export const documentKinds = [
  {
    kind: 'beschlussvorlage',
    title: 'Beschlussvorlage',
    purpose: 'Vorlage für Ausschuss und Kreistag',
  },
] as const;

export type DocumentKind = (typeof documentKinds)[number]['kind'];

export function isDocumentKind(text: string | undefined): text is DocumentKind {
  return documentKinds.some(({ kind }) => kind === text);
}

export function documentTitle(kind: DocumentKind): string {
  return documentKinds.find((known) => known.kind === kind)!.title;
}

/** Names of all kinds, for the page that says a paper does not exist. */
export function documentKindNames(): string {
  return documentKinds.map(({ kind }) => kind).join(', ');
}
