import { formatMonth } from '~/values/calendar';
import { Link } from '@remix-run/react';
import { DataTable, Pagination } from '~/ui/data';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatEuro } from '~/values/money';
import type { InvoiceRow } from '../invoice';
import type { InvoiceState } from '../rules/moves';
import { signedEuro } from '../words';
import { InvoiceTable, listAddress, stateLinks } from './invoice-table';

interface DistrictListPageProps {
  readonly rows: readonly InvoiceRow[];
  readonly count: number;
  readonly page: number;
  readonly pageCount: number;
  /** Null: all. */
  readonly state: InvoiceState | null;
  readonly deviations: readonly {
    readonly invoiceId: string;
    readonly contractId: string;
    readonly contractNumber: string;
    readonly measureTitle: string;
    readonly providerName: string;
    readonly month: string;
    readonly billedCents: number;
    readonly nowCents: number;
  }[];
}

/** Invoices of all providers, by state; first the months that are owed differently now. */
export function DistrictListPage({ rows, count, page, pageCount, state, deviations }: DistrictListPageProps) {
  return (
    <Page
      title="Rechnungen"
      meta={<span role="status">{count === 1 ? '1 Rechnung' : `${count} Rechnungen`}</span>}
      subNavigation={stateLinks(paths.invoices(), state, { hasDrafts: false })}
    >
      <div className="mp-stack">
        {deviations.length > 0 && (
          <section className="mp-sec">
            <h2 className="kern-heading-small">Weicht ab</h2>
            <p>
              Diese Monate sind freigegeben oder bezahlt. Seitdem haben sich Plätze, Termine oder der Vertrag
              geändert.
            </p>
            <DataTable
              caption="Monate, die von der Abrechnung abweichen"
              captionHidden
              cards
              rows={deviations}
              rowKey={({ invoiceId }) => invoiceId}
              columns={[
                {
                  key: 'month',
                  head: 'Leistungsmonat',
                  cell: ({ invoiceId, month, contractNumber }) => (
                    <Link className="mp-a" to={paths.invoice(invoiceId)}>
                      {formatMonth(month)}
                      <span className="kern-sr-only">, Vertrag {contractNumber}</span>
                    </Link>
                  ),
                },
                {
                  key: 'contract',
                  head: 'Vertrag',
                  cell: ({ contractNumber, measureTitle }) => `${contractNumber}, ${measureTitle}`,
                },
                { key: 'provider', head: 'Träger', cell: ({ providerName }) => providerName },
                {
                  key: 'billed',
                  head: 'Abgerechnet',
                  numeric: true,
                  cell: ({ billedCents }) => formatEuro(billedCents),
                },
                {
                  key: 'now',
                  head: 'Heute geschuldet',
                  numeric: true,
                  cell: ({ nowCents }) => formatEuro(nowCents),
                },
                {
                  key: 'difference',
                  head: 'Unterschied',
                  numeric: true,
                  cell: ({ billedCents, nowCents }) => signedEuro(nowCents - billedCents),
                },
              ]}
            />
          </section>
        )}
        {rows.length === 0 ? (
          <p className="mp-lead">
            {state === null
              ? 'Es ist noch keine Rechnung eingereicht. Träger rechnen einen Monat nach seinem letzten Tag ab.'
              : 'Keine Rechnung hat diesen Stand.'}
          </p>
        ) : (
          <InvoiceTable rows={rows} to={paths.invoice} hasProvider />
        )}
        <Pagination page={page} pages={pageCount} to={(no) => listAddress(paths.invoices(), state, no)} />
      </div>
    </Page>
  );
}
