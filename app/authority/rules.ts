import { plainDate } from '~/values/calendar';
import type { BudgetRegime, RegimeFinding, RegimePeriod } from './authority';

export type RegimeStep =
  | { readonly kind: 'keep' }
  /** The last period carried the wrong regime: same days, other regime. */
  | { readonly kind: 'correct'; readonly from: string; readonly regime: BudgetRegime }
  | {
      readonly kind: 'begin';
      readonly from: string;
      readonly regime: BudgetRegime;
      /** Last day of the period before; null where there is none to close. */
      readonly closesOn: string | null;
    }
  | { readonly kind: 'refuse'; readonly finding: RegimeFinding };

/**
 * What a typed regime means for the periods on record, which are in order.
 *
 * Papers keep the regime of their day, so a change never rewrites the past: it
 * begins a new period and closes the last one the day before. Only the last
 * period can be followed; the same first day corrects it.
 *
 * Source: rules.md, conventions at the top (every value carries its validity; our proposal).
 */
export function regimeStep(
  periods: readonly RegimePeriod[],
  regime: BudgetRegime | null,
  from: string | null,
): RegimeStep {
  const last = periods.at(-1);
  if (!regime) return { kind: 'keep' };
  if (last?.regime === regime) {
    if (!from) return { kind: 'keep' };
    return { kind: 'refuse', finding: { code: 'regimeUnchanged', since: last.from } };
  }
  if (!from) return { kind: 'refuse', finding: { code: 'regimeFromMissing' } };
  if (!last) return { kind: 'begin', from, regime, closesOn: null };
  if (from === last.from) return { kind: 'correct', from, regime };
  // Days as YYYY-MM-DD sort like the calendar.
  if (from < last.from) {
    return { kind: 'refuse', finding: { code: 'regimeFromTooEarly', earliest: last.from } };
  }
  return { kind: 'begin', from, regime, closesOn: plainDate(from).subtract({ days: 1 }).toString() };
}
