import { type LegalBasis, normsOf, readLegalBasis, shortLegalBasis } from '~/portfolio/legal-basis';
import type { MeasureContent } from '~/portfolio/content';
import { plainDate, termMonths } from '~/values/calendar';
import { isAbout } from '../fact-sheet/profile-text';
import { centsOf } from '~/values/money';

/** How a yearly amount was found, so that the paper can say it. */
export type MoneyBase = 'statedYear' | 'statedMonth' | 'totalOverTerm' | 'placesAndMonth';

/** Why a measure has no place in a comparison of yearly money. */
export type MoneyGap =
  | 'notStated'
  | 'inWordsOnly'
  | 'onlyPart'
  | 'limitOnly'
  | 'totalWithoutTerm'
  | 'placesUnknown'
  | 'perParticipant';

export type YearlyMoney =
  | {
      readonly isComparable: true;
      readonly cents: number;
      readonly base: MoneyBase;
      readonly isAbout: boolean;
    }
  | { readonly isComparable: false; readonly gap: MoneyGap };

/** The note says that the amount covers only some of the cost, of the money or of the year. */
const onlyPart = /\bnur\b|\bLandesmittel\b|nicht bezifferbar|\banteilig\b|ein Geldgeber/i;

/**
 * What a measure costs in a year, where its source lets that be said; cents.
 *
 * In this order: a stated yearly sum; a stated monthly sum × 12; per place and month ×
 * places × 12; a total over a term whose both days are known, turned to twelve months.
 * What is limited ("bis zu"), covers a part or has no time is left out with its reason.
 *
 * Source: documents.md § 12 (our proposal); broken months as in rules.md § 12.6.
 */
export function yearlyMoney(content: MeasureContent): YearlyMoney {
  const { budget, period } = content;
  const stated = amountsOf(content);
  const found = (cents: number, base: MoneyBase): YearlyMoney => ({
    isComparable: true,
    cents: Math.round(cents),
    base,
    isAbout: stated.isAbout,
  });
  const leftOut = (gap: MoneyGap): YearlyMoney => ({ isComparable: false, gap });

  const isSilent = Object.values(stated.cents).every((cents) => cents === null);
  if (isSilent)
    return leftOut(stated.hasLimits ? 'limitOnly' : namesMoney(content) ? 'inWordsOnly' : 'notStated');
  if (budget.note !== null && onlyPart.test(budget.note)) return leftOut('onlyPart');
  const { year, month, placeMonth, total } = stated.cents;
  if (year !== null) return found(year, 'statedYear');
  if (month !== null) return found(month * 12, 'statedMonth');
  const places = placesOf(content);
  if (placeMonth !== null && places !== null) return found(placeMonth * places * 12, 'placesAndMonth');
  if (total !== null) {
    const months = monthsOf(period);
    return months === null ? leftOut('totalWithoutTerm') : found((total * 12) / months, 'totalOverTerm');
  }
  return leftOut(placeMonth === null ? 'perParticipant' : 'placesUnknown');
}

/** Amounts of single funders or in a sentence: true, but no cost of the measure. */
function namesMoney({ budget, fundingSources }: MeasureContent): boolean {
  return (
    /\d\s*(€|Euro|EUR)/.test(budget.note ?? '') || fundingSources.some(({ amountEur }) => amountEur !== null)
  );
}

function amountsOf({ budget, portal }: MeasureContent) {
  const cents = (euros: number | null | undefined) =>
    euros === null || euros === undefined ? null : centsOf(euros);
  const costs = portal?.costs ?? [];
  const isFirm = ({ qualifier }: (typeof costs)[number]) => qualifier === 'exact' || qualifier === 'circa';
  // Structured costs say more than the file's number: a limit is no amount.
  const of = (kind: (typeof costs)[number]['kind'], euros: number | null) => {
    const entered = costs.filter((cost) => cost.kind === kind && cost.amountEur !== null);
    return entered.length > 0 ? cents(entered.find(isFirm)?.amountEur) : cents(euros);
  };
  return {
    cents: {
      total: of('total', budget.totalEur),
      year: of('year', budget.perYearEur),
      month: of('month', budget.perMonthEur),
      placeMonth: of('placeMonth', budget.perPlacePerMonthEur),
      participant: of('participant', budget.perParticipantEur),
    },
    isAbout: isAbout(budget.note) || costs.some(({ qualifier }) => qualifier === 'circa'),
    hasLimits: costs.some((cost) => cost.amountEur !== null && !isFirm(cost)),
  };
}

/** Months of a term that is known to the day; a broken month by its days. */
function monthsOf({ start, end }: MeasureContent['period']): number | null {
  if (start?.length !== 10 || end?.length !== 10 || start > end) return null;
  const { months, days } = termMonths(start, end);
  return months + days / plainDate(start).add({ months }).daysInMonth;
}

/** The stated total, else the sum of sites that all have a number; null where one is missing. */
export function placesOf({
  places,
  placesTotal,
}: Pick<MeasureContent, 'places' | 'placesTotal'>): number | null {
  if (placesTotal !== null) return placesTotal;
  const counts = places.map(({ count }) => count);
  return counts.length === 0 || counts.includes(null)
    ? null
    : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

/** Norms that state aims or organisation and grant nothing; they do not make a group of their own. */
const withoutService = new Set(['1', '44b']);
const shownNorms = 3;

/**
 * The group a measure is counted in, once: all its legal bases together, so that no
 * place and no euro is counted twice. Null where none is cited.
 */
export function legalBasisGroup(citations: readonly string[]): string | null {
  const norms = citations.map(readLegalBasis).flatMap(normsOf);
  const granting = norms.filter((norm) => !(norm.law === 'SGB II' && withoutService.has(norm.section ?? '')));
  const names = [...new Set((granting.length > 0 ? granting : norms).sort(byLaw).map(shortLegalBasis))];
  if (names.length === 0) return null;
  const rest = names.length - shownNorms;
  return rest > 0
    ? `${names.slice(0, shownNorms).join(', ')} und ${String(rest)} weitere`
    : names.join(' mit ');
}

function byLaw(a: LegalBasis, b: LegalBasis): number {
  const key = ({ law, section, cited }: LegalBasis) => `${law ?? 'Z'} ${section?.padStart(5, '0') ?? cited}`;
  return key(a) < key(b) ? -1 : 1;
}
