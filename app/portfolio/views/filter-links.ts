import { facetNames, filterQuery, type FacetName, type MeasureFilter, type MeasureSort } from '../filters';
import { facetValueName } from '../words';
import { paths } from '~/ui/paths';

export function listAddress(filter: MeasureFilter): string {
  return paths.measures() + filterQuery(filter);
}

/** One filter that is set, and the address of the list without it. */
export interface SetFilter {
  readonly name: string;
  readonly facet: FacetName | 'text';
  readonly without: string;
}

/** All filters that are set, in the order of the form. */
export function setFilters(filter: MeasureFilter): SetFilter[] {
  const fromFirst = { ...filter, page: 1 };
  const text: SetFilter[] = filter.text
    ? [{ name: `„${filter.text}“`, facet: 'text', without: listAddress({ ...fromFirst, text: '' }) }]
    : [];
  const facets = facetNames.flatMap((facet) =>
    filter[facet].map((value): SetFilter => {
      const others = filter[facet].filter((other) => other !== value);
      return {
        name: facetValueName(facet, value),
        facet,
        without: listAddress({ ...fromFirst, [facet]: others }),
      };
    }),
  );
  return [...text, ...facets];
}

/** How a column is sorted now, and the address that sorts by it or turns it round. */
export function sorting(filter: MeasureFilter, column: 'titel' | 'stand') {
  const turned: MeasureSort = filter.sort === column ? `-${column}` : column;
  const sorted = { [column]: 'ascending', [`-${column}`]: 'descending' }[filter.sort] as
    'ascending' | 'descending' | undefined;
  return { sorted, address: listAddress({ ...filter, sort: turned, page: 1 }) };
}
