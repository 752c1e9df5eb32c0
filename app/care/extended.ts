import type { RuleBook } from '~/eligibility/rule-book';
import { isUnder25, loadOf } from './rules/caseload';
import { isExtendedOn } from './rules/course';

/**
 * Care beyond the regular length at one case manager against the most the book recommends,
 * for a review from that length on; null where there is no such limit or it is too early.
 *
 * Source: rule C13.
 */
export function extendedOf(
  book: RuleBook,
  month: number,
  load: {
    readonly postPercent: number;
    readonly cases: readonly { readonly allocatedOn: string; readonly under25Until: string | null }[];
  },
  today: string,
): { readonly is: number; readonly most: number } | null {
  if (month < book.review.regularMonths.value) return null;
  const under25 = load.cases.filter(({ under25Until }) => isUnder25(under25Until, today)).length;
  const extended = load.cases.filter(({ allocatedOn }) => isExtendedOn(book, allocatedOn, today)).length;
  const { mostExtended } = loadOf(book, {
    postPercent: load.postPercent,
    under25,
    from25: load.cases.length - under25,
    extended,
  });
  return mostExtended === null ? null : { is: extended, most: mostExtended };
}
