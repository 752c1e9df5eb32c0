import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { newClientForm } from '~/clients/forms';
import { enterClient, listSites } from '~/clients/store';
import { NewClientPage } from '~/clients/views/new-client-page';
import { clientRefusal } from '~/clients/words';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { clientHandlers } from '~/identity/roles';
import { readForm } from '~/ui/form/read-form';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only(...clientHandlers) };

export const meta: MetaFunction = () => [{ title: pageTitle('Person erfassen', 'Kundinnen und Kunden') }];

export async function loader({ context }: LoaderFunctionArgs) {
  return { sites: await asReader(requireActor(context), listSites) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const form = await readForm(request, newClientForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
  const result = await asActor(actor, (tx) => enterClient(tx, actor, form.value, context.today));
  if (result.ok) return redirect(`${paths.client(result.value)}?gespeichert=erfasst`);
  const { errors } = clientRefusal(result.findings, null, '', String);
  return data({ errors, typed: form.typed }, 409);
}

export default function Route() {
  return <NewClientPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
