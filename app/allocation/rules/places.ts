import { nextDay } from '~/values/calendar';

/** Days of the calendar as YYYY-MM-DD, both inclusive; such texts sort like the calendar. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** One place that one person at a time can take, with the spans in which it is taken. */
export interface Place {
  readonly validFrom: string;
  readonly validTo: string;
  readonly taken: readonly Span[];
}

/** Whether nobody has the place on any day of the span, and it is there on all of them (rule C14). */
export function isFreeDuring(place: Place, span: Span): boolean {
  if (span.from < place.validFrom || span.to > place.validTo) return false;
  return !place.taken.some((other) => other.from <= span.to && span.from <= other.to);
}

/**
 * First day on or after `from` on which nobody has the place; null where there is none in
 * its days. The place is free from the day after somebody's last (rule X8).
 */
export function firstFreeDay(place: Place, from: string): string | null {
  let day = from < place.validFrom ? place.validFrom : from;
  for (const { from: begins, to } of [...place.taken].sort(byBegin)) {
    if (begins <= day && day <= to) day = nextDay(to);
  }
  return day <= place.validTo ? day : null;
}

/** The first of the places, in their order, that is free for the whole span. */
export function firstFreePlace<P extends Place>(places: readonly P[], span: Span): P | undefined {
  return places.find((place) => isFreeDuring(place, span));
}

/**
 * How many of the places nobody has from that day on, and the first day from which nobody
 * has one. Whoever is promised a place from next week has it: the days until then count
 * only where nothing else is left.
 */
export function freeOn(
  places: readonly Place[],
  day: string,
): { readonly free: number; readonly firstFreeOn: string | null } {
  const days = places.flatMap((place) => openFrom(place, day) ?? []).sort();
  const gaps = places.flatMap((place) => firstFreeDay(place, day) ?? []).sort();
  return { free: days.filter((first) => first === day).length, firstFreeOn: days[0] ?? gaps[0] ?? null };
}

/** First day on or after `from` from which nobody has the place any more; null where somebody has it to its end. */
function openFrom(place: Place, from: string): string | null {
  const last = place.taken
    .map(({ to }) => to)
    .sort()
    .at(-1);
  return firstFreeDay(place, last !== undefined && last >= from ? nextDay(last) : from);
}

function byBegin(one: Span, other: Span): number {
  return one.from < other.from ? -1 : one.from > other.from ? 1 : 0;
}
