import { Form, Link } from '@remix-run/react';
import { Alert, DataTable } from '~/ui/data';
import { SavedMessage } from '~/ui/form/error-summary';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import { formatEuro } from '~/values/money';
import type { AgreedPremium } from '~/contracts/service';
import { invoiceTermsForm } from '../forms';
import type { Invoice, InvoiceMove, InvoiceRow, PremiumClaim } from '../invoice';
import { providerTaskQuery } from '../tasks';
import { invoiceMonthText, invoiceStateNames } from '../words';
import { InvoiceFacts, InvoiceHistory, LinesTable } from './invoice-parts';
import { InvoiceTermsFields } from './new-invoice-page';

interface ProviderInvoicePageProps {
  readonly invoice: Invoice;
  readonly others: readonly InvoiceRow[];
  readonly premiums: readonly AgreedPremium[];
  readonly claims: readonly PremiumClaim[];
  readonly moves: readonly InvoiceMove[];
  readonly hasBillingDetails: boolean;
  readonly saved: string | null;
  readonly reply: FormReply | undefined;
}

/** One invoice as its provider sees it: a draft is completed and handed in, all others are read. */
export function ProviderInvoicePage(props: ProviderInvoicePageProps) {
  const { invoice, others, premiums, claims, moves, saved } = props;
  const isDraft = invoice.state === 'draft';
  return (
    <Page
      title={`Rechnung ${invoice.number}`}
      crumbs={[{ to: paths.providerInvoices(), label: 'Rechnungen' }]}
      meta={
        <>
          <span>{invoiceMonthText(invoice)}</span>
          <span>
            Vertrag {invoice.contractNumber}, {invoice.measureTitle}
          </span>
          <span>{isDraft ? 'Entwurf, noch nicht eingereicht' : invoiceStateNames[invoice.state]}</span>
        </>
      }
      actions={
        <a className="kern-btn kern-btn--secondary" href={paths.providerInvoicePaper(invoice.id)}>
          <span className="kern-label">{isDraft ? 'Entwurf als PDF öffnen' : 'Rechnung als PDF öffnen'}</span>
        </a>
      }
    >
      <div className="mp-stack">
        {saved && <SavedMessage message={saved} />}
        {invoice.state === 'rejected' && (
          <Alert kind="danger" title="Die Rechnung wurde abgelehnt">
            <p>
              {invoice.rejectedReason} Sie können den Monat{' '}
              <Link className="mp-a" to={paths.newInvoice(invoice.contractId, invoice.month)}>
                neu abrechnen
              </Link>
              .
            </p>
          </Alert>
        )}
        <LinesTable lines={invoice.lines} totalCents={invoice.totalCents} />
        {(claims.length > 0 || (isDraft && premiums.length > 0)) && (
          <Premiums claims={claims} isDraft={isDraft} />
        )}
        {isDraft && <Submitting {...props} />}
        {!isDraft && <InvoiceFacts invoice={invoice} others={others} to={paths.providerInvoice} />}
        <InvoiceHistory moves={moves} />
      </div>
    </Page>
  );
}

function Submitting({ invoice, hasBillingDetails, reply }: ProviderInvoicePageProps) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Einreichen</h2>
      <p>Danach steht die Rechnung fest. Die Kreisverwaltung prüft sie und bucht die Zahlung.</p>
      {!hasBillingDetails && (
        <Alert kind="warning" title="Rechnungsangaben fehlen">
          <p>
            Zum Einreichen gehören Anschrift, Steuernummer und Bankverbindung.{' '}
            <Link className="mp-a" to={paths.billingDetails(invoice.id)}>
              Rechnungsangaben hinterlegen
            </Link>
          </p>
        </Alert>
      )}
      <PortalForm
        schema={invoiceTermsForm}
        reply={reply}
        initial={{ number: invoice.number, taxNote: invoice.taxNote }}
        submit="Rechnung einreichen"
      >
        <InvoiceTermsFields />
      </PortalForm>
      <Form method="post" action={providerTaskQuery.withdraw()}>
        <button className="kern-btn kern-btn--tertiary">
          <span className="kern-label">Entwurf löschen</span>
        </button>
      </Form>
    </section>
  );
}

function Premiums({
  claims,
  isDraft,
}: {
  readonly claims: readonly PremiumClaim[];
  readonly isDraft: boolean;
}) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Prämien</h2>
      {claims.length > 0 && (
        <DataTable
          caption="Prämien in dieser Rechnung"
          captionHidden
          cards
          rows={claims}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'person',
              head: 'Person',
              cell: ({ person, startsOn }) => person ?? `Teilnahme ab ${formatDay(startsOn)}`,
            },
            { key: 'label', head: 'Prämie', cell: ({ label }) => label },
            { key: 'reached', head: 'Erreicht am', cell: ({ reachedOn }) => formatDay(reachedOn) },
            { key: 'proof', head: 'Nachweis', cell: ({ proof }) => proof },
            {
              key: 'amount',
              head: 'Betrag',
              numeric: true,
              cell: ({ amountCents }) => formatEuro(amountCents),
            },
            ...(isDraft
              ? [
                  {
                    key: 'do',
                    head: 'Ändern',
                    cell: ({ id, person }: PremiumClaim) => (
                      <Form method="post" action={providerTaskQuery.drop(id)}>
                        <button className="kern-btn kern-btn--tertiary">
                          <span className="kern-label">
                            Herausnehmen
                            <span className="kern-sr-only">: {person ?? 'Prämie'}</span>
                          </span>
                        </button>
                      </Form>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {isDraft && (
        <p>
          <Link className="mp-a" to={providerTaskQuery.claim()}>
            Prämie geltend machen …
          </Link>
        </p>
      )}
    </section>
  );
}
