import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { AdministrationPage } from '~/identity/views/administration-page';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only('portalAdmin', 'districtOfficer') };

export const meta = () => [{ title: pageTitle('Verwaltung') }];

export function loader({ context }: LoaderFunctionArgs) {
  return { roles: requireActor(context).roles };
}

export default function Route() {
  return <AdministrationPage roles={useLoaderData<typeof loader>().roles} />;
}
