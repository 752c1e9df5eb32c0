import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { groupsPerPage, listGroups, listOffers } from '~/training/store';
import { GroupListPage } from '~/training/views/group-list-page';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only('provider') };

export const meta = () => [{ title: pageTitle('Gruppen', 'Anwesenheit') }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const wanted = new URL(request.url).searchParams.get('seite') ?? '';
  const page = /^[1-9]\d{0,5}$/.test(wanted) ? Number(wanted) : 1;
  return await asReader(requireActor(context), async (tx) => {
    const [{ rows, count }, offers] = await Promise.all([
      listGroups(tx, page),
      listOffers(tx, context.today),
    ]);
    const pageCount = Math.max(1, Math.ceil(count / groupsPerPage));
    return { rows, page, pageCount, mayPlan: offers.length > 0 };
  });
}

export default function Route() {
  return <GroupListPage {...useLoaderData<typeof loader>()} />;
}
