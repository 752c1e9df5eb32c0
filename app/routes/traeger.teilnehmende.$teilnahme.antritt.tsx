import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { startFault } from '~/reporting/finding-text';
import { confirmForm, notStartedForm } from '~/reporting/forms';
import { closeUnstarted, confirmParticipant, findParticipant, openParticipant } from '~/reporting/store';
import { shownParticipant } from '~/reporting/views/frame';
import { StartPages } from '~/reporting/views/start-pages';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('provider') };

export const meta: MetaFunction = () => [{ title: pageTitle('Zuweisung beantworten', 'Teilnehmende') }];

const isCallingOff = (request: Request) => new URL(request.url).searchParams.has('absage');

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const participant = found(await asActor(actor, (tx) => openParticipant(tx, actor, params.teilnahme ?? '')));
  return { participant: shownParticipant(participant), isCallingOff: isCallingOff(request) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  return await asActor(actor, async (tx) => {
    const { id } = found(await findParticipant(tx, params.teilnahme ?? ''));
    if (isCallingOff(request)) {
      const form = await readForm(request, notStartedForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const result = found(await closeUnstarted(tx, actor, id, form.value.reason, today));
      if (result.ok) return redirect(`${paths.participant(id)}?gespeichert=abgesagt`);
      return data({ errors: Object.fromEntries(result.findings.map(startFault)), typed: form.typed }, 409);
    }
    const form = await readForm(request, confirmForm);
    if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
    const result = found(await confirmParticipant(tx, actor, id, form.value.firstDay, today));
    if (result.ok) return redirect(`${paths.participant(id)}?gespeichert=bestaetigt`);
    return data({ errors: Object.fromEntries(result.findings.map(startFault)), typed: form.typed }, 409);
  });
}

export default function Route() {
  return <StartPages {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
