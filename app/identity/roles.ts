/**
 * The roles of the portal, by the glossary's identifiers.
 * A person may hold several roles of one organisation.
 */
export const roles = [
  'districtOfficer',
  'procurementOfficer',
  'caseworker',
  'jobcenterCaseManager',
  'teamLead',
  'provider',
  'controller',
  'portalAdmin',
] as const;

export type Role = (typeof roles)[number];

/** German names of the roles as people read them. */
export const roleNames: Readonly<Record<Role, string>> = {
  districtOfficer: 'Kreisverwaltung',
  procurementOfficer: 'Vergabestelle',
  caseworker: 'Integrationsfachkraft',
  jobcenterCaseManager: 'Fallmanagement',
  teamLead: 'Teamleitung',
  provider: 'Träger',
  controller: 'Controlling',
  portalAdmin: 'Administration',
};

/** Staff of the authority (district and jobcenter) who work with the catalogue of measures. */
export const catalogueRoles = [
  'districtOfficer',
  'procurementOfficer',
  'caseworker',
  'jobcenterCaseManager',
  'teamLead',
  'controller',
] as const satisfies readonly Role[];

/** Who may see persons of a measure, and so its exact small numbers (rules.md § 12.14). */
export const exactFigureRoles = [
  'districtOfficer',
  'controller',
  'teamLead',
] as const satisfies readonly Role[];

/** Who reads the evaluations of all measures side by side. */
export const evaluationRoles = [
  'districtOfficer',
  'caseworker',
  'jobcenterCaseManager',
  'teamLead',
  'controller',
] as const satisfies readonly Role[];

/** Everybody else sees small numbers protected, on screen and in what leaves the portal (rule E6). */
export function maySeeExactFigures({ roles: held }: { readonly roles: readonly Role[] }): boolean {
  return held.some((role) => (exactFigureRoles as readonly Role[]).includes(role));
}

/** Staff of the jobcenter in charge of clients; both may enter and change their own ones. */
export const clientHandlers = ['caseworker', 'jobcenterCaseManager'] as const satisfies readonly Role[];

/** Those in charge, and the team lead for supervision. */
export const clientRoles = [...clientHandlers, 'teamLead'] as const satisfies readonly Role[];

/** Staff who read contracts; the district administration writes them. */
export const contractRoles = [
  'districtOfficer',
  'procurementOfficer',
  'caseworker',
  'teamLead',
  'controller',
] as const satisfies readonly Role[];

export function isRole(value: string): value is Role {
  return (roles as readonly string[]).includes(value);
}
