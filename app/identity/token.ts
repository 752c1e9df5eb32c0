import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes in base64url: what cookies and one-time links carry. UUIDs would not do (ASVS 11.5.1). */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token. The token has full entropy, so one SHA-256 is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Spares the database everything that cannot be one of our tokens. */
export function isTokenShaped(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}
