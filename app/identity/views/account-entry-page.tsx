import { Form } from '@remix-run/react';
import { Badge } from '~/ui/data';
import { PortalForm } from '~/ui/form/portal-form';
import type { FormReply } from '~/ui/form/portal-form';
import { typedFrom } from '~/ui/form/typed-values';
import { Page } from '~/ui/page';
import { changeAccountForm } from '../forms';
import type { Role } from '../roles';
import { accountFields } from './account-fields';
import type { ProviderChoice } from './account-fields';
import { administrationCrumb } from './account-list-page';
import { LinkNotice } from './link-notice';
import { formatMoment } from '~/ui/moment';
import { accountsCrumb } from './new-account-page';

interface Account {
  readonly displayName: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly providerId: string | null;
  readonly lockedAt: string | null;
}

interface Props {
  readonly account: Account;
  readonly providers: readonly ProviderChoice[];
  readonly reply: FormReply | undefined;
  /** A fresh one-time link, shown this once. */
  readonly link: string | undefined;
}

export function AccountEntryPage({ account, providers, reply, link }: Props) {
  const isLocked = account.lockedAt !== null;
  return (
    <Page
      title={account.displayName}
      crumbs={[administrationCrumb, accountsCrumb]}
      meta={
        <>
          <span>{account.email}</span>
          {isLocked && <Badge kind="warning">gesperrt seit {formatMoment(account.lockedAt)}</Badge>}
        </>
      }
    >
      {link && <LinkNotice displayName={account.displayName} link={link} />}
      <PortalForm
        schema={changeAccountForm}
        reply={reply}
        initial={initialOf(account)}
        hidden={{ intent: 'change' }}
        submit="Änderungen speichern"
      >
        {accountFields(providers)}
      </PortalForm>
      <section className="mp-sec">
        <h2 className="kern-heading-small">Zugang</h2>
        <p>
          {isLocked
            ? 'Das Konto ist gesperrt. Nach dem Entsperren gilt das alte Passwort wieder.'
            : 'Eine Sperre meldet die Person sofort überall ab. Ein neuer Einmal-Link ersetzt den alten; das Passwort gilt weiter, bis die Person über den Link ein neues wählt.'}
        </p>
        <div className="kern-btn-wrapper">
          {isLocked ? (
            <Deed intent="unlock" label="Konto entsperren" />
          ) : (
            <>
              <Deed intent="makeLink" label="Neuen Einmal-Link erstellen" />
              <Deed intent="lock" label="Konto sperren" />
            </>
          )}
        </div>
      </section>
    </Page>
  );
}

function Deed({ intent, label }: { readonly intent: string; readonly label: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <button className="kern-btn kern-btn--secondary">
        <span className="kern-label">{label}</span>
      </button>
    </Form>
  );
}

function initialOf(account: Account) {
  return typedFrom({
    displayName: account.displayName,
    providerId: account.providerId,
    roles: Object.fromEntries(account.roles.map((role) => [role, 'on'])),
  });
}
