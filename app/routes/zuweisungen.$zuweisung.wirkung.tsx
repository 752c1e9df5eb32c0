import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { effectForm } from '~/care/forms';
import { findEffectSubject, recordEffect } from '~/care/store';
import { EffectFormPage } from '~/care/views/effect-pages';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { clientHandlers } from '~/identity/roles';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only(...clientHandlers) };

export const meta: MetaFunction = () => [{ title: pageTitle('Wirkungsanalyse', 'Datensatz') }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const subject = await asReader(actor, (tx) => findEffectSubject(tx, actor, params.zuweisung ?? ''));
  return { ...found(subject), saved: new URL(request.url).searchParams.has('erfasst') };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  return await asActor(actor, async (tx) => {
    const subject = found(await findEffectSubject(tx, actor, params.zuweisung ?? ''));
    const form = await readForm(request, effectForm);
    if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
    const result = await recordEffect(tx, actor, subject, form.value);
    if (result.ok) return redirect(`${paths.allocationStep(subject.allocationId, 'wirkung')}?erfasst=1`);
    const sentences = result.findings.map(({ code }) =>
      code === 'alreadyRecorded'
        ? 'Für diesen Abgang liegt schon ein Datensatz vor.'
        : 'Der Datensatz wird erst nach dem Abgang erfasst.',
    );
    return data({ errors: {}, findings: sentences, typed: form.typed }, 409);
  });
}

export default function Route() {
  return <EffectFormPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
