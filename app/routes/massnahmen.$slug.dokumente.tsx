import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { documentKinds } from '~/documents/kinds';
import { loaderOf } from '~/documents/papers';
import { DocumentsPage } from '~/documents/views/documents-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { catalogueRoles } from '~/identity/roles';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only(...catalogueRoles) };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const slug = params.slug ?? '';
  const papers = await asReader(actor, (tx) =>
    Promise.all(documentKinds.map(({ kind }) => loaderOf(kind)(tx, slug, context.today))),
  );
  const { measure } = found(papers[0]);
  return {
    measure,
    documents: documentKinds.map(({ kind, title, purpose }, index) => ({
      kind,
      title,
      purpose,
      gaps: papers[index]?.gaps ?? [],
    })),
    mayEdit: actor.roles.includes('districtOfficer'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? pageTitle('Unterlagen', data.measure.title) : pageTitle('Nicht gefunden') },
];

export default function Route() {
  return <DocumentsPage {...useLoaderData<typeof loader>()} />;
}
