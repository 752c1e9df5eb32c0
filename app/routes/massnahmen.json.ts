import type { LoaderFunctionArgs } from '@remix-run/node';
import { asReader } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { catalogueRoles } from '~/identity/roles';
import { readFilter } from '~/portfolio/filters';
import { listMeasures } from '~/portfolio/store';

export const handle = { access: only(...catalogueRoles) };

/** The list of /massnahmen as JSON, under the same filters and for the same people. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { filter, notes } = readFilter(new URL(request.url).searchParams);
  const list = await asReader(requireActor(context), (tx) => listMeasures(tx, filter));
  return Response.json({ filter, notes, list });
}
