import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor } from '#db/as-actor';
import { exitForm } from '~/allocation/exit-forms';
import { exitFault } from '~/allocation/exit-text';
import { correctExit, findExiting, openExiting, recordExit } from '~/allocation/store/exit';
import { ExitPage } from '~/allocation/views/exit-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { participantCrumbs } from '~/reporting/views/frame';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('provider') };

export const meta: MetaFunction = () => [{ title: pageTitle('Abgang', 'Teilnehmende') }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const exiting = found(await asActor(actor, (tx) => openExiting(tx, actor, params.teilnahme ?? '')));
  const { id, state } = exiting;
  return {
    exiting,
    mayWrite: state === 'active' || state === 'closing',
    back: paths.participant(id),
    crumbs: participantCrumbs(id),
    saved: null,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  return await asActor(actor, async (tx) => {
    const { id, exitedOn } = found(await findExiting(tx, actor, params.teilnahme ?? ''));
    const form = await readForm(request, exitForm);
    if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
    const write = exitedOn === null ? recordExit : correctExit;
    const result = found(await write(tx, actor, id, form.value, today));
    if (!result.ok) {
      return data({ errors: Object.fromEntries(result.findings.map(exitFault)), typed: form.typed }, 409);
    }
    const saved = exitedOn === null ? 'abgang' : 'abgang-berichtigt';
    return redirect(`${paths.participant(id)}?gespeichert=${saved}`);
  });
}

export default function Route() {
  return <ExitPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
