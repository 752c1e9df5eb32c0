import type { LoaderFunctionArgs } from '@remix-run/node';
import { asReader } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { exactFigureRoles } from '~/identity/roles';
import { exportText } from '~/portfolio/exchange/export-file';
import { findMeasure } from '~/portfolio/store';
import { found } from '~/ui/http';

/** A file holds the exact results. */
export const handle = { access: only(...exactFigureRoles) };

/** One measure as a portfolio file. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { slug = '' } = params;
  const measure = found(await asReader(requireActor(context), (tx) => findMeasure(tx, slug)));
  return new Response(exportText(measure.content), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${measure.slug}.json"`,
    },
  });
}
