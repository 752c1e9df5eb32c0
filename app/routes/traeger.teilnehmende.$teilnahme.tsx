import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asActor } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { mayStillRecord } from '~/reporting/rules/contacts';
import { dutiesOf } from '~/reporting/rules/duties';
import { listParticipantMoves, openParticipant } from '~/reporting/store';
import { shownParticipant } from '~/reporting/views/frame';
import { ParticipantPage } from '~/reporting/views/participant-page';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only('provider') };

/** Names nobody: titles stand in the history of the browser. */
export const meta: MetaFunction = () => [{ title: pageTitle('Teilnahme', 'Teilnehmende') }];

const savedTexts = new Map([
  ['bestaetigt', 'Platz und erster Termin sind bestätigt.'],
  ['abgesagt', 'Festgehalten. Der Platz ist wieder frei.'],
  ['abgang', 'Der Abgang ist eingetragen. Der Platz ist ab dem Tag danach frei.'],
  ['abgang-berichtigt', 'Der Abgang ist berichtigt.'],
]);

/** Writes, although it is a GET: whoever opens a participant is recorded. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  return await asActor(actor, async (tx) => {
    const participant = found(await openParticipant(tx, actor, params.teilnahme ?? ''));
    const { firstContactOn, firstMeetingOn, exitReason, settledOn, settledBy, settledReason } = participant;
    return {
      participant: shownParticipant(participant),
      course: { firstContactOn, firstMeetingOn, exitReason, settledOn, settledBy, settledReason },
      disclosure: participant.disclosure,
      duties: dutiesOf(participant, context.today),
      mayRecord: mayStillRecord(participant),
      moves: await listParticipantMoves(tx, participant.id),
      saved: savedTexts.get(new URL(request.url).searchParams.get('gespeichert') ?? '') ?? null,
    };
  });
}

export default function Route() {
  return <ParticipantPage {...useLoaderData<typeof loader>()} />;
}
