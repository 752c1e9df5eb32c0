import { Link } from '@remix-run/react';
import { type Column, DataTable, NotStated } from '~/ui/data';
import { SavedMessage } from '~/ui/form/error-summary';
import { Page } from '~/ui/page';
import { formatEuro } from '~/values/money';
import type { BudgetProduct, FundingSource } from '../budget';
import { amountText, productLabel, sourceKindNames } from '../entry-text';
import type { FundsLine } from '../funds';
import { taskQuery } from '../tasks';

export interface BudgetPageProps {
  readonly products: readonly BudgetProduct[];
  readonly sources: readonly FundingSource[];
  readonly lines: readonly FundsLine[];
  /** By product: of this year and the next those whose money is not known. */
  readonly openYears: Readonly<Record<string, readonly number[]>>;
  readonly mayEdit: boolean;
  readonly saved: string | null;
}

/** Each product's money by year and source: planned, committed, paid, free. */
export function BudgetPage({ products, sources, lines, openYears, mayEdit, saved }: BudgetPageProps) {
  return (
    <Page
      title="Haushalt"
      meta={<span>Mittel je Produkt, Haushaltsjahr und Geldquelle</span>}
      actions={
        mayEdit && (
          <Actions hasProducts={products.length > 0} hasTwoPots={lines.filter(hasMoney).length > 1} />
        )
      }
    >
      <div className="mp-stack">
        {saved && <SavedMessage message={saved} />}
        {products.length === 0 ? (
          <p className="mp-lead">
            Es ist noch kein Produkt eingetragen.
            {mayEdit && ' Tragen Sie zuerst das Produkt ein, danach seine Ansätze.'}
          </p>
        ) : (
          <p className="mp-small mp-lead">
            Frei ist, was von den geplanten Mitteln weder gebunden noch darüber hinaus bezahlt ist. Was ein
            Vertrag nur bei Ausübung einer Option braucht, steht daneben und ist nicht abgezogen.
          </p>
        )}
        {products.map((product) => (
          <ProductSection
            key={product.id}
            product={product}
            sources={sources}
            lines={lines.filter(({ productId }) => productId === product.id)}
            openYears={openYears[product.id] ?? []}
            mayEdit={mayEdit}
          />
        ))}
        {sources.length > 0 && <SourcesSection sources={sources} mayEdit={mayEdit} />}
      </div>
    </Page>
  );
}

function hasMoney({ appropriation }: FundsLine): boolean {
  return appropriation !== null;
}

function Actions({
  hasProducts,
  hasTwoPots,
}: {
  readonly hasProducts: boolean;
  readonly hasTwoPots: boolean;
}) {
  return (
    <>
      {hasProducts && (
        <Link className="kern-btn kern-btn--primary" to={taskQuery.enterAppropriation()}>
          <span className="kern-label">Ansatz eintragen</span>
        </Link>
      )}
      {hasTwoPots && (
        <Link className="kern-btn kern-btn--secondary" to={taskQuery.transfer()}>
          <span className="kern-label">Mittel umbuchen</span>
        </Link>
      )}
      <Link
        className={hasProducts ? 'kern-btn kern-btn--secondary' : 'kern-btn kern-btn--primary'}
        to={taskQuery.addProduct()}
      >
        <span className="kern-label">Produkt eintragen</span>
      </Link>
      <Link className="kern-btn kern-btn--secondary" to={taskQuery.addSource()}>
        <span className="kern-label">Geldquelle eintragen</span>
      </Link>
    </>
  );
}

interface ProductSectionProps {
  readonly product: BudgetProduct;
  readonly sources: readonly FundingSource[];
  readonly lines: readonly FundsLine[];
  readonly openYears: readonly number[];
  readonly mayEdit: boolean;
}

