import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor } from '#db/as-actor';
import { handoverForm } from '~/clients/forms';
import { ageOn } from '~/clients/rules';
import { staffText } from '~/clients/staff-words';
import { findClient, handOver, listStaff, openClient } from '~/clients/store';
import { identityOf } from '~/clients/views/client-page';
import { HandOverPage } from '~/clients/views/hand-over-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { clientHandlers } from '~/identity/roles';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only(...clientHandlers) };

export const meta: MetaFunction = () => [
  { title: pageTitle('Zuständigkeit übergeben', 'Kundinnen und Kunden') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  return await asActor(actor, async (tx) => {
    const client = found((await openClient(tx, actor, params.kundin ?? ''))?.client);
    const staff = await listStaff(tx);
    return {
      client: identityOf(client),
      age: ageOn(client.birthDate, context.today),
      colleagues: staff
        .filter((member) => member.function !== 'teamLead' && member.accountId !== client.responsibleId)
        .map((member) => ({ accountId: member.accountId, text: staffText(member) })),
    };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const form = await readForm(request, handoverForm);
  return await asActor(actor, async (tx) => {
    const client = found(await findClient(tx, params.kundin ?? ''));
    if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
    const result = await handOver(tx, actor, client, form.value);
    if (result.ok) return redirect(paths.clients());
    const toId = result.findings.some(({ code }) => code === 'alreadyInCharge')
      ? 'Diese Person ist schon zuständig. Wählen Sie eine andere.'
      : 'Diese Person ist keinem Team mehr zugeordnet. Wählen Sie eine andere.';
    return data({ errors: { toId }, typed: form.typed }, 409);
  });
}

export default function Route() {
  return <HandOverPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
