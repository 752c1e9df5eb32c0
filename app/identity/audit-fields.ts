/** What people read for the changed fields that the audit log names. */
const auditFieldNames: Readonly<Record<string, string>> = {
  // Account
  displayName: 'Name',
  email: 'E-Mail-Adresse',
  roles: 'Rollen',
  providerId: 'Träger',
  password: 'Passwort',
  // Authority
  name: 'Name',
  office: 'Amt',
  state: 'Land',
  signatureRole: 'Unterschrift',
  committees: 'Gremien',
  budgetAuthorityRegime: 'Haushaltsrecht',
  // Budget
  number: 'Nummer',
  productId: 'Produkt',
  fiscalYear: 'Haushaltsjahr',
  amountCents: 'Betrag',
  isCeiling: 'Obergrenze',
  purpose: 'Zweck',
  // Evaluation of a measure
  assessment: 'Bewertung',
  proposal: 'Vorschlag',
  // Texts of papers
  body: 'Text',
  // Plan of a measure
  paperNo: 'Vorlagennummer',
  paperDate: 'Datum der Vorlage',
  fileRef: 'Aktenzeichen',
  department: 'Fachbereich',
  subject: 'Betreff',
  meetings: 'Sitzungen',
  legalBases: 'Rechtsgrundlagen',
  needText: 'Bedarf',
  demandCount: 'Zahl der Personen',
  demandUnknownReason: 'Grund der unbekannten Zahl',
  targetGroup: 'Zielgruppe',
  serviceSubject: 'Leistungsgegenstand',
  serviceText: 'Leistung',
  stepsText: 'Ablauf',
  isVoluntaryService: 'freiwillige Leistung',
  sites: 'Standorte',
  roomsText: 'Räume',
  phases: 'Phasen',
  referralTargets: 'Hilfesysteme',
  termStart: 'Beginn',
  termEnd: 'Ende',
  hasOptions: 'Verlängerung vorgesehen',
  options: 'Verlängerungen',
  estimateMonthlyCents: 'Schätzung je Monat',
  estimateBasis: 'Grundlage der Schätzung',
  indicators: 'Kennzahlen',
  reportCommitteeId: 'Ausschuss der Auswertung',
  // Steps of a tender's preparation
  lots: 'Lose und Mengen',
  service: 'Ziele und Anforderungen',
  staff: 'Personal und Berichte',
  criteria: 'Zuschlagskriterien',
  evaluation: 'Wertung',
  price: 'Preis und Vergütung',
  suitability: 'Eignung und Nachweise',
  dates: 'Termine und Verlängerung',
  contract: 'Kontakt und Datenschutz',
};

/** "Name, Rollen"; a field of an older release keeps the name it was logged with. */
export function auditFieldsText(fields: readonly string[]): string {
  return fields
    .map((field) => (Object.hasOwn(auditFieldNames, field) ? auditFieldNames[field] : field))
    .join(', ');
}
