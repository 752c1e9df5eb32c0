import type { MeasureSource } from './source';

/**
 * Text as the search compares it: lower case, without accents, single spaces.
 *
 * The stored text and the typed words go through the same function, so "Fördern",
 * "fordern" and "FÖRDERN" find each other whatever the database's own rules are.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Everything of a measure that a search should find it by. */
export function searchTextOf(source: MeasureSource): string {
  const parts = [
    source.title,
    // The slug spells umlauts out (foerderzentrum), which some people type.
    source.slug.replaceAll('-', ' '),
    source.carrier.name,
    source.targetGroup,
    ...source.targetCriteria,
    ...source.places.map(({ site }) => site),
    ...source.legalBases,
    ...source.fundingSources.flatMap((funding) => [funding.source, funding.legalBasis]),
    ...source.phases.flatMap(({ name, content }) => [name, content]),
    ...source.modules,
    ...source.reporting,
    ...source.rules,
    ...source.lessons,
    source.contactRhythm,
    source.paymentModel,
  ];
  return foldText(parts.filter((part) => part !== null).join(' \n '));
}
