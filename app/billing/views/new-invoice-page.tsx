import { formatMonth } from '~/values/calendar';
import { Link } from '@remix-run/react';
import { Alert, Facts } from '~/ui/data';
import { TextField } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { invoiceTermsForm } from '../forms';
import type { InvoiceLine } from '../invoice';
import { LinesTable } from './invoice-parts';

/** The usual note of providers of integration services; they change it where another one holds. */
const usualTaxNote = 'umsatzsteuerfrei nach § 4 Nr. 15b UStG';

interface NewInvoicePageProps {
  readonly contract: { readonly number: string; readonly measureTitle: string };
  readonly month: string;
  readonly lines: readonly InvoiceLine[];
  readonly totalCents: number;
  /** Why the month cannot be billed, a sentence each. */
  readonly obstacles: readonly string[];
  /** The invoice that the month has already. */
  readonly existing: { readonly id: string; readonly number: string } | null;
  readonly reply: FormReply | undefined;
}

/** Shows what is owed for a month before the draft is made. */
export function NewInvoicePage(props: NewInvoicePageProps) {
  const { contract, month, lines, totalCents, obstacles, existing, reply } = props;
  return (
    <Page
      title={`Rechnung für ${formatMonth(month)}`}
      crumbs={[{ to: paths.providerInvoices(), label: 'Rechnungen' }]}
      meta={
        <>
          <span>Vertrag {contract.number}</span>
          <span>{contract.measureTitle}</span>
        </>
      }
    >
      <div className="mp-stack">
        {existing && (
          <Alert kind="warning" title="Für diesen Monat gibt es schon eine Rechnung">
            <p>
              <Link className="mp-a" to={paths.providerInvoice(existing.id)}>
                Rechnung {existing.number} öffnen
              </Link>
            </p>
          </Alert>
        )}
        {obstacles.length > 0 && (
          <Alert kind="warning" title="Der Monat lässt sich nicht abrechnen">
            <ul className="kern-list kern-list--bullet">
              {obstacles.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Alert>
        )}
        {!existing && obstacles.length === 0 && (
          <>
            <LinesTable lines={lines} totalCents={totalCents} />
            <PortalForm
              schema={invoiceTermsForm}
              reply={reply}
              initial={{ taxNote: usualTaxNote }}
              submit="Entwurf erstellen"
              secondary={
                <Link className="kern-btn kern-btn--tertiary" to={paths.providerInvoices()}>
                  <span className="kern-label">Abbrechen</span>
                </Link>
              }
            >
              <InvoiceTermsFields />
            </PortalForm>
          </>
        )}
        {(existing ?? obstacles.length > 0) && (
          <Facts facts={[{ label: 'Monat', value: formatMonth(month) }]} />
        )}
      </div>
    </Page>
  );
}

export function InvoiceTermsFields() {
  return (
    <>
      <TextField name="number" label="Rechnungsnummer" hint="Ihre eigene, fortlaufende Nummer" />
      <TextField
        name="taxNote"
        label="Umsatzsteuer"
        hint="Grund der Befreiung oder enthaltener Steuersatz; steht so auf der Rechnung"
      />
    </>
  );
}
