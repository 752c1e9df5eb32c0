import { Link } from '@remix-run/react';
import { RadioField, SelectField } from '~/ui/form/fields';
import { PortalForm, type FormReply } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { handoverForm } from '../forms';
import { handoverReasons, handoverReasonTexts } from '../handover-reasons';
import { clientTitle, type Identity, IdentityBar } from './client-page';
import { clientsCrumb } from './new-client-page';

interface Props {
  readonly client: Identity;
  readonly age: number;
  readonly colleagues: readonly { readonly accountId: string; readonly text: string }[];
  readonly reply: FormReply | undefined;
}

export function HandOverPage({ client, age, colleagues, reply }: Props) {
  return (
    <Page
      title="Zuständigkeit übergeben"
      crumbs={[clientsCrumb, { to: paths.client(client.id), label: clientTitle(client) }]}
    >
      <IdentityBar client={client} age={age} />
      <p className="mp-lead">
        Danach sieht und ändert die andere Person diese Angaben. Sie selbst sehen sie nicht mehr, außer Sie
        vertreten sie.
      </p>
      {colleagues.length === 0 ? (
        <p>
          Es ist sonst niemand einem Team zugeordnet. Die Administration ordnet unter Verwaltung, Jobcenter
          zu.
        </p>
      ) : (
        <PortalForm
          schema={handoverForm}
          reply={reply}
          submit="Zuständigkeit übergeben"
          secondary={
            <Link className="kern-btn kern-btn--tertiary" to={paths.client(client.id)}>
              <span className="kern-label">Abbrechen</span>
            </Link>
          }
        >
          <SelectField
            name="toId"
            label="Künftig zuständig"
            choices={colleagues.map(({ accountId, text }) => ({ value: accountId, label: text }))}
          />
          <RadioField
            name="reason"
            label="Grund"
            choices={handoverReasons.map((value) => ({ value, label: handoverReasonTexts[value] }))}
          />
        </PortalForm>
      )}
    </Page>
  );
}
