import { Form, Link } from '@remix-run/react';
import { Alert, Badge, DataTable, Pagination } from '~/ui/data';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { accountsPerPage } from '../account-search';
import type { AccountSearch } from '../account-search';
import { roleNames, roles } from '../roles';
import type { Role } from '../roles';

interface AccountRow {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly providerName: string | null;
  readonly isLocked: boolean;
  readonly roles: readonly Role[];
}

interface Props {
  readonly search: AccountSearch;
  /** Parameters of the address that nobody understands. */
  readonly ignored: readonly string[];
  readonly rows: readonly AccountRow[];
  readonly total: number;
}

/** What the list says about parameters of the address that nobody understands. */
export function ignoredText(names: readonly string[]): string {
  return `Diese Angaben kennt die Liste nicht, sie ist danach nicht eingegrenzt: ${names.join(', ')}.`;
}

export const administrationCrumb = { to: paths.administration(), label: 'Verwaltung' };

export function AccountListPage({ search, ignored, rows, total }: Props) {
  // Behind the last page nothing is counted either: it may be that some accounts match.
  const isBeyondTheEnd = rows.length === 0 && search.page > 1;
  return (
    <Page
      title="Konten"
      crumbs={[administrationCrumb]}
      actions={
        <Link className="kern-btn kern-btn--primary" to={paths.accountEntry('neu')}>
          <span className="kern-label">Konto anlegen</span>
        </Link>
      }
    >
      {ignored.length > 0 && (
        <Alert kind="info" title="Ein Teil der Adresse gilt nicht">
          {ignoredText(ignored)}
        </Alert>
      )}
      <SearchForm key={searchAddress(search, 1)} search={search} />
      {isBeyondTheEnd ? (
        <BeyondTheEnd page={search.page} first={searchAddress(search, 1)} />
      ) : (
        <>
          <p className="mp-small mp-sec" role="status">
            <strong>{total === 1 ? '1 Konto' : `${total} Konten`}</strong>
          </p>
          {rows.length === 0 ? <NothingFound /> : <AccountTable rows={rows} />}
        </>
      )}
      <Pagination
        page={search.page}
        pages={Math.ceil(total / accountsPerPage)}
        to={(page) => searchAddress(search, page)}
      />
    </Page>
  );
}

function SearchForm({ search }: { readonly search: AccountSearch }) {
  return (
    <Form className="mp-form mp-noprint" role="search" aria-label="Konten eingrenzen">
      <div className="mp-pair">
        <div className="kern-form-input">
          <label className="kern-label" htmlFor="suche">
            Name oder E-Mail-Adresse
          </label>
          <input
            className="kern-form-input__input"
            id="suche"
            name="suche"
            type="search"
            defaultValue={search.text}
          />
        </div>
        <Choice
          name="rolle"
          label="Rolle"
          all="alle Rollen"
          value={search.role}
          choices={roles.map((role) => [role, roleNames[role]])}
        />
        <Choice
          name="zustand"
          label="Zustand"
          all="aktiv und gesperrt"
          value={search.state}
          choices={[
            ['aktiv', 'aktiv'],
            ['gesperrt', 'gesperrt'],
          ]}
        />
      </div>
      <p className="kern-btn-wrapper">
        <button className="kern-btn kern-btn--secondary">
          <span className="kern-label">Anwenden</span>
        </button>
        <Link className="kern-btn kern-btn--tertiary" to={paths.accounts()}>
          <span className="kern-label">Zurücksetzen</span>
        </Link>
      </p>
    </Form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  /** Text of the entry that does not narrow the list. */
  readonly all: string;
  readonly value: string | null;
  readonly choices: readonly (readonly [value: string, label: string])[];
}

export function Choice({ name, label, all, value, choices }: ChoiceProps) {
  return (
    <div className="kern-form-input">
      <label className="kern-label" htmlFor={name}>
        {label}
      </label>
      <div className="kern-form-input__select-wrapper">
        <select className="kern-form-input__select" id={name} name={name} defaultValue={value ?? ''}>
          <option value="">{all}</option>
          {choices.map(([choice, text]) => (
            <option key={choice} value={choice}>
              {text}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

function AccountTable({ rows }: { readonly rows: readonly AccountRow[] }) {
  return (
    <DataTable
      caption="Konten"
      captionHidden
      cards
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          head: 'Name',
          cell: (row) => (
            <Link className="mp-a" to={paths.accountEntry(row.id)}>
              {row.displayName}
            </Link>
          ),
        },
        { key: 'email', head: 'E-Mail-Adresse', cell: (row) => row.email },
        { key: 'roles', head: 'Rollen', cell: (row) => row.roles.map((role) => roleNames[role]).join(', ') },
        { key: 'provider', head: 'Träger', cell: (row) => row.providerName ?? '–' },
        {
          key: 'state',
          head: 'Zustand',
          cell: (row) => (row.isLocked ? <Badge kind="warning">gesperrt</Badge> : 'aktiv'),
        },
      ]}
    />
  );
}

function BeyondTheEnd({ page, first }: { readonly page: number; readonly first: string }) {
  return (
    <p className="mp-sec">
      Eine Seite {page.toLocaleString('de-DE')} gibt es nicht.{' '}
      <Link className="mp-a" to={first}>
        Zur ersten Seite
      </Link>
    </p>
  );
}

function NothingFound() {
  return (
    <p>
      Kein Konto passt dazu.{' '}
      <Link className="mp-a" to={paths.accounts()}>
        Alle Konten anzeigen
      </Link>
    </p>
  );
}

function searchAddress(search: AccountSearch, page: number): string {
  const params = new URLSearchParams();
  if (search.text) params.set('suche', search.text);
  if (search.role) params.set('rolle', search.role);
  if (search.state) params.set('zustand', search.state);
  if (page > 1) params.set('seite', String(page));
  return params.size > 0 ? `${paths.accounts()}?${params.toString()}` : paths.accounts();
}
