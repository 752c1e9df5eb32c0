import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { allocationStates } from '~/allocation/allocation';
import {
  type AllocationFilter,
  allocationsPerPage,
  listAllocations,
  listFilterChoices,
} from '~/allocation/store';
import { AllocationListPage } from '~/allocation/views/allocation-list-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { clientHandlers, clientRoles } from '~/identity/roles';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only(...clientRoles) };

export const meta: MetaFunction = () => [{ title: pageTitle('Zuweisungen') }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const query = new URL(request.url).searchParams;
  const page = /^[1-9]\d{0,5}$/.test(query.get('seite') ?? '') ? Number(query.get('seite')) : 1;
  const wanted = query.get('stand');
  const filter: AllocationFilter = {
    state: wanted === 'all' ? 'all' : (allocationStates.find((state) => state === wanted) ?? null),
    measure: wordOf(query.get('massnahme')),
    site: wordOf(query.get('standort')),
    page,
  };
  const [{ rows, total }, choices] = await asReader(actor, (tx) =>
    Promise.all([listAllocations(tx, filter), listFilterChoices(tx)]),
  );
  return {
    rows,
    total,
    pages: Math.ceil(total / allocationsPerPage),
    filter,
    ...choices,
    today: context.today,
    areNamesHidden: !clientHandlers.some((role) => actor.roles.includes(role)),
  };
}

/** Short enough for a name and without what the database refuses; null: nothing was chosen. */
function wordOf(typed: string | null): string | null {
  const word = (typed ?? '').replaceAll('\0', '').slice(0, 200);
  return word === '' ? null : word;
}

export default function Route() {
  return <AllocationListPage {...useLoaderData<typeof loader>()} />;
}
