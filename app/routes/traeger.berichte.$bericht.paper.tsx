import type { LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, Link, useRouteError } from '@remix-run/react';
import { renderPdf } from '#templates/engine/index';
import { asActor } from '#db/as-actor';
import { findDraftPaper } from '~/documents/participant-report/paper';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { findPaper, openReport } from '~/reports/store';
import { found, pdfResponse } from '~/ui/http';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';

export const handle = { access: only('provider') };

/** The report as it was submitted, or (`?entwurf=1`) as it would be. Writes: whoever opens it is recorded. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const id = params.bericht ?? '';
  const isDraft = new URL(request.url).searchParams.get('entwurf') === '1';
  const { paper, draft } = await asActor(actor, async (tx) => {
    found(await openReport(tx, actor, id));
    return {
      paper: isDraft ? undefined : await findPaper(tx, id),
      draft: isDraft ? await findDraftPaper(tx, id, context.today) : undefined,
    };
  });
  const content = paper ?? (draft && (await renderPdf(draft)));
  if (!content) throw Response.json({ reason: 'notSubmitted', id }, { status: 409 });
  return pdfResponse(content, 'bericht.pdf');
}

/** The gate asks a file that could not be given once more as a page; this is that page. */
export function ErrorBoundary() {
  const error = useRouteError();
  const why = isRouteErrorResponse(error) ? (error.data as { reason?: string; id: string } | null) : null;
  if (why?.reason !== 'notSubmitted') throw error;
  return (
    <Page
      title="Der Bericht ist noch nicht abgegeben"
      crumbs={[{ to: paths.providerReports(), label: 'Berichte' }]}
    >
      <p className="mp-lead">
        Das PDF entsteht mit der Abgabe.{' '}
        <Link className="mp-a" to={paths.providerReport(why.id)}>
          Zum Bericht
        </Link>
      </p>
    </Page>
  );
}
