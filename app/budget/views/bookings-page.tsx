import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { DataTable, Facts } from '~/ui/data';
import { formatMoment } from '~/ui/moment';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatEuro } from '~/values/money';
import type { Appropriation, BudgetProduct, BudgetTransfer, FundingSource, Pot } from '../budget';
import { amountText, potLabel, productLabel } from '../entry-text';
import type { Bookings, FundsLine } from '../funds';
import { taskQuery } from '../tasks';

interface BookingsPageProps {
  readonly line: FundsLine & { readonly appropriation: Appropriation };
  readonly product: BudgetProduct;
  readonly products: readonly BudgetProduct[];
  readonly sources: readonly FundingSource[];
  readonly bookings: Bookings;
  /** By id of the contract: what people call it and where it stands. */
  readonly contracts: Readonly<Record<string, { readonly label: string; readonly to: string }>>;
  readonly mayEdit: boolean;
}

/** What the figures of one pot are made of: transfers, contracts, payments. */
export function BookingsPage(props: BookingsPageProps) {
  const { line, product, products, sources, bookings, contracts, mayEdit } = props;
  const { appropriation } = line;
  const isHere = ({ productId, fundingSourceId, fiscalYear }: Pot) =>
    productId === line.productId &&
    fundingSourceId === line.fundingSourceId &&
    fiscalYear === line.fiscalYear;
  const labelOf = (entry: Appropriation | undefined) =>
    entry ? potLabel(entry, products, sources) : 'gelöschter Ansatz';
  const other = ({ fromId, toId }: BudgetTransfer) => {
    const id = fromId === appropriation.id ? toId : fromId;
    return bookings.appropriations.find((entry) => entry.id === id);
  };
  const contract = (id: string): ReactNode => {
    const found = contracts[id];
    return found ? (
      <Link className="mp-a" to={found.to}>
        {found.label}
      </Link>
    ) : (
      'Vertrag'
    );
  };
  return (
    <Page
      title={`Buchungen ${potLabel(line, products, sources)}`}
      crumbs={[{ to: paths.budget(), label: 'Haushalt' }]}
      meta={<span>{productLabel(product)}</span>}
      actions={
        mayEdit && (
          <Link className="kern-btn kern-btn--secondary" to={taskQuery.transfer(appropriation.id)}>
            <span className="kern-label">Mittel umbuchen</span>
          </Link>
        )
      }
    >
      <Facts
        facts={[
          { label: 'Ansatz', value: amountText(appropriation) },
          { label: 'Zweck', value: appropriation.purpose },
          { label: 'Geplant nach Umbuchungen', value: formatEuro(line.plannedCents) },
          { label: 'Gebunden', value: formatEuro(line.committedCents) },
          { label: 'Bezahlt', value: formatEuro(line.paidCents) },
          { label: 'Frei', value: formatEuro(line.freeCents) },
          { label: 'Falls ausgeübt', value: formatEuro(line.ifExercisedCents) },
        ]}
      />
      <Part
        title="Umbuchungen"
        empty="Es wurde nichts umgebucht."
        rows={bookings.transfers.filter(({ fromId, toId }) => [fromId, toId].includes(appropriation.id))}
        table={(rows) => (
          <DataTable
            caption="Umbuchungen"
            captionHidden
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'other',
                head: 'Ansatz',
                cell: (row) => `${row.toId === appropriation.id ? 'von' : 'nach'} ${labelOf(other(row))}`,
              },
              {
                key: 'amount',
                head: 'Betrag',
                numeric: true,
                cell: (row) => formatEuro(row.toId === appropriation.id ? row.amountCents : -row.amountCents),
              },
              { key: 'reason', head: 'Grund', cell: ({ reason }) => reason },
              {
                key: 'booked',
                head: 'Gebucht',
                cell: ({ bookedAt, bookedBy }) => `${formatMoment(bookedAt)}, ${bookedBy}`,
              },
            ]}
          />
        )}
      />
      <Part
        title="Bindungen durch Verträge"
        empty="Kein Vertrag bindet diese Mittel."
        rows={bookings.commitments.filter(isHere)}
        table={(rows) => (
          <DataTable
            caption="Bindungen durch Verträge"
            captionHidden
            rows={rows}
            rowKey={(row) => String(rows.indexOf(row))}
            columns={[
              { key: 'contract', head: 'Vertrag', cell: ({ contractId }) => contract(contractId) },
              {
                key: 'part',
                head: 'Wofür',
                cell: ({ optionNo, isFirm }) =>
                  optionNo === null
                    ? 'Laufzeit und Änderungen'
                    : `Option ${optionNo}${isFirm ? '' : ', nur falls ausgeübt'}`,
              },
              {
                key: 'amount',
                head: 'Betrag',
                numeric: true,
                cell: ({ amountCents }) => formatEuro(amountCents),
              },
            ]}
          />
        )}
      />
      <Part
        title="Zahlungen"
        empty="Es wurde noch nichts bezahlt."
        rows={bookings.payments.filter(isHere)}
        table={(rows) => (
          <DataTable
            caption="Zahlungen"
            captionHidden
            rows={rows}
            rowKey={(row) => String(rows.indexOf(row))}
            columns={[
              { key: 'reference', head: 'Beleg', cell: ({ reference }) => reference },
              { key: 'contract', head: 'Vertrag', cell: ({ contractId }) => contract(contractId) },
              { key: 'booked', head: 'Gebucht', cell: ({ bookedAt }) => formatMoment(bookedAt) },
              {
                key: 'amount',
                head: 'Betrag',
                numeric: true,
                cell: ({ amountCents }) => formatEuro(amountCents),
              },
            ]}
          />
        )}
      />
    </Page>
  );
}

interface PartProps<Row> {
  readonly title: string;
  readonly empty: string;
  readonly rows: readonly Row[];
  readonly table: (rows: readonly Row[]) => ReactNode;
}

function Part<Row>({ title, empty, rows, table }: PartProps<Row>) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">{title}</h2>
      {rows.length === 0 ? <p>{empty}</p> : table(rows)}
    </section>
  );
}
