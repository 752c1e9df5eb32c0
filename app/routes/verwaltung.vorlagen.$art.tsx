import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { findTemplateKind } from '~/documents/kinds';
import { faultsOfTemplate, placeholdersOf } from '~/documents/templates/files';
import { templateForm } from '~/documents/templates/forms';
import { addTemplateVersion, findTemplate } from '~/documents/templates/store';
import { TemplatePage } from '~/documents/views/templates-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('portalAdmin') };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { kind, title } = kindOf(params.art);
  const template = await asReader(requireActor(context), (tx) => findTemplate(tx, kind));
  return {
    template: { ...template, title },
    placeholders: placeholdersOf(kind),
    isSaved: new URL(request.url).searchParams.has('gespeichert'),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const { kind } = kindOf(params.art);
  const form = await readForm(request, templateForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);

  const faults = faultsOfTemplate(kind, form.value.body);
  if (faults.length > 0) {
    const sentence = faults
      .map(({ file, line, message }) => `${file}, Zeile ${String(line)}: ${message}`)
      .join(' ');
    return data({ errors: { body: sentence }, typed: form.typed }, 422);
  }
  const { body, basedOn } = form.value;
  const version = await asActor(actor, (tx) => addTemplateVersion(tx, actor, kind, body, basedOn));
  if (version === null) {
    const findings = [
      'Inzwischen hat jemand anderes eine neue Fassung gespeichert. Ihr Text steht noch im Feld. Vergleichen Sie ihn in einem zweiten Fenster mit der neuen Fassung.',
    ];
    return data({ findings, typed: form.typed }, 409);
  }
  return redirect(`${paths.template(kind)}?gespeichert=1`);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: pageTitle(page ? `Vorlage: ${page.template.title}` : 'Nicht gefunden') },
];

export default function Route() {
  const { isSaved, ...page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const saved = isSaved ? { saved: 'Die neue Fassung ist gespeichert und gilt ab jetzt.' } : undefined;
  return <TemplatePage {...page} reply={reply ?? saved} />;
}

function kindOf(art: string | undefined) {
  return found(findTemplateKind(art));
}
