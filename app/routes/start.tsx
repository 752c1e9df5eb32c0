import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { contractsDue } from '~/contracts/due';
import { listOpenOptions, listOpenTasks } from '~/contracts/store';
import { signedIn } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { contractRoles } from '~/identity/roles';
import { pageTitle } from '~/ui/page-title';
import { StartPage } from '~/ui/start-page';
import { useShellData } from '~/ui/shell-data';

export const handle = { access: signedIn };

export const meta: MetaFunction = () => [{ title: pageTitle('Heute') }];

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  if (!contractRoles.some((role) => actor.roles.includes(role))) return { due: null };
  const [tasks, options] = await asReader(actor, (tx) =>
    Promise.all([listOpenTasks(tx), listOpenOptions(tx)]),
  );
  const mayDecide = actor.roles.includes('districtOfficer');
  return { due: contractsDue({ tasks, options }, { today: context.today, mayDecide }) };
}

export default function Route() {
  const shell = useShellData();
  const { due } = useLoaderData<typeof loader>();
  return shell?.person ? <StartPage person={shell.person} today={shell.today} due={due} /> : null;
}
