import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { gapLink } from '~/documents/council-paper/links';
import { missingForPaper } from '~/documents/council-paper/rules';
import { findCouncilPaper } from '~/documents/council-paper/store';
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
  const { facts } = found(await asReader(actor, (tx) => findCouncilPaper(tx, slug, context.today)));
  return {
    measure: { slug, title: facts.measure.title },
    gaps: missingForPaper(facts).map((gap) => gapLink(slug, gap)),
    mayEdit: actor.roles.includes('districtOfficer'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? pageTitle('Unterlagen', data.measure.title) : pageTitle('Nicht gefunden') },
];

export default function Route() {
  return <DocumentsPage {...useLoaderData<typeof loader>()} />;
}
