import type { LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { gapLink, type GapLink } from '~/documents/council-paper/links';
import { printCouncilPaper } from '~/documents/council-paper/print';
import { missingForPaper } from '~/documents/council-paper/rules';
import { findCouncilPaper } from '~/documents/council-paper/store';
import { documentKindNames, documentTitle, isDocumentKind } from '~/documents/kinds';
import { findTemplate } from '~/documents/templates/store';
import { IncompletePaperPage, UnknownPaperPage } from '~/documents/views/documents-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { catalogueRoles } from '~/identity/roles';
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
  const read = await asReader(actor, async (tx) => ({
    paper: found(await findCouncilPaper(tx, slug, context.today)),
    template: kind && (await findTemplate(tx, kind)),
  }));
  if (!kind || !read.template) throw refusal({ reason: 'unknownKind', kinds: documentKindNames() }, 404);

  const { paper, template } = read;
  const isDraft = new URL(request.url).searchParams.get('entwurf') === '1';
  const gaps = missingForPaper(paper.facts);
  if (gaps.length > 0 && !isDraft) {
    throw refusal(
      {
        reason: 'incomplete',
        kind,
        title: documentTitle(kind),
        measure: { slug, title: paper.facts.measure.title },
        gaps: gaps.map((gap) => gapLink(slug, gap)),
        mayEdit: actor.roles.includes('districtOfficer'),
      },
      409,
    );
  }
  const pdf = await printCouncilPaper(paper, template, isDraft);
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${kind}-${slug}${isDraft ? '-entwurf' : ''}.pdf"`,
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
