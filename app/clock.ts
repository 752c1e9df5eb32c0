import { Temporal } from 'temporal-polyfill';

/** The day counts where the authority sits, wherever the server's own clock is set. */
const zone = 'Europe/Berlin';

/**
 * Today as 'YYYY-MM-DD': the one place in the portal that asks a clock for the date.
 *
 * `PORTAL_TODAY` stands still on a chosen day (tests, training, demonstrations).
 * It is checked once at the start (app/server/settings.ts).
 */
export function today(fixedDay: string | undefined = process.env.PORTAL_TODAY): string {
  return fixedDay || Temporal.Now.plainDateISO(zone).toString();
}
