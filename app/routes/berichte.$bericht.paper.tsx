import type { LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, Link, useRouteError } from '@remix-run/react';
import { asActor } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { clientRoles } from '~/identity/roles';
import { findPaper, openReport } from '~/reports/store';
import { found, pdfResponse } from '~/ui/http';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';

export const handle = { access: only(...clientRoles) };

/** The report as it was last submitted. Writes: whoever opens it is recorded. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const id = params.bericht ?? '';
  const content = await asActor(actor, async (tx) => {
    found(await openReport(tx, actor, id));
    return await findPaper(tx, id);
  });
  if (!content) throw Response.json({ reason: 'notSubmitted', id }, { status: 409 });
  return pdfResponse(content, 'bericht.pdf');
}

/** The gate asks a file that could not be given once more as a page; this is that page. */
export function ErrorBoundary() {
  const error = useRouteError();
  const why = isRouteErrorResponse(error) ? (error.data as { reason?: string; id: string } | null) : null;
  if (why?.reason !== 'notSubmitted') throw error;
  return (
    <Page title="Der Bericht ist noch nicht abgegeben" crumbs={[{ to: paths.reports(), label: 'Berichte' }]}>
      <p className="mp-lead">
        Das PDF entsteht, wenn der Träger den Bericht abgibt.{' '}
        <Link className="mp-a" to={paths.report(why.id)}>
          Zum Bericht
        </Link>
      </p>
    </Page>
  );
}
