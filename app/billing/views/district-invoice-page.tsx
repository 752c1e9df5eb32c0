import { Link } from '@remix-run/react';
import { Alert, DataTable } from '~/ui/data';
import { RadioField, TextAreaField } from '~/ui/form/fields';
import { SavedMessage } from '~/ui/form/error-summary';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import { formatEuro } from '~/values/money';
import { differenceText } from '../finding-text';
import { decisionForm } from '../forms';
import type { Invoice, InvoiceMove, InvoiceRow, PremiumClaim } from '../invoice';
import { invoiceMonthText, invoiceStateNames } from '../words';
import { InvoiceFacts, InvoiceHistory, LinesTable } from './invoice-parts';

interface DistrictInvoicePageProps {
  readonly invoice: Invoice;
  readonly others: readonly InvoiceRow[];
  readonly claims: readonly PremiumClaim[];
  readonly moves: readonly InvoiceMove[];
  readonly owed: { readonly billedCents: number; readonly nowCents: number };
  readonly now: readonly { readonly label: string; readonly quantity: string; readonly cents: number }[];
  readonly isOwnCheck: boolean;
  readonly isCorrectable: boolean;
  /** The last invoice of this provider was paid to another account. */
  readonly isOtherAccount: boolean;
  readonly mayEdit: boolean;
  readonly saved: string | null;
  readonly reply: FormReply | undefined;
}

/** One invoice as the district checks it: beside what was billed stands what is owed now. */
export function DistrictInvoicePage(props: DistrictInvoicePageProps) {
  const { invoice, others, claims, moves, owed, now, isOtherAccount, mayEdit, saved } = props;
  const isFollowed = invoice.state !== 'rejected';
  const isDifferent = isFollowed && owed.billedCents !== owed.nowCents;
  return (
    <Page
      title={`Rechnung ${invoice.number}`}
      crumbs={[{ to: paths.invoices(), label: 'Rechnungen' }]}
      meta={
        <>
          <span>{invoiceMonthText(invoice)}</span>
          <span>{invoice.providerName}</span>
          <span>{invoiceStateNames[invoice.state]}</span>
        </>
      }
      actions={
        mayEdit && (
          <a className="kern-btn kern-btn--secondary" href={paths.invoicePaper(invoice.id)}>
            <span className="kern-label">Rechnung als PDF öffnen</span>
          </a>
        )
      }
    >
      <div className="mp-stack">
        {saved && <SavedMessage message={saved} />}
        {isDifferent && (
          <Alert kind="warning" title="Weicht ab">
            <p>{differenceText(owed)}</p>
          </Alert>
        )}
        {isOtherAccount && invoice.state !== 'paid' && isFollowed && (
          <Alert kind="warning" title="Andere Bankverbindung">
            <p>
              Die letzte Rechnung dieses Trägers ging auf ein anderes Konto. Fragen Sie vor der Freigabe unter
              einer Nummer nach, die Sie schon kennen.
            </p>
          </Alert>
        )}
        <InvoiceFacts
          invoice={invoice}
          others={others}
          to={paths.invoice}
          more={[
            {
              label: 'Vertrag',
              value: (
                <Link className="mp-a" to={paths.contract(invoice.contractId)}>
                  {invoice.contractNumber}, {invoice.measureTitle}
                </Link>
              ),
            },
          ]}
        />
        <LinesTable lines={invoice.lines} totalCents={invoice.totalCents} />
        {isFollowed && (
          <DataTable
            caption="Nach Vertrag und Plätzen heute geschuldet, ohne Prämien"
            rows={now}
            rowKey={({ label }) => label}
            cards
            columns={[
              { key: 'label', head: 'Leistung', cell: ({ label }) => label },
              { key: 'quantity', head: 'Berechnet aus', cell: ({ quantity }) => quantity },
              { key: 'amount', head: 'Betrag', numeric: true, cell: ({ cents }) => formatEuro(cents) },
            ]}
            footer={['Heute geschuldet', '', formatEuro(owed.nowCents)]}
          />
        )}
        {claims.length > 0 && <Claims claims={claims} />}
        {mayEdit && <Decision {...props} />}
        <InvoiceHistory moves={moves} />
      </div>
    </Page>
  );
}

