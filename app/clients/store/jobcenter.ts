import type { Tx } from '#db/as-actor';

export interface Site {
  readonly id: string;
  readonly name: string;
}

interface Team {
  readonly id: string;
  readonly name: string;
  readonly siteId: string;
  readonly siteName: string;
}

export type StaffFunction = 'caseworker' | 'jobcenterCaseManager' | 'teamLead';

export interface StaffMember {
  readonly accountId: string;
  readonly name: string;
  readonly function: StaffFunction;
  readonly teamId: string;
  readonly teamName: string;
  /** Share of a full-time post in per cent. */
  readonly postPercent: number;
}

export interface Jobcenter {
  readonly sites: readonly Site[];
  readonly teams: readonly Team[];
  readonly staff: readonly StaffMember[];
}

/** Sites of the authority's jobcenter, by name. */
export async function listSites(tx: Tx): Promise<Site[]> {
  return await tx.selectFrom('jobcenter_site').select(['id', 'name']).orderBy('name').execute();
}

/** Everyone of the jobcenter, team by team. */
export async function listStaff(tx: Tx): Promise<StaffMember[]> {
  return await tx
    .selectFrom('jobcenter_staff as staff')
    .innerJoin('jobcenter_team as team', (join) =>
      join.onRef('team.tenant_id', '=', 'staff.tenant_id').onRef('team.id', '=', 'staff.team_id'),
    )
    .select([
      'staff.account_id as accountId',
      'staff.display_name as name',
      'staff.function',
      'staff.team_id as teamId',
      'team.name as teamName',
      'staff.post_percent as postPercent',
    ])
    .orderBy('team.name')
    .orderBy('staff.display_name')
    .execute();
}

/** The whole jobcenter for the page that keeps it up. */
export async function listJobcenter(tx: Tx): Promise<Jobcenter> {
  const [sites, teams, staff] = await Promise.all([listSites(tx), listTeams(tx), listStaff(tx)]);
  return { sites, teams, staff };
}

async function listTeams(tx: Tx): Promise<Team[]> {
  return await tx
    .selectFrom('jobcenter_team as team')
    .innerJoin('jobcenter_site as site', (join) =>
      join.onRef('site.tenant_id', '=', 'team.tenant_id').onRef('site.id', '=', 'team.site_id'),
    )
    .select(['team.id', 'team.name', 'team.site_id as siteId', 'site.name as siteName'])
    .orderBy('team.name')
    .execute();
}
