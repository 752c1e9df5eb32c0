/** Browser title: page, context, portal. Never put a client's name into it. */
export function pageTitle(...parts: readonly string[]): string {
  return [...parts, 'Maßnahmenportal'].join(' – ');
}

const faultPrefix = 'Fehler: ';

/** The title of a page that shows faults in its form. */
export function faultTitle(title: string): string {
  return title.startsWith(faultPrefix) ? title : faultPrefix + title;
}

/** The title again once the faults are mended. */
export function mendedTitle(title: string): string {
  return title.startsWith(faultPrefix) ? title.slice(faultPrefix.length) : title;
}
