import type { Criterion } from '../preparation/parts';

/** The highest rating of a criterion; documents.md § 3, rules.md § 12.8. */
export const highestRating = 3;

/** Quality points of a bid that gets the highest rating everywhere: weights are 100, ratings 3. */
export const mostQualityPoints = 100 * highestRating;

/** A criterion with its number and what it counts; one that is divided counts the sum of its parts. */
export interface NumberedCriterion {
  /** "5" or "5.1". */
  readonly no: string;
  /** Place in the list as it is entered, from 0. */
  readonly index: number;
  readonly criterion: Criterion;
  /** Divided criteria are headings: what is rated are their parts. */
  readonly isDivided: boolean;
  /** Null as long as a weight is missing. */
  readonly weightPercent: number | null;
}

/** Numbers the criteria and adds up the weights of those that are divided. */
export function numberedCriteria(criteria: readonly Criterion[]): NumberedCriterion[] {
  let main = 0;
  let sub = 0;
  return criteria.map((criterion, index) => {
    const isSub = criterion.level === 2 && main > 0;
    if (isSub) sub += 1;
    else {
      main += 1;
      sub = 0;
    }
    const parts = isSub ? [] : partsBelow(criteria, index);
    return {
      no: isSub ? `${main}.${sub}` : String(main),
      index,
      criterion,
      isDivided: parts.length > 0,
      weightPercent: parts.length > 0 ? sumOf(parts) : criterion.weightPercent,
    };
  });
}

function partsBelow(criteria: readonly Criterion[], index: number): Criterion[] {
  const after = criteria.slice(index + 1);
  const end = after.findIndex(({ level }) => level === 1);
  return end < 0 ? after : after.slice(0, end);
}

function sumOf(criteria: readonly Criterion[]): number | null {
  return criteria.reduce<number | null>(
    (sum, { weightPercent }) => (sum === null || weightPercent === null ? null : sum + weightPercent),
    0,
  );
}

/** What the weights of all rated criteria make together; null as long as one is missing. */
export function weightSum(criteria: readonly Criterion[]): number | null {
  return sumOf(
    numberedCriteria(criteria).flatMap(({ isDivided, criterion }) => (isDivided ? [] : [criterion])),
  );
}

export type CriteriaFinding =
  | { readonly code: 'noCriteria' | 'beginsWithSub' }
  | {
      readonly code: 'weightMissing' | 'dividedHasWeight' | 'expectationMissing';
      readonly index: number;
    }
  | { readonly code: 'scaleTextMissing'; readonly index: number; readonly rating: number }
  | { readonly code: 'weightsNotHundred'; readonly sum: number };

/**
 * What stands against the criteria: each that is rated needs a weight, an expectation
 * and a text for each rating, and the weights must be exactly 100.
 *
 * The sum is judged only when every weight is entered: a list half typed is a draft.
 *
 * Source: documents.md §§ 3, 14 (row 3), 15; rule B10.
 */
export function criteriaFindings(criteria: readonly Criterion[]): CriteriaFinding[] {
  if (criteria.length === 0) return [{ code: 'noCriteria' }];
  const numbered = numberedCriteria(criteria);
  const rated = numbered.filter(({ isDivided }) => !isDivided);
  const divided = numbered.filter(({ isDivided }) => isDivided);
  const findings: CriteriaFinding[] = [
    ...(criteria[0]?.level === 2 ? [{ code: 'beginsWithSub' as const }] : []),
    ...divided.flatMap(({ index, criterion }): CriteriaFinding[] =>
      criterion.weightPercent === null ? [] : [{ code: 'dividedHasWeight', index }],
    ),
    ...rated.flatMap(ratedFindings),
  ];
  const sum = weightSum(criteria);
  if (sum !== null && sum !== 100) findings.push({ code: 'weightsNotHundred', sum });
  return findings;
}

function ratedFindings({ index, criterion }: NumberedCriterion): CriteriaFinding[] {
  return [
    ...(criterion.weightPercent === null ? [{ code: 'weightMissing' as const, index }] : []),
    ...(isGiven(criterion.expectation) ? [] : [{ code: 'expectationMissing' as const, index }]),
    ...criterion.scale.flatMap((text, rating): CriteriaFinding[] =>
      isGiven(text) ? [] : [{ code: 'scaleTextMissing', index, rating }],
    ),
  ];
}

function isGiven(text: string | null): boolean {
  return text !== null && text.trim() !== '';
}
