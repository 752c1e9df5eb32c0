import { Link } from '@remix-run/react';
import { CheckboxField, FieldGroup, RadioField } from '~/ui/form/fields';
import { PortalForm, type FormReply } from '~/ui/form/portal-form';
import type { TypedValues } from '~/ui/form/typed-values';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { clientChangeForm } from '../forms';
import { statusNames } from '../words';
import { clientFields, DataNotice, type SiteChoice } from './client-fields';
import { clientsCrumb } from './new-client-page';

interface ClientReply extends FormReply {
  /** The version the form was sent with, or the new one after a conflict. */
  readonly version?: string;
}

interface Props {
  readonly id: string;
  readonly customerNumber: string;
  readonly typed: TypedValues;
  readonly version: string;
  readonly sites: readonly SiteChoice[];
  /** The rule book asks for a note where needs change. */
  readonly asksForPositionNote: boolean;
  readonly reply: ClientReply | undefined;
}

export function EditClientPage(props: Props) {
  const { id, customerNumber, typed, version, sites, asksForPositionNote, reply } = props;
  return (
    <Page
      title="Angaben ändern"
      crumbs={[clientsCrumb, { to: paths.client(id), label: `Kundennummer ${customerNumber}` }]}
    >
      <DataNotice />
      <PortalForm
        schema={clientChangeForm}
        reply={reply}
        initial={typed}
        hidden={{ version: reply?.version ?? version }}
        submit="Angaben speichern"
        secondary={
          <Link className="kern-btn kern-btn--tertiary" to={paths.client(id)}>
            <span className="kern-label">Abbrechen</span>
          </Link>
        }
      >
        {clientFields(sites)}
        {asksForPositionNote && (
          <FieldGroup
            legend="Standortbestimmung"
            hint="Ihr Regelwerk verlangt einen Vermerk, wenn sich Handlungsbedarfe ändern (Regel P3)."
          >
            <CheckboxField
              name="positionNoteMade"
              label="Der Vermerk zur Standortbestimmung steht in VerBIS"
            />
          </FieldGroup>
        )}
        <RadioField
          name="status"
          label="Stand"
          choices={(['active', 'ended'] as const).map((value) => ({ value, label: statusNames[value] }))}
        />
      </PortalForm>
    </Page>
  );
}
