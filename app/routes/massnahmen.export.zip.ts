import type { LoaderFunctionArgs } from '@remix-run/node';
import { asReader } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { exactFigureRoles } from '~/identity/roles';
import { exportArchive } from '~/portfolio/exchange/store/export-measures';
import { readFilter } from '~/portfolio/filters';

/** A file holds the exact results. */
export const handle = { access: only(...exactFigureRoles) };

/** All measures under the filters of the list, each as a portfolio file. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { filter } = readFilter(new URL(request.url).searchParams);
  const archive = await asReader(requireActor(context), (tx) => exportArchive(tx, filter, context.today));
  return new Response(new Uint8Array(archive), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="massnahmen-${context.today}.zip"`,
    },
  });
}
