import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { invoiceStates } from '~/billing/rules/moves';
import { invoicesPerPage, listDeviations, listInvoices } from '~/billing/store';
import { DistrictListPage } from '~/billing/views/district-list-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only('districtOfficer', 'controller') };

export const meta = () => [{ title: pageTitle('Rechnungen') }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const state = invoiceStates.find((known) => known === query.get('stand')) ?? null;
  const wanted = query.get('seite') ?? '';
  const page = /^[1-9]\d{0,5}$/.test(wanted) ? Number(wanted) : 1;
  return asReader(requireActor(context), async (tx) => {
    const [{ rows, count }, deviations] = await Promise.all([
      listInvoices(tx, { state, page, hasDrafts: false }),
      listDeviations(tx),
    ]);
    return {
      rows,
      count,
      page,
      pageCount: Math.max(1, Math.ceil(count / invoicesPerPage)),
      state,
      deviations,
    };
  });
}

export default function Route() {
  return <DistrictListPage {...useLoaderData<typeof loader>()} />;
}
