import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { isOpen } from '~/allocation/allocation';
import { nextSteps } from '~/allocation/rules/next';
import { findAllocation, openAllocation } from '~/allocation/store';
import { AllocationPage } from '~/allocation/views/allocation-page';
import { openingForm } from '~/clients/forms';
import { ageOn } from '~/clients/rules';
import { listHandled, openForPurpose } from '~/clients/store';
import { identityOf, IdentityBar } from '~/clients/views/client-page';
import { PurposePage } from '~/clients/views/purpose-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { clientHandlers, clientRoles, roleNames } from '~/identity/roles';
import { readForm } from '~/ui/form/read-form';
import { forbidden, found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only(...clientRoles) };

/** Neither number nor name: titles stand in the history of the browser. */
export const meta: MetaFunction = () => [{ title: pageTitle('Zuweisung', 'Zuweisungen') }];

const savedTexts = new Map([
  ['zugewiesen', 'Zuweisung gespeichert. Das Schreiben steht unter Entscheidung.'],
  ['abgeschlossen', 'Die Zuweisung ist abgeschlossen. Der Platz ist frei.'],
  ['verlaengert', 'Die Zuweisung ist verlängert.'],
]);

/** Writes, although it is a GET: whoever opens a page about a person is recorded. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  return await asActor(actor, async (tx) => {
    const { facts, head, client, words } = found(await openAllocation(tx, actor, params.zuweisung ?? ''));
    if (!client || !words) return { kind: 'purpose' as const, head };
    const isHandled =
      clientHandlers.some((role) => actor.roles.includes(role)) &&
      (await listHandled(tx)).has(facts.responsibleId);
    const mayChange = isHandled && facts.slug !== null && isOpen(facts.state);
    return {
      kind: 'allocation' as const,
      facts,
      words,
      client: identityOf(client),
      age: ageOn(client.birthDate, today),
      next: facts.slug === null ? [] : nextSteps({ ...facts, reports: words.reports }),
      today,
      mayChange,
      maySettle: mayChange && facts.firstContactOn === null && words.contacts.held === 0,
      saved: savedTexts.get(new URL(request.url).searchParams.get('gespeichert') ?? '') ?? null,
    };
  });
}

/** A team lead says for what; then the page shows the words (rule P2). */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const facts = found(await asReader(actor, (tx) => findAllocation(tx, params.zuweisung ?? '')));
  if (!actor.roles.includes('teamLead')) throw forbidden(roleNames.teamLead);
  const form = await readForm(request, openingForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
  await asActor(actor, (tx) => openForPurpose(tx, actor, facts.clientId, form.value.purpose));
  return redirect(paths.allocation(facts.id));
}

export default function Route() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (page.kind === 'purpose') return <PurposePage head={page.head} reply={reply} />;
  const { client, age, ...allocation } = page;
  return <AllocationPage {...allocation} identity={<IdentityBar client={client} age={age} />} />;
}
