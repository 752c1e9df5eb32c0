import { daysAfter, plainDate } from '~/values/calendar';

/** Reckoning with days as 'YYYY-MM-DD', which sort like the calendar. */

export function firstOfMonth(day: string, monthsLater = 0): string {
  return plainDate(day).with({ day: 1 }).add({ months: monthsLater }).toString();
}

export function lastOfMonth(day: string): string {
  return daysAfter(firstOfMonth(day, 1), -1);
}

/** Whole days from one day to another; below zero where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return plainDate(from).until(plainDate(to), { largestUnit: 'days' }).days;
}

/** The day, or the Monday after where it falls on a weekend. */
export function workdayFrom(day: string): string {
  const { dayOfWeek } = plainDate(day);
  return dayOfWeek < 6 ? day : daysAfter(day, 8 - dayOfWeek);
}

/** The day, or the Friday before where it falls on a weekend. */
export function workdayUntil(day: string): string {
  const { dayOfWeek } = plainDate(day);
  return dayOfWeek < 6 ? day : daysAfter(day, 5 - dayOfWeek);
}

export function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

export function later(one: string, other: string): string {
  return one > other ? one : other;
}

/** A moment within the hours of an office; in the summer half-hours later, which nobody minds. */
export function moment(day: string, hour = 9): string {
  return `${day}T${String(hour).padStart(2, '0')}:20:00Z`;
}
