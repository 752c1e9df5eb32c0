import type { PartName } from './parts';

/** What the fields of "Vergabe vorbereiten" are called, in the form, in messages and in gap lists. */
export const fieldLabels = {
  // Lose
  lotLimit: 'Höchstzahl der Lose je Bieter',
  quantityNote: 'Hinweis zu den Mengen',
  // Leistung
  accessText: 'Zugang und Zuweisung',
  workingText: 'Zeiten, Erreichbarkeit und Sprachen',
  cooperationText: 'Zusammenarbeit',
  qualityText: 'Qualitätssicherung',
  // Personal
  staffNote: 'Hinweis zum Personal',
  replacementText: 'Vertretung und Ersatz',
  // Wertung
  method: 'Wertungsmethode',
  qualityPercent: 'Gewicht der Qualität in Prozent',
  tolerancePercent: 'Schwankungsbereich in Prozent',
  decider: 'Entscheidungskriterium',
  zeroPointPercent: 'Nullpunkt der Preispunkte in Prozent des niedrigsten Preises',
  referencePoints: 'Referenzwert der Leistungspunkte',
  referencePrice: 'Referenzpreis',
  priceBasis: 'Wertungspreis',
  // Preis
  vat: 'Umsatzsteuer',
  vatRatePercent: 'Steuersatz in Prozent',
  vatExemptReason: 'Grund der Befreiung',
  optionPrice: 'Preis der Verlängerung',
  optionIndexText: 'Regel der Preisanpassung',
  paymentModel: 'Vergütungsmodell',
  paymentText: 'Regeln der Vergütung',
  minimumTakeUpPercent: 'Mindestabnahme in Prozent der Menge',
  extraDemandText: 'Mehrbedarf',
  // Eignung
  referenceCount: 'Zahl der Referenzen',
  referenceYears: 'Zeitraum der Referenzen in Jahren',
  insuranceText: 'Versicherung',
  asksWageDeclaration: 'Wird eine Tariftreueerklärung nach Landesrecht verlangt?',
  asksMinimumPay: 'Gilt der Mindestlohn nach § 185 SGB III?',
  // Termine
  questionsUntil: 'Fragen bis',
  submissionUntil: 'Angebote bis',
  submissionTime: 'Uhrzeit',
  openingOn: 'Öffnung der Angebote',
  awardOn: 'Zuschlag geplant',
  bidValidUntil: 'Bindung an das Angebot bis',
  // Vertrag
  contactOffice: 'Kontaktstelle',
  contactAddress: 'Anschrift der Kontaktstelle',
  submissionChannel: 'Einreichung der Angebote',
  processorRole: 'Rolle des Trägers im Datenschutz',
  dataCategories: 'Datenarten',
  purposeText: 'Zweck der Verarbeitung',
  measuresText: 'Technische und organisatorische Maßnahmen',
  deletionText: 'Löschung',
  noticeMonths: 'Kündigungsfrist in Monaten',
} as const;

/** The columns of the lists; a row is named with its number. */
export const rowLabels = {
  lots: {
    row: 'Los',
    title: 'Bezeichnung',
    site: 'Standort',
    quantity: 'Menge',
    unit: 'Einheit',
    optionQuantity: 'Menge je Verlängerung',
    fixedPrice: 'Festpreis je Einheit in Euro, netto',
  },
  goals: { row: 'Ziel', text: 'Ziel', indicator: 'Kennzahl' },
  requirements: { row: 'Anforderung', kind: 'Art', text: 'Text' },
  staffing: {
    row: 'Stelle',
    role: 'Aufgabe',
    posts: 'Stellenumfang',
    ratio: 'Schlüssel',
    qualification: 'Qualifikation und Erfahrung',
  },
  reports: { row: 'Bericht', what: 'Bericht', due: 'Frist' },
  criteria: {
    row: 'Kriterium',
    level: 'Stufe',
    title: 'Bezeichnung',
    weightPercent: 'Gewicht in Prozent',
    expectation: 'Was erwartet wird',
    scale0: '0 Punkte',
    scale1: '1 Punkt',
    scale2: '2 Punkte',
    scale3: '3 Punkte',
    zeroExcludes: 'Eine Bewertung mit 0 schließt das Angebot aus',
  },
  tieRules: { row: 'Rang', rule: 'Regel' },
  premiums: {
    row: 'Prämie',
    reason: 'Anlass',
    amount: 'Betrag',
    assumedCount: 'Angenommene Zahl für die Wertung',
    proof: 'Nachweis',
  },
  proofs: { row: 'Nachweis', text: 'Nachweis', due: 'Vorlage' },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

const rows: Readonly<Record<string, Readonly<Record<string, string>>>> = rowLabels;
const plain: Readonly<Record<string, string>> = fieldLabels;

/** Name of a field for a message: `lots.1.quantity` is "Los 2, Menge". */
export function tenderFieldLabel(name: string): string {
  const [list = '', place = '', column = ''] = name.split('.');
  if (list === 'declareBy') return 'Erklärung der Verlängerung bis';
  const labels = rows[list];
  if (labels) return `${labels['row'] ?? list} ${Number(place) + 1}, ${labels[column] ?? column}`;
  return plain[name] ?? name;
}

/** What changed since a release, in one word for each part. */
export const partNames: Readonly<Record<PartName, string>> = {
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
