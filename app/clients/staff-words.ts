/** What people read for the work somebody does in a team of the jobcenter. */
export const functionNames = {
  caseworker: 'Integrationsfachkraft',
  jobcenterCaseManager: 'Fallmanagement',
  teamLead: 'Teamleitung',
} as const;

/** "Falk Manthey, Fallmanagement, Team Nord" for a choice. */
export function staffText(member: {
  readonly name: string;
  readonly function: keyof typeof functionNames;
  readonly teamName: string;
}): string {
  return `${member.name}, ${functionNames[member.function]}, ${member.teamName}`;
}
