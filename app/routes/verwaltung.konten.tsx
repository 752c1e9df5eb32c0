import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { only } from '~/identity/access';
import { readAccountSearch } from '~/identity/account-search';
import { requireActor } from '~/identity/require-actor';
import { listAccounts } from '~/identity/store/account-list';
import { AccountListPage } from '~/identity/views/account-list-page';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only('portalAdmin') };

export const meta = () => [{ title: pageTitle('Konten', 'Verwaltung') }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { search, ignored } = readAccountSearch(request.url);
  const list = await asReader(requireActor(context), (tx) => listAccounts(tx, search));
  return { search, ignored, ...list };
}

export default function Route() {
  return <AccountListPage {...useLoaderData<typeof loader>()} />;
}
