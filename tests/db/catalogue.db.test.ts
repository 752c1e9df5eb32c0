import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from '#db/as-actor';
import { useTestDatabase } from '../support/database';
import {
  type CatalogueGrant,
  type CatalogueKey,
  type CataloguePolicy,
  type CatalogueTable,
  listGrants,
  listKeys,
  listPolicies,
  listTables,
} from './catalogue';
import { expectations, relations, verbs, type Who } from './matrix-expectations';

/** Keys that hold across authorities, each with the reason why that reveals nothing that matters. */
const keysWithoutTenant: Readonly<Record<string, string>> = {
  authority_pkey: 'the tenant itself; a random id',
  provider_pkey: 'providers are shared between authorities; a random id',
  sign_in_attempt_pkey: 'belongs to nobody yet; a random id',
  schema_migration_pkey: 'no data of any authority; only the owner reads it',
  schema_migration_name_once: 'no data of any authority; only the owner reads it',
  account_email_once:
    'the address alone finds the account at sign-in; an administrator who tries one learns that it is taken',
  session_token_once: 'the hash of 32 random bytes, which cannot be guessed',
  one_time_link_token_once: 'the hash of 32 random bytes, which cannot be guessed',
  authority_provider_provider_id_fkey: 'providers are shared between authorities; only the owner links them',
};

/** Policies that leave all rows to a role, each with its reason. */
const openPolicies: Readonly<Record<string, string>> = {
  'authority.read_at_sign_in': 'sign-in does not know the authority yet; names only',
  'provider.read_at_sign_in': 'sign-in does not know the authority yet; names only',
  'account.sign_in': 'the address is looked up across authorities',
  'account.set_password': 'one-time link and rehashing; the grant covers the password columns alone',
  'account_role.sign_in': 'roles of the account that signs in',
  'session.sign_in': 'the cookie is looked up across authorities',
  'one_time_link.sign_in': 'the link is looked up across authorities',
  'sign_in_attempt.sign_in': 'attempts have no authority',
  'audit_entry.sign_in': 'insert only: sign-ins of every authority',
};

const rolesThatMayHaveRights = ['portal_app', 'portal_provider', 'portal_auth'];
const upkeepCondition = '( SELECT is_upkeep() AS is_upkeep)';

useTestDatabase({ empty: true });

let tables: CatalogueTable[];
let policies: CataloguePolicy[];
let keys: CatalogueKey[];
let grants: CatalogueGrant[];

beforeAll(async () => {
  [tables, policies, keys, grants] = await asOwner(async (tx) => [
    await listTables(tx),
    await listPolicies(tx),
    await listKeys(tx),
    await listGrants(tx),
  ]);
});

describe('tables', () => {
  test('there are some, all belong to portal_owner', () => {
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter((table) => table.owner !== 'portal_owner')).toEqual([]);
  });

  test('row-level security is on, and for the owner too', () => {
    expect(tables.filter((table) => !table.isEnabled || !table.isForced)).toEqual([]);
  });

  test('each has the policy by which the owner does upkeep, and that alone for the owner', () => {
    const ofOwner = policies.filter((policy) => policy.roles.includes('portal_owner'));
    expect(ofOwner.map((policy) => policy.table)).toEqual(tables.map((table) => table.name));
    const careless = ofOwner.filter(
      ({ name, roles, using, withCheck }) =>
        name !== 'upkeep' || roles.length !== 1 || ![using, withCheck].every(isUpkeepCondition),
    );
    expect(careless).toEqual([]);
  });

  test('each states what the matrix expects of it', () => {
    expect(Object.keys(expectations).sort()).toEqual(tables.map((table) => table.name).sort());
  });

  test('each has a primary key, and ids are random', async () => {
    const withKey = new Set(keys.filter((key) => key.kind === 'p').map((key) => key.table));
    expect(tables.filter((table) => !withKey.has(table.name))).toEqual([]);
    const countedIds = await query<{ column: string }>(sql`
      select table_name || '.' || column_name as column from information_schema.columns
      where table_schema = 'public' and (is_identity = 'YES' or column_default like 'nextval%')`);
    // The order of migrations is no secret of any authority.
    expect(countedIds).toEqual([{ column: 'schema_migration.position' }]);
  });
});

