import { formatMonth } from '~/values/calendar';
import { Link } from '@remix-run/react';
import { DateField, RadioField, SelectField, TextField } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatEuro } from '~/values/money';
import type { AgreedPremium } from '~/contracts/service';
import { claimForm } from '../forms';
import type { Invoice } from '../invoice';

interface ClaimPageProps {
  readonly invoice: Pick<Invoice, 'id' | 'number' | 'month'>;
  readonly premiums: readonly AgreedPremium[];
  readonly claimants: readonly { readonly id: string; readonly name: string }[];
  readonly reply: FormReply | undefined;
}

/** Claims a premium for one of the provider's own people, with its proof. */
export function ClaimPage({ invoice, premiums, claimants, reply }: ClaimPageProps) {
  return (
    <Page
      title="Prämie geltend machen"
      crumbs={[
        { to: paths.providerInvoices(), label: 'Rechnungen' },
        { to: paths.providerInvoice(invoice.id), label: invoice.number },
      ]}
      meta={<span>{formatMonth(invoice.month)}</span>}
    >
      {claimants.length === 0 ? (
        <p className="mp-lead">
          Zurzeit sehen Sie keine Person dieses Vertrags. Prämien lassen sich während der Teilnahme und der
          Berichtszeit danach geltend machen.
        </p>
      ) : (
        <PortalForm
          schema={claimForm}
          reply={reply}
          submit="Prämie aufnehmen"
          secondary={
            <Link className="kern-btn kern-btn--tertiary" to={paths.providerInvoice(invoice.id)}>
              <span className="kern-label">Abbrechen</span>
            </Link>
          }
        >
          <SelectField
            name="allocationId"
            label="Person"
            hint="Ihr Name steht nicht auf der Rechnung."
            choices={claimants.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <RadioField
            name="kind"
            label="Prämie"
            choices={premiums.map(({ kind, label, amountCents, yearCapCents }) => ({
              value: kind,
              label: `${label}, ${formatEuro(amountCents)}`,
              ...(yearCapCents !== null && { hint: `im Jahr höchstens ${formatEuro(yearCapCents)}` }),
            }))}
          />
          <DateField name="reachedOn" label="Erreicht am" />
          <TextField
            name="proof"
            label="Nachweis"
            hint="Ohne Namen und Gesundheitsangaben, zum Beispiel „Arbeitsvertrag liegt vor“"
          />
        </PortalForm>
      )}
    </Page>
  );
}
