import { data } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { only } from '~/identity/access';
import { newAccountForm } from '~/identity/forms';
import { requireActor } from '~/identity/require-actor';
import { createAccount, listProviders } from '~/identity/store/accounts';
import { accountFindingErrors } from '~/identity/views/finding-text';
import { NewAccountPage } from '~/identity/views/new-account-page';
import { readForm } from '~/ui/form/read-form';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('portalAdmin') };

export const meta = () => [{ title: pageTitle('Konto anlegen', 'Verwaltung') }];

export async function loader({ context }: LoaderFunctionArgs) {
  return { providers: await asReader(requireActor(context), listProviders) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const form = await readForm(request, newAccountForm);
  if (!form.ok) return data({ reply: { errors: form.errors, typed: form.typed } }, 422);

  const result = await asActor(actor, (tx) => createAccount(tx, actor, form.value));
  if (!result.ok) {
    return data({ reply: { errors: accountFindingErrors(result.findings), typed: form.typed } }, 409);
  }
  const link = new URL(paths.oneTimeLink(result.value.token), request.url).href;
  return data({ created: { id: result.value.id, displayName: form.value.displayName, link } }, 201);
}

export default function Route() {
  const { providers } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <NewAccountPage
      providers={providers}
      reply={answer && 'reply' in answer ? answer.reply : undefined}
      created={answer && 'created' in answer ? answer.created : undefined}
    />
  );
}
