import { Temporal } from 'temporal-polyfill';

/**
 * Days of the calendar. At the edges (database, forms, loader data) a day is the
 * text 'YYYY-MM-DD'; rules calculate with `PlainDate`, which knows no time zone.
 */
export type PlainDate = Temporal.PlainDate;

/** Reads 'YYYY-MM-DD'; throws on anything else, because only our own code writes such texts. */
export function plainDate(iso: string): PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) throw new RangeError(`Not a day as YYYY-MM-DD: ${iso}`);
  return Temporal.PlainDate.from(iso, { overflow: 'reject' });
}

/** Whether `text` is a real day written 'YYYY-MM-DD' (2019-02-30 is none). */
export function isCalendarDay(text: string): boolean {
  try {
    return plainDate(text).toString() === text;
  } catch {
    return false;
  }
}

/** 01.12.2019 */
export function formatDay(iso: string): string {
  const day = plainDate(iso);
  return `${twoDigits(day.day)}.${twoDigits(day.month)}.${day.year}`;
}

/** 01.12.2019 – 31.12.2020; both days count. */
export function formatPeriod(from: string, to: string): string {
  return `${formatDay(from)} – ${formatDay(to)}`;
}

const monthFormat = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "Dezember 2019" for any day of the month. */
export function formatMonth(iso: string): string {
  return monthFormat.format(plainDate(iso).toZonedDateTime('UTC').epochMilliseconds);
}

/**
 * The day so many days later; below zero: earlier.
 *
 * Counted in UTC, where all days have the same length, and not with a `PlainDate`: the spans
 * of a hundred people's contacts are thousands of days, and this is fifteen times as fast.
 */
export function daysAfter(iso: string, days: number): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  if (!year) throw new RangeError(`Not a day as YYYY-MM-DD: ${iso}`);
  // eslint-disable-next-line no-restricted-syntax -- no clock is asked, the day is given
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + days)).toISOString().slice(0, 10);
}

export function nextDay(iso: string): string {
  return daysAfter(iso, 1);
}

/**
 * Last day of a term of `months` months that begins on `start`, both days inclusive.
 *
 * It ends the day before the same day number `months` later; where that number
 * does not exist, on the last day of that month: 31.01. + 1 ends on 28.02.
 *
 * Source: §§ 187 (2), 188 (2), (3) BGB; rules.md § 12.1 (our proposal).
 */
export function lastDayOfTerm(start: PlainDate, months: number): PlainDate {
  const sameNumber = start.add({ months });
  // A clamped day already is the month's last day: taking one more off would shorten the term.
  return sameNumber.day === start.day ? sameNumber.subtract({ days: 1 }) : sameNumber;
}

/**
 * Length of a term, both days inclusive: whole months, then the days left over.
 * 01.12.2019 to 31.12.2020 is 13 months and 0 days. Throws when the end lies
 * before the start; rules report that as a finding first.
 *
 * Source: rule B1; rules.md § 12.1 (our proposal).
 */
export function termMonths(start: string, end: string): { months: number; days: number } {
  const first = plainDate(start);
  const last = plainDate(end);
  if (Temporal.PlainDate.compare(last, first) < 0) {
    throw new RangeError(`The term ends before it starts: ${start} to ${end}`);
  }
  // Months by the calendar are never too many; clamped month ends can hide at most one more.
  let months = first.until(last, { largestUnit: 'months' }).months;
  while (Temporal.PlainDate.compare(lastDayOfTerm(first, months + 1), last) <= 0) months += 1;
  return { months, days: lastDayOfTerm(first, months).until(last).days };
}

/** "13 Monate", "1 Monat", "12 Monate und 5 Tage", "1 Tag". */
export function describeTerm(start: string, end: string): string {
  const { months, days } = termMonths(start, end);
  return describeLength(months, days);
}

/** A length in whole months and days: "10 Monate und 14 Tage". */
export function describeLength(months: number, days: number): string {
  const monthText = months === 1 ? '1 Monat' : `${months} Monate`;
  const dayText = days === 1 ? '1 Tag' : `${days} Tage`;
  if (days === 0) return monthText;
  return months === 0 ? dayText : `${monthText} und ${dayText}`;
}

export type DayReading =
  { readonly ok: true; readonly day: string } | { readonly ok: false; readonly message: string };

const monthNames = [
  'januar',
  'februar',
  'märz',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'dezember',
] as const;

/** 1.12.2019, 01.12.19, 1. 12. 2019; also with hyphens or slashes in place of the dots. */
const withDots = /^(?<day>\d{1,2})[./-] ?(?<month>\d{1,2})[./-] ?(?<year>\d{4}|\d{2})$/;
/** 01122019, 011219 */
const digitsOnly = /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4}|\d{2})$/;
/** 1. Dezember 2019, 1 Dez. 2019 */
const withName = /^(?<day>\d{1,2})\.? ?(?<month>\p{L}{3,})\.? ?(?<year>\d{4}|\d{2})$/u;
/** 2019-12-01, as browsers and spreadsheets copy it. */
const machineForm = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/;

/**
 * Reads a day as people in Germany type it. Two-digit years: 00–49 are 20xx, 50–99 are 19xx.
 * "heute" counts only where the caller passes `today`. What does not exist
 * (31.02.) is refused with the reason, never moved to a neighbouring day.
 */
export function readGermanDay(text: string, today?: string): DayReading {
  const typed = text.replace(/\s+/g, ' ').trim();
  if (today && typed.toLowerCase() === 'heute') return { ok: true, day: today };

  const parts = [machineForm, withDots, digitsOnly, withName]
    .map((form) => form.exec(typed)?.groups)
    .find(Boolean);
  const month = monthNumber(parts?.['month'] ?? '');
  if (!parts || month === null) {
    return {
      ok: false,
      message: 'Der Tag ist nicht lesbar. Geben Sie ihn als TT.MM.JJJJ ein, zum Beispiel 01.12.2019.',
    };
  }
  return existingDay(fourDigitYear(parts['year'] ?? ''), month, Number(parts['day']));
}

/** 12 for "12", "Dezember" and "Dez"; null for a word that is no month. */
function monthNumber(typed: string): number | null {
  if (/^\d+$/.test(typed)) return Number(typed);
  const word = typed.toLowerCase().replace(/^maerz$|^mrz$/, 'märz');
  const index = word === '' ? -1 : monthNames.findIndex((name) => name.startsWith(word));
  return index < 0 ? null : index + 1;
}

function fourDigitYear(typed: string): number {
  const year = Number(typed);
  if (typed.length === 4) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function existingDay(year: number, month: number, day: number): DayReading {
  if (year < 1900 || year > 2199) {
    return {
      ok: false,
      message: `Das Jahr ${year} liegt außerhalb des Kalenders. Geben Sie ein Jahr von 1900 bis 2199 ein.`,
    };
  }
  if (month < 1 || month > 12) {
    return {
      ok: false,
      message: `Einen Monat ${month} gibt es nicht. Geben Sie den Monat als Zahl von 1 bis 12 ein.`,
    };
  }
  const last = Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
  if (day < 1 || day > last) {
    const typed = `${twoDigits(day)}.${twoDigits(month)}.${year}`;
    return { ok: false, message: `Den ${typed} gibt es nicht. Geben Sie einen Tag von 1 bis ${last} ein.` };
  }
  return { ok: true, day: Temporal.PlainDate.from({ year, month, day }).toString() };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
