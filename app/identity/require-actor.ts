import type { RequestContext } from '~/request-context';
import type { Actor } from './actor';

/**
 * The actor of a request behind the gate.
 *
 * Throws where nobody is signed in: the gate lets nobody through to a route
 * that is not open to everyone, so this is a fault of ours and never of the user.
 */
export function requireActor(context: Pick<RequestContext, 'actor'>): Actor {
  if (!context.actor) throw new Error('The gate let a request without an actor through.');
  return context.actor;
}
