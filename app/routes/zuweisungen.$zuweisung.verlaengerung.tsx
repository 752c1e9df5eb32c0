import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor } from '#db/as-actor';
import { extendFault } from '~/allocation/finding-text';
import { extendForm } from '~/allocation/forms';
import { extendAllocation, findOwnAllocation, findRoom, openOwnAllocation } from '~/allocation/store';
import { ExtendPage } from '~/allocation/views/step-pages';
import { ageOn } from '~/clients/rules';
import { identityOf, IdentityBar } from '~/clients/views/client-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { clientHandlers } from '~/identity/roles';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only(...clientHandlers) };

export const meta: MetaFunction = () => [{ title: pageTitle('Zuweisung verlängern', 'Zuweisungen') }];

/** Writes, although it is a GET: whoever opens a page about a person is recorded. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  return await asActor(actor, async (tx) => {
    const { facts, client } = found(await openOwnAllocation(tx, actor, params.zuweisung ?? ''));
    const room = found(await findRoom(tx, facts.id));
    return { facts, room, client: identityOf(client), age: ageOn(client.birthDate, context.today) };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const id = params.zuweisung ?? '';
  const form = await readForm(request, extendForm);
  const result = await asActor(actor, async (tx) => {
    found(await findOwnAllocation(tx, id));
    return form.ok ? found(await extendAllocation(tx, actor, id, form.value)) : null;
  });
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
  if (result && !result.ok) {
    return data({ errors: Object.fromEntries(result.findings.map(extendFault)), typed: form.typed }, 409);
  }
  return redirect(`${paths.allocation(id)}?gespeichert=verlaengert`);
}

export default function Route() {
  const { client, age, ...page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <ExtendPage {...page} identity={<IdentityBar client={client} age={age} />} reply={reply} />;
}
