import type { LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import type { ComponentProps } from 'react';
import { asReader } from '#db/as-actor';
import { gapsFor } from '~/documents/gap-link';
import { documentTitle } from '~/documents/kinds';
import { tenderZip } from '~/documents/tender/archive';
import { tenderGapLink } from '~/documents/tender/links';
import { findTender, findTenderTemplates, printTender } from '~/documents/tender/print';
import { findReleasedFiles } from '~/documents/tender/release';
import { readReleaseNo } from '~/documents/tender/release-no';
import { IncompletePaperPage } from '~/documents/views/documents-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { catalogueRoles } from '~/identity/roles';
import { found, notFound } from '~/ui/http';

export const handle = { access: only(...catalogueRoles) };

type Refusal = ComponentProps<typeof IncompletePaperPage>;

/** All tender papers as one archive: as they stand, or (`?freigabe=2`) as they were released. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const slug = params.slug ?? '';
  const no = readReleaseNo(request);
  if (no !== null) {
    const files = await asReader(actor, (tx) => findReleasedFiles(tx, slug, no));
    if (files.length === 0) throw notFound();
    return zipOf(slug, files, `satz-${no}`);
  }

  const { facts, gaps, templates } = await asReader(actor, async (tx) => ({
    ...found(await findTender(tx, slug, context.today)),
    templates: await findTenderTemplates(tx),
  }));
  const isDraft = new URL(request.url).searchParams.get('entwurf') === '1';
  if (gaps.length > 0 && !isDraft) {
    const links = gapsFor(
      actor.roles,
      gaps.map((gap) => tenderGapLink(slug, gap)),
    );
    const why: Refusal = {
      measure: facts.measure,
      kind: 'vergabeunterlagen',
      title: documentTitle('vergabeunterlagen'),
      gaps: links,
      mayEdit: links.some(({ to }) => to !== null),
    };
    throw Response.json(why, { status: 409 });
  }
  const files = await printTender(facts, templates, { date: context.today, isDraft });
  return zipOf(slug, files, isDraft ? 'entwurf' : 'arbeitsstand');
}

function zipOf(slug: string, files: Parameters<typeof tenderZip>[1], state: string): Response {
  return new Response(new Uint8Array(tenderZip(slug, files)), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="vergabeunterlagen-${slug}-${state}.zip"`,
    },
  });
}

/** The gate asks a file that could not be given once more as a page; this is that page. */
export function ErrorBoundary() {
  const error = useRouteError();
  const why = isRouteErrorResponse(error) && error.status === 409 ? (error.data as Refusal) : null;
  if (why) return <IncompletePaperPage {...why} />;
  throw error;
}
