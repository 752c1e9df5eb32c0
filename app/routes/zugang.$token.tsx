import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { everyone } from '~/identity/access';
import { choosePasswordByLink, isLinkUsable } from '~/identity/choose-password';
import { choosePasswordForm } from '~/identity/forms';
import { sessionCookie } from '~/identity/session-cookie';
import { ChoosePasswordPage } from '~/identity/views/choose-password-page';
import { readForm } from '~/ui/form/read-form';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: everyone };

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: pageTitle(found?.isUsable ? 'Passwort wählen' : 'Dieser Link gilt nicht mehr') },
];

/** Only looks: mail programs open links before people do, and must not use them up. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const isUsable = await isLinkUsable(params.token ?? '', context.requestId);
  return data({ isUsable }, isUsable ? 200 : 404);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request, choosePasswordForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);

  const { requestId, isSecure } = context;
  const result = await choosePasswordByLink(params.token ?? '', form.value.newPassword, requestId);
  // The loader then finds the link unusable and the page says so.
  if (!result.ok) return data({}, 404);
  return redirect(paths.today(), {
    headers: { 'Set-Cookie': sessionCookie(result.value.token, isSecure) },
  });
}

export default function Route() {
  const { isUsable } = useLoaderData<typeof loader>();
  return <ChoosePasswordPage isUsable={isUsable} reply={useActionData<typeof action>()} />;
}
