import type { RuleBook } from '~/eligibility/rule-book';

/** The cases of one case manager; who is in clearing is outside of the key (rule C6). */
export interface Cases {
  readonly postPercent: number;
  readonly under25: number;
  readonly from25: number;
  /** Of them those beyond the regular length. */
  readonly extended: number;
}

export interface Load {
  readonly cases: number;
  /** Cases of this post by the key, for the mixture of ages there is; one decimal is shown. */
  readonly key: number;
  /** Posts that the cases take: u25 ÷ key + o25 ÷ key (rule C4). */
  readonly posts: number;
  /** People who could still be taken, by age; 0 where there are too many already. */
  readonly freeUnder25: number;
  readonly freeFrom25: number;
  readonly isOver: boolean;
  /** How many may stay beyond the regular length; null: the book knows no limit. */
  readonly mostExtended: number | null;
}

/**
 * How much one case manager has to do, and how many could still be taken.
 *
 * All in whole numbers until the last step: 0.1 + 0.2 would put one person too many or
 * too few at a limit. Free places are the floor of what is left, never rounded up.
 *
 * Source: rules C1–C4, C13; rounding, the mixed formula and the key of a mixture are our
 * proposals (rules.md § 9 cases 7 and 8).
 */
export function loadOf(book: RuleBook, cases: Cases): Load {
  const left = leftOf(book, cases);
  const { keyUnder25, keyFrom25 } = keysOf(book);
  const { under25, from25, postPercent } = cases;
  // Without cases the key of those from 25 on: most are.
  const [weight, count] =
    under25 + from25 > 0
      ? [under25 * keyFrom25 + from25 * keyUnder25, (under25 + from25) * keyUnder25 * keyFrom25]
      : [1, keyFrom25];
  const share = book.maxExtendedShare?.value;
  return {
    cases: under25 + from25,
    key: (count * postPercent) / (weight * 100),
    posts: under25 / keyUnder25 + from25 / keyFrom25,
    ...freeOf(book, left),
    isOver: left < 0,
    mostExtended:
      share === undefined
        ? null
        : Math.floor((Math.round(share * 100) * count * postPercent) / (weight * 10_000)),
  };
}

/** Free places of all together: the floor of the unrounded sum, where every half place counts. Source: rule C3. */
export function freeInTeam(
  book: RuleBook,
  staff: readonly Cases[],
): Pick<Load, 'freeUnder25' | 'freeFrom25'> {
  return freeOf(
    book,
    staff.reduce((sum, cases) => sum + leftOf(book, cases), 0),
  );
}

/** What is left of the post, in parts of 100 × both keys, so that it stays a whole number. */
function leftOf(book: RuleBook, { postPercent, under25, from25 }: Cases): number {
  const { keyUnder25, keyFrom25 } = keysOf(book);
  return keyUnder25 * keyFrom25 * postPercent - 100 * (under25 * keyFrom25 + from25 * keyUnder25);
}

function freeOf(book: RuleBook, left: number): Pick<Load, 'freeUnder25' | 'freeFrom25'> {
  const { keyUnder25, keyFrom25 } = keysOf(book);
  const places = (otherKey: number) => Math.max(0, Math.floor(left / (100 * otherKey)));
  return { freeUnder25: places(keyFrom25), freeFrom25: places(keyUnder25) };
}

function keysOf({ caseload }: RuleBook) {
  return { keyUnder25: caseload.keyUnder25.value, keyFrom25: caseload.keyFrom25.value };
}

/** Under 25 up to that day, this included; null: 25 or older. Source: rule C7. */
export function isUnder25(under25Until: string | null, onDate: string): boolean {
  return under25Until !== null && onDate <= under25Until;
}

/** Whether the age makes a difference to the key: only then a birthday asks for somebody else. */
export function countsByAge(book: RuleBook): boolean {
  const { keyUnder25, keyFrom25 } = keysOf(book);
  return keyUnder25 !== keyFrom25;
}
