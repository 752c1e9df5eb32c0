import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { asActor, asReader } from '#db/as-actor';
import { listClientAllocations, listClientWaiting } from '~/allocation/store';
import { ClientAllocations } from '~/allocation/views/client-allocations';
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
import { consentForm } from '~/eligibility/forms';
import { consentSentence } from '~/eligibility/finding-text';
import { decideConsent, listChecks } from '~/eligibility/store';
import { CheckHistory } from '~/eligibility/views/check-history';
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
  ['geprueft', 'Die Zugangsprüfung ist festgehalten.'],
  ['zustimmung', 'Ihre Entscheidung ist festgehalten.'],
]);

/** Writes, although it is a GET: whoever opens a client is recorded. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  return await asActor(actor, async (tx) => {
    const { head, client } = found(await openClient(tx, actor, params.kundin ?? ''));
    if (!client) return { kind: 'purpose' as const, head };
    const [allocations, waiting, checks, handovers, openings, handled] = await Promise.all([
      listClientAllocations(tx, client.id),
      listClientWaiting(tx, client.id),
      listChecks(tx, client.id),
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
      allocations,
      waiting,
      checks,
      mayConsentAs: actor.roles.includes('teamLead') ? actor.accountId : null,
      handovers,
      openings,
      today,
      saved: savedTexts.get(new URL(request.url).searchParams.get('gespeichert') ?? '') ?? null,
    };
  });
}

function isLeadOnly(roles: readonly string[]): boolean {
  return !roles.includes('caseworker') && !roles.includes('jobcenterCaseManager');
}

const sentForm = z.object({ form: z.literal('consent'), checkId: z.string() });

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const head = found(await asReader(actor, (tx) => findHead(tx, params.kundin ?? '')));
  if (!actor.roles.includes('teamLead')) throw forbidden(roleNames.teamLead);
  const sent = await readForm(request.clone(), sentForm);
  if (!sent.ok) {
    const form = await readForm(request, openingForm);
    if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
    await asActor(actor, (tx) => openForPurpose(tx, actor, head.id, form.value.purpose));
    return redirect(paths.client(head.id));
  }
  const form = await readForm(request, consentForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
  const { isGranted, consentReason: reason } = form.value;
  const key = { clientId: head.id, checkId: sent.value.checkId };
  const result = found(await asActor(actor, (tx) => decideConsent(tx, actor, key, { isGranted, reason })));
  if (result.ok) return redirect(`${paths.client(head.id)}?gespeichert=zustimmung`);
  return data({ errors: {}, findings: result.findings.map(consentSentence), typed: form.typed }, 409);
}

export default function Route() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (page.kind === 'purpose') return <PurposePage head={page.head} reply={reply} />;
  const { allocations, waiting, checks, mayConsentAs, today, ...client } = page;
  return (
    <ClientPage {...client}>
      <ClientAllocations
        clientId={client.client.id}
        allocations={allocations}
        waiting={waiting}
        today={today}
        mayAllocate={client.mayChange}
      />
      <CheckHistory
        clientId={client.client.id}
        checks={checks}
        mayCheck={client.mayChange}
        mayConsentAs={mayConsentAs}
        reply={reply}
      />
    </ClientPage>
  );
}
