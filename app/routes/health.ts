import { everyone } from '~/identity/access';
import { isDatabaseReachable } from '~/server/health';

export const handle = { access: everyone };

/** For load balancers and operators: 200 while the portal can serve, 503 while it cannot. */
export async function loader() {
  const reachable = await isDatabaseReachable();
  return Response.json(
    { status: reachable ? 'ok' : 'database unreachable' },
    { status: reachable ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}