describe('policies', () => {
  test('each names its roles; none is for everyone', () => {
    const known = [...rolesThatMayHaveRights, 'portal_owner'];
    expect(policies.filter((policy) => policy.roles.some((role) => !known.includes(role)))).toEqual([]);
  });

  test('none is open, but for those listed with a reason, and these only at sign-in', () => {
    const open = policies.filter((policy) => [policy.using, policy.withCheck].includes('true'));
    expect(open.map((policy) => `${policy.table}.${policy.name}`).sort()).toEqual(
      Object.keys(openPolicies).sort(),
    );
    expect(open.filter((policy) => policy.roles.join() !== 'portal_auth')).toEqual([]);
  });

  test('each asks for the actor, once per query and not per row', () => {
    const own = policies.filter(
      (policy) => !policy.roles.some((role) => ['portal_owner', 'portal_auth'].includes(role)),
    );
    const conditions = own
      .flatMap((policy) => [policy.using, policy.withCheck])
      .filter((text) => text !== null);
    expect(conditions.length).toBeGreaterThan(20);
    expect(conditions.filter((text) => !/SELECT actor_(tenant|provider|account)\(\)/.test(text))).toEqual([]);
    // A call outside of a sub-select would run for each row.
    expect(conditions.filter((text) => /(?<!SELECT )actor_\w+\(/.test(text))).toEqual([]);
  });

  test('what changes rows is checked before and after', () => {
    const changing = policies.filter((policy) => ['update', 'all'].includes(policy.verb));
    expect(changing.filter((policy) => policy.using === null || policy.withCheck === null)).toEqual([]);
  });
});

describe('keys', () => {
  test('every key, exclusion and foreign key holds the tenant, but for those listed with a reason', () => {
    const without = keys.filter((key) => !key.columns.includes('tenant_id')).map((key) => key.name);
    expect(without.sort()).toEqual(Object.keys(keysWithoutTenant).sort());
  });

  test('where the tenant is in a key it comes first', () => {
    const later = keys.filter((key) => key.columns.includes('tenant_id') && key.columns[0] !== 'tenant_id');
    expect(later).toEqual([]);
  });

  test('every table that holds a tenant has it in its primary key', async () => {
    const holders = await query<{ table: string }>(sql`
      select table_name as table from information_schema.columns
      where table_schema = 'public' and column_name = 'tenant_id' order by 1`);
    const keyed = keys
      .filter((key) => key.kind === 'p' && key.columns[0] === 'tenant_id')
      .map((key) => key.table);
    expect(keyed.sort()).toEqual(holders.map((holder) => holder.table));
  });
});

describe('ways around the policies', () => {
  test('no view without security_invoker, no materialised view, no foreign table', async () => {
    const around = await query(sql`
      select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace
        and (c.relkind in ('m', 'f') or (c.relkind = 'v' and not coalesce(c.reloptions @> '{security_invoker=true}', false)))
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`);
    expect(around).toEqual([]);
  });

  test('no function with the rights of its maker', async () => {
    const definers = await query(sql`
      select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef`);
    expect(definers).toEqual([]);
  });

  test('no right is granted that the matrix does not expect, and none is missing', () => {
    const granted = grants.map(({ table, role, right }) => `${table}: ${right} to ${role}`);
    expect(granted.sort()).toEqual(expectedGrants().sort());
  });

  test('no role of a request may create objects, temporary ones neither', async () => {
    const may = await query(sql`
      select rolname from pg_roles
      where rolname in ('portal_login', 'portal_app', 'portal_provider', 'portal_auth')
        and (has_schema_privilege(rolname, 'public', 'create')
          or has_database_privilege(rolname, current_database(), 'temporary')
          or has_database_privilege(rolname, current_database(), 'create'))`);
    expect(may).toEqual([]);
  });

  test('no role of the portal has special power, and the login reaches the request roles alone', async () => {
    const powerful = await query(sql`
      select rolname from pg_roles where rolname like 'portal\\_%'
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolcanlogin or rolinherit)`);
    expect(powerful).toEqual([]);
    const reached = await query<{ role: string }>(sql`
      select roleid::regrole::text as role from pg_auth_members where member = 'portal_login'::regrole order by 1`);
    expect(reached.map(({ role }) => role)).toEqual([...rolesThatMayHaveRights].sort());
    const others = await query(sql`
      select roleid from pg_auth_members where member in
        ('portal_app'::regrole, 'portal_provider'::regrole, 'portal_auth'::regrole, 'portal_owner'::regrole)`);
    expect(others).toEqual([]);
  });
});

/** What follows from the matrix: a database role has a right where one of its people reaches a row. */
function expectedGrants(): string[] {
  return Object.entries(expectations).flatMap(([table, expectation]) =>
    verbs.flatMap((verb) => {
      const reach = expectation[verb];
      const who = new Set(relations.flatMap((relation) => reach[relation]));
      const asking = new Set([...who].map(databaseRole));
      return [...asking].map((role) => `${table}: ${verb} to ${role}`);
    }),
  );
}

function databaseRole(who: Who): string {
  if (who === 'signIn') return 'portal_auth';
  return who === 'provider' ? 'portal_provider' : 'portal_app';
}

function isUpkeepCondition(text: string | null): boolean {
  return text === upkeepCondition || (text !== null && /SELECT current_setting\('portal.upkeep'/.test(text));
}

async function query<Row>(statement: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  return asOwner(async (tx) => (await statement.execute(tx)).rows);
}
