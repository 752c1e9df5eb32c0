import { Temporal } from 'temporal-polyfill';

/** The day counts where the authority sits, wherever the server's own clock is set. */
const zone = 'Europe/Berlin';

/**
 * Today as 'YYYY-MM-DD': the one place in the portal that asks a clock for the date.
 *
 * `PORTAL_TODAY` stands still on a chosen day (tests, training, demonstrations).
 * It is checked once at the start by `isDay`.
 */
export function today(fixedDay: string | undefined = process.env.PORTAL_TODAY): string {
  return fixedDay || Temporal.Now.plainDateISO(zone).toString();
}

/** Whether `text` is a real day written 'YYYY-MM-DD' (2019-02-30 is none). */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}
