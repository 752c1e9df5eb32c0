import { Form, Link } from '@remix-run/react';
import { Badge, DataTable, Pagination, type Column } from '~/ui/data';
import { TextField } from '~/ui/form/fields';
import { PortalForm, type FormReply } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import type { ClientStatus } from '../client';
import { clientSearchForm } from '../forms';
import { ageBandNames, statusNames } from '../words';
import type { AgeBand } from '../rules';
import type { SiteChoice } from './client-fields';

interface ShownRow {
  readonly id: string;
  readonly customerNumber: string;
  readonly name: string | null;
  readonly ageBand: AgeBand | null;
  readonly siteName: string;
  readonly responsibleName: string;
  readonly isRepresented: boolean;
  readonly status: ClientStatus;
  readonly awaitsConsent: boolean;
}

interface Props {
  readonly rows: readonly ShownRow[];
  readonly total: number;
  readonly pages: number;
  readonly filter: { readonly status: ClientStatus; readonly siteId: string | null; readonly page: number };
  readonly sites: readonly SiteChoice[];
  readonly mayEnter: boolean;
  /** A team lead sees names only after saying for what. */
  readonly areNamesHidden: boolean;
  readonly reply: FormReply | undefined;
  readonly found: readonly ShownRow[] | undefined;
}

export function ClientListPage(props: Props) {
  const { rows, total, pages, filter, mayEnter, areNamesHidden, found } = props;
  return (
    <Page
      title="Kundinnen und Kunden"
      actions={
        <>
          {mayEnter && (
            <Link className="kern-btn kern-btn--secondary" to={paths.newClient()}>
              <span className="kern-label">Person erfassen</span>
            </Link>
          )}
          <Link className="kern-btn kern-btn--secondary" to={paths.substitutions()}>
            <span className="kern-label">Vertretungen</span>
          </Link>
        </>
      }
    >
      {areNamesHidden && (
        <p className="mp-lead">
          Namen sehen Sie erst, wenn Sie eine Person mit einem Anlass Ihrer Fachaufsicht öffnen.
        </p>
      )}
      <PortalForm schema={clientSearchForm} reply={props.reply} submit="Suchen" id="suche">
        <TextField
          name="search"
          label={areNamesHidden ? 'Kundennummer' : 'Kundennummer oder Name'}
          hint="Die Suche steht nicht in der Adresse der Seite und nicht im Protokoll."
        />
      </PortalForm>
      {found ? (
        <Found rows={found} />
      ) : (
        <>
          <Filter filter={filter} sites={props.sites} />
          <p className="mp-small mp-sec" role="status">
            <strong>{total === 1 ? '1 Person' : `${total} Personen`}</strong>
          </p>
          {rows.length > 0 ? <ClientTable rows={rows} /> : <Nothing filter={filter} mayEnter={mayEnter} />}
          <Pagination page={filter.page} pages={pages} to={(page) => filterAddress({ ...filter, page })} />
        </>
      )}
    </Page>
  );
}

function Found({ rows }: { readonly rows: readonly ShownRow[] }) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small" role="status">
        {rows.length === 1 ? '1 Person gefunden' : `${rows.length} Personen gefunden`}
      </h2>
      {rows.length > 0 ? (
        <ClientTable rows={rows} />
      ) : (
        <p>Gesucht wird nur unter den Personen, für die Sie zuständig sind oder die Sie vertreten.</p>
      )}
      <p>
        <Link className="mp-a" to={paths.clients()}>
          Alle anzeigen
        </Link>
      </p>
    </section>
  );
}

function Filter({ filter, sites }: { readonly filter: Props['filter']; readonly sites: Props['sites'] }) {
  return (
    <Form className="mp-form mp-noprint" aria-label="Liste eingrenzen" key={filterAddress(filter)}>
      <div className="mp-pair">
        <div className="kern-form-input">
          <label className="kern-label" htmlFor="stand">
            Stand
          </label>
          <div className="kern-form-input__select-wrapper">
            <select className="kern-form-input__select" id="stand" name="stand" defaultValue={filter.status}>
              <option value="active">{statusNames.active}</option>
              <option value="ended">{statusNames.ended}</option>
            </select>
          </div>
        </div>
        <div className="kern-form-input">
          <label className="kern-label" htmlFor="standort">
            Standort
          </label>
          <div className="kern-form-input__select-wrapper">
            <select
              className="kern-form-input__select"
              id="standort"
              name="standort"
              defaultValue={filter.siteId ?? ''}
            >
              <option value="">alle Standorte</option>
              {sites.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        </div>
      </div>
      <p className="kern-btn-wrapper">
        <button className="kern-btn kern-btn--secondary">
          <span className="kern-label">Anwenden</span>
        </button>
      </p>
    </Form>
  );
}

const columns: readonly Column<ShownRow>[] = [
  {
    key: 'name',
    head: 'Person',
    cell: (row) => (
      <>
        <Link className="mp-a" to={paths.client(row.id)}>
          {row.name ?? row.customerNumber}
        </Link>
        {row.awaitsConsent && (
          <>
            {' '}
            <Badge kind="info">Zustimmung offen</Badge>
          </>
        )}
      </>
    ),
  },
  { key: 'number', head: 'Kundennummer', cell: (row) => row.customerNumber },
  { key: 'age', head: 'Alter', cell: (row) => (row.ageBand ? ageBandNames[row.ageBand] : 'verborgen') },
  { key: 'site', head: 'Standort', cell: (row) => row.siteName },
  {
    key: 'responsible',
    head: 'Zuständig',
    cell: (row) => (row.isRepresented ? `${row.responsibleName} (in Vertretung)` : row.responsibleName),
  },
  { key: 'status', head: 'Stand', cell: (row) => statusNames[row.status] },
];

function ClientTable({ rows }: { readonly rows: readonly ShownRow[] }) {
  return (
    <DataTable
      caption="Kundinnen und Kunden"
      captionHidden
      cards
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}

function Nothing({ filter, mayEnter }: { readonly filter: Props['filter']; readonly mayEnter: boolean }) {
  if (filter.page > 1) {
    return (
      <p>
        Eine Seite {filter.page} gibt es nicht.{' '}
        <Link className="mp-a" to={filterAddress({ ...filter, page: 1 })}>
          Zur ersten Seite
        </Link>
      </p>
    );
  }
  if (filter.siteId !== null || filter.status === 'ended') {
    return (
      <p>
        Keine Person passt dazu.{' '}
        <Link className="mp-a" to={paths.clients()}>
          Alle aktiven anzeigen
        </Link>
      </p>
    );
  }
  return (
    <p>
      {mayEnter
        ? 'Sie sind noch für niemanden zuständig. Erfassen Sie die erste Person.'
        : 'In Ihrem Team ist noch niemand erfasst, oder die Administration hat Sie noch keinem Team zugeordnet.'}
    </p>
  );
}

function filterAddress({ status, siteId, page }: Props['filter']): string {
  const query = new URLSearchParams();
  if (status !== 'active') query.set('stand', status);
  if (siteId) query.set('standort', siteId);
  if (page > 1) query.set('seite', String(page));
  return query.size > 0 ? `${paths.clients()}?${query.toString()}` : paths.clients();
}
