import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { invoiceStates } from '~/billing/rules/moves';
import { invoicesPerPage, listInvoices, listOpenMonths } from '~/billing/store';
import { ProviderListPage } from '~/billing/views/provider-list-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only('provider') };

export const meta = () => [{ title: pageTitle('Rechnungen') }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const state = invoiceStates.find((known) => known === query.get('stand')) ?? null;
  const wanted = query.get('seite') ?? '';
  const page = /^[1-9]\d{0,5}$/.test(wanted) ? Number(wanted) : 1;
  return asReader(requireActor(context), async (tx) => {
    const [{ rows, count }, open] = await Promise.all([
      listInvoices(tx, { state, page, hasDrafts: true }),
      listOpenMonths(tx, context.today),
    ]);
    return {
      open,
      rows,
      count,
      page,
      pageCount: Math.max(1, Math.ceil(count / invoicesPerPage)),
      state,
      saved:
        query.get('gespeichert') === 'geloescht' ? 'Entwurf gelöscht. Der Monat ist wieder offen.' : null,
    };
  });
}

export default function Route() {
  return <ProviderListPage {...useLoaderData<typeof loader>()} />;
}
