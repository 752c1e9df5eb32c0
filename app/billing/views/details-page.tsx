import { CancelLink } from '~/ui/form/cancel-link';
import { EmailField, FieldGroup, FieldPair, TextField } from '~/ui/form/fields';
import { type FormReply, PortalForm, type TypedValues } from '~/ui/form/portal-form';
import { type HistoryEntry, MoveHistory } from '~/ui/move-history';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { billingDetailsForm } from '../details-form';
import { billingFieldNames } from '../words';

interface DetailsReply extends FormReply {
  /** The version the form was sent with, or the new one after a conflict. */
  readonly version?: string;
}

interface DetailsPageProps {
  readonly providerName: string;
  readonly authorityName: string;
  readonly typed: TypedValues;
  readonly version: string;
  readonly history: readonly HistoryEntry[];
  /** Where the way back leads. */
  readonly back: string;
  readonly reply: DetailsReply | undefined;
}

/** What a provider bills with towards one authority. */
export function DetailsPage(props: DetailsPageProps) {
  const { providerName, authorityName, typed, version, history, back, reply } = props;
  return (
    <Page
      title="Rechnungsangaben"
      crumbs={[{ to: paths.providerInvoices(), label: 'Rechnungen' }]}
      meta={
        <>
          <span>{providerName}</span>
          <span>für Rechnungen an {authorityName}</span>
        </>
      }
    >
      <div className="mp-stack">
        <p className="mp-lead">
          Diese Angaben stehen auf jeder Rechnung, die Sie ab jetzt einreichen (§ 14 Abs. 4 UStG). Was schon
          eingereicht ist, behält seine Angaben. Es lesen sie die Kreisverwaltung, die bezahlt, und Ihre
          eigenen Konten.
        </p>
        <PortalForm
          schema={billingDetailsForm}
          reply={reply}
          initial={typed}
          hidden={{ version: reply?.version ?? version }}
          submit="Rechnungsangaben speichern"
          secondary={<CancelLink to={back} />}
        >
          <FieldGroup legend="Anschrift">
            <TextField name="street" label={billingFieldNames.street} />
            <FieldPair>
              <TextField name="postcode" label={billingFieldNames.postcode} />
              <TextField name="town" label={billingFieldNames.town} />
            </FieldPair>
          </FieldGroup>
          <FieldGroup legend="Steuer" hint="Eine von beiden genügt.">
            <FieldPair>
              <TextField name="taxNumber" label={billingFieldNames.taxNumber} optional />
              <TextField name="vatId" label={billingFieldNames.vatId} optional />
            </FieldPair>
          </FieldGroup>
          <FieldGroup legend="Bankverbindung">
            <TextField name="accountHolder" label={billingFieldNames.accountHolder} />
            <TextField name="iban" label={billingFieldNames.iban} hint="Mit oder ohne Leerzeichen" />
            <TextField
              name="bic"
              label={billingFieldNames.bic}
              hint="Nur für Konten außerhalb des Euro-Zahlungsraums nötig"
              optional
            />
          </FieldGroup>
          <FieldGroup legend="Rückfragen">
            <EmailField
              name="contactEmail"
              label={billingFieldNames.contactEmail}
              hint="Am besten ein Postfach, das mehrere lesen"
            />
          </FieldGroup>
        </PortalForm>
        <MoveHistory entries={history} whyHead="Angaben" />
      </div>
    </Page>
  );
}
