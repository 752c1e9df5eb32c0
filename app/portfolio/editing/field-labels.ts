import type { Committee } from '~/authority/authority';

/** What the fields of the planning form are called, in the form and in messages about it. */
export const fieldLabels = {
  paperNo: 'Vorlagennummer',
  paperDate: 'Datum der Vorlage',
  fileRef: 'Aktenzeichen',
  department: 'Fachbereich oder Amt',
  subject: 'Betreff',
  needText: 'Ausgangslage und Bedarf',
  demandKind: 'Ist die Zahl der Personen bekannt?',
  demandCount: 'Zahl der Personen',
  demandUnknownReason: 'Warum die Zahl nicht bekannt ist',
  targetGroup: 'Zielgruppe',
  serviceSubject: 'Leistungsgegenstand',
  serviceText: 'Beschreibung der Leistung',
  stepsText: 'Ablauf in Worten',
  isVoluntaryService: 'Ist es eine freiwillige Leistung?',
  roomsText: 'Räume',
  termStart: 'Beginn',
  termEnd: 'Ende',
  hasOptions: 'Gibt es eine Verlängerungsoption?',
  productId: 'Produkt im Haushalt',
  estimateMonthly: 'Schätzung je Monat, brutto',
  estimateBasis: 'Grundlage der Schätzung',
  reportCommitteeId: 'Ausschuss, der die Auswertung erhält',
} as const;

/** The columns of the lists; a row is named with its number. */
export const rowLabels = {
  legalBases: { row: 'Rechtsgrundlage', cited: 'Norm' },
  sites: { row: 'Standort', name: 'Name', places: 'Plätze' },
  phases: { row: 'Phase', title: 'Titel', subText: 'Untertext' },
  referralTargets: { row: 'Hilfesystem', name: 'Name' },
  options: { row: 'Verlängerung', starts: 'Beginn', ends: 'Ende', condition: 'Bedingung' },
  indicators: { row: 'Kennzahl', text: 'Beschreibung' },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

const rows: Readonly<Record<string, Readonly<Record<string, string>>>> = rowLabels;
const plain: Readonly<Record<string, string>> = fieldLabels;

/** Name of a field for a message: `sites.1.places` is "Standort 2, Plätze". */
export function fieldLabel(name: string, committees: readonly Committee[]): string {
  const [list = '', key = '', column = ''] = name.split('.');
  if (list === 'meetings') {
    return `Sitzung: ${committees.find(({ id }) => id === key)?.name ?? 'unbekannter Ausschuss'}`;
  }
  const labels = rows[list];
  if (labels) return `${labels.row} ${Number(key) + 1}, ${labels[column] ?? column}`;
  return plain[name] ?? name;
}
