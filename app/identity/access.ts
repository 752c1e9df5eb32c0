import type { Actor } from './actor';
import type { Role } from './roles';

/**
 * What a route declares about who may enter (`handle.access`).
 *
 * Kept free of server code: route modules carry it into the browser.
 */
export type Access =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'roles'; readonly roles: readonly Role[] };

/** Open without signing in: sign-in page, legal pages, health. */
export const everyone: Access = { kind: 'everyone' };

/** Any account that is signed in, whatever its role. */
export const signedIn: Access = { kind: 'signedIn' };

/** Only accounts that hold at least one of these roles. */
export function only(...allowed: readonly Role[]): Access {
  return { kind: 'roles', roles: allowed };
}

export type Admission = 'admitted' | 'signInFirst' | 'refused';

/** Decides whether `actor` (null: not signed in) may enter. Nothing declared means nobody. */
export function admission(access: Access | undefined, actor: Actor | null): Admission {
  if (!access) return 'refused';
  if (access.kind === 'everyone') return 'admitted';
  if (!actor) return 'signInFirst';
  if (access.kind === 'signedIn') return 'admitted';
  return access.roles.some((role) => actor.roles.includes(role)) ? 'admitted' : 'refused';
}
