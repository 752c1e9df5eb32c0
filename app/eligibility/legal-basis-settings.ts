import { type LegalBasis, normsOf } from '~/portfolio/legal-basis';

/** What differs between measures by the law they rest on, and not by their kind. */
export interface LegalBasisSetting {
  readonly law: 'SGB II' | 'SGB III';
  readonly section: string;
  /** First and last day this table vouches for; null: until further notice. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Absence days are reported every month with their reasons (§ 61 (2) SGB II; rule P7). */
  readonly hasAbsenceReporting: boolean;
  /** A letter may carry the notice of legal consequences (rule A19). */
  readonly allowsConsequenceNotice: boolean;
  /** Taking part is voluntary help: it must be needed, and nothing else may be equal (rule A20). */
  readonly isSubordinateHelp: boolean;
  /** A "holistic" offer, which overlaps with others of its kind (rule A22). */
  readonly isHolistic: boolean;
  readonly source: string;
}

/**
 * Configuration by legal basis. Where a day or a basis is not in it, nothing is
 * guessed: the look-up answers null and somebody has to say (rules.md § 12.7).
 *
 * Source: rules A19, A20, A22, P7; that absence reporting is off for § 16a is our
 * reading of a disputed provision (P7).
 */
const legalBasisSettings: readonly LegalBasisSetting[] = [
  {
    law: 'SGB II',
    section: '16a',
    validFrom: '2012-04-01',
    validTo: null,
    hasAbsenceReporting: false,
    allowsConsequenceNotice: false,
    isSubordinateHelp: true,
    isHolistic: true,
    source: '§ 16a SGB II; § 61 Abs. 2 SGB II, Anwendung auf § 16a strittig (Regeln A19, A20, P7)',
  },
  {
    law: 'SGB III',
    section: '45',
    validFrom: '2012-04-01',
    validTo: null,
    hasAbsenceReporting: true,
    allowsConsequenceNotice: true,
    isSubordinateHelp: false,
    isHolistic: false,
    source: '§ 16 Abs. 1 SGB II i. V. m. § 45 SGB III; § 61 Abs. 2 SGB II (Regel P7)',
  },
  {
    law: 'SGB II',
    section: '16k',
    validFrom: '2023-07-01',
    validTo: null,
    hasAbsenceReporting: true,
    allowsConsequenceNotice: false,
    isSubordinateHelp: false,
    isHolistic: true,
    source: '§ 16k SGB II; § 61 Abs. 2 SGB II (Regeln A22, P7)',
  },
];

/** The setting of a measure's legal bases on that day: the first that the table knows; null: none is known. */
export function legalBasisSettingOn(bases: readonly LegalBasis[], onDate: string): LegalBasisSetting | null {
  const norms = bases.flatMap(normsOf);
  for (const { law, section } of norms) {
    const setting = legalBasisSettings.find(
      (candidate) =>
        candidate.law === law &&
        candidate.section === section &&
        // Days as YYYY-MM-DD sort like the calendar.
        candidate.validFrom <= onDate &&
        (candidate.validTo === null || onDate <= candidate.validTo),
    );
    if (setting) return setting;
  }
  return null;
}
