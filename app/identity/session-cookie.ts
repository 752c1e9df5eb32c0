import { isTokenShaped } from './token';

/**
 * Name of the session cookie.
 *
 * With TLS only the `__Host-` name counts: a neighbour under the same domain
 * could plant the plain one. Browsers refuse `__Host-` without TLS.
 */
function sessionCookieName(isSecure: boolean): string {
  return isSecure ? '__Host-portal' : 'portal';
}

/** `Set-Cookie` that signs the browser in. No lifetime: the server decides when a session ends. */
export function sessionCookie(token: string, isSecure: boolean): string {
  return `${sessionCookieName(isSecure)}=${token}; ${attributes(isSecure)}`;
}

/** `Set-Cookie` that removes the session from the browser. */
export function clearedSessionCookie(isSecure: boolean): string {
  return `${sessionCookieName(isSecure)}=; ${attributes(isSecure)}; Max-Age=0`;
}

/** The session's token in a `Cookie` header; null where none is there or it cannot be ours. */
export function readSessionToken(cookieHeader: string | null, isSecure: boolean): string | null {
  const wanted = `${sessionCookieName(isSecure)}=`;
  for (const part of (cookieHeader ?? '').split(';')) {
    const cookie = part.trim();
    if (!cookie.startsWith(wanted)) continue;
    const token = cookie.slice(wanted.length);
    return isTokenShaped(token) ? token : null;
  }
  return null;
}

function attributes(isSecure: boolean): string {
  return `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}

/**
 * Headers that follow signing out: the cookie goes, and what scripts may have
 * kept. Not "cache" (our pages are never stored, and browsers search their whole
 * cache for seconds) and not "cookies" (that would reach neighbours' too).
 */
export function signedOutHeaders(isSecure: boolean): HeadersInit {
  return { 'Set-Cookie': clearedSessionCookie(isSecure), 'Clear-Site-Data': '"storage"' };
}
