import type { Tx } from '#db/as-actor';
import { ruleBookSetting, type RuleBookKey } from '~/eligibility/rule-book';
import { ruleBook } from '~/eligibility/rule-books';

type StaffFunction = 'caseworker' | 'jobcenterCaseManager' | 'teamLead';

/** Somebody in charge of clients, with the site at which they work most. */
export interface ExampleHandler {
  readonly accountId: string;
  readonly siteId: string;
  readonly function: StaffFunction;
  readonly clients: number;
}

/** The jobcenter of a fictional authority: ids that clients hang on. */
export interface ExampleJobcenter {
  readonly sites: readonly string[];
  readonly handlers: readonly ExampleHandler[];
}

interface Member {
  readonly email: string;
  readonly name: string;
  readonly function: StaffFunction;
  readonly team: string;
  /** Share of a full-time post. */
  readonly postPercent: number;
  /** How many example clients are theirs. */
  readonly clients: number;
}

interface JobcenterPlan {
  readonly siteNames: readonly string[];
  /** Each team is named after the site it sits at. */
  readonly teamSites: readonly string[];
  readonly members: readonly Member[];
}

/** Who has no demo sign-in is a colleague who cannot sign in. All names are invented. */
export const ownJobcenter: JobcenterPlan = {
  siteNames: ['Musterstadt', 'Beispielhausen', 'Probedorf'],
  teamSites: ['Musterstadt', 'Beispielhausen'],
  members: [
    own('jobcenter', 'Ina Friedrichs', 'caseworker', 'Musterstadt', 100, 60),
    own('fallmanagement', 'Falk Manthey', 'jobcenterCaseManager', 'Musterstadt', 100, 66),
    own('teamleitung', 'Theresa Lindner', 'teamLead', 'Musterstadt', 100, 0),
    own('jonas.ebert', 'Jonas Ebert', 'caseworker', 'Musterstadt', 75, 38),
    own('rieke.tamm', 'Rieke Tamm', 'jobcenterCaseManager', 'Musterstadt', 50, 26),
    own('lasse.behrend', 'Lasse Behrend', 'teamLead', 'Beispielhausen', 100, 0),
    own('mara.sommer', 'Mara Sommer', 'jobcenterCaseManager', 'Beispielhausen', 75, 44),
    own('nele.brandt', 'Nele Brandt', 'caseworker', 'Beispielhausen', 100, 44),
    own('ole.kranz', 'Ole Kranz', 'caseworker', 'Beispielhausen', 50, 18),
  ],
};

export const otherJobcenter: JobcenterPlan = {
  siteNames: ['Anderstadt'],
  teamSites: ['Anderstadt'],
  members: [
    other('jobcenter', 'Jette Kolbe', 'caseworker', 15),
    other('teamleitung', 'Till Overbeck', 'teamLead', 0),
  ],
};

function own(
  mail: string,
  name: string,
  work: StaffFunction,
  team: string,
  postPercent: number,
  clients: number,
): Member {
  return { email: `${mail}@demo.example`, name, function: work, team, postPercent, clients };
}

function other(mail: string, name: string, work: StaffFunction, clients: number): Member {
  const email = `${mail}@anderer-kreis.example`;
  return { email, name, function: work, team: 'Anderstadt', postPercent: 100, clients };
}

/** Sites, teams and who works in them. The demo accounts must be there already. */
export async function insertJobcenter(
  tx: Tx,
  tenantId: string,
  { siteNames, teamSites, members }: JobcenterPlan,
): Promise<ExampleJobcenter> {
  const sites = await tx
    .insertInto('jobcenter_site')
    .values(siteNames.map((name) => ({ tenant_id: tenantId, name })))
    .returning(['id', 'name'])
    .execute();
  const siteId = (name: string) => sites.find((site) => site.name === name)?.id ?? '';
  const teams = await tx
    .insertInto('jobcenter_team')
    .values(teamSites.map((name) => ({ tenant_id: tenantId, name: `Team ${name}`, site_id: siteId(name) })))
    .returning(['id', 'name', 'site_id as siteId'])
    .execute();
  const handlers: ExampleHandler[] = [];
  for (const person of members) {
    const team = teams.find(({ name }) => name === `Team ${person.team}`);
    if (!team) throw new Error(`The example has no team ${person.team}.`);
    const accountId = await accountOf(tx, tenantId, person);
    await tx
      .insertInto('jobcenter_staff')
      .values({
        tenant_id: tenantId,
        account_id: accountId,
        team_id: team.id,
        function: person.function,
        display_name: person.name,
        post_percent: person.postPercent,
      })
      .execute();
    const { clients } = person;
    if (clients > 0) handlers.push({ accountId, siteId: team.siteId, function: person.function, clients });
  }
  return { sites: siteNames.map(siteId), handlers };
}

/** The account of that address, made without a password where there is none. */
async function accountOf(tx: Tx, tenantId: string, person: Member): Promise<string> {
  const known = await tx
    .selectFrom('account')
    .where('email', '=', person.email)
    .select('id')
    .executeTakeFirst();
  if (known) return known.id;
  const { id } = await tx
    .insertInto('account')
    .values({ tenant_id: tenantId, email: person.email, display_name: person.name })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('account_role')
    .values({ tenant_id: tenantId, account_id: id, role: person.function })
    .execute();
  return id;
}

/** The rule book that the authority has chosen, from its first day on. */
export async function insertRuleBook(tx: Tx, tenantId: string, key: RuleBookKey): Promise<void> {
  const { validFrom, source } = ruleBook(key);
  await tx
    .insertInto('rule_setting')
    .values({
      tenant_id: tenantId,
      key: ruleBookSetting,
      value: JSON.stringify({ book: key }),
      valid_from: validFrom,
      source,
    })
    .execute();
}
