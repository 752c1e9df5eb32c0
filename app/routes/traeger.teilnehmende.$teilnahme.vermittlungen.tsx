import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { referralFault } from '~/reporting/finding-text';
import { referralForm, referralOutcomeForm } from '~/reporting/forms';
import { mayStillRecord } from '~/reporting/rules/contacts';
import {
  findParticipant,
  listReferrals,
  openParticipant,
  recordReferral,
  settleReferral,
} from '~/reporting/store';
import { shownParticipant } from '~/reporting/views/frame';
import { NewReferralPage, ReferralOutcomePage, ReferralsPage } from '~/reporting/views/referral-pages';
import { readForm } from '~/ui/form/read-form';
import { found, notFound } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('provider') };

export const meta: MetaFunction = () => [{ title: pageTitle('Vermittlungen', 'Teilnehmende') }];

const savedTexts = new Map([
  ['vermittlung', 'Die Vermittlung ist eingetragen.'],
  ['ergebnis', 'Das Ergebnis ist eingetragen.'],
]);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const query = new URL(request.url).searchParams;
  const referralId = query.get('vermittlung');
  return await asActor(actor, async (tx) => {
    const participant = found(await openParticipant(tx, actor, params.teilnahme ?? ''));
    const shown = shownParticipant(participant);
    if (query.has('neu')) return { kind: 'add' as const, participant: shown };
    const referrals = await listReferrals(tx, participant.id);
    if (referralId !== null) {
      const referral = found(referrals.find(({ id }) => id === referralId));
      return { kind: 'settle' as const, participant: shown, referral };
    }
    return {
      kind: 'show' as const,
      participant: shown,
      referrals,
      mayRecord: mayStillRecord(participant),
      saved: savedTexts.get(query.get('gespeichert') ?? '') ?? null,
    };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const query = new URL(request.url).searchParams;
  const referralId = query.get('vermittlung');
  const { today } = context;
  return await asActor(actor, async (tx) => {
    const { id } = found(await findParticipant(tx, params.teilnahme ?? ''));
    const address = paths.participantStep(id, 'vermittlungen');
    if (query.has('neu')) {
      const form = await readForm(request, referralForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const result = found(await recordReferral(tx, actor, id, form.value, today));
      if (result.ok) return redirect(`${address}?gespeichert=vermittlung`);
      return data({ errors: Object.fromEntries(result.findings.map(referralFault)), typed: form.typed }, 409);
    }
    if (referralId === null) throw notFound();
    const form = await readForm(request, referralOutcomeForm);
    if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
    const result = found(await settleReferral(tx, actor, { id, referralId }, form.value, today));
    if (result.ok) return redirect(`${address}?gespeichert=ergebnis`);
    return data({ errors: Object.fromEntries(result.findings.map(referralFault)), typed: form.typed }, 409);
  });
}

export default function Route() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  switch (page.kind) {
    case 'add':
      return <NewReferralPage {...page} reply={reply} />;
    case 'settle':
      return <ReferralOutcomePage {...page} reply={reply} />;
    case 'show':
      return <ReferralsPage {...page} />;
  }
}
