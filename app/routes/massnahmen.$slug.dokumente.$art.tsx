import type { LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { type GapLink, gapsFor } from '~/documents/gap-link';
import { documentKindNames, documentTitle, isDocumentKind } from '~/documents/kinds';
import { loaderOf, printPaper } from '~/documents/papers';
import { findTemplate } from '~/documents/templates/store';
import { findReleasedFile } from '~/documents/tender/release';
import { readReleaseNo } from '~/documents/tender/release-no';
import { IncompletePaperPage, UnknownPaperPage } from '~/documents/views/documents-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { catalogueRoles, maySeeExactFigures } from '~/identity/roles';
import { findMeasure } from '~/portfolio/store';
import { found } from '~/ui/http';

export const handle = { access: only(...catalogueRoles) };

/** Why no file came: read by the page that is shown in its place. */
type Refusal =
  | { readonly reason: 'unknownKind'; readonly kinds: string }
  | {
      readonly reason: 'incomplete';
      readonly kind: string;
      readonly title: string;
      readonly measure: { readonly slug: string; readonly title: string };
      readonly gaps: readonly GapLink[];
      readonly mayEdit: boolean;
    };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const { slug = '', art } = params;
  const kind = isDocumentKind(art) ? art : null;
  const releaseNo = readReleaseNo(request);
  if (kind && releaseNo !== null) {
    const content = found(await asReader(actor, (tx) => findReleasedFile(tx, slug, releaseNo, kind)));
    return pdfOf(content, `${kind}-${slug}-satz-${releaseNo}`);
  }
  const asked = { query: new URL(request.url).searchParams, maySeeOpen: maySeeExactFigures(actor) };
  const read = await asReader(actor, async (tx) => {
    const measure = found(await findMeasure(tx, slug));
    if (!kind) throw refusal({ reason: 'unknownKind', kinds: documentKindNames() }, 404);
    return {
      paper: found(await loaderOf(kind)(tx, measure.slug, context.today, asked)),
      template: await findTemplate(tx, kind),
      kind,
    };
  });

  const { paper, template } = read;
  const isDraft = asked.query.get('entwurf') === '1';
  const gaps = gapsFor(actor.roles, paper.gaps);
  if (gaps.length > 0 && !isDraft) {
    throw refusal(
      {
        reason: 'incomplete',
        kind: read.kind,
        title: documentTitle(read.kind),
        measure: paper.measure,
        gaps,
        mayEdit: gaps.some(({ to }) => to !== null),
      },
      409,
    );
  }
  const pdf = await printPaper(paper, template, isDraft);
  return pdfOf(pdf, `${read.kind}-${slug}${isDraft ? '-entwurf' : ''}`);
}

function pdfOf(content: Uint8Array, name: string): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${name}.pdf"`,
    },
  });
}

function refusal(why: Refusal, status: number): Response {
  return Response.json(why, { status });
}

/** The gate asks a file that could not be given once more as a page; this is that page. */
export function ErrorBoundary() {
  const error = useRouteError();
  const why = isRouteErrorResponse(error) ? (error.data as Refusal | null) : null;
  if (why?.reason === 'unknownKind') return <UnknownPaperPage kinds={why.kinds} />;
  if (why?.reason === 'incomplete') return <IncompletePaperPage {...why} />;
  throw error;
}
