import type pg from 'pg';

/**
 * The database roles (nobody logs in as one of them):
 *
 * - `portal_owner` owns the tables. Row-level security is forced, so it too sees
 *   nothing until it says that it does upkeep (migrations, example data, admin command).
 * - `portal_login` is what every session is handed to. It may do nothing but
 *   become one of the three roles below for the length of a transaction.
 * - `portal_app` is staff of an authority, `portal_provider` staff of a provider,
 *   `portal_auth` the sign-in, which has no actor yet.
 */
const requestRoles = ['portal_app', 'portal_provider', 'portal_auth'] as const;
const allRoles = ['portal_owner', 'portal_login', ...requestRoles] as const;

const neededExtensions = ['btree_gist', 'pg_trgm', 'unaccent'] as const;

/** How this session drops its power, and how upkeep takes it up again for one transaction. */
export interface Power {
  readonly drop: string;
  readonly ownerOpening: string;
}

/**
 * Creates roles, extensions and the rights on schema and database, as the login.
 * Does only what is missing: an administrator of the database may have prepared
 * all of it, and the login then needs no special rights.
 */
export async function prepareRoles(client: pg.ClientBase): Promise<Power> {
  await inspiteOfNeighbours(() => client.query(rolesSql));
  await client.query(rightsSql);
  const { rows } = await client.query<{ login: string; is_superuser: boolean }>(
    'select rolname as login, rolsuper as is_superuser from pg_roles where rolname = session_user',
  );
  const login = rows[0];
  if (!login) throw new Error('The session has no user.');
  return powerOf(client, login.login, login.is_superuser);
}

/**
 * A superuser hands the whole session over (`reset role` does not lead back). Any
 * other login may only set its role, and is a member of the portal's roles for that.
 */
function powerOf(client: pg.ClientBase, login: string, isSuperuser: boolean): Power {
  const asLogin = isSuperuser ? `set local session authorization ${client.escapeIdentifier(login)}; ` : '';
  return {
    drop: isSuperuser ? 'set session authorization portal_login' : 'set role portal_login',
    ownerOpening: `begin; ${asLogin}${upkeep}`,
  };
}

/** From here on, in this transaction, the owner of the tables sees every row. */
export const upkeep = `set local role portal_owner; select set_config('portal.upkeep', 'on', true)`;

/**
 * Roles belong to the whole server, locks to one database: a portal on a
 * neighbouring database may be creating the same roles at this moment.
 */
async function inspiteOfNeighbours(create: () => Promise<unknown>): Promise<void> {
  const happenedMeanwhile = ['42710', '23505', 'XX000'];
  for (let attempt = 1; ; attempt += 1) {
    try {
      await create();
      return;
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (attempt === 10 || !happenedMeanwhile.includes(code)) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 20));
    }
  }
}

function sqlNames(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}

const rolesSql = `
do $$
declare
  role_name text;
  -- Since 16 a member may lack the right to become the role.
  may_become text := case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end;
begin
  foreach role_name in array array[${sqlNames(allRoles)}] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I nologin noinherit', role_name);
    end if;
    if not pg_has_role(session_user, role_name, may_become) then
      execute format('grant %I to %I', role_name, session_user);
    end if;
  end loop;
  foreach role_name in array array[${sqlNames(requestRoles)}] loop
    if not pg_has_role('portal_login', role_name, may_become) then
      execute format('grant %I to portal_login', role_name);
    end if;
  end loop;
end $$`;

const rightsSql = `
do $$
declare
  wanted text;
begin
  foreach wanted in array array[${sqlNames(neededExtensions)}] loop
    if not exists (select from pg_extension where extname = wanted) then
      execute format('create extension if not exists %I with schema public', wanted);
    end if;
  end loop;
  if has_schema_privilege('portal_login', 'public', 'create') then
    revoke create on schema public from public;
  end if;
  if has_database_privilege('portal_login', current_database(), 'temporary') then
    execute format('revoke temporary on database %I from public', current_database());
  end if;
  if not (has_schema_privilege('portal_owner', 'public', 'create') and has_schema_privilege('portal_owner', 'public', 'usage')) then
    grant usage, create on schema public to portal_owner;
  end if;
  foreach wanted in array array[${sqlNames(requestRoles)}] loop
    if not has_schema_privilege(wanted, 'public', 'usage') then
      execute format('grant usage on schema public to %I', wanted);
    end if;
  end loop;
end $$`;
