import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { templateKinds } from '~/documents/kinds';
import { findTemplate } from '~/documents/templates/store';
import { TemplatesPage } from '~/documents/views/templates-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only('portalAdmin') };

export const meta = () => [{ title: pageTitle('Vorlagen') }];

export async function loader({ context }: LoaderFunctionArgs) {
  const templates = await asReader(requireActor(context), (tx) =>
    Promise.all(templateKinds.map(({ kind }) => findTemplate(tx, kind))),
  );
  return {
    templates: templateKinds.map(({ kind, title }, index) => ({
      kind,
      title,
      version: templates[index]?.version ?? 0,
    })),
  };
}

export default function Route() {
  return <TemplatesPage {...useLoaderData<typeof loader>()} />;
}