function ProductSection({ product, sources, lines, openYears, mayEdit }: ProductSectionProps) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">{productLabel(product)}</h2>
      {lines.length > 0 && (
        <DataTable
          caption={`Mittel im Produkt ${product.number} in Euro`}
          captionHidden
          columns={columns(sources, mayEdit)}
          rows={lines}
          rowKey={({ fundingSourceId, fiscalYear }) => `${fiscalYear} ${fundingSourceId}`}
          cards
        />
      )}
      {openYears.length > 0 && (
        <p className="mp-small">
          {openYears.join(' und ')}: <NotStated />. Die Mittel sind noch bereitzustellen.
        </p>
      )}
      {mayEdit && (
        <p className="mp-small mp-noprint">
          <Link className="mp-a" to={taskQuery.renameProduct(product.id)}>
            Umbenennen<span className="kern-sr-only">: {product.number}</span>
          </Link>{' '}
          ·{' '}
          <Link className="mp-a" to={taskQuery.enterAppropriation(product.id)}>
            Ansatz eintragen<span className="kern-sr-only">: {product.number}</span>
          </Link>
        </p>
      )}
    </section>
  );
}

function columns(sources: readonly FundingSource[], mayEdit: boolean): Column<FundsLine>[] {
  const money = (key: string, head: string, cents: (line: FundsLine) => number): Column<FundsLine> => ({
    key,
    head,
    numeric: true,
    cell: (line) => formatEuro(cents(line)),
  });
  return [
    {
      key: 'pot',
      head: 'Jahr und Geldquelle',
      cell: ({ appropriation, fiscalYear, fundingSourceId }) => {
        const source = sources.find(({ id }) => id === fundingSourceId)?.name;
        return (
          <>
            {appropriation ? (
              <Link className="mp-a" to={taskQuery.showBookings(appropriation.id)}>
                {fiscalYear}, {source}
              </Link>
            ) : (
              <>
                {fiscalYear}, {source}
              </>
            )}
            {appropriation?.purpose && <small>{appropriation.purpose}</small>}
          </>
        );
      },
    },
    {
      key: 'planned',
      head: 'Geplant',
      numeric: true,
      cell: (line) => <Planned line={line} mayEdit={mayEdit} />,
    },
    money('committed', 'Gebunden', ({ committedCents }) => committedCents),
    money('paid', 'Bezahlt', ({ paidCents }) => paidCents),
    {
      key: 'free',
      head: 'Frei',
      numeric: true,
      cell: ({ appropriation, freeCents }) => (appropriation ? formatEuro(freeCents) : <NotStated />),
    },
    money('ifExercised', 'Falls ausgeübt', ({ ifExercisedCents }) => ifExercisedCents),
  ];
}

function Planned({ line, mayEdit }: { readonly line: FundsLine; readonly mayEdit: boolean }) {
  const { appropriation, plannedCents, transferredCents } = line;
  if (!appropriation) return <NotStated />;
  return (
    <>
      {amountText({ amountCents: plannedCents, isCeiling: appropriation.isCeiling })}
      {transferredCents !== 0 && <small>davon umgebucht {signed(transferredCents)}</small>}
      {mayEdit && (
        <small className="mp-noprint mp-nowrap">
          <Link className="mp-a" to={taskQuery.changeAppropriation(appropriation.id)}>
            Ändern<span className="kern-sr-only">: Ansatz {appropriation.fiscalYear}</span>
          </Link>{' '}
          ·{' '}
          <Link className="mp-a" to={taskQuery.deleteAppropriation(appropriation.id)}>
            Löschen …<span className="kern-sr-only">: Ansatz {appropriation.fiscalYear}</span>
          </Link>
        </small>
      )}
    </>
  );
}

function signed(cents: number): string {
  return cents > 0 ? `+${formatEuro(cents)}` : formatEuro(cents);
}

function SourcesSection({
  sources,
  mayEdit,
}: {
  readonly sources: readonly FundingSource[];
  readonly mayEdit: boolean;
}) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Geldquellen</h2>
      <DataTable
        caption="Geldquellen"
        captionHidden
        fit
        rows={sources}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', head: 'Name', cell: ({ name }) => name },
          { key: 'kind', head: 'Wessen Geld', cell: ({ kind }) => sourceKindNames[kind] },
          ...(mayEdit
            ? [
                {
                  key: 'deed',
                  head: 'Aktion',
                  cell: ({ id, name }: FundingSource) => (
                    <Link className="mp-a mp-noprint" to={taskQuery.renameSource(id)}>
                      Ändern<span className="kern-sr-only">: {name}</span>
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}
