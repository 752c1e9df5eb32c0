import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor } from '#db/as-actor';
import { needCatalogue } from '~/clients/needs';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { newNeedFault, progressFault } from '~/reporting/finding-text';
import { newNeedForm, progressForm } from '~/reporting/forms';
import { mayStillRecord } from '~/reporting/rules/contacts';
import { addNeed, findParticipant, listNeeds, openParticipant, recordProgress } from '~/reporting/store';
import { shownParticipant } from '~/reporting/views/frame';
import { NewNeedPage, ProgressPage } from '~/reporting/views/progress-page';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('provider') };

export const meta: MetaFunction = () => [{ title: pageTitle('Fortschritte', 'Teilnehmende') }];

const savedTexts = new Map([
  ['fortschritte', 'Die Fortschritte sind gespeichert.'],
  ['bedarf', 'Der Bedarf ist aufgenommen.'],
]);

const isNewNeed = (request: Request) => new URL(request.url).searchParams.has('neu');

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  return await asActor(actor, async (tx) => {
    const participant = found(await openParticipant(tx, actor, params.teilnahme ?? ''));
    const shown = shownParticipant(participant);
    const needs = await listNeeds(tx, participant.id);
    if (isNewNeed(request)) {
      const known = new Set(needs.map(({ key }) => key));
      const further = needCatalogue.map(({ key }) => key).filter((key) => !known.has(key));
      return { kind: 'add' as const, participant: shown, further };
    }
    return {
      kind: 'show' as const,
      participant: shown,
      needs,
      mayRecord: mayStillRecord(participant),
      saved: savedTexts.get(new URL(request.url).searchParams.get('gespeichert') ?? '') ?? null,
    };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  return await asActor(actor, async (tx) => {
    const { id } = found(await findParticipant(tx, params.teilnahme ?? ''));
    const address = paths.participantStep(id, 'fortschritte');
    if (isNewNeed(request)) {
      const form = await readForm(request, newNeedForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const result = found(await addNeed(tx, actor, id, form.value.needKey));
      if (result.ok) return redirect(`${address}?gespeichert=bedarf`);
      return data({ errors: Object.fromEntries(result.findings.map(newNeedFault)), typed: form.typed }, 409);
    }
    const form = await readForm(request, progressForm);
    if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
    const result = found(await recordProgress(tx, actor, id, form.value.needs));
    if (result.ok) return redirect(`${address}?gespeichert=fortschritte`);
    return data({ errors: Object.fromEntries(result.findings.map(progressFault)), typed: form.typed }, 409);
  });
}

export default function Route() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return page.kind === 'add' ? (
    <NewNeedPage {...page} reply={reply} />
  ) : (
    <ProgressPage {...page} reply={reply} />
  );
}
