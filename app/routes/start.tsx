import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { signedIn } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { groupRows } from '~/today/rules';
import { collectToday } from '~/today/store';
import { TodayPage } from '~/today/views/today-page';
import { pageTitle } from '~/ui/page-title';
import { useShellData } from '~/ui/shell-data';

export const handle = { access: signedIn };

export const meta: MetaFunction = () => [{ title: pageTitle('Heute') }];

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  const collected = await asReader(actor, (tx) => collectToday(tx, actor, today));
  return { due: collected && { ...groupRows(collected.rows, today), panels: collected.panels } };
}

export default function Route() {
  const shell = useShellData();
  const { due } = useLoaderData<typeof loader>();
  return shell?.person ? <TodayPage person={shell.person} today={shell.today} due={due} /> : null;
}
