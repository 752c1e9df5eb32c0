import { Link } from '@remix-run/react';
import { EmailField } from '~/ui/form/fields';
import { PortalForm } from '~/ui/form/portal-form';
import type { FormReply } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { newAccountForm } from '../forms';
import { accountFields } from './account-fields';
import type { ProviderChoice } from './account-fields';
import { administrationCrumb } from './account-list-page';
import { LinkNotice } from './link-notice';

interface CreatedAccount {
  readonly id: string;
  readonly displayName: string;
  readonly link: string;
}

interface Props {
  readonly providers: readonly ProviderChoice[];
  readonly reply: FormReply | undefined;
  readonly created: CreatedAccount | undefined;
}

export const accountsCrumb = { to: paths.accounts(), label: 'Konten' };

export function NewAccountPage({ providers, reply, created }: Props) {
  if (created) return <CreatedPage created={created} />;
  return (
    <Page title="Konto anlegen" crumbs={[administrationCrumb, accountsCrumb]}>
      <p>Nach dem Anlegen erhalten Sie einen Einmal-Link. Damit wählt die Person ihr Passwort selbst.</p>
      <PortalForm
        schema={newAccountForm}
        reply={reply}
        submit="Konto anlegen"
        secondary={
          <Link className="kern-btn kern-btn--tertiary" to={paths.accounts()}>
            <span className="kern-label">Abbrechen</span>
          </Link>
        }
      >
        <EmailField
          name="email"
          label="E-Mail-Adresse"
          hint="Damit meldet sich die Person an."
          autoComplete="off"
        />
        {accountFields(providers)}
      </PortalForm>
    </Page>
  );
}

function CreatedPage({ created }: { readonly created: CreatedAccount }) {
  return (
    <Page title="Konto angelegt" crumbs={[administrationCrumb, accountsCrumb]}>
      <LinkNotice displayName={created.displayName} link={created.link} />
      <p className="kern-btn-wrapper mp-sec">
        <Link className="kern-btn kern-btn--secondary" to={paths.accountEntry(created.id)}>
          <span className="kern-label">Konto ansehen</span>
        </Link>
        <Link className="kern-btn kern-btn--secondary" to={paths.accountEntry('neu')} reloadDocument>
          <span className="kern-label">Noch ein Konto anlegen</span>
        </Link>
      </p>
    </Page>
  );
}
