import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor } from '#db/as-actor';
import { settleFault } from '~/allocation/finding-text';
import { settleForm } from '~/allocation/forms';
import { findOwnAllocation, openOwnAllocation, settleAllocation } from '~/allocation/store';
import { SettlePage } from '~/allocation/views/step-pages';
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

export const meta: MetaFunction = () => [{ title: pageTitle('Nicht angetreten', 'Zuweisungen') }];

/** Writes, although it is a GET: whoever opens a page about a person is recorded. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  const { facts, client } = found(
    await asActor(actor, (tx) => openOwnAllocation(tx, actor, params.zuweisung ?? '')),
  );
  return { facts, client: identityOf(client), age: ageOn(client.birthDate, today), today };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const id = params.zuweisung ?? '';
  const form = await readForm(request, settleForm);
  const result = await asActor(actor, async (tx) => {
    found(await findOwnAllocation(tx, id));
    return form.ok ? found(await settleAllocation(tx, actor, id, form.value, context.today)) : null;
  });
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
  if (result && !result.ok) {
    return data({ errors: Object.fromEntries(result.findings.map(settleFault)), typed: form.typed }, 409);
  }
  return redirect(`${paths.allocation(id)}?gespeichert=abgeschlossen`);
}

export default function Route() {
  const { client, age, ...page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <SettlePage {...page} identity={<IdentityBar client={client} age={age} />} reply={reply} />;
}
