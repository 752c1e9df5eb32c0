import type { FacetName } from './filters';

/** One measure as the list shows it. Null is "not stated", never zero. */
export interface MeasureListRow {
  readonly slug: string;
  readonly title: string;
  /** The beginning of the target group, for one short line. */
  readonly targetGroup: string | null;
  /** Law and section, e.g. "§ 16a SGB II"; what could not be read stays as cited. */
  readonly legalBases: readonly string[];
  readonly sites: readonly MeasureListSite[];
  readonly placesTotal: number | null;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly isOpenEnded: boolean | null;
  readonly implementation: string | null;
  readonly carrierName: string | null;
  readonly sourceYear: number | null;
}

interface MeasureListSite {
  readonly name: string;
  readonly places: number | null;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export interface MeasureList {
  readonly rows: readonly MeasureListRow[];
  /** All measures of the authority, without any filter. */
  readonly allCount: number;
  readonly matchingCount: number;
  /** The page really shown: the last one where the address asked for more. */
  readonly page: number;
  readonly pageCount: number;
  /** Counted under all other filters, so that a number says what one more tick would show. */
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  /** How many measures would match without this one filter. */
  readonly countWithout: Readonly<Record<FacetName | 'text', number>>;
}

export const pageSize = 25;

export function pageCountOf(matchingCount: number): number {
  return Math.max(1, Math.ceil(matchingCount / pageSize));
}
