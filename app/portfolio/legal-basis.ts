/** A citation as the source gives it, with what could be read from it. */
export interface LegalBasis {
  readonly cited: string;
  /** Null: another law, or not readable; then all parts below are null as well. */
  readonly law: Law | null;
  /** Number with its letter, e.g. '16a'. */
  readonly section: string | null;
  readonly paragraph: number | null;
  readonly sentence: number | null;
  /** Null also where several numbers are cited together. */
  readonly itemNo: number | null;
  /** "a. F.": the section counts as it stood before a reform. */
  readonly isOldVersion: boolean;
  /** The norm after "i. V. m.", if there is one. */
  readonly inConjunctionWith: LegalBasis | null;
}

type Law = 'SGB II' | 'SGB III';

/** No norm counts to a thousand; without a bound a made-up number would not fit its column. */
const norm = new RegExp(
  [
    String.raw`^§ ?(?<section>\d{1,3}[a-z]?)`,
    String.raw`(?: (?:Abs\.|Absatz) ?(?<paragraph>\d{1,3}))?`,
    String.raw`(?: (?:S\.|Satz) ?(?<sentence>\d{1,3}))?`,
    String.raw`(?: (?:Nr\.|Nrn\.|Nummer) ?(?<items>\d{1,3}(?:(?:, | und | bis )\d{1,3})*))?`,
    String.raw` (?<law>SGB (?:III|II|3|2))`,
    String.raw`(?<old> \(?a\. ?F\.\)?)?$`,
  ].join(''),
);

const laws: Readonly<Record<string, Law>> = {
  'SGB II': 'SGB II',
  'SGB 2': 'SGB II',
  'SGB III': 'SGB III',
  'SGB 3': 'SGB III',
};

/**
 * Reads a citation like "§ 16a Nr. 3 SGB II" or "§ 46 SGB III (a. F.)".
 *
 * What cannot be read stays as it was cited, with nulls: a wrong reading would
 * decide about certificates. Lists of sections ("§§ 16, 16a bis 16f") are not read.
 */
export function readLegalBasis(cited: string): LegalBasis {
  const [first = '', second] = cited
    .replace(/\s+/g, ' ')
    .trim()
    .split(/ i\. ?V\. ?m\. /);
  const parts = norm.exec(first)?.groups;
  const items = parts?.['items'];
  return {
    cited,
    law: laws[parts?.['law'] ?? ''] ?? null,
    section: parts?.['section'] ?? null,
    paragraph: numberOrNull(parts?.['paragraph']),
    sentence: numberOrNull(parts?.['sentence']),
    itemNo: items && /^\d+$/.test(items) ? Number(items) : null,
    isOldVersion: parts?.['old'] !== undefined,
    inConjunctionWith: second === undefined ? null : readLegalBasis(second),
  };
}

function numberOrNull(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

/** "§ 16a SGB II" for lists and filters: law and section alone; what could not be read stays as cited. */
export function shortLegalBasis(basis: LegalBasis): string {
  if (!basis.law || !basis.section) return basis.cited;
  return `§\u00a0${basis.section} ${basis.law.replace(' ', '\u00a0')}${basis.isOldVersion ? ' a.\u00a0F.' : ''}`;
}

/** The basis and every norm it is read together with. */
export function normsOf(basis: LegalBasis): LegalBasis[] {
  return basis.inConjunctionWith ? [basis, ...normsOf(basis.inConjunctionWith)] : [basis];
}

/** The bases of a measure as its plan cites them, read. */
export function readLegalBases(citations: readonly { readonly cited: string }[]): LegalBasis[] {
  return citations.map(({ cited }) => readLegalBasis(cited));
}

/** Whether one of the bases is § 16a SGB II, the municipal integration services. */
export function isMunicipalService(bases: readonly LegalBasis[]): boolean {
  return bases.flatMap(normsOf).some(({ law, section }) => law === 'SGB II' && section === '16a');
}
