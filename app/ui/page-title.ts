/** Browser title: page, context, portal. Never put a client's name into it. */
export function pageTitle(...parts: readonly string[]): string {
  return [...parts, 'Maßnahmenportal'].join(' – ');
}
