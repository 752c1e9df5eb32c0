import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor } from '#db/as-actor';
import { waitlistFault } from '~/allocation/finding-text';
import { waitForm } from '~/allocation/forms';
import { enterWaitlist, findOffer, listOffers, listWaiting } from '~/allocation/store';
import { JoinWaitlistPage } from '~/allocation/views/waiting-pages';
import { WaitlistPage } from '~/allocation/views/waitlist-page';
import { shownWaiting } from '~/allocation/waiting';
import { ageOn } from '~/clients/rules';
import { listHandled, openClient } from '~/clients/store';
import { identityOf, IdentityBar } from '~/clients/views/client-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { clientHandlers, clientRoles, roleNames } from '~/identity/roles';
import { readForm } from '~/ui/form/read-form';
import { forbidden, found, notFound } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only(...clientRoles) };

export const meta: MetaFunction = () => [{ title: pageTitle('Warteliste', 'Zuweisungen') }];

const savedTexts = new Map([
  ['wartet', 'Die Person steht auf der Warteliste.'],
  ['geprueft', 'Der Eintrag ist als geprüft festgehalten.'],
  ['beendet', 'Die Person steht nicht mehr auf der Warteliste.'],
]);

/** The list, or (`?kundin=…&massnahme=…`) the form that puts somebody on it; that opening is recorded. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  const query = new URL(request.url).searchParams;
  const clientId = query.get('kundin');
  const slug = query.get('massnahme') ?? '';
  return await asActor(actor, async (tx) => {
    const handled = await listHandled(tx);
    if (clientId === null) {
      const [entries, offers] = await Promise.all([listWaiting(tx, null), listOffers(tx, today)]);
      return {
        kind: 'list' as const,
        ...shownWaiting(entries, offers, { slug, handled: isHandler(actor) ? handled : new Set(), today }),
        saved: savedTexts.get(query.get('gespeichert') ?? '') ?? null,
      };
    }
    const client = found((await openClient(tx, actor, clientId))?.client);
    if (!isHandler(actor) || !handled.has(client.responsibleId)) throw notFound();
    const offer = found(await findOffer(tx, slug, today));
    return {
      kind: 'join' as const,
      client: identityOf(client),
      age: ageOn(client.birthDate, today),
      measure: { slug, title: offer.title },
      sites: [...new Set(offer.spots.map(({ site }) => site))],
      today,
    };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  if (!isHandler(actor)) throw forbidden(clientHandlers.map((role) => roleNames[role]).join(', '));
  const query = new URL(request.url).searchParams;
  const asked = {
    clientId: query.get('kundin') ?? '',
    slug: query.get('massnahme') ?? '',
    today: context.today,
  };
  const form = await readForm(request, waitForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
  const result = found(await asActor(actor, (tx) => enterWaitlist(tx, actor, asked, form.value)));
  if (result.ok) return redirect(`${paths.waitlist()}?gespeichert=wartet`);
  return data({ errors: Object.fromEntries(result.findings.map(waitlistFault)), typed: form.typed }, 409);
}

function isHandler({ roles }: { readonly roles: readonly string[] }): boolean {
  return clientHandlers.some((role) => roles.includes(role));
}

export default function Route() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (page.kind === 'list') return <WaitlistPage {...page} />;
  const { client, age, ...join } = page;
  return (
    <JoinWaitlistPage
      {...join}
      client={client}
      identity={<IdentityBar client={client} age={age} />}
      reply={reply}
    />
  );
}
