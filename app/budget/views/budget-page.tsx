import { Link } from '@remix-run/react';
import { type Column, DataTable, NotStated } from '~/ui/data';
import { SavedMessage } from '~/ui/form/error-summary';
import { Page } from '~/ui/page';
import type { Appropriation, BudgetProduct } from '../budget';
import { amountText, productLabel } from '../entry-text';
import { taskQuery } from '../tasks';

interface BudgetPageProps {
  readonly products: readonly BudgetProduct[];
  readonly appropriations: readonly Appropriation[];
  /** The fiscal years the table shows, in order. */
  readonly years: readonly number[];
  readonly mayEdit: boolean;
  readonly saved: string | null;
}

const mostYearsInCards = 4;

/** Products by fiscal year. A year without an amount is not zero: its money must still be provided. */
export function BudgetPage({ products, appropriations, years, mayEdit, saved }: BudgetPageProps) {
  return (
    <Page
      title="Haushalt"
      meta={<span>Haushaltsansätze je Produkt und Haushaltsjahr</span>}
      actions={mayEdit && <Actions hasProducts={products.length > 0} />}
    >
      <div className="mp-stack">
        {saved && <SavedMessage message={saved} />}
        {products.length === 0 ? (
          <p className="mp-lead">
            Es ist noch kein Produkt eingetragen.
            {mayEdit && ' Tragen Sie zuerst das Produkt ein, danach seine Ansätze.'}
          </p>
        ) : (
          <>
            <p className="mp-small">„Keine Angabe“ heißt: Die Mittel des Jahres sind noch bereitzustellen.</p>
            <DataTable
              caption="Haushaltsansätze in Euro"
              columns={columns(years, appropriations, mayEdit)}
              rows={products}
              rowKey={({ id }) => id}
              // A card with many years is longer than a phone: they stay a table.
              cards={years.length <= mostYearsInCards}
            />
          </>
        )}
      </div>
    </Page>
  );
}

function Actions({ hasProducts }: { readonly hasProducts: boolean }) {
  return (
    <>
      {hasProducts && (
        <Link className="kern-btn kern-btn--primary" to={taskQuery.enterAppropriation()}>
          <span className="kern-label">Ansatz eintragen</span>
        </Link>
      )}
      <Link
        className={hasProducts ? 'kern-btn kern-btn--secondary' : 'kern-btn kern-btn--primary'}
        to={taskQuery.addProduct()}
      >
        <span className="kern-label">Produkt eintragen</span>
      </Link>
    </>
  );
}

function columns(
  years: readonly number[],
  appropriations: readonly Appropriation[],
  mayEdit: boolean,
): Column<BudgetProduct>[] {
  const ofYear = (fiscalYear: number): Column<BudgetProduct> => ({
    key: String(fiscalYear),
    head: String(fiscalYear),
    numeric: true,
    cell: ({ id }) => {
      const found = appropriations.find((row) => row.productId === id && row.fiscalYear === fiscalYear);
      return found ? <Money entry={found} mayEdit={mayEdit} /> : <NotStated />;
    },
  });
  return [
    { key: 'product', head: 'Produkt', cell: (product) => <Product product={product} mayEdit={mayEdit} /> },
    ...years.map(ofYear),
  ];
}

function Product({ product, mayEdit }: { readonly product: BudgetProduct; readonly mayEdit: boolean }) {
  if (!mayEdit) return <>{productLabel(product)}</>;
  return (
    <>
      {productLabel(product)}
      <small className="mp-noprint">
        <Link className="mp-a" to={taskQuery.renameProduct(product.id)}>
          Umbenennen<span className="kern-sr-only">: {product.number}</span>
        </Link>{' '}
        ·{' '}
        <Link className="mp-a" to={taskQuery.enterAppropriation(product.id)}>
          Ansatz eintragen<span className="kern-sr-only">: {product.number}</span>
        </Link>
      </small>
    </>
  );
}

function Money({ entry, mayEdit }: { readonly entry: Appropriation; readonly mayEdit: boolean }) {
  return (
    <>
      {amountText(entry)}
      {entry.purpose && <small>{entry.purpose}</small>}
      {mayEdit && (
        <small className="mp-noprint mp-nowrap">
          <Link className="mp-a" to={taskQuery.changeAppropriation(entry.id)}>
            Ändern<span className="kern-sr-only">: Ansatz {entry.fiscalYear}</span>
          </Link>{' '}
          ·{' '}
          <Link className="mp-a" to={taskQuery.deleteAppropriation(entry.id)}>
            Löschen …<span className="kern-sr-only">: Ansatz {entry.fiscalYear}</span>
          </Link>
        </small>
      )}
    </>
  );
}
