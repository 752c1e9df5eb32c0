import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { contractStates } from '~/contracts/contract';
import { contractsPerPage, listContracts } from '~/contracts/store';
import { ContractListPage } from '~/contracts/views/contract-list-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { contractRoles } from '~/identity/roles';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only(...contractRoles) };

export const meta = () => [{ title: pageTitle('Verträge') }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const query = new URL(request.url).searchParams;
  const state = contractStates.find((known) => known === query.get('stand')) ?? null;
  const wanted = query.get('seite') ?? '';
  const page = /^[1-9]\d{0,5}$/.test(wanted) ? Number(wanted) : 1;
  const { rows, count } = await asReader(actor, (tx) => listContracts(tx, { state, page }));
  return {
    rows,
    count,
    page,
    pageCount: Math.max(1, Math.ceil(count / contractsPerPage)),
    state,
    today: context.today,
    mayEdit: actor.roles.includes('districtOfficer'),
  };
}

export default function Route() {
  return <ContractListPage {...useLoaderData<typeof loader>()} />;
}
