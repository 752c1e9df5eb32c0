import { plainDate } from '~/values/calendar';
import type { BookPeriod, RuleBook } from '../rule-book';

export type BookStep =
  /** The last choice carried the wrong book: same days, other book. */
  | { readonly kind: 'correct'; readonly from: string }
  | { readonly kind: 'begin'; readonly from: string; readonly closesOn: string | null }
  | { readonly kind: 'refuse'; readonly finding: BookFinding };

export type BookFinding =
  | { readonly code: 'bookUnchanged'; readonly since: string }
  | { readonly code: 'bookFromTooEarly'; readonly earliest: string }
  | { readonly code: 'bookNotYetValid'; readonly validFrom: string };

/**
 * What the choice of a book from a day on means for the periods on record, which are in order.
 *
 * A case keeps the book of the day on which it was decided, so a choice never
 * rewrites the past: it begins a new period and closes the last one the day before.
 * A book holds on no day before its own validity.
 *
 * Source: rules.md, conventions at the top (our proposal).
 */
export function bookStep(periods: readonly BookPeriod[], book: RuleBook, from: string): BookStep {
  // Days as YYYY-MM-DD sort like the calendar.
  if (from < book.validFrom) {
    return { kind: 'refuse', finding: { code: 'bookNotYetValid', validFrom: book.validFrom } };
  }
  const last = periods.at(-1);
  if (!last) return { kind: 'begin', from, closesOn: null };
  if (from < last.from) {
    return { kind: 'refuse', finding: { code: 'bookFromTooEarly', earliest: last.from } };
  }
  if (last.book === book.key) {
    return { kind: 'refuse', finding: { code: 'bookUnchanged', since: last.from } };
  }
  if (from === last.from) return { kind: 'correct', from };
  return { kind: 'begin', from, closesOn: plainDate(from).subtract({ days: 1 }).toString() };
}
