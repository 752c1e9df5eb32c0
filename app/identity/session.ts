import { asSignIn } from '#db/as-actor';
import type { Actor } from './actor';
import { isSeenAgain, isSessionAlive } from './rules';
import { readSessionToken } from './session-cookie';
import { findSession, touchSession } from './store/sessions';
import { hashToken } from './token';

/**
 * Who sends this request, or null.
 *
 * Read anew for each request, in one round trip: a lock, a changed role or an
 * ended session counts from the next click on. `isSecure` says which cookie
 * counts (see `sessionCookieName`).
 */
export async function findActor(
  cookieHeader: string | null,
  requestId: string,
  isSecure: boolean,
): Promise<Actor | null> {
  const token = readSessionToken(cookieHeader, isSecure);
  if (!token) return null;
  return asSignIn(requestId, async (tx) => {
    const found = await findSession(tx, hashToken(token), requestId);
    if (!found || !isSessionAlive(found.session, found.now)) return null;
    if (isSeenAgain(found.session, found.now)) await touchSession(tx, found.actor.sessionId);
    return found.actor;
  });
}
