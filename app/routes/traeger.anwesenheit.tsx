import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { listDueSessions } from '~/training/store';
import { DueSessionsPage } from '~/training/views/due-sessions-page';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only('provider') };

export const meta = () => [{ title: pageTitle('Anwesenheit') }];

export async function loader({ context }: LoaderFunctionArgs) {
  const { today } = context;
  const sessions = await asReader(requireActor(context), (tx) => listDueSessions(tx, today));
  return { sessions, today };
}

export default function Route() {
  return <DueSessionsPage {...useLoaderData<typeof loader>()} />;
}
