import type { Role } from './roles';

/**
 * Who is asking, for the length of one request.
 *
 * `tenantId` is the authority that keeps the account. Staff of a provider also
 * carry `providerId`; they act as the provider and never as the authority.
 */
export interface Actor {
  readonly accountId: string;
  readonly sessionId: string;
  readonly displayName: string;
  readonly tenantId: string;
  readonly authorityName: string;
  readonly providerId: string | null;
  readonly providerName: string | null;
  readonly roles: readonly Role[];
  readonly requestId: string;
}
