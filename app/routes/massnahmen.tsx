import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { catalogueRoles, maySeeExactFigures } from '~/identity/roles';
import { readFilter } from '~/portfolio/filters';
import { listMeasures } from '~/portfolio/store';
import { MeasureListPage } from '~/portfolio/views/measure-list-page';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only(...catalogueRoles) };

export const meta: MetaFunction = () => [{ title: pageTitle('Maßnahmen') }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { filter, notes } = readFilter(new URL(request.url).searchParams);
  const actor = requireActor(context);
  const list = await asReader(actor, (tx) => listMeasures(tx, filter));
  return {
    filter,
    notes,
    list,
    mayEdit: actor.roles.includes('districtOfficer'),
    mayExport: maySeeExactFigures(actor),
  };
}

export default function Route() {
  return <MeasureListPage {...useLoaderData<typeof loader>()} />;
}
