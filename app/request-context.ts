import type { Actor } from '~/identity/actor';

/** What our server hands to every loader and action (Remix' load context). */
export interface RequestContext {
  /** Null where nobody is signed in; only routes open to everyone see that. */
  readonly actor: Actor | null;
  /** Today as 'YYYY-MM-DD' from the one clock (`PORTAL_TODAY` overrides it). */
  readonly today: string;
  /** Nonce of this answer's Content-Security-Policy. */
  readonly nonce: string;
  readonly requestId: string;
  /** True where cookies may be marked Secure (the request came in over TLS). */
  readonly isSecure: boolean;
  /** Network address of the asker, for rate limits only; never logged. */
  readonly clientAddress: string;
}

declare module '@remix-run/node' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the library is extended by declaration merging
  interface AppLoadContext extends RequestContext {}

  interface Future {
    v3_singleFetch: true;
  }
}
