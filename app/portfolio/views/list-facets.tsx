import { Form, Link, useNavigate } from '@remix-run/react';
import { useState } from 'react';
import { paths } from '~/ui/paths';
import {
  facetNames,
  filterQuery,
  noFilter,
  parameterNames,
  type FacetName,
  type MeasureFilter,
} from '../filters';
import type { FacetValue, MeasureList } from '../measure-list';
import { facetTitles, facetValueName } from '../words';
import { listAddress } from './filter-links';

interface Props {
  readonly filter: MeasureFilter;
  readonly facets: MeasureList['facets'];
}

/**
 * The filters as a GET form: complete without script. With script each tick applies
 * at once; the text waits for Enter or "Anwenden".
 */
export function ListFacets({ filter, facets }: Props) {
  const [draft, setDraft] = useDraft(filter);
  const navigate = useNavigate();

  function tick(facet: FacetName, value: string, isTicked: boolean): void {
    const others = draft[facet].filter((other) => other !== value);
    const next = { ...draft, [facet]: isTicked ? [...others, value] : others };
    setDraft(next);
    navigate(listAddress(next), { preventScrollReset: true });
  }

  return (
    <Form
      method="get"
      action={paths.measures()}
      className="mp-facets mp-drawer"
      id="filter"
      popover="auto"
      aria-label="Liste eingrenzen"
    >
      <label className="mp-small" htmlFor="suchtext">
        Text
      </label>
      <div className="mp-search">
        <input
          id="suchtext"
          type="search"
          name={parameterNames.text}
          value={draft.text}
          maxLength={200}
          onChange={(event) => setDraft({ ...draft, text: event.target.value })}
        />
      </div>
      {facetNames
        .filter((facet) => facets[facet].length + filter[facet].length > 0)
        .map((facet) => (
          <details key={facet} className="mp-facet" open>
            <summary>{facetTitles[facet]}</summary>
            {valuesOf(facet, facets[facet], filter[facet]).map(({ value, count }) => (
              <label key={value}>
                <input
                  type="checkbox"
                  name={parameterNames[facet]}
                  value={value}
                  checked={draft[facet].includes(value)}
                  onChange={(event) => tick(facet, value, event.target.checked)}
                />
                <span>{facetValueName(facet, value)}</span>
                <span>{count}</span>
              </label>
            ))}
          </details>
        ))}
      {filter.sort !== noFilter.sort && (
        <input type="hidden" name={parameterNames.sort} value={filter.sort} />
      )}
      <p className="kern-btn-wrapper">
        <button type="submit" className="kern-btn kern-btn--primary">
          <span className="kern-label">Anwenden</span>
        </button>
        <Link to={paths.measures()} className="kern-btn kern-btn--tertiary">
          <span className="kern-label">Zurücksetzen</span>
        </Link>
        <button type="button" className="kern-btn kern-btn--secondary mp-menu" popovertarget="filter">
          <span className="kern-label">Schließen</span>
        </button>
      </p>
    </Form>
  );
}

/**
 * What is ticked and typed. It runs ahead of the address while an answer is under way
 * (two quick ticks both count) and follows it whenever the address changes.
 */
function useDraft(filter: MeasureFilter) {
  const address = filterQuery(filter);
  const [state, setState] = useState({ address, draft: filter });
  if (state.address !== address) setState({ address, draft: filter });
  const setDraft = (draft: MeasureFilter): void => setState({ address, draft: { ...draft, page: 1 } });
  return [state.address === address ? state.draft : filter, setDraft] as const;
}

/** The most frequent first, "keine Angabe" last; what is ticked stays visible even when nothing has it. */
function valuesOf(
  facet: FacetName,
  counted: readonly FacetValue[],
  ticked: readonly string[],
): readonly FacetValue[] {
  const missing = ticked.filter((value) => !counted.some((entry) => entry.value === value));
  const isNotStated = ({ value }: FacetValue): boolean => facetValueName(facet, value) === 'keine Angabe';
  return [...counted, ...missing.map((value) => ({ value, count: 0 }))].sort(
    (one, other) =>
      Number(isNotStated(one)) - Number(isNotStated(other)) ||
      other.count - one.count ||
      one.value.localeCompare(other.value, 'de'),
  );
}
