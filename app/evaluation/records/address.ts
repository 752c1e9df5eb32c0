import type { Period } from './counts';
import { isYear } from './rules/periods';
import type { AskedPeriod, Shown } from './rules/choice';

/** What an address asks for: `?jahr=2025`, `?jahr=angaben` or `?von=…&bis=…`. */
export function askedPeriod(query: URLSearchParams): AskedPeriod {
  return { year: query.get('jahr'), from: query.get('von'), until: query.get('bis') };
}

/** The query that asks for these figures again. */
export function queryOf(shown: Shown): string {
  return shown.kind === 'stated' ? '?jahr=angaben' : queryOfPeriod(shown.period);
}

export function queryOfPeriod(period: Period): string {
  return isYear(period) ? `?jahr=${period.key}` : `?von=${period.from}&bis=${period.until}`;
}

/** The query under which an interim period is asked for. */
export const interimQuery = 'zwischenauswertung';
