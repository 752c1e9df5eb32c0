import { isCalendarDay } from '~/values/calendar';
import type { Period } from '../counts';
import { interimFindings, interimPeriod, type RecordYears, yearPeriod } from './periods';

/** Which figures are shown: what the source of the measure states, or what is recorded in a period. */
export type Shown = { readonly kind: 'stated' } | { readonly kind: 'records'; readonly period: Period };

/** Why the figures are others than those that were asked for. */
export type ChoiceFinding =
  | { readonly code: 'unknownYear'; readonly asked: string }
  | { readonly code: 'yearStillRuns'; readonly year: number }
  | { readonly code: 'interimUnknown' }
  | { readonly code: 'interimNotForRole' };

/** What was asked for in the address. */
export interface AskedPeriod {
  readonly year: string | null;
  readonly from: string | null;
  readonly until: string | null;
}

interface Circumstances {
  readonly years: RecordYears;
  /** The measure's source states figures of its own. */
  readonly hasStated: boolean;
  /** Sees exact figures: only then a year that still runs, or any stretch of days. */
  readonly maySeeOpen: boolean;
  readonly today: string;
}

/**
 * The figures to show: those that were asked for, else the last year that is over, else what
 * the source states, else the year that still runs.
 *
 * Whoever sees protected figures gets years that are over and nothing else: the difference
 * between two days would show a single person (rule E6, successive reports).
 */
export function chooseShown(
  asked: AskedPeriod,
  { years, hasStated, maySeeOpen, today }: Circumstances,
): { readonly shown: Shown; readonly finding: ChoiceFinding | null } {
  const year = (number: number): Shown => ({ kind: 'records', period: yearPeriod(number, today) });
  const [latest] = years.full;
  const running = maySeeOpen ? years.running : null;
  const usual: Shown =
    latest !== undefined ? year(latest) : hasStated || running === null ? { kind: 'stated' } : year(running);
  const unusual = (finding: ChoiceFinding) => ({ shown: usual, finding });

  if (asked.from !== null || asked.until !== null) {
    if (!maySeeOpen) return unusual({ code: 'interimNotForRole' });
    const { from, until } = asked;
    const isReadable = from !== null && until !== null && isCalendarDay(from) && isCalendarDay(until);
    if (!isReadable || interimFindings(from, until, today).length > 0)
      return unusual({ code: 'interimUnknown' });
    return { shown: { kind: 'records', period: interimPeriod(from, until) }, finding: null };
  }
  if (asked.year === null) return { shown: usual, finding: null };
  if (asked.year === 'angaben') return { shown: { kind: 'stated' }, finding: null };
  const number = /^\d{4}$/.test(asked.year) ? Number(asked.year) : null;
  if (number !== null && (years.full.includes(number) || number === running))
    return { shown: year(number), finding: null };
  if (number !== null && number === years.running) return unusual({ code: 'yearStillRuns', year: number });
  return unusual({ code: 'unknownYear', asked: asked.year });
}
