import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { openingForm } from '~/clients/forms';
import { ageBandOn, ageOn } from '~/clients/rules';
import {
  findHead,
  listHandled,
  listHandovers,
  listOpenings,
  openClient,
  openForPurpose,
} from '~/clients/store';
import { ClientPage } from '~/clients/views/client-page';
import { PurposePage } from '~/clients/views/purpose-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { clientRoles, roleNames } from '~/identity/roles';
import { readForm } from '~/ui/form/read-form';
import { forbidden, found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only(...clientRoles) };

/** Neither number nor name: titles stand in the history of the browser. */
export const meta: MetaFunction = () => [{ title: pageTitle('Person', 'Kundinnen und Kunden') }];

const savedTexts = new Map([
  ['erfasst', 'Die Person ist erfasst. Sie sind zuständig.'],
  ['geaendert', 'Die Angaben sind gespeichert.'],
]);

/** Writes, although it is a GET: whoever opens a client is recorded. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  return await asActor(actor, async (tx) => {
    const { head, client } = found(await openClient(tx, actor, params.kundin ?? ''));
    if (!client) return { kind: 'purpose' as const, head };
    const [handovers, openings, handled] = await Promise.all([
      listHandovers(tx, client.id),
      listOpenings(tx, client.id),
      listHandled(tx),
    ]);
    return {
      kind: 'client' as const,
      client,
      age: ageOn(client.birthDate, today),
      ageBand: ageBandOn(client.birthDate, today),
      mayChange: handled.has(client.responsibleId) && !isLeadOnly(actor.roles),
      isRepresented: handled.has(client.responsibleId) && client.responsibleId !== actor.accountId,
      handovers,
      openings,
      saved: savedTexts.get(new URL(request.url).searchParams.get('gespeichert') ?? '') ?? null,
    };
  });
}

function isLeadOnly(roles: readonly string[]): boolean {
  return !roles.includes('caseworker') && !roles.includes('jobcenterCaseManager');
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const head = found(await asReader(actor, (tx) => findHead(tx, params.kundin ?? '')));
  if (!actor.roles.includes('teamLead')) throw forbidden(roleNames.teamLead);
  const form = await readForm(request, openingForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
  await asActor(actor, (tx) => openForPurpose(tx, actor, head.id, form.value.purpose));
  return redirect(paths.client(head.id));
}

export default function Route() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (page.kind === 'purpose') return <PurposePage head={page.head} reply={reply} />;
  return <ClientPage {...page} />;
}
