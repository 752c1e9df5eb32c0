/**
 * Answers that end a loader or action early: `throw notFound()`.
 * The words people read stand in `ErrorPage`; these carry only the status.
 */

/** Missing and foreign things answer alike, so that existence does not leak. */
export function notFound(): Response {
  return new Response('Nicht gefunden', { status: 404, statusText: 'Not Found' });
}

/** The value, or 404 where a query found nothing. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound();
  return value;
}

/** Signed in, but the role may not; `neededRoles` are the names of those that may, as people read them. */
export function forbidden(neededRoles: string): Response {
  return new Response(neededRoles, { status: 403, statusText: 'Forbidden' });
}

/** A PDF that the browser shows; `fileName` names no person. */
export function pdfResponse(content: Uint8Array, fileName: string): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${fileName}"`,
    },
  });
}
