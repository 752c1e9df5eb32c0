import { Temporal } from 'temporal-polyfill';

const zone = 'Europe/Berlin';
const dayFormat = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeZone: zone });
const timeFormat = new Intl.DateTimeFormat('de-DE', { timeStyle: 'short', timeZone: zone });

/** "10:42 Uhr" for a moment with offset, in German time wherever the server stands. */
export function formatTime(moment: string): string {
  return `${timeFormat.format(readMoment(moment))}\u00a0Uhr`;
}

/** "01.09.2019, 10:42 Uhr" */
export function formatMoment(moment: string): string {
  return `${dayFormat.format(readMoment(moment))}, ${formatTime(moment)}`;
}

/** The database writes '2019-09-01 10:42:00.1+00', which not every browser's own reading takes. */
function readMoment(moment: string): number {
  return Temporal.Instant.from(moment).epochMilliseconds;
}
