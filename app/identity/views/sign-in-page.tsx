import { PasswordField, EmailField } from '~/ui/form/fields';
import { PortalForm } from '~/ui/form/portal-form';
import type { FormReply } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { signInForm } from '../forms';

interface Props {
  readonly reply: FormReply | undefined;
}

export function SignInPage({ reply }: Props) {
  return (
    <Page title="Anmelden">
      <PortalForm schema={signInForm} reply={reply} submit="Anmelden">
        <EmailField name="email" label="E-Mail-Adresse" autoComplete="username" />
        <PasswordField name="password" label="Passwort" autoComplete="current-password" />
      </PortalForm>
      <p className="mp-sec mp-small mp-lead">
        Sie haben noch kein Passwort oder haben es vergessen? Die Administration Ihrer Behörde gibt Ihnen
        einen Einmal-Link, über den Sie ein neues wählen.
      </p>
    </Page>
  );
}
