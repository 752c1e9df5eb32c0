/** German words for what the structured part of a profile chooses from. */
import type {
  approaches,
  costKinds,
  fundingKinds,
  paymentModels,
  qualifiers,
  reportRhythms,
  spanUnits,
} from '../portal';

type Words<Values extends readonly string[]> = Readonly<Record<Values[number], string>>;

export const spanUnitNames: Words<typeof spanUnits> = { days: 'Tage', weeks: 'Wochen', months: 'Monate' };

export const costKindNames: Words<typeof costKinds> = {
  total: 'insgesamt',
  year: 'je Jahr',
  month: 'je Monat',
  placeMonth: 'je Platz und Monat',
  participant: 'je Teilnahme',
  session: 'je Termin',
  other: 'Sonstiges',
};

export const qualifierNames: Words<typeof qualifiers> = {
  exact: 'genau',
  circa: 'ca.',
  upTo: 'bis zu (Obergrenze)',
  lessThan: 'weniger als',
  from: 'ab',
};

export const fundingKindNames: Words<typeof fundingKinds> = {
  integrationBudget: 'Eingliederungstitel',
  administrationBudget: 'Verwaltungsbudget',
  municipal: 'kommunale Mittel',
  esf: 'ESF',
  state: 'Land',
  erdf: 'EFRE',
  federal: 'Bund',
  thirdParty: 'Dritte',
};

export const paymentModelNames: Words<typeof paymentModels> = {
  monthlyFixed: 'fester Betrag je Monat',
  perPlace: 'je Platz',
  perParticipant: 'je Teilnahme',
  perSession: 'je Termin',
  premiums: 'Fixum und Prämien',
  flatGrant: 'Pauschale nach Stufen',
  refund: 'Erstattung je Person',
};

export const reportRhythmNames: Words<typeof reportRhythms> = {
  perCase: 'je Fall',
  monthly: 'monatlich',
  quarterly: 'vierteljährlich',
  halfYearly: 'halbjährlich',
  yearly: 'jährlich',
  once: 'einmalig',
};

export const approachNames: Words<typeof approaches> = {
  trainedStaff: 'geschultes Personal',
  counselling: 'Beratung und Vertrauen',
  tailoredOffers: 'passgenaue Angebote',
  health: 'Gesundheit',
  practicalTrial: 'praktische Erprobung',
  aftercare: 'Nachbetreuung',
  employers: 'Arbeitgeber',
  municipalServices: 'kommunale Leistungen',
  networks: 'Netzwerke',
};
