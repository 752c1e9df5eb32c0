import { Link } from '@remix-run/react';
import { Badge, DataTable, Facts, type Fact } from '~/ui/data';
import { formatMoment } from '~/ui/moment';
import { formatDay } from '~/values/calendar';
import { formatEuro } from '~/values/money';
import type { InvoiceSides } from '../details';
import type { Invoice, InvoiceLine, InvoiceMove, InvoiceRow } from '../invoice';
import type { InvoiceState } from '../rules/moves';
import { addressText, ibanText, invoiceDeedNames, invoiceMonthText, invoiceStateNames } from '../words';

/** A rejected invoice deviates from the way; the other states are plain. */
export function StateText({ state }: { readonly state: InvoiceState }) {
  return state === 'rejected' ? (
    <Badge kind="danger">{invoiceStateNames[state]}</Badge>
  ) : (
    <>{invoiceStateNames[state]}</>
  );
}

export function InvoiceFacts({
  invoice,
  others,
  to,
  more = [],
}: {
  readonly invoice: Invoice;
  readonly others: readonly InvoiceRow[];
  readonly to: (id: string) => string;
  readonly more?: readonly Fact[];
}) {
  const { correctionNo } = invoice;
  return (
    <Facts
      facts={[
        ...more,
        { label: 'Leistungsmonat', value: invoiceMonthText(invoice) },
        {
          label: 'Eingereicht am',
          value: invoice.submittedOn === null ? '–' : formatDay(invoice.submittedOn),
        },
        { label: 'Umsatzsteuer', value: invoice.taxNote },
        ...(invoice.sides === null ? [] : paymentFacts(invoice.sides)),
        ...(invoice.rejectedReason === null
          ? []
          : [{ label: 'Grund der Ablehnung', value: invoice.rejectedReason }]),
        ...(invoice.paidOn === null
          ? []
          : [{ label: 'Zahlung gebucht am', value: formatDay(invoice.paidOn) }]),
        ...others.map((other) => ({
          label: other.correctionNo < correctionNo ? 'Berichtigt' : 'Berichtigt durch',
          value: (
            <Link className="mp-a" to={to(other.id)}>
              Rechnung {other.number}, {formatEuro(other.totalCents)}
            </Link>
          ),
        })),
      ]}
    />
  );
}

/** What whoever pays needs, as it was when the invoice was handed in. */
function paymentFacts({ sender }: InvoiceSides): Fact[] {
  const { taxNumber, vatId, accountHolder, iban, bic, contactEmail } = sender;
  return [
    { label: 'Zahlung an', value: accountHolder },
    { label: 'IBAN', value: ibanText(iban) },
    ...(bic === null ? [] : [{ label: 'BIC', value: bic }]),
    { label: 'Anschrift', value: addressText(sender) },
    { label: 'Steuernummer', value: [taxNumber, vatId].filter((part) => part !== null).join(', ') },
    { label: 'Rückfragen an', value: contactEmail },
  ];
}

/** What is billed, with what it was computed from. */
export function LinesTable({
  lines,
  totalCents,
}: {
  readonly lines: readonly InvoiceLine[];
  readonly totalCents: number;
}) {
  return (
    <DataTable
      caption="Abgerechnete Leistungen"
      rows={lines}
      rowKey={({ position }) => String(position)}
      cards
      columns={[
        { key: 'label', head: 'Leistung', cell: ({ label }) => label },
        { key: 'quantity', head: 'Berechnet aus', cell: ({ quantity }) => quantity },
        {
          key: 'amount',
          head: 'Betrag',
          numeric: true,
          cell: ({ amountCents }) => formatEuro(amountCents),
        },
      ]}
      footer={['Rechnungsbetrag', '', formatEuro(totalCents)]}
    />
  );
}

export function InvoiceHistory({ moves }: { readonly moves: readonly InvoiceMove[] }) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Verlauf</h2>
      <DataTable
        caption="Verlauf"
        captionHidden
        rows={moves}
        rowKey={({ id }) => id}
        columns={[
          { key: 'deed', head: 'Was', cell: ({ deed }) => invoiceDeedNames[deed] },
          {
            key: 'who',
            head: 'Wann und wer',
            cell: ({ movedAt, movedBy }) => `${formatMoment(movedAt)}, ${movedBy}`,
          },
          { key: 'reason', head: 'Grund', cell: ({ reason }) => reason ?? '–' },
        ]}
      />
    </section>
  );
}
