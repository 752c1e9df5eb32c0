import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { only } from '~/identity/access';
import { readAuditSearch } from '~/identity/audit-search';
import { requireActor } from '~/identity/require-actor';
import { listAuditEntries } from '~/identity/store/audit-log';
import { AuditLogPage } from '~/identity/views/audit-log-page';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only('portalAdmin') };

export const meta = () => [{ title: pageTitle('Protokoll', 'Verwaltung') }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { search, ignored } = readAuditSearch(request.url);
  const log = await asReader(requireActor(context), (tx) => listAuditEntries(tx, search));
  return { search, ignored, ...log };
}

export default function Route() {
  return <AuditLogPage {...useLoaderData<typeof loader>()} />;
}
