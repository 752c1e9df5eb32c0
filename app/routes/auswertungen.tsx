import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { findOverview } from '~/evaluation/records/overview';
import { OverviewPage } from '~/evaluation/records/views/overview-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { evaluationRoles } from '~/identity/roles';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only(...evaluationRoles) };

export const meta = () => [{ title: pageTitle('Auswertungen') }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const query = new URL(request.url).searchParams;
  return await asReader(actor, (tx) => findOverview(tx, actor, query, context.today));
}

export default function Route() {
  return <OverviewPage {...useLoaderData<typeof loader>()} />;
}
