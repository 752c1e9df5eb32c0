import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { checkedForm, withdrawForm } from '~/allocation/forms';
import { confirmWaiting, findOwnEntry, withdraw } from '~/allocation/store';
import { WaitlistEntryPage } from '~/allocation/views/waiting-pages';
import { ageOn } from '~/clients/rules';
import { openClient } from '~/clients/store';
import { identityOf, IdentityBar } from '~/clients/views/client-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { clientHandlers } from '~/identity/roles';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only(...clientHandlers) };

export const meta: MetaFunction = () => [{ title: pageTitle('Warteliste', 'Zuweisungen') }];

/** Writes, although it is a GET: whoever opens a page about a person is recorded. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  return await asActor(actor, async (tx) => {
    const entry = found(await findOwnEntry(tx, params.eintrag ?? ''));
    const client = found((await openClient(tx, actor, entry.clientId ?? ''))?.client);
    const { id, slug, measureTitle, site, waitingSince, checkedOn } = entry;
    return {
      entry: { id, clientId: client.id, slug, measureTitle, site, waitingSince, checkedOn },
      client: identityOf(client),
      age: ageOn(client.birthDate, context.today),
    };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  const entry = found(await asReader(actor, (tx) => findOwnEntry(tx, params.eintrag ?? '')));
  if ((await readForm(request.clone(), checkedForm)).ok) {
    await asActor(actor, (tx) => confirmWaiting(tx, actor, entry, today));
    return redirect(`${paths.waitlist()}?gespeichert=geprueft`);
  }
  const form = await readForm(request, withdrawForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
  await asActor(actor, (tx) => withdraw(tx, actor, entry, form.value.endReason, today));
  return redirect(`${paths.waitlist()}?gespeichert=beendet`);
}

export default function Route() {
  const { client, age, entry } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <WaitlistEntryPage entry={entry} identity={<IdentityBar client={client} age={age} />} reply={reply} />
  );
}
