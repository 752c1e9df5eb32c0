import type {
  deciders,
  LotUnit,
  optionPrices,
  paymentModels,
  priceBases,
  processorRoles,
  proofTimes,
  ScoringMethod,
  TieRule,
} from './preparation/parts';

/** German words for the choices of "Vergabe vorbereiten", in the form and in the papers. */

export const unitNames: Readonly<Record<LotUnit, string>> = {
  placeMonth: 'je Platz und Monat',
  flatMonth: 'pauschal je Monat',
  participant: 'je Teilnahme',
  session: 'je Termin',
};

/** "30 Plätze", "1 Teilnahme": what the quantity of a lot counts. */
export function quantityText(quantity: number, unit: LotUnit): string {
  const isOne = quantity === 1;
  switch (unit) {
    case 'placeMonth':
    case 'flatMonth':
      return `${quantity} ${isOne ? 'Platz' : 'Plätze'}`;
    case 'participant':
      return `${quantity} ${isOne ? 'Teilnahme' : 'Teilnahmen'}`;
    case 'session':
      return `${quantity} ${isOne ? 'Termin' : 'Termine'}`;
  }
}

export const methodNames: Readonly<Record<ScoringMethod, string>> = {
  richtwertSimple: 'Einfache Richtwertmethode',
  richtwertExtended: 'Erweiterte Richtwertmethode',
  proportional: 'Gewichtung mit Preis im Verhältnis zum niedrigsten Preis',
  linear: 'Gewichtung mit linearen Preispunkten',
  median: 'Medianmethode',
  reference: 'Referenzwertmethode',
  fixedPrice: 'Festpreis: die Qualität entscheidet allein',
};

export const deciderNames: Readonly<Record<(typeof deciders)[number], string>> = {
  quality: 'die meisten Leistungspunkte',
  price: 'der niedrigste Wertungspreis',
};

export const tieRuleNames: Readonly<Record<TieRule, string>> = {
  lowerPrice: 'der niedrigere Wertungspreis',
  higherQuality: 'die höhere Summe der Leistungspunkte',
  topCriterion: 'die höhere Bewertung im Kriterium mit dem höchsten Gewicht',
  drawLots: 'das Los, gezogen von zwei Beschäftigten gemeinsam',
};

export const priceBasisNames: Readonly<Record<(typeof priceBases)[number], string>> = {
  grossWithOptions: 'Bruttopreis für Grundlaufzeit und Verlängerung',
  grossBase: 'Bruttopreis für die Grundlaufzeit',
};

export const optionPriceNames: Readonly<Record<(typeof optionPrices)[number], string>> = {
  own: 'Der Bieter nennt einen eigenen Preis',
  same: 'Der Preis der Grundlaufzeit gilt weiter',
  indexed: 'Der Preis der Grundlaufzeit wird nach einer Regel angepasst',
};

export const paymentModelNames: Readonly<Record<(typeof paymentModels)[number], string>> = {
  monthlyFixed: 'fester Betrag je Monat',
  perPlace: 'Betrag je Platz',
  perParticipant: 'Betrag je Teilnahme',
  perSession: 'Betrag je Termin',
  premiums: 'Grundbetrag und Erfolgsprämien',
  flatGrant: 'Pauschale',
  refund: 'Erstattung der Kosten',
};

export const proofTimeNames: Readonly<Record<(typeof proofTimes)[number], string>> = {
  withBid: 'mit dem Angebot',
  onRequest: 'auf Verlangen',
  beforeStart: 'vor Beginn der Leistung',
};

export const processorRoleNames: Readonly<Record<(typeof processorRoles)[number], string>> = {
  processor: 'Auftragsverarbeiter (§ 80 SGB X)',
  thirdParty: 'beauftragter Dritter mit eigener Verantwortung (§ 50 SGB II)',
};
