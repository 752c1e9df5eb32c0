import { Link } from '@remix-run/react';
import { Badge, DataTable, Pagination } from '~/ui/data';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatDay, formatPeriod } from '~/values/calendar';
import { type ContractState, contractStates } from '../contract';
import { stateNames } from '../words';

interface ContractListRow {
  readonly id: string;
  readonly number: string;
  readonly state: ContractState;
  readonly measureTitle: string;
  readonly providerName: string;
  readonly termStart: string;
  readonly runsUntil: string;
  readonly nextDeclareBy: string | null;
}

interface ContractListPageProps {
  readonly rows: readonly ContractListRow[];
  readonly count: number;
  readonly page: number;
  readonly pageCount: number;
  /** Null: all. */
  readonly state: ContractState | null;
  readonly today: string;
  readonly mayEdit: boolean;
}

/** The authority's contracts, those that run longest first. */
export function ContractListPage(props: ContractListPageProps) {
  const { rows, count, page, pageCount, state, today, mayEdit } = props;
  return (
    <Page
      title="Verträge"
      meta={<span role="status">{count === 1 ? '1 Vertrag' : `${count} Verträge`}</span>}
      actions={
        mayEdit && (
          <Link className="kern-btn kern-btn--primary" to={paths.newContract()}>
            <span className="kern-label">Vertrag eintragen</span>
          </Link>
        )
      }
      subNavigation={[null, ...contractStates].map((choice) => ({
        to: addressOf(choice, 1),
        label: choice === null ? 'Alle' : stateNames[choice],
        current: choice === state,
      }))}
    >
      {rows.length === 0 ? (
        <p className="mp-lead">
          {state === null ? 'Es ist noch kein Vertrag eingetragen.' : 'Kein Vertrag hat diesen Stand.'}
        </p>
      ) : (
        <DataTable
          caption="Verträge"
          captionHidden
          cards
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'number',
              head: 'Nummer',
              cell: ({ id, number }) => (
                <Link className="mp-a" to={paths.contract(id)}>
                  {number}
                </Link>
              ),
            },
            { key: 'measure', head: 'Maßnahme', cell: ({ measureTitle }) => measureTitle },
            { key: 'provider', head: 'Träger', cell: ({ providerName }) => providerName },
            {
              key: 'term',
              head: 'Laufzeit',
              cell: ({ termStart, runsUntil }) => formatPeriod(termStart, runsUntil),
            },
            { key: 'state', head: 'Stand', cell: (row) => stateNames[row.state] },
            {
              key: 'option',
              head: 'Option erklären bis',
              cell: ({ nextDeclareBy, state: stateOfRow }) => (
                <OptionDay day={stateOfRow === 'ended' ? null : nextDeclareBy} today={today} />
              ),
            },
          ]}
        />
      )}
      <Pagination page={page} pages={pageCount} to={(no) => addressOf(state, no)} />
    </Page>
  );
}

function OptionDay({ day, today }: { readonly day: string | null; readonly today: string }) {
  if (day === null) return <>–</>;
  return day < today ? <Badge kind="danger">{formatDay(day)}, verstrichen</Badge> : <>{formatDay(day)}</>;
}

function addressOf(state: ContractState | null, page: number): string {
  const query = new URLSearchParams({
    ...(state !== null && { stand: state }),
    ...(page > 1 && { seite: String(page) }),
  }).toString();
  return query ? `${paths.contracts()}?${query}` : paths.contracts();
}
