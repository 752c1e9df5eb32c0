import { Link } from '@remix-run/react';
import { Alert, Chip, Pagination } from '~/ui/data';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { filterQuery, type MeasureFilter } from '../filters';
import { pageSize, type MeasureList } from '../measure-list';
import { listAddress, setFilters } from './filter-links';
import { ListFacets } from './list-facets';
import { ListTable } from './list-table';
import { NothingFound } from './nothing-found';

interface Props {
  readonly filter: MeasureFilter;
  /** What in the address was not understood. */
  readonly notes: readonly string[];
  readonly list: MeasureList;
  /** Whether the reader may add measures. */
  readonly mayEdit: boolean;
  /** Files hold the exact results: whether the reader may see those. */
  readonly mayExport: boolean;
}

/** The catalogue of measures: filters left, one page of results right. All state is in the address. */
export function MeasureListPage({ filter, notes, list, mayEdit, mayExport }: Props) {
  const set = setFilters(filter);
  const told = list.page < filter.page ? [...notes, beyondTheEnd(filter.page, list.page)] : notes;
  return (
    <Page
      title="Maßnahmen"
      actions={
        <>
          {list.matchingCount > 0 && (
            <a
              href={`${paths.portfolio()}${filterQuery({ ...filter, page: 1 })}`}
              className="kern-btn kern-btn--tertiary"
            >
              <span className="kern-label">Übersicht als PDF</span>
            </a>
          )}
          {mayExport && list.matchingCount > 0 && (
            <a
              href={`${paths.exportMeasures()}${filterQuery({ ...filter, page: 1 })}`}
              className="kern-btn kern-btn--tertiary"
            >
              <span className="kern-label">
                Exportieren<span className="kern-sr-only"> (ZIP mit {countText(list)})</span>
              </span>
            </a>
          )}
          {mayEdit && (
            <>
              <Link to={paths.importMeasures()} className="kern-btn kern-btn--tertiary">
                <span className="kern-label">Importieren …</span>
              </Link>
              <Link to={paths.newMeasure()} className="kern-btn kern-btn--primary">
                <span className="kern-label">Maßnahme anlegen</span>
              </Link>
            </>
          )}
        </>
      }
    >
      <AddressNotes notes={told} />
      <div className={told.length > 0 ? 'mp-cols mp-cols--facets mp-sec' : 'mp-cols mp-cols--facets'}>
        <div>
          <button type="button" className="kern-btn kern-btn--secondary mp-menu" popovertarget="filter">
            <span className="kern-label">{set.length > 0 ? `Filter (${set.length})` : 'Filter'}</span>
          </button>
          <ListFacets filter={filter} facets={list.facets} />
        </div>
        <section className="mp-stack" aria-label="Treffer">
          <div className="mp-row mp-small">
            <strong role="status">{countText(list)}</strong>
            {set.map(({ name, facet, without }) => (
              <Chip key={`${facet} ${name}`} to={without} label={name} />
            ))}
          </div>
          {list.rows.length > 0 ? (
            <>
              <ListTable rows={list.rows} filter={filter} />
              <div className="mp-row mp-row--apart">
                <Pagination
                  page={list.page}
                  pages={list.pageCount}
                  to={(page) => listAddress({ ...filter, page })}
                />
                <span className="mp-small mp-quiet">{rangeText(list)}</span>
              </div>
            </>
          ) : (
            <NothingFound set={set} list={list} />
          )}
        </section>
      </div>
    </Page>
  );
}

function AddressNotes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <Alert kind="info" title="Ein Teil der Adresse gilt nicht">
      <ul className="kern-list">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Alert>
  );
}

function beyondTheEnd(asked: number, last: number): string {
  return `Eine Seite ${asked.toLocaleString('de-DE')} gibt es nicht. Sie sehen die letzte Seite, ${last}.`;
}

function countText({ matchingCount, allCount }: MeasureList): string {
  const noun = allCount === 1 ? 'Maßnahme' : 'Maßnahmen';
  return matchingCount === allCount ? `${allCount} ${noun}` : `${matchingCount} von ${allCount} ${noun}`;
}

function rangeText({ page, rows, matchingCount }: MeasureList): string {
  const first = (page - 1) * pageSize + 1;
  return `${first} bis ${first + rows.length - 1} von ${matchingCount}`;
}
