import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor } from '#db/as-actor';
import { clientChangeForm } from '~/clients/forms';
import { changeClient, findClient, listSites, openClient } from '~/clients/store';
import { EditClientPage } from '~/clients/views/edit-client-page';
import { clientRefusal, typedClient } from '~/clients/words';
import { findRuleBook } from '~/eligibility/store';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { clientHandlers } from '~/identity/roles';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only(...clientHandlers) };

export const meta: MetaFunction = () => [{ title: pageTitle('Angaben ändern', 'Kundinnen und Kunden') }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  return await asActor(actor, async (tx) => {
    const client = found((await openClient(tx, actor, params.kundin ?? ''))?.client);
    const book = await findRuleBook(tx, context.today);
    return {
      id: client.id,
      customerNumber: client.customerNumber,
      typed: typedClient(client),
      version: String(client.version),
      sites: await listSites(tx),
      asksForPositionNote: book?.profiling.positionNoteOnChange.value ?? false,
    };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const form = await readForm(request, clientChangeForm);
  const { typed } = form;
  const version = typed.version ?? '';
  return await asActor(actor, async (tx) => {
    const client = found(await findClient(tx, params.kundin ?? ''));
    if (!form.ok) return data({ errors: form.errors, typed, version }, 422);
    const book = await findRuleBook(tx, context.today);
    const result = await changeClient(tx, actor, client, form.value, {
      version: Number(version),
      today: context.today,
      asksForPositionNote: book?.profiling.positionNoteOnChange.value ?? false,
    });
    if (result.ok) return redirect(`${paths.client(client.id)}?gespeichert=geaendert`);
    const sites = await listSites(tx);
    const siteName = (id: string) => sites.find((site) => site.id === id)?.name ?? id;
    return data({ ...clientRefusal(result.findings, form.value, version, siteName), typed }, 409);
  });
}

export default function Route() {
  return <EditClientPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
