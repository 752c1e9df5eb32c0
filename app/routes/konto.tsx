import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { signedIn } from '~/identity/access';
import { changePassword } from '~/identity/choose-password';
import { ownAccountForm } from '~/identity/forms';
import { requireActor } from '~/identity/require-actor';
import { sessionCookie, signedOutHeaders } from '~/identity/session-cookie';
import { findAccount } from '~/identity/store/accounts';
import { endOwnSessions, listOwnSessions } from '~/identity/store/sessions';
import { signInFindingText } from '~/identity/views/finding-text';
import { OwnAccountPage } from '~/identity/views/own-account-page';
import { wholeForm } from '~/ui/form/faults';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';
import { readTheme, themeCookie } from '~/ui/theme';

export const handle = { access: signedIn };

export const meta = () => [{ title: pageTitle('Mein Konto') }];

const savedTexts = new Map([
  ['passwort', 'Das neue Passwort gilt. Alle anderen Anmeldungen sind beendet.'],
  ['darstellung', 'Die Darstellung ist gespeichert.'],
]);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const { account, sessions } = await asReader(actor, async (tx) => ({
    account: found(await findAccount(tx, actor.accountId)),
    sessions: await listOwnSessions(tx, actor),
  }));
  return {
    account: {
      displayName: account.displayName,
      email: account.email,
      organisation: actor.providerName ?? actor.authorityName,
      roles: account.roles,
    },
    sessions,
    theme: readTheme(request.headers.get('Cookie')),
    saved: savedTexts.get(new URL(request.url).searchParams.get('gespeichert') ?? '') ?? null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const { isSecure } = context;
  const form = await readForm(request, ownAccountForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);

  switch (form.value.intent) {
    case 'chooseTheme':
      return redirect(`${paths.account()}?gespeichert=darstellung`, {
        headers: { 'Set-Cookie': themeCookie(form.value.theme, isSecure) },
      });
    case 'endSessions':
      await asActor(actor, (tx) => endOwnSessions(tx, actor));
      return redirect(paths.signIn(), { headers: signedOutHeaders(isSecure) });
    case 'changePassword': {
      const result = await changePassword(actor, form.value);
      if (result.ok) {
        return redirect(`${paths.account()}?gespeichert=passwort`, {
          headers: { 'Set-Cookie': sessionCookie(result.value.token, isSecure) },
        });
      }
      const [finding] = result.findings;
      const field = finding?.code === 'currentPasswordWrong' ? 'currentPassword' : wholeForm;
      const errors = finding ? { [field]: signInFindingText(finding) } : {};
      return data({ errors, typed: form.typed }, 409);
    }
  }
}

export default function Route() {
  const { account, sessions, theme, saved } = useLoaderData<typeof loader>();
  return (
    <OwnAccountPage
      account={account}
      sessions={sessions}
      theme={theme}
      saved={saved}
      reply={useActionData<typeof action>()}
    />
  );
}
