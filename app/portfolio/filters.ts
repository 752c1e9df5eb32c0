import { carrierTypes, implementations, measureKinds } from './source';

/** What the list is narrowed by. Empty text and empty lists narrow nothing. */
export interface MeasureFilter {
  readonly text: string;
  readonly legalBasis: readonly string[];
  readonly carrier: readonly string[];
  readonly implementation: readonly string[];
  readonly kind: readonly string[];
  readonly sort: MeasureSort;
  /** Counted from 1. */
  readonly page: number;
}

export const facetNames = ['legalBasis', 'carrier', 'implementation', 'kind'] as const;
export type FacetName = (typeof facetNames)[number];

/** By title or by the year of the source; "-" means descending. */
export type MeasureSort = 'titel' | '-titel' | 'stand' | '-stand';

/** Value of a facet for measures whose source is silent there. */
export const notStatedValue = 'ohne';
/** Legal bases outside SGB II and III, or cited in a way that could not be read. */
export const otherBasisValue = 'andere';

/** Names in the address: people read and share them, so they are German. */
export const parameterNames = {
  text: 'q',
  legalBasis: 'rechtsgrundlage',
  carrier: 'traeger',
  implementation: 'umsetzung',
  kind: 'art',
  sort: 'sort',
  page: 'seite',
} as const satisfies Record<keyof MeasureFilter, string>;

export const noFilter: MeasureFilter = {
  text: '',
  legalBasis: [],
  carrier: [],
  implementation: [],
  kind: [],
  sort: 'titel',
  page: 1,
};

const sorts: readonly MeasureSort[] = ['titel', '-titel', 'stand', '-stand'];
const longestText = 200;
const highestPage = 1_000_000;

/** "16a SGB II", "46 SGB III a. F."; not a fixed list, because the sources decide which exist. */
const legalBasisValue = /^\d{1,3}[a-z]? SGB (II|III)( a\. F\.)?$/;

const isFacetValue: Readonly<Record<FacetName, (value: string) => boolean>> = {
  legalBasis: (value) => [notStatedValue, otherBasisValue].includes(value) || legalBasisValue.test(value),
  carrier: oneOf([...carrierTypes, notStatedValue]),
  implementation: oneOf([...implementations, notStatedValue]),
  kind: oneOf(measureKinds),
};

export interface FilterReading {
  readonly filter: MeasureFilter;
  /** A German sentence for everything in the address that was left aside. */
  readonly notes: readonly string[];
}

/** Reads the filter from the address. What cannot be understood is left aside and told, never an error. */
export function readFilter(search: URLSearchParams): FilterReading {
  const notes: string[] = [];
  const single = (name: string): string | null => {
    const values = search.getAll(name);
    if (values.length > 1) notes.push(`„${name}“ steht mehrmals in der Adresse; es gilt die erste Angabe.`);
    return values[0] ?? null;
  };
  const facet = (name: FacetName): string[] => {
    const values = [...new Set(search.getAll(parameterNames[name]))];
    for (const value of values) {
      if (!isFacetValue[name](value)) notes.push(notUnderstood(parameterNames[name], value));
    }
    return values.filter(isFacetValue[name]);
  };

  const filter: MeasureFilter = {
    text: readText(single(parameterNames.text), notes),
    legalBasis: facet('legalBasis'),
    carrier: facet('carrier'),
    implementation: facet('implementation'),
    kind: facet('kind'),
    sort: readSort(single(parameterNames.sort), notes),
    page: readPage(single(parameterNames.page), notes),
  };
  for (const name of new Set(search.keys())) {
    if (!isKnownParameter(name))
      notes.push(`Die Angabe „${printable(name)}“ in der Adresse ist nicht bekannt.`);
  }
  return { filter, notes };
}

/** The address' query for a filter: '' or '?…', without what is the default anyway. */
export function filterQuery(filter: MeasureFilter): string {
  const search = new URLSearchParams();
  if (filter.text) search.set(parameterNames.text, filter.text);
  for (const name of facetNames) {
    for (const value of filter[name]) search.append(parameterNames[name], value);
  }
  if (filter.sort !== noFilter.sort) search.set(parameterNames.sort, filter.sort);
  if (filter.page > 1) search.set(parameterNames.page, String(filter.page));
  const query = search.toString();
  return query && `?${query}`;
}

function readText(typed: string | null, notes: string[]): string {
  if (typed === null) return '';
  // PostgreSQL takes no NUL in a text, and no other control character is ever searched for.
  const clean = typed.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim();
  if (/[^\P{Cc}\s]|\p{Cs}/u.test(typed))
    notes.push('Der Suchtext enthielt Steuerzeichen; sie wurden weggelassen.');
  if (clean.length <= longestText) return clean;
  notes.push(`Der Suchtext ist zu lang; es gelten die ersten ${longestText} Zeichen.`);
  return clean.slice(0, longestText).toWellFormed().trim();
}

function readSort(typed: string | null, notes: string[]): MeasureSort {
  const sort = sorts.find((known) => known === typed);
  if (typed && !sort) notes.push(notUnderstood(parameterNames.sort, typed));
  return sort ?? noFilter.sort;
}

function readPage(typed: string | null, notes: string[]): number {
  if (!typed) return 1;
  if (/^0*[1-9]\d*$/.test(typed)) return Math.min(Number(typed), highestPage);
  notes.push(notUnderstood(parameterNames.page, typed));
  return 1;
}

function isKnownParameter(name: string): boolean {
  // Remix adds `_data`, `_routes` and `index` itself.
  return name === 'index' || name.startsWith('_') || Object.values<string>(parameterNames).includes(name);
}

function oneOf(values: readonly string[]): (value: string) => boolean {
  return (value) => values.includes(value);
}

function notUnderstood(name: string, value: string): string {
  return `„${name}=${printable(value)}“ in der Adresse wurde nicht verstanden und bleibt unberücksichtigt.`;
}

function printable(value: string): string {
  const clean = value.replace(/[\p{Cc}\p{Cs}]/gu, '\u{FFFD}');
  return clean.length > 40 ? `${clean.slice(0, 40)}…` : clean;
}
