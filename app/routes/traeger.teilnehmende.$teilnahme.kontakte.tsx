import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { contactFault } from '~/reporting/finding-text';
import { contactForm } from '~/reporting/forms';
import { lastDayOf, mayStillRecord } from '~/reporting/rules/contacts';
import { nextContactOf } from '~/reporting/rules/duties';
import { contactMonths, contactWindows } from '~/reporting/rules/rhythm';
import { findParticipant, listContacts, openParticipant, recordContact } from '~/reporting/store';
import { ContactFormPage } from '~/reporting/views/contact-form-page';
import { ContactsPage } from '~/reporting/views/contacts-page';
import { shownParticipant } from '~/reporting/views/frame';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('provider') };

export const meta: MetaFunction = () => [{ title: pageTitle('Kontakte', 'Teilnehmende') }];

const savedTexts = new Map([
  ['kontakt', 'Der Kontakt ist eingetragen.'],
  ['berichtigt', 'Der Kontakt ist berichtigt.'],
]);

const correctsIdOf = (query: URLSearchParams) => query.get('berichtigung');

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const query = new URL(request.url).searchParams;
  const { today } = context;
  return await asActor(actor, async (tx) => {
    const participant = found(await openParticipant(tx, actor, params.teilnahme ?? ''));
    const contacts = await listContacts(tx, participant.id);
    const windows = contactWindows(participant.service.rhythm, participant.starts, lastDayOf(participant));
    const next = nextContactOf(participant, today);
    const shared = { participant: shownParticipant(participant), mayRecord: mayStillRecord(participant) };
    const correctsId = correctsIdOf(query);
    if (correctsId !== null || query.has('neu')) {
      return {
        ...shared,
        kind: 'form' as const,
        corrected: correctsId === null ? null : found(contacts.find(({ id }) => id === correctsId)),
        reportsAbsence: participant.reportsAbsence,
        involvesHousehold: participant.service.involvesHousehold,
        agreedMinutes: windows.find(({ to }) => to === next?.dueOn)?.stage.minutes ?? null,
      };
    }
    return {
      ...shared,
      kind: 'list' as const,
      rhythm: participant.service.rhythm,
      next,
      months: contactMonths(windows, participant.contacts, today),
      contacts,
      saved: savedTexts.get(query.get('gespeichert') ?? '') ?? null,
    };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  const correctsId = correctsIdOf(new URL(request.url).searchParams);
  return await asActor(actor, async (tx) => {
    const { id } = found(await findParticipant(tx, params.teilnahme ?? ''));
    const form = await readForm(request, contactForm);
    if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
    const result = found(await recordContact(tx, actor, id, form.value, { correctsId, today }));
    if (!result.ok) {
      return data({ errors: Object.fromEntries(result.findings.map(contactFault)), typed: form.typed }, 409);
    }
    const saved = correctsId === null ? 'kontakt' : 'berichtigt';
    return redirect(`${paths.participantStep(id, 'kontakte')}?gespeichert=${saved}`);
  });
}

export default function Route() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return page.kind === 'form' ? <ContactFormPage {...page} reply={reply} /> : <ContactsPage {...page} />;
}
