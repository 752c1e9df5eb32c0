import { formatDay, readGermanDay } from '~/values/calendar';

/** A half-known day as it is typed: '2013' → 2013, '2013-05' → 05/2013, '2013-05-02' → 02.05.2013. */
export function sourceDayText(day: string | null | undefined): string | null {
  if (!day) return null;
  if (day.length === 10) return formatDay(day);
  const [year = '', month] = day.split('-');
  return month ? `${month}/${year}` : year;
}

/** Reads what `sourceDayText` writes, and days as Germans type them. */
export function readSourceDay(
  text: string,
): { readonly ok: true; readonly day: string } | { readonly ok: false; readonly message: string } {
  if (/^(19|20|21)\d{2}$/.test(text)) return { ok: true, day: text };
  const month = /^(?<month>0?[1-9]|1[0-2])[/.](?<year>(?:19|20|21)\d{2})$/.exec(text)?.groups;
  if (month) return { ok: true, day: `${month['year'] ?? ''}-${(month['month'] ?? '').padStart(2, '0')}` };
  return readGermanDay(text);
}