/** Told apart by the first day of the participation: names are the provider's and the jobcenter's to know. */
function Claims({ claims }: Pick<DistrictInvoicePageProps, 'claims'>) {
  return (
    <DataTable
      caption="Prämien, je Person und Anlass einmal (Regel B14)"
      cards
      rows={claims}
      rowKey={({ id }) => id}
      columns={[
        { key: 'label', head: 'Prämie', cell: ({ label }) => label },
        { key: 'starts', head: 'Teilnahme ab', cell: ({ startsOn }) => formatDay(startsOn) },
        { key: 'reached', head: 'Erreicht am', cell: ({ reachedOn }) => formatDay(reachedOn) },
        { key: 'proof', head: 'Nachweis', cell: ({ proof }) => proof },
        { key: 'amount', head: 'Betrag', numeric: true, cell: ({ amountCents }) => formatEuro(amountCents) },
        {
          key: 'agreed',
          head: 'Vereinbart',
          numeric: true,
          cell: ({ agreedCents }) => formatEuro(agreedCents),
        },
      ]}
    />
  );
}

function Decision(props: DistrictInvoicePageProps) {
  const { invoice, owed, isOwnCheck, isCorrectable, reply } = props;
  switch (invoice.state) {
    case 'submitted':
    case 'checked':
      return (
        <Review
          state={invoice.state}
          isDifferent={owed.billedCents !== owed.nowCents}
          ownCheckBy={isOwnCheck ? (invoice.checkedBy?.name ?? '') : null}
          reply={reply}
        />
      );
    case 'approved':
      return (
        <section className="mp-sec">
          <h2 className="kern-heading-small">Bezahlen</h2>
          <p>
            Die Zahlung wird im Haushaltsjahr {invoice.month.slice(0, 4)} gebucht, in dem die Leistung
            erbracht wurde.
          </p>
          <SingleDecision decision="pay" submit="Zahlung buchen" reply={reply} />
        </section>
      );
    case 'paid':
      return isCorrectable ? (
        <section className="mp-sec">
          <h2 className="kern-heading-small">Berichtigen</h2>
          <p>
            Die Berichtigung enthält nur den Unterschied, diese Rechnung bleibt bestehen. Auch die
            Berichtigung wird geprüft, freigegeben und gebucht.
          </p>
          <SingleDecision decision="correct" submit="Berichtigung erstellen" reply={reply} />
        </section>
      ) : null;
    default:
      return null;
  }
}

function SingleDecision({
  decision,
  submit,
  reply,
}: {
  readonly decision: string;
  readonly submit: string;
  readonly reply: FormReply | undefined;
}) {
  return (
    <PortalForm schema={decisionForm} reply={reply} submit={submit} hidden={{ decision }}>
      {null}
    </PortalForm>
  );
}

interface ReviewProps {
  readonly state: 'submitted' | 'checked';
  readonly isDifferent: boolean;
  /** Who checked it, where that is whoever asks. */
  readonly ownCheckBy: string | null;
  readonly reply: FormReply | undefined;
}

function Review({ state, isDifferent, ownCheckBy, reply }: ReviewProps) {
  const forward =
    state === 'submitted'
      ? { value: 'check', label: 'Die Rechnung ist richtig', hint: 'Eine zweite Person gibt sie dann frei.' }
      : { value: 'approve', label: 'Freigeben', hint: 'Danach lässt sich die Zahlung buchen.' };
  const isForwardOpen = !isDifferent && ownCheckBy === null;
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">{state === 'submitted' ? 'Prüfen' : 'Freigeben'}</h2>
      {ownCheckBy !== null && <p>Sie haben die Rechnung geprüft. Die Freigabe erteilt eine andere Person.</p>}
      {isDifferent && <p>Eine Rechnung, die abweicht, wird abgelehnt. Der Träger rechnet dann neu ab.</p>}
      <PortalForm schema={decisionForm} reply={reply} submit="Entscheidung festhalten">
        <RadioField
          name="decision"
          label="Entscheidung"
          choices={[
            ...(isForwardOpen ? [forward] : []),
            { value: 'reject', label: 'Ablehnen', hint: 'Der Träger kann den Monat neu abrechnen.' },
          ]}
        />
        <TextAreaField
          name="reason"
          label="Begründung"
          hint="Nötig, wenn Sie ablehnen; der Träger liest sie"
          rows={3}
          optional
        />
      </PortalForm>
    </section>
  );
}
