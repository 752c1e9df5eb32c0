import { Form, Link } from '@remix-run/react';
import { Badge, type Column, DataTable, Pagination } from '~/ui/data';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import { type AllocationState, allocationStates, isOpen } from '../allocation';
import { stateNames, stateText } from '../words';

interface ShownRow {
  readonly id: string;
  readonly customerNumber: string;
  readonly name: string | null;
  readonly measureTitle: string | null;
  readonly providerName: string | null;
  readonly site: string | null;
  readonly groupName: string | null;
  readonly state: AllocationState;
  readonly starts: string;
  readonly ends: string | null;
}

interface Filter {
  readonly state: AllocationState | 'all' | null;
  readonly measure: string | null;
  readonly site: string | null;
  readonly page: number;
}

interface Props {
  readonly rows: readonly ShownRow[];
  readonly total: number;
  readonly pages: number;
  readonly filter: Filter;
  readonly measures: readonly { readonly slug: string; readonly title: string }[];
  readonly sites: readonly string[];
  readonly today: string;
  /** A team lead sees names only after saying for what. */
  readonly areNamesHidden: boolean;
}

/** Allocations of the people whom the actor knows of, those that end soonest first. */
export function AllocationListPage(props: Props) {
  const { rows, total, pages, filter, areNamesHidden } = props;
  return (
    <Page
      title="Zuweisungen"
      meta={<span role="status">{total === 1 ? '1 Zuweisung' : `${total} Zuweisungen`}</span>}
      actions={
        <Link className="kern-btn kern-btn--secondary" to={paths.waitlist()}>
          <span className="kern-label">Warteliste</span>
        </Link>
      }
    >
      {areNamesHidden && (
        <p className="mp-lead">
          Namen sehen Sie erst, wenn Sie eine Person mit einem Anlass Ihrer Fachaufsicht öffnen.
        </p>
      )}
      <FilterForm {...props} />
      {rows.length > 0 ? <AllocationTable rows={rows} today={props.today} /> : <Nothing filter={filter} />}
      <Pagination page={filter.page} pages={pages} to={(page) => addressOf({ ...filter, page })} />
    </Page>
  );
}

function FilterForm({ filter, measures, sites }: Props) {
  return (
    <Form className="mp-form mp-noprint" aria-label="Liste eingrenzen" key={addressOf(filter)}>
      <div className="mp-pair">
        <Choice name="stand" label="Stand" chosen={filter.state ?? ''} none="laufende">
          {[
            { value: 'all', label: 'alle' },
            ...allocationStates.map((value) => ({ value, label: stateNames[value] })),
          ]}
        </Choice>
        <Choice name="massnahme" label="Maßnahme" chosen={filter.measure ?? ''} none="alle Maßnahmen">
          {[
            { value: 'bfm', label: 'Fallmanagement (bFM)' },
            ...measures.map(({ slug, title }) => ({ value: slug, label: title })),
          ]}
        </Choice>
        <Choice name="standort" label="Standort" chosen={filter.site ?? ''} none="alle Standorte">
          {sites.map((name) => ({ value: name, label: name }))}
        </Choice>
      </div>
      <p className="kern-btn-wrapper">
        <button className="kern-btn kern-btn--secondary">
          <span className="kern-label">Anwenden</span>
        </button>
      </p>
    </Form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  /** Text of the choice that narrows nothing. */
  readonly none: string;
  readonly children: readonly { readonly value: string; readonly label: string }[];
}

function Choice({ name, label, chosen, none, children }: ChoiceProps) {
  return (
    <div className="kern-form-input">
      <label className="kern-label" htmlFor={name}>
        {label}
      </label>
      <div className="kern-form-input__select-wrapper">
        <select className="kern-form-input__select" id={name} name={name} defaultValue={chosen}>
          <option value="">{none}</option>
          {children.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

function columnsFor(today: string): readonly Column<ShownRow>[] {
  return [
    {
      key: 'person',
      head: 'Person',
      cell: (row) => (
        <Link className="mp-a" to={paths.allocation(row.id)}>
          {row.name ?? row.customerNumber}
        </Link>
      ),
    },
    {
      key: 'measure',
      head: 'Maßnahme',
      cell: ({ measureTitle }) => measureTitle ?? 'Fallmanagement (bFM)',
    },
    { key: 'provider', head: 'Träger', cell: ({ providerName }) => providerName ?? '–' },
    {
      key: 'site',
      head: 'Standort',
      cell: ({ site, groupName }) => [groupName, site].filter(Boolean).join(', ') || '–',
    },
    { key: 'starts', head: 'Beginn', cell: ({ starts }) => formatDay(starts) },
    {
      key: 'ends',
      head: 'Ende',
      cell: ({ ends, state }) =>
        ends === null ? (
          '–'
        ) : isOpen(state) && ends < today ? (
          <Badge kind="warning">{formatDay(ends)}, Abgang fehlt</Badge>
        ) : (
          formatDay(ends)
        ),
    },
    { key: 'state', head: 'Stand', cell: (row) => stateText(row, today) },
  ];
}

function AllocationTable({ rows, today }: Pick<Props, 'rows' | 'today'>) {
  return (
    <DataTable
      caption="Zuweisungen"
      captionHidden
      cards
      columns={columnsFor(today)}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}

function Nothing({ filter }: { readonly filter: Filter }) {
  if (filter.page > 1) {
    return (
      <p>
        Eine Seite {filter.page} gibt es nicht.{' '}
        <Link className="mp-a" to={addressOf({ ...filter, page: 1 })}>
          Zur ersten Seite
        </Link>
      </p>
    );
  }
  const isNarrowed = filter.state !== null || filter.measure !== null || filter.site !== null;
  return isNarrowed ? (
    <p>
      Keine Zuweisung passt zu diesen Filtern.{' '}
      <Link className="mp-a" to={paths.allocations()}>
        Alle laufenden anzeigen
      </Link>
    </p>
  ) : (
    <p>
      Von den Personen, für die Sie zuständig sind, ist im Augenblick niemand zugewiesen. Öffnen Sie eine{' '}
      <Link className="mp-a" to={paths.clients()}>
        Person
      </Link>{' '}
      und suchen Sie eine passende Maßnahme.
    </p>
  );
}

function addressOf({ state, measure, site, page }: Filter): string {
  const query = new URLSearchParams({
    ...(state !== null && { stand: state }),
    ...(measure !== null && { massnahme: measure }),
    ...(site !== null && { standort: site }),
    ...(page > 1 && { seite: String(page) }),
  }).toString();
  return query ? `${paths.allocations()}?${query}` : paths.allocations();
}
