import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { gapsFor } from '~/documents/gap-link';
import { documentKinds } from '~/documents/kinds';
import { loaderOf } from '~/documents/papers';
import { findNewestRelease, isTenderKind } from '~/documents/tender/release';
import { TenderSection } from '~/documents/tender/views/tender-section';
import { DocumentsPage } from '~/documents/views/documents-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { catalogueRoles } from '~/identity/roles';
import { found } from '~/ui/http';
import { formatMoment } from '~/ui/moment';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only(...catalogueRoles) };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const slug = params.slug ?? '';
  const { papers, release } = await asReader(actor, async (tx) => ({
    papers: await Promise.all(documentKinds.map(({ kind }) => loaderOf(kind)(tx, slug, context.today))),
    release: await findNewestRelease(tx, slug, context.today),
  }));
  const { measure } = found(papers[0]);
  const documents = documentKinds.map(({ kind, title, purpose }, index) => ({
    kind,
    title,
    purpose,
    gaps: gapsFor(actor.roles, papers[index]?.gaps ?? []),
  }));
  return {
    measure,
    documents: documents.filter(({ kind }) => !isTenderKind(kind)),
    tender: {
      papers: documents.flatMap(({ kind, purpose, gaps }) =>
        isTenderKind(kind) ? [{ kind, purpose, gapCount: gaps.length }] : [],
      ),
      release: release && { no: release.no, releasedAt: formatMoment(release.createdAt) },
      changes: release?.changes ?? [],
      mayPrepare: actor.roles.includes('districtOfficer') || actor.roles.includes('procurementOfficer'),
    },
    mayEdit: actor.roles.includes('districtOfficer'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? pageTitle('Unterlagen', data.measure.title) : pageTitle('Nicht gefunden') },
];

export default function Route() {
  const { tender, ...page } = useLoaderData<typeof loader>();
  return (
    <DocumentsPage {...page}>
      <TenderSection slug={page.measure.slug} {...tender} />
    </DocumentsPage>
  );
}
