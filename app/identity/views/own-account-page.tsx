import { Form } from '@remix-run/react';
import { DataTable, Facts } from '~/ui/data';
import { SavedMessage } from '~/ui/form/error-summary';
import { PasswordField } from '~/ui/form/fields';
import { PortalForm } from '~/ui/form/portal-form';
import type { FormReply } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { themeNames, themes } from '~/ui/theme';
import type { Theme } from '~/ui/theme';
import { changePasswordForm } from '../forms';
import { roleNames } from '../roles';
import type { Role } from '../roles';
import { sessionLimits } from '../rules';
import { newPasswordHint } from './choose-password-page';
import { formatMoment } from '~/ui/moment';

interface SessionRow {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly isThisOne: boolean;
}

interface Props {
  readonly account: {
    readonly displayName: string;
    readonly email: string;
    readonly organisation: string;
    readonly roles: readonly Role[];
  };
  readonly sessions: readonly SessionRow[];
  readonly theme: Theme;
  /** What was saved just now. */
  readonly saved: string | null;
  /** Answer to the change of the password. */
  readonly reply: FormReply | undefined;
}

export function OwnAccountPage({ account, sessions, theme, saved, reply }: Props) {
  return (
    <Page title="Mein Konto" meta={account.organisation}>
      {saved && <SavedMessage message={saved} />}
      <section className="mp-sec" aria-label="Angaben zum Konto">
        <Facts
          facts={[
            { label: 'Name', value: account.displayName },
            { label: 'E-Mail-Adresse', value: account.email },
            { label: 'Rollen', value: account.roles.map((role) => roleNames[role]).join(', ') },
          ]}
        />
        <p className="mp-small mp-quiet">Name und Rollen ändert die Administration Ihrer Behörde.</p>
      </section>
      <section className="mp-sec">
        <h2 className="kern-heading-small">Passwort ändern</h2>
        <p>Danach sind Sie überall abgemeldet, nur hier nicht.</p>
        <PortalForm
          // A changed password opens a new session: the fields are then empty again.
          key={sessions.find((session) => session.isThisOne)?.id}
          schema={changePasswordForm}
          reply={reply}
          hidden={{ intent: 'changePassword' }}
          submit="Passwort ändern"
        >
          <PasswordField name="currentPassword" label="Jetziges Passwort" autoComplete="current-password" />
          <PasswordField
            name="newPassword"
            label="Neues Passwort"
            hint={newPasswordHint}
            autoComplete="new-password"
          />
        </PortalForm>
      </section>
      <SessionsSection sessions={sessions} />
      <ThemeSection theme={theme} />
    </Page>
  );
}

function SessionsSection({ sessions }: { readonly sessions: readonly SessionRow[] }) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Wo Sie angemeldet sind</h2>
      <p>
        Eine Anmeldung endet von selbst nach {sessionLimits.idleMinutes} Minuten ohne Eingabe und spätestens
        nach {sessionLimits.absoluteHours} Stunden.
      </p>
      <DataTable
        caption="Anmeldungen"
        captionHidden
        cards
        rows={sessions}
        rowKey={(session) => session.id}
        columns={[
          { key: 'start', head: 'Angemeldet seit', cell: (session) => formatMoment(session.createdAt) },
          { key: 'seen', head: 'Zuletzt benutzt', cell: (session) => formatMoment(session.lastSeenAt) },
          { key: 'where', head: 'Gerät', cell: (session) => (session.isThisOne ? 'dieses' : 'ein anderes') },
        ]}
      />
      <Form method="post" className="mp-sec">
        <input type="hidden" name="intent" value="endSessions" />
        <button className="kern-btn kern-btn--secondary">
          <span className="kern-label">Überall abmelden</span>
        </button>
      </Form>
    </section>
  );
}

function ThemeSection({ theme }: { readonly theme: Theme }) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Darstellung</h2>
      <Form method="post" className="mp-form" key={theme}>
        <input type="hidden" name="intent" value="chooseTheme" />
        <fieldset className="kern-fieldset mp-choice">
          <legend className="kern-label">Farben auf diesem Gerät</legend>
          <div className="kern-fieldset__body">
            {themes.map((choice) => (
              <div className="kern-form-check" key={choice}>
                <input
                  className="kern-form-check__radio"
                  type="radio"
                  id={`darstellung-${choice}`}
                  name="theme"
                  value={choice}
                  defaultChecked={choice === theme}
                />
                <label className="kern-label" htmlFor={`darstellung-${choice}`}>
                  {themeNames[choice]}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
        <p className="kern-btn-wrapper">
          <button className="kern-btn kern-btn--secondary">
            <span className="kern-label">Darstellung speichern</span>
          </button>
        </p>
      </Form>
    </section>
  );
}
