import { type LegalBasis, normsOf } from './legal-basis';

/**
 * What a legal basis says about the provider certificate under AZAV.
 * `noBearing`: the norm states aims or organisation and grants no service.
 */
type AzavEffect = 'required' | 'notRequiredIfVoluntary' | 'noBearing';

/** One line of configuration; both days of its validity are inclusive. */
export interface AzavSetting {
  readonly law: 'SGB II' | 'SGB III';
  readonly section: string;
  readonly isOldVersion: boolean;
  readonly effect: AzavEffect;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
}

/** §§ 176 ff. SGB III took the duty over on this day; before it the portal knows no rule. */
const certificationSince = '2012-04-01';

/**
 * Which legal bases ask for a certified provider.
 *
 * § 46 SGB III appears only in its old version, as the forerunner of § 45; it is
 * no source of the duty today (rule B8). That §§ 1 and 44b SGB II have no bearing
 * is our proposal. Bases that are not listed are undecided.
 *
 * Source: rule B7; procurement.md § 7.
 */
const azavSettings: readonly AzavSetting[] = [
  line('SGB II', '16a', 'notRequiredIfVoluntary', '§ 16a SGB II als freiwillige Leistung'),
  line('SGB II', '16', 'required', '§ 176 Abs. 1 SGB III'),
  line('SGB III', '45', 'required', '§ 176 Abs. 1 SGB III'),
  { ...line('SGB III', '46', 'required', '§ 176 Abs. 1 SGB III'), isOldVersion: true },
  line('SGB III', '81', 'required', '§ 176 Abs. 1 SGB III'),
  { ...line('SGB II', '16k', 'required', '§§ 176, 179 SGB III'), validFrom: '2023-07-01' },
  line('SGB II', '1', 'noBearing', '§ 1 SGB II'),
  line('SGB II', '44b', 'noBearing', '§ 44b SGB II'),
];

function line(law: AzavSetting['law'], section: string, effect: AzavEffect, source: string): AzavSetting {
  return { law, section, isOldVersion: false, effect, validFrom: certificationSince, validTo: null, source };
}

export type AzavReason =
  | 'voluntaryMunicipalService'
  | 'employmentPromotion'
  /** § 16a beside employment promotion: the certificate is asked for the latter part only. */
  | 'employmentPromotionPart'
  | 'voluntaryNotAnswered'
  | 'municipalServiceNotVoluntary'
  | 'noLegalBasis'
  | 'legalBasisWithoutRule';

export interface AzavAnswer {
  /** Null: unclear, which stops a paper. */
  readonly required: boolean | null;
  readonly reasonCode: AzavReason;
  /** Provision a paper may cite; null where the answer is unclear. */
  readonly source: string | null;
  /** The bases of that reason, as cited. */
  readonly citations: readonly string[];
}

/**
 * Whether the provider must be certified under AZAV on that day.
 *
 * Not for § 16a SGB II where the district acts voluntarily; always for measures
 * of employment promotion; in a mixed measure for that part alone. One basis
 * without a rule makes the whole answer unclear: nothing is guessed.
 *
 * Source: rules B7, B8; rules.md § 12.7.
 */
export function azavRule(
  legalBases: readonly LegalBasis[],
  isVoluntaryService: boolean | null,
  onDate: string,
  settings: readonly AzavSetting[] = azavSettings,
): AzavAnswer {
  const decided = legalBases
    .flatMap(normsOf)
    .map((basis) => ({ basis, setting: settingFor(basis, onDate, settings) }));
  const having = (effect: AzavEffect | undefined) =>
    decided.filter(({ setting }) => setting?.effect === effect);

  const undecided = having(undefined);
  if (undecided.length > 0) return unclear('legalBasisWithoutRule', undecided);
  const municipal = having('notRequiredIfVoluntary');
  const promotion = having('required');
  if (municipal.length === 0 && promotion.length === 0) return unclear('noLegalBasis', decided);
  if (municipal.length > 0 && isVoluntaryService === null) return unclear('voluntaryNotAnswered', municipal);
  if (municipal.length > 0 && !isVoluntaryService) return unclear('municipalServiceNotVoluntary', municipal);

  if (promotion.length === 0) return clear(false, 'voluntaryMunicipalService', municipal);
  return clear(true, municipal.length > 0 ? 'employmentPromotionPart' : 'employmentPromotion', promotion);
}

interface DecidedBasis {
  readonly basis: LegalBasis;
  readonly setting: AzavSetting | undefined;
}

function settingFor(
  basis: LegalBasis,
  onDate: string,
  settings: readonly AzavSetting[],
): AzavSetting | undefined {
  return settings.find(
    (setting) =>
      setting.law === basis.law &&
      setting.section === basis.section &&
      setting.isOldVersion === basis.isOldVersion &&
      setting.validFrom <= onDate &&
      (setting.validTo === null || onDate <= setting.validTo),
  );
}

function unclear(reasonCode: AzavReason, bases: readonly DecidedBasis[]): AzavAnswer {
  return { required: null, reasonCode, source: null, citations: bases.map(({ basis }) => basis.cited) };
}

function clear(required: boolean, reasonCode: AzavReason, bases: readonly DecidedBasis[]): AzavAnswer {
  const sources = new Set(bases.map(({ setting }) => setting?.source));
  return {
    required,
    reasonCode,
    source: [...sources].join(', '),
    citations: bases.map(({ basis }) => basis.cited),
  };
}
