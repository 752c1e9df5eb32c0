import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor } from '#db/as-actor';
import { allocationFault, offersWaiting, waitlistFault } from '~/allocation/finding-text';
import { allocationForm } from '~/allocation/forms';
import { initialAllocation, openNeeds } from '~/allocation/initial';
import { enterWaitlist, findAllocationForm, findOffer } from '~/allocation/store';
import { NewAllocationPage, NoAllocationPage } from '~/allocation/views/new-allocation-page';
import { languageName } from '~/clients/languages';
import { ageOn } from '~/clients/rules';
import { listHandled, openClient } from '~/clients/store';
import { identityOf, IdentityBar } from '~/clients/views/client-page';
import { allocateWithLetter } from '~/documents/allocation-letter/letter';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { clientHandlers } from '~/identity/roles';
import { readForm } from '~/ui/form/read-form';
import { found, notFound } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only(...clientHandlers) };

export const meta: MetaFunction = () => [{ title: pageTitle('Zuweisen', 'Zuweisungen') }];

/** Writes, although it is a GET: whoever opens a client is recorded. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  const { clientId, slug, spot } = askedIn(request);
  return await asActor(actor, async (tx) => {
    const client = found((await openClient(tx, actor, clientId))?.client);
    if (!(await listHandled(tx)).has(client.responsibleId)) throw notFound();
    if (slug === '') throw redirect(paths.fittingMeasures(client.id));
    const { takesIn, there, access, ...form } = found(await findAllocationForm(tx, client.id, slug, today));
    const page = { client: identityOf(client), age: ageOn(client.birthDate, today), measure: form.measure };
    const no = (why: Parameters<typeof NoAllocationPage>[0]['why'], mayWait = false) => ({
      kind: 'no' as const,
      ...page,
      why,
      mayWait,
    });
    if (access !== 'open') return no(access);
    if (there) return no({ until: there.ends, allocationId: there.id });
    if (!takesIn) return no('noIntake', form.measure.intake !== 'closed' && !form.isWaiting);
    if (form.spots.length === 0) return no('noSpot', !form.isWaiting);
    return {
      kind: 'form' as const,
      ...form,
      ...page,
      needs: openNeeds(client),
      language: client.interpreterLanguage && languageName(client.interpreterLanguage),
      initial: initialAllocation(client, form, spot, today),
    };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  const asked = { ...askedIn(request), today };
  const form = await readForm(request, allocationForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
  const { typed, value } = form;
  if (value.intent === 'wait') {
    const entered = found(
      await asActor(actor, async (tx) => {
        const spots = (await findOffer(tx, asked.slug, today))?.spots ?? [];
        const site = spots.find(({ key }) => key === value.spot)?.site ?? null;
        return enterWaitlist(tx, actor, asked, { site, since: today });
      }),
    );
    if (entered.ok) return redirect(`${paths.waitlist()}?gespeichert=wartet`);
    return data({ errors: Object.fromEntries(entered.findings.map(waitlistFault)), typed }, 409);
  }
  const result = found(await asActor(actor, (tx) => allocateWithLetter(tx, actor, asked, value)));
  if (result.ok) return redirect(`${paths.allocation(result.value)}?gespeichert=zugewiesen`);
  const errors = Object.fromEntries(result.findings.map(allocationFault));
  return data({ errors, typed, offersWaiting: offersWaiting(result.findings) }, 409);
}

/** Whom and what it is about: ids and slugs only, in the address as links bring them. */
function askedIn(request: Request) {
  const query = new URL(request.url).searchParams;
  return {
    clientId: query.get('kundin') ?? '',
    slug: query.get('massnahme') ?? '',
    spot: query.get('platz') ?? '',
  };
}

export default function Route() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const identity = <IdentityBar client={page.client} age={page.age} />;
  if (page.kind === 'no') return <NoAllocationPage {...page} identity={identity} />;
  return <NewAllocationPage {...page} identity={identity} reply={reply} />;
}
