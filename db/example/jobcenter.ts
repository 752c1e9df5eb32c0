import type { Tx } from '#db/as-actor';
import { ruleBookSetting, type RuleBookKey } from '~/eligibility/rule-book';
import { ruleBook } from '~/eligibility/rule-books';

/** The jobcenter of the fictional authority: ids that clients hang on. */
export interface ExampleJobcenter {
  readonly sites: readonly string[];
  /** Accounts in charge of clients, with the site at which they work most. */
  readonly handlers: readonly {
    readonly accountId: string;
    readonly siteId: string;
    readonly clients: number;
  }[];
}

interface Member {
  readonly email: string;
  readonly name: string;
  readonly function: 'caseworker' | 'jobcenterCaseManager' | 'teamLead';
  readonly team: string;
  /** How many example clients are theirs. */
  readonly clients: number;
}

/** The first three are demo sign-ins; the others are colleagues who cannot sign in. All invented. */
const members: readonly Member[] = [
  member('jobcenter', 'Ina Friedrichs', 'caseworker', 'Team Musterstadt', 26),
  member('fallmanagement', 'Falk Manthey', 'jobcenterCaseManager', 'Team Musterstadt', 20),
  member('teamleitung', 'Theresa Lindner', 'teamLead', 'Team Musterstadt', 0),
  member('jonas.ebert', 'Jonas Ebert', 'caseworker', 'Team Musterstadt', 8),
  member('mara.sommer', 'Mara Sommer', 'jobcenterCaseManager', 'Team Beispielhausen', 6),
];

function member(mail: string, name: string, work: Member['function'], team: string, clients: number): Member {
  return { email: `${mail}@demo.example`, name, function: work, team, clients };
}

const siteNames = ['Musterstadt', 'Beispielhausen', 'Probedorf'] as const;

/** Sites, two teams and who works in them. The demo accounts must be there already. */
export async function insertJobcenter(tx: Tx, tenantId: string): Promise<ExampleJobcenter> {
  const sites = await tx
    .insertInto('jobcenter_site')
    .values(siteNames.map((name) => ({ tenant_id: tenantId, name })))
    .returning(['id', 'name'])
    .execute();
  const siteId = (name: string) => sites.find((site) => site.name === name)?.id ?? '';
  const teams = await tx
    .insertInto('jobcenter_team')
    .values(
      siteNames.slice(0, 2).map((name) => ({
        tenant_id: tenantId,
        name: `Team ${name}`,
        site_id: siteId(name),
      })),
    )
    .returning(['id', 'name', 'site_id as siteId'])
    .execute();
  const handlers: { accountId: string; siteId: string; clients: number }[] = [];
  for (const person of members) {
    const team = teams.find(({ name }) => name === person.team);
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
      })
      .execute();
    if (person.clients > 0) handlers.push({ accountId, siteId: team.siteId, clients: person.clients });
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
