import type { Tx } from '#db/as-actor';
import type { MeasureContent } from '~/portfolio/content';
import { readLegalBasis } from '~/portfolio/legal-basis';
import { findMeasure } from '~/portfolio/store';
import { type LegalBasisSetting, legalBasisSettingOn } from '../legal-basis-settings';
import type { RuleBook } from '../rule-book';
import { findRuleBook } from './rule-book';

/** What a person is checked for. */
export type Subject =
  | { readonly kind: 'noBook' }
  | { readonly kind: 'caseManagement'; readonly book: RuleBook }
  | {
      readonly kind: 'measure';
      readonly measureId: string;
      readonly content: MeasureContent;
      readonly contentVersion: number;
      readonly setting: LegalBasisSetting | null;
    };

/** Internal case management where no measure is named; undefined where the authority has none of that name. */
export async function findSubject(tx: Tx, slug: string, onDate: string): Promise<Subject | undefined> {
  if (slug === '') {
    const book = await findRuleBook(tx, onDate);
    return book ? { kind: 'caseManagement', book } : { kind: 'noBook' };
  }
  const measure = await findMeasure(tx, slug);
  if (!measure) return undefined;
  const { id, content, contentVersion } = measure;
  const setting = legalBasisSettingOn(content.legalBases.map(readLegalBasis), onDate);
  return { kind: 'measure', measureId: id, content, contentVersion, setting };
}
