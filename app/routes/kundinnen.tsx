import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import type { ClientStatus } from '~/clients/client';
import { clientSearchForm } from '~/clients/forms';
import { isId } from '~/values/is-id';
import { clientsPerPage, listClients, listSites, searchClients } from '~/clients/store';
import { shownRows } from '~/clients/shown-rows';
import { ClientListPage } from '~/clients/views/client-list-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { clientHandlers, clientRoles } from '~/identity/roles';
import { readForm } from '~/ui/form/read-form';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only(...clientRoles) };

export const meta: MetaFunction = () => [{ title: pageTitle('Kundinnen und Kunden') }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const query = new URL(request.url).searchParams;
  const page = /^[1-9]\d{0,5}$/.test(query.get('seite') ?? '') ? Number(query.get('seite')) : 1;
  const status: ClientStatus = query.get('stand') === 'ended' ? 'ended' : 'active';
  const wantedSite = query.get('standort') ?? '';
  const filter = { status, siteId: isId(wantedSite) ? wantedSite : null, page };
  const [{ rows, total }, sites] = await asReader(actor, (tx) =>
    Promise.all([listClients(tx, filter), listSites(tx)]),
  );
  const isHandler = clientHandlers.some((role) => actor.roles.includes(role));
  return {
    rows: shownRows(rows, actor.accountId, context.today),
    total,
    pages: Math.ceil(total / clientsPerPage),
    filter,
    sites,
    mayEnter: isHandler,
    areNamesHidden: !isHandler,
  };
}

/** The search is posted: a name must not stand in an address, where logs and histories would keep it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const form = await readForm(request, clientSearchForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
  const rows = await asReader(actor, (tx) => searchClients(tx, form.value.search));
  return data({ typed: form.typed, found: shownRows(rows, actor.accountId, context.today) });
}

export default function Route() {
  const reply = useActionData<typeof action>();
  return (
    <ClientListPage
      {...useLoaderData<typeof loader>()}
      reply={reply}
      found={reply && 'found' in reply ? reply.found : undefined}
    />
  );
}
