import { formatDay } from '~/values/calendar';
import { notStatedValue, otherBasisValue, type FacetName } from './filters';

/** German words for the coded values and half-known days of the sources. */

export const kindNames: Readonly<Record<string, string>> = {
  massnahme: 'Maßnahme',
  handlungsansatz: 'Handlungsansatz',
};

export const carrierTypeNames: Readonly<Record<string, string>> = {
  gE: 'Jobcenter als gemeinsame Einrichtung (gE)',
  zkT: 'Zugelassener kommunaler Träger (zkT)',
  land: 'Land',
  BA: 'Bundesagentur für Arbeit (BA)',
  landkreis: 'Landkreis',
};

export const implementationNames: Readonly<Record<string, string>> = {
  vergabe: 'Vergabe',
  inhouse: 'Inhouse-Vergabe',
  projektfoerderung: 'Projektförderung',
  einzelfallfoerderung: 'Einzelfallförderung',
  selbstvornahme: 'Selbstvornahme',
};

export const facetTitles: Readonly<Record<FacetName, string>> = {
  legalBasis: 'Rechtsgrundlage',
  carrier: 'Art des Trägers',
  implementation: 'Umsetzung',
  kind: 'Art',
};

/** How a facet's value reads in the filter and on its chip. */
export function facetValueName(facet: FacetName, value: string): string {
  if (value === notStatedValue) return 'keine Angabe';
  switch (facet) {
    case 'legalBasis':
      return value === otherBasisValue ? 'andere Vorschrift' : `§ ${value}`;
    case 'carrier':
      return carrierTypeNames[value] ?? value;
    case 'implementation':
      return implementationNames[value] ?? value;
    case 'kind':
      return kindNames[value] ?? value;
  }
}

const monthNames = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
];

/** '2013-05-02' → 02.05.2013, '2013-05' → Mai 2013, '2013' → 2013: never more exact than the source. */
export function formatSourceDay(day: string): string {
  if (day.length === 10) return formatDay(day);
  const [year = '', month] = day.split('-');
  return month ? `${monthNames[Number(month) - 1] ?? month} ${year}` : year;
}

/** A runtime with one or both ends known; null where the source is silent. */
export function formatSourcePeriod(period: {
  readonly start: string | null;
  readonly end: string | null;
  readonly openEnded: boolean | null;
}): string | null {
  const start = period.start && formatSourceDay(period.start);
  const end = period.end && formatSourceDay(period.end);
  if (start && end) return `${start} – ${end}`;
  if (start) return period.openEnded ? `seit ${start}, unbefristet` : `ab ${start}`;
  if (end) return `bis ${end}`;
  return period.openEnded ? 'unbefristet' : null;
}

const germanNumber = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 6 });

/** 1200000 → 1.200.000; 1.5 → 1,5 */
export function formatSourceNumber(value: number): string {
  return germanNumber.format(value).replace('-', '−');
}

/** Beginning of a text, cut at a word, for one short line. */
export function shortLine(text: string, longest = 80): string {
  const [firstSentence = text] = text.split(/(?<=\S{4}\.) /);
  if (firstSentence.length <= longest) return firstSentence.replace(/\.$/, '');
  const cut = firstSentence.slice(0, longest + 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[,;–]$/, '')}\u00a0…`;
}

/** How often somebody is met: "jede Woche", "alle 2 Wochen". */
export function rhythmText(everyWeeks: number): string {
  return everyWeeks === 1 ? 'jede Woche' : `alle ${formatSourceNumber(everyWeeks)} Wochen`;
}
