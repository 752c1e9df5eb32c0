import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { newMeasureForm } from '~/portfolio/new-measure-form';
import { isMeasureSlug, isReservedSlug } from '~/portfolio/slug';
import { createMeasure, listTitles } from '~/portfolio/store';
import { NewMeasurePage } from '~/portfolio/views/new-measure-page';
import { readForm } from '~/ui/form/read-form';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('districtOfficer') };

export const meta: MetaFunction = () => [{ title: pageTitle('Maßnahme anlegen', 'Maßnahmen') }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const wanted = new URL(request.url).searchParams.get('kopie-von') ?? '';
  const templates = await asReader(requireActor(context), listTitles);
  const copyOf = isMeasureSlug(wanted) && templates.some(({ slug }) => slug === wanted) ? wanted : null;
  return { templates, copyOf };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const form = await readForm(request, newMeasureForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
  const { typed } = form;
  if (isReservedSlug(form.value.slug)) return data({ errors: { slug: slugTaken }, typed }, 409);
  const created = await asActor(actor, (tx) => createMeasure(tx, actor, form.value));
  if (created.ok) return redirect(paths.editMeasure(created.value));
  const isSlug = created.findings.some(({ code }) => code === 'slugTaken');
  const errors: Record<string, string> = isSlug
    ? { slug: slugTaken }
    : { copyOf: 'Diese Maßnahme gibt es nicht mehr. Wählen Sie eine andere.' };
  return data({ errors, typed }, 409);
}

const slugTaken = 'Dieser Kurzname ist schon vergeben. Geben Sie einen anderen ein.';

export default function Route() {
  return <NewMeasurePage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
