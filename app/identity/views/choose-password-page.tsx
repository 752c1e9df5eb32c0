import { PasswordField } from '~/ui/form/fields';
import { PortalForm } from '~/ui/form/portal-form';
import type { FormReply } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { choosePasswordForm } from '../forms';
import { minPasswordLength } from '../password-rules';

/** How a password should be, said before somebody types one. */
export const newPasswordHint = `Mindestens ${minPasswordLength} Zeichen. Gut sind mehrere Wörter, die nicht zusammengehören.`;

interface Props {
  readonly isUsable: boolean;
  readonly reply: FormReply | undefined;
}

export function ChoosePasswordPage({ isUsable, reply }: Props) {
  if (!isUsable) return <UnusableLinkPage />;
  return (
    <Page title="Passwort wählen">
      <p>
        Der Link gilt für ein einziges Mal. Danach melden Sie sich mit Ihrer E-Mail-Adresse und diesem
        Passwort an.
      </p>
      <PortalForm schema={choosePasswordForm} reply={reply} submit="Passwort speichern">
        <PasswordField
          name="newPassword"
          label="Neues Passwort"
          hint={newPasswordHint}
          autoComplete="new-password"
        />
      </PortalForm>
    </Page>
  );
}

/** Used, run out, replaced, locked or never made: the page does not tell which. */
function UnusableLinkPage() {
  return (
    <Page title="Dieser Link gilt nicht mehr">
      <p>
        Einmal-Links gelten drei Tage und für ein einziges Mal; ein neuer Link ersetzt den alten. Lassen Sie
        sich von der Administration Ihrer Behörde einen neuen geben.
      </p>
    </Page>
  );
}
