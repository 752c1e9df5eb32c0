/** The walls that many tables share. Migrations that landed keep their own words: change nothing here that they use. */

export const ownTenant = '(tenant_id = (select actor_tenant()))';

/** True for staff of the own authority who hold one of the roles. */
export function staffWith(roles: readonly string[]): string {
  return `(${ownTenant} and (select actor_has(${roles.map((role) => `'${role}'`).join(', ')})))`;
}

/** Row-level security, the owner's upkeep, and reading by the staff: of the whole authority unless said otherwise. */
export const guarded = (table: string, readable: string = ownTenant) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy upkeep on ${table} to portal_owner using ((select is_upkeep())) with check ((select is_upkeep()));
create policy read_own on ${table} for select to portal_app using ${readable};
`;

/** Read by the whole staff of the authority, written by the named roles. */
export function sharedTable(table: string, writers: readonly string[]): string {
  const mayWrite = staffWith(writers);
  return `${guarded(table)}
grant select, insert, update, delete on ${table} to portal_app;
create policy insert_own on ${table} for insert to portal_app with check ${mayWrite};
create policy update_own on ${table} for update to portal_app using ${mayWrite} with check ${mayWrite};
create policy delete_own on ${table} for delete to portal_app using ${mayWrite};
`;
}

/** Read by the whole staff; rows are added in the own name (`author`: the column) and never changed. */
export function journalTable(table: string, author: string, writers: readonly string[]): string {
  return `${guarded(table)}
grant select, insert on ${table} to portal_app;
create policy insert_own on ${table} for insert to portal_app
  with check (${staffWith(writers)} and ${author} = (select actor_account()));
`;
}
