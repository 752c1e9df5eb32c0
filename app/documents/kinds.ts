/** The papers of a measure that the portal can make; the kind is part of the address. */
export type DocumentKind =
  | 'beschlussvorlage'
  | 'kurzprofil'
  | 'auswertung'
  | 'leistungsbeschreibung'
  | 'bewertungsmatrix'
  | 'preisblatt'
  | 'eignung'
  | 'vertrag'
  | 'vergabeunterlagen';

/** The papers whose text can be edited; the last ones are no papers of one measure. */
export type TemplateKind =
  DocumentKind | 'portfolio' | 'verlaengerung' | 'zuweisung' | 'abschlussbericht' | 'rechnung';

interface DocumentKindWords {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly purpose: string;
}

const words: Readonly<Record<DocumentKind, Omit<DocumentKindWords, 'kind'>>> = {
  beschlussvorlage: { title: 'Beschlussvorlage', purpose: 'Vorlage für Ausschuss und Kreistag' },
  kurzprofil: { title: 'Kurzprofil', purpose: 'Die Maßnahme auf ein bis zwei Seiten' },
  auswertung: {
    title: 'Auswertung',
    purpose: 'Ergebnisse für den Ausschuss, kleine Zahlen geschützt',
  },
  leistungsbeschreibung: { title: 'Leistungsbeschreibung', purpose: 'Was der Auftragnehmer leistet' },
  bewertungsmatrix: {
    title: 'Bewertungsmatrix',
    purpose: 'Wie Angebote gewertet werden, noch nicht ausgefüllt',
  },
  preisblatt: { title: 'Preisblatt', purpose: 'Felder für die Preise der Bieter, je Los' },
  eignung: { title: 'Eignung und Eigenerklärung', purpose: 'Erklärungen und Nachweise der Bieter' },
  vertrag: { title: 'Vertragsentwurf', purpose: 'Mit Verlängerung und Anlage Datenschutz' },
  vergabeunterlagen: { title: 'Vergabeunterlagen', purpose: 'Alle Unterlagen für Bieter in einer Datei' },
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

/** All papers with a template, in the order in which they are listed. */
export const templateKinds: readonly { readonly kind: TemplateKind; readonly title: string }[] = [
  ...documentKinds,
  { kind: 'portfolio', title: 'Übersicht der Maßnahmen' },
  { kind: 'verlaengerung', title: 'Erklärung der Verlängerung' },
  { kind: 'zuweisung', title: 'Zuweisungsschreiben' },
  { kind: 'abschlussbericht', title: 'Abschlussbericht und Zwischenberichte' },
  { kind: 'rechnung', title: 'Rechnung' },
];

export function findTemplateKind(text: string | undefined): (typeof templateKinds)[number] | undefined {
  return templateKinds.find(({ kind }) => kind === text);
}

/** Names of all kinds, for the page that says a paper does not exist. */
export function documentKindNames(): string {
  return documentKinds.map(({ kind }) => kind).join(', ');
}
