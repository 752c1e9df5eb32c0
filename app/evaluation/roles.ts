import type { Actor } from '~/identity/actor';
import type { Role } from '~/identity/roles';

/** Who may see persons of a measure, and so its exact small numbers, on screen (rules.md § 12.14). */
const exactRoles: readonly Role[] = ['districtOfficer', 'controller', 'teamLead'];

export function maySeeExactFigures({ roles }: Pick<Actor, 'roles'>): boolean {
  return roles.some((role) => exactRoles.includes(role));
}
