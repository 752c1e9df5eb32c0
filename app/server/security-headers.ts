export interface HeaderFacts {
  readonly nonce: string;
  /** The request came in over TLS. */
  readonly isSecure: boolean;
  /** Vite's development server injects styles and opens a web socket. */
  readonly isDevelopment: boolean;
}

/**
 * The headers that every answer carries: pages, data, files, errors alike.
 *
 * Scripts run only with this answer's nonce or from our own files; nothing is
 * loaded from, sent to or framed by a foreign host.
 */
export function securityHeaders(facts: HeaderFacts): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(facts),
    'X-Content-Type-Options': 'nosniff',
    // Not `no-referrer`: browsers would then send `Origin: null` with our own forms.
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    ...(facts.isSecure ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

function contentSecurityPolicy({ nonce, isDevelopment }: HeaderFacts): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    isDevelopment ? "connect-src 'self' ws:" : "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
