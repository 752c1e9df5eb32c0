import { formatMonth } from '~/values/calendar';
import { Link } from '@remix-run/react';
import { DataTable, Pagination } from '~/ui/data';
import { SavedMessage } from '~/ui/form/error-summary';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatEuro } from '~/values/money';
import type { InvoiceRow } from '../invoice';
import type { InvoiceState } from '../rules/moves';
import { InvoiceTable, listAddress, stateLinks } from './invoice-table';

interface ProviderListPageProps {
  readonly open: readonly {
    readonly contractId: string;
    readonly contractNumber: string;
    readonly measureTitle: string;
    readonly month: string;
    readonly cents: number;
  }[];
  readonly rows: readonly InvoiceRow[];
  readonly count: number;
  readonly page: number;
  readonly pageCount: number;
  /** Null: all. */
  readonly state: InvoiceState | null;
  readonly saved: string | null;
}

/** The provider's months that can be billed, and its invoices with their states. */
export function ProviderListPage({
  open,
  rows,
  count,
  page,
  pageCount,
  state,
  saved,
}: ProviderListPageProps) {
  return (
    <Page
      title="Rechnungen"
      meta={<span role="status">{count === 1 ? '1 Rechnung' : `${count} Rechnungen`}</span>}
      subNavigation={stateLinks(paths.providerInvoices(), state, { hasDrafts: true })}
      actions={
        <Link className="kern-btn kern-btn--secondary" to={paths.billingDetails()}>
          <span className="kern-label">Rechnungsangaben</span>
        </Link>
      }
    >
      <div className="mp-stack">
        {saved && <SavedMessage message={saved} />}
        {state === null && page === 1 && <OpenMonths open={open} />}
        <section className="mp-sec">
          <h2 className="kern-heading-small">Rechnungen</h2>
          {rows.length === 0 ? (
            <p>{state === null ? 'Es gibt noch keine Rechnung.' : 'Keine Rechnung hat diesen Stand.'}</p>
          ) : (
            <InvoiceTable rows={rows} to={paths.providerInvoice} hasProvider={false} />
          )}
          <Pagination
            page={page}
            pages={pageCount}
            to={(no) => listAddress(paths.providerInvoices(), state, no)}
          />
        </section>
      </div>
    </Page>
  );
}

function OpenMonths({ open }: Pick<ProviderListPageProps, 'open'>) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Abzurechnende Monate</h2>
      {open.length === 0 ? (
        <p>Alle Monate sind abgerechnet. Der laufende Monat lässt sich nach seinem letzten Tag abrechnen.</p>
      ) : (
        <DataTable
          caption="Abzurechnende Monate"
          captionHidden
          cards
          rows={open}
          rowKey={({ contractId, month }) => `${contractId} ${month}`}
          columns={[
            { key: 'month', head: 'Monat', cell: ({ month }) => formatMonth(month) },
            {
              key: 'contract',
              head: 'Vertrag',
              cell: ({ contractNumber, measureTitle }) => `${contractNumber}, ${measureTitle}`,
            },
            { key: 'amount', head: 'Geschuldet', numeric: true, cell: ({ cents }) => formatEuro(cents) },
            {
              key: 'do',
              head: 'Nächster Schritt',
              cell: ({ contractId, contractNumber, month }) => (
                <Link className="mp-a" to={paths.newInvoice(contractId, month)}>
                  Rechnung erstellen …
                  <span className="kern-sr-only">
                    {' '}
                    für {formatMonth(month)}, Vertrag {contractNumber}
                  </span>
                </Link>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
