import { Link } from '@remix-run/react';
import { DataTable } from '~/ui/data';
import { formatDay } from '~/values/calendar';
import { formatEuro } from '~/values/money';
import type { InvoiceRow } from '../invoice';
import { invoiceStates, type InvoiceState } from '../rules/moves';
import { invoiceMonthText, invoiceStateNames } from '../words';
import { StateText } from './invoice-parts';

interface InvoiceTableProps {
  readonly rows: readonly InvoiceRow[];
  /** To the page of one invoice. */
  readonly to: (id: string) => string;
  readonly hasProvider: boolean;
}

/** Invoices as a list, the newest months first. */
export function InvoiceTable({ rows, to, hasProvider }: InvoiceTableProps) {
  return (
    <DataTable
      caption="Rechnungen"
      captionHidden
      cards
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          head: 'Nummer',
          cell: ({ id, number }) => (
            <Link className="mp-a" to={to(id)}>
              {number}
            </Link>
          ),
        },
        { key: 'month', head: 'Leistungsmonat', cell: invoiceMonthText },
        {
          key: 'contract',
          head: 'Vertrag',
          cell: ({ contractNumber, measureTitle }) => `${contractNumber}, ${measureTitle}`,
        },
        ...(hasProvider
          ? [{ key: 'provider', head: 'Träger', cell: ({ providerName }: InvoiceRow) => providerName }]
          : []),
        {
          key: 'amount',
          head: 'Betrag',
          numeric: true,
          cell: ({ totalCents }) => formatEuro(totalCents),
        },
        {
          key: 'submitted',
          head: 'Eingereicht',
          cell: ({ submittedOn }) => (submittedOn === null ? '–' : formatDay(submittedOn)),
        },
        { key: 'state', head: 'Stand', cell: ({ state }) => <StateText state={state} /> },
      ]}
    />
  );
}

/** Links that show the invoices of one state. */
export function stateLinks(
  base: string,
  current: InvoiceState | null,
  { hasDrafts }: { readonly hasDrafts: boolean },
) {
  const shown = invoiceStates.filter((state) => hasDrafts || state !== 'draft');
  return [null, ...shown].map((state) => ({
    to: listAddress(base, state, 1),
    label: state === null ? 'Alle' : invoiceStateNames[state],
    current: state === current,
  }));
}

export function listAddress(base: string, state: InvoiceState | null, page: number): string {
  const query = new URLSearchParams({
    ...(state !== null && { stand: state }),
    ...(page > 1 && { seite: String(page) }),
  }).toString();
  return query ? `${base}?${query}` : base;
}
