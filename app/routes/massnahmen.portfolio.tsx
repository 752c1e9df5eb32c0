import type { LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { loadPortfolio, type NoPortfolio, printPortfolio } from '~/documents/portfolio-overview/print';
import { NoPortfolioPage } from '~/documents/views/no-portfolio-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { catalogueRoles } from '~/identity/roles';
import { readFilter } from '~/portfolio/filters';

export const handle = { access: only(...catalogueRoles) };

/** The selection of /massnahmen as one paper, under the same filters and for the same people. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { filter } = readFilter(new URL(request.url).searchParams);
  const portfolio = await asReader(requireActor(context), (tx) => loadPortfolio(tx, filter, context.today));
  if (!portfolio.ok) throw Response.json(portfolio.why, { status: 409 });
  const pdf = await printPortfolio(portfolio.facts, portfolio.template);
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'inline; filename="portfolio.pdf"',
    },
  });
}

/** Shown in place of a file that would be empty or endless. */
export function ErrorBoundary() {
  const error = useRouteError();
  const why = isRouteErrorResponse(error) ? (error.data as NoPortfolio | null) : null;
  if (why?.reason === 'nothingMatches' || why?.reason === 'tooMany') return <NoPortfolioPage why={why} />;
  throw error;
}
