import type { Actor } from '~/identity/actor';
import { type Role, roles } from '~/identity/roles';

/** Two authorities that must never see each other, told apart from where the test stands. */
export type Side = 'own' | 'foreign';
export type Which = 'first' | 'second';

export const authorities: Readonly<Record<Side, { readonly id: string; readonly name: string }>> = {
  own: { id: 'a0000000-0000-4000-8000-000000000001', name: 'Landkreis Eigenau' },
  foreign: { id: 'a0000000-0000-4000-8000-000000000002', name: 'Landkreis Fremdorf' },
};

/** Both work with the own authority; the second one with the foreign authority too. */
export const providers: Readonly<Record<Which, { readonly id: string; readonly name: string }>> = {
  first: { id: 'b0000000-0000-4000-8000-000000000001', name: 'Erste Werkstatt gGmbH' },
  second: { id: 'b0000000-0000-4000-8000-000000000002', name: 'Zweite Werkstatt gGmbH' },
};

/** The role of the authority's own staff. */
export type StaffRole = Exclude<Role, 'provider'>;

export const staffRoles = roles.filter((role): role is StaffRole => role !== 'provider');

/** Staff of an authority, one account for each role; `useTestDatabase` puts them into the database. */
export function anActor(role: StaffRole, { tenant = 'own' }: { tenant?: Side } = {}): Actor {
  const number = (tenant === 'own' ? 100 : 200) + staffRoles.indexOf(role);
  return {
    accountId: accountId(number),
    sessionId: sessionId(number),
    displayName: `${role} (${tenant})`,
    tenantId: authorities[tenant].id,
    authorityName: authorities[tenant].name,
    providerId: null,
    providerName: null,
    roles: [role],
    requestId: `test-${number}`,
  };
}

/** Staff of a provider, with an account at the own authority. */
export function aProviderActor(which: Which): Actor {
  const number = which === 'first' ? 301 : 302;
  return {
    accountId: accountId(number),
    sessionId: sessionId(number),
    displayName: `provider (${which})`,
    tenantId: authorities.own.id,
    authorityName: authorities.own.name,
    providerId: providers[which].id,
    providerName: providers[which].name,
    roles: ['provider'],
    requestId: `test-${number}`,
  };
}

/** Everybody who has an account in a test database. */
export const everybody: readonly Actor[] = [
  ...staffRoles.map((role) => anActor(role)),
  ...staffRoles.map((role) => anActor(role, { tenant: 'foreign' })),
  aProviderActor('first'),
  aProviderActor('second'),
];

export function emailOf(actor: Actor): string {
  return `${actor.accountId.slice(-3)}@beispiel.test`;
}

function accountId(number: number): string {
  return `c0000000-0000-4000-8000-000000000${number}`;
}

function sessionId(number: number): string {
  return `d0000000-0000-4000-8000-000000000${number}`;
}
