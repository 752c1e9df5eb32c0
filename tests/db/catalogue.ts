import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';

/** Questions to PostgreSQL's own catalogue; the tests about access are derived from the answers. */

export interface CatalogueTable {
  readonly name: string;
  readonly owner: string;
  readonly isEnabled: boolean;
  readonly isForced: boolean;
}

export async function listTables(tx: Tx): Promise<CatalogueTable[]> {
  const { rows } = await sql<CatalogueTable>`
    select c.relname as name, c.relowner::regrole::text as owner,
      c.relrowsecurity as "isEnabled", c.relforcerowsecurity as "isForced"
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by 1`.execute(tx);
  return rows;
}

export interface CataloguePolicy {
  readonly table: string;
  readonly name: string;
  readonly roles: string[];
  readonly verb: string;
  readonly using: string | null;
  readonly withCheck: string | null;
}

export async function listPolicies(tx: Tx): Promise<CataloguePolicy[]> {
  const { rows } = await sql<CataloguePolicy>`
    select tablename as table, policyname as name, roles::text[] as roles, lower(cmd) as verb,
      qual as using, with_check as "withCheck"
    from pg_policies where schemaname = 'public' order by 1, 2`.execute(tx);
  return rows;
}

export interface CatalogueKey {
  readonly name: string;
  readonly table: string;
  /** p primary, u unique, f foreign, x exclusion; i: a unique index without constraint. */
  readonly kind: 'p' | 'u' | 'f' | 'x' | 'i';
  readonly columns: string[];
}

export async function listKeys(tx: Tx): Promise<CatalogueKey[]> {
  const { rows } = await sql<CatalogueKey>`
    select k.conname as name, k.conrelid::regclass::text as table, k.contype::text as kind,
      array(select a.attname::text from unnest(k.conkey) with ordinality as u (attnum, place)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.attnum order by place) as columns
    from pg_constraint k
    where k.connamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f', 'x')
    union all
    select i.indexrelid::regclass::text, i.indrelid::regclass::text, 'i',
      array(select a.attname::text from unnest(i.indkey) as u (attnum)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = u.attnum)
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indisunique and c.relnamespace = 'public'::regnamespace
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
    order by 2, 1`.execute(tx);
  return rows;
}

export interface CatalogueGrant {
  readonly table: string;
  readonly role: string;
  readonly right: string;
}

/** Rights on whole tables and on single columns alike, of everyone but the owner. */
export async function listGrants(tx: Tx): Promise<CatalogueGrant[]> {
  const { rows } = await sql<CatalogueGrant>`
    select distinct c.relname as table,
      case when acl.grantee = 0 then 'public' else acl.grantee::regrole::text end as role,
      lower(acl.privilege_type) as right
    from pg_class c
      left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      cross join lateral (
        select * from aclexplode(c.relacl) union all select * from aclexplode(a.attacl)) acl
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
      and acl.grantee <> c.relowner
      -- Extensions bring their own objects.
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by 1, 2, 3`.execute(tx);
  return rows;
}
