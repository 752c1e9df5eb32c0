import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { paths } from '~/ui/paths';

export const handle = { access: only('provider') };

/** The provider's work begins with its participants. */
export function loader({ context }: LoaderFunctionArgs) {
  requireActor(context);
  return redirect(paths.participants());
}
