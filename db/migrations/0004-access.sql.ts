/** Why: the wall. Grants and policies per role; forced, so that even the owner asks as somebody. */
export const name = '0004-access';

const ownTenant = '(tenant_id = (select actor_tenant()))';

/** Reading for everyone of the tenant's staff, writing for the named roles. */
function staffTable(table: string, writers: readonly string[], deletable: boolean): string {
  const mayWrite = `(${ownTenant} and (select actor_has(${writers.map((role) => `'${role}'`).join(', ')})))`;
  return `
alter table ${table} enable row level security;
alter table ${table} force row level security;
grant select, insert, update${deletable ? ', delete' : ''} on ${table} to portal_app;
create policy read_own on ${table} for select to portal_app using ${ownTenant};
create policy insert_own on ${table} for insert to portal_app with check ${mayWrite};
create policy update_own on ${table} for update to portal_app using ${mayWrite} with check ${mayWrite};
${deletable ? `create policy delete_own on ${table} for delete to portal_app using ${mayWrite};` : ''}
`;
}

export const sql = `
-- authority: everyone reads the own one; names are changed by those who run it.
alter table authority enable row level security;
alter table authority force row level security;
grant select, update on authority to portal_app;
grant select on authority to portal_provider, portal_auth;
create policy read_own on authority for select to portal_app using (id = (select actor_tenant()));
create policy update_own on authority for update to portal_app
  using (id = (select actor_tenant()) and (select actor_has('districtOfficer', 'portalAdmin')))
  with check (id = (select actor_tenant()) and (select actor_has('districtOfficer', 'portalAdmin')));
create policy provider_read_own on authority for select to portal_provider using (id = (select actor_tenant()));
create policy read_at_sign_in on authority for select to portal_auth using (true);

-- provider and its link: an authority sees the providers it works with, a provider itself.
alter table authority_provider enable row level security;
alter table authority_provider force row level security;
grant select on authority_provider to portal_app, portal_provider;
create policy read_own on authority_provider for select to portal_app using ${ownTenant};
create policy provider_read_own on authority_provider for select to portal_provider
  using (provider_id = (select actor_provider()));

alter table provider enable row level security;
alter table provider force row level security;
grant select on provider to portal_app, portal_provider, portal_auth;
create policy read_linked on provider for select to portal_app
  using (id in (select provider_id from authority_provider where tenant_id = (select actor_tenant())));
create policy provider_read_own on provider for select to portal_provider using (id = (select actor_provider()));
create policy read_at_sign_in on provider for select to portal_auth using (true);

${staffTable('rule_setting', ['districtOfficer', 'portalAdmin'], true)}
${staffTable('committee', ['districtOfficer', 'portalAdmin'], true)}
${staffTable('budget_product', ['districtOfficer'], true)}
${staffTable('appropriation', ['districtOfficer'], true)}
${staffTable('measure', ['districtOfficer'], false)}
${staffTable('measure_legal_basis', ['districtOfficer'], true)}
${staffTable('measure_plan', ['districtOfficer'], false)}
${staffTable('measure_consultation', ['districtOfficer'], true)}
${staffTable('measure_site', ['districtOfficer'], true)}
${staffTable('measure_phase', ['districtOfficer'], true)}
${staffTable('measure_referral_target', ['districtOfficer'], true)}
${staffTable('measure_option', ['districtOfficer'], true)}
${staffTable('measure_indicator', ['districtOfficer'], true)}

-- document_template: versions are added, never changed.
alter table document_template enable row level security;
alter table document_template force row level security;
grant select, insert on document_template to portal_app;
create policy read_own on document_template for select to portal_app using ${ownTenant};
create policy insert_own on document_template for insert to portal_app
  with check (${ownTenant} and created_by = (select actor_account()) and (select actor_has('portalAdmin')));

-- account: an administrator sees and changes those of the own authority, everyone else the own one.
alter table account enable row level security;
alter table account force row level security;
grant select (tenant_id, id, provider_id, email, display_name, locked_at, created_at)
  on account to portal_app, portal_provider;
grant insert (tenant_id, provider_id, email, display_name), update (provider_id, email, display_name, locked_at)
  on account to portal_app;
create policy read_own on account for select to portal_app
  using (${ownTenant} and (id = (select actor_account()) or (select actor_has('portalAdmin'))));
create policy insert_own on account for insert to portal_app
  with check (${ownTenant} and (select actor_has('portalAdmin')));
create policy update_own on account for update to portal_app
  using (${ownTenant} and (select actor_has('portalAdmin')))
  with check (${ownTenant} and (select actor_has('portalAdmin')));
create policy provider_read_own on account for select to portal_provider
  using (${ownTenant} and id = (select actor_account()));
grant select, update (password_hash, has_generated_password) on account to portal_auth;
create policy sign_in on account for select to portal_auth using (true);
create policy set_password on account for update to portal_auth using (true) with check (true);

alter table account_role enable row level security;
alter table account_role force row level security;
grant select, insert, delete on account_role to portal_app;
grant select on account_role to portal_provider, portal_auth;
create policy read_own on account_role for select to portal_app
  using (${ownTenant} and (account_id = (select actor_account()) or (select actor_has('portalAdmin'))));
create policy insert_own on account_role for insert to portal_app
  with check (${ownTenant} and (select actor_has('portalAdmin')));
create policy delete_own on account_role for delete to portal_app
  using (${ownTenant} and (select actor_has('portalAdmin')));
create policy provider_read_own on account_role for select to portal_provider
  using (${ownTenant} and account_id = (select actor_account()));
create policy sign_in on account_role for select to portal_auth using (true);

-- session: one's own are listed and ended in /konto; an administrator ends those of the own authority.
alter table session enable row level security;
alter table session force row level security;
grant select (tenant_id, id, account_id, created_at, last_seen_at), delete on session to portal_app, portal_provider;
create policy read_own on session for select to portal_app
  using (${ownTenant} and (account_id = (select actor_account()) or (select actor_has('portalAdmin'))));
create policy end_own on session for delete to portal_app
  using (${ownTenant} and (account_id = (select actor_account()) or (select actor_has('portalAdmin'))));
create policy provider_read_own on session for select to portal_provider
  using (${ownTenant} and account_id = (select actor_account()));
create policy provider_end_own on session for delete to portal_provider
  using (${ownTenant} and account_id = (select actor_account()));
grant select, insert, update, delete on session to portal_auth;
create policy sign_in on session for all to portal_auth using (true) with check (true);

-- one_time_link: made by an administrator, used at sign-in.
alter table one_time_link enable row level security;
alter table one_time_link force row level security;
grant insert (tenant_id, account_id, token_hash, expires_at), delete on one_time_link to portal_app;
grant select (tenant_id, id, account_id, expires_at, used_at) on one_time_link to portal_app;
create policy read_own on one_time_link for select to portal_app
  using (${ownTenant} and (select actor_has('portalAdmin')));
create policy insert_own on one_time_link for insert to portal_app
  with check (${ownTenant} and (select actor_has('portalAdmin')));
create policy delete_own on one_time_link for delete to portal_app
  using (${ownTenant} and (select actor_has('portalAdmin')));
grant select, insert, update (used_at) on one_time_link to portal_auth;
create policy sign_in on one_time_link for all to portal_auth using (true) with check (true);

alter table sign_in_attempt enable row level security;
alter table sign_in_attempt force row level security;
grant select, insert, delete on sign_in_attempt to portal_auth;
create policy sign_in on sign_in_attempt for all to portal_auth using (true) with check (true);

-- audit_entry: whoever acts writes, nobody changes, the administrator reads.
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
-- Not id and at: the database alone says when it was.
grant insert (tenant_id, account_id, role, verb, object_kind, object_id, changed_fields, request_id)
  on audit_entry to portal_app, portal_provider, portal_auth;
grant select on audit_entry to portal_app;
create policy read_own on audit_entry for select to portal_app
  using (${ownTenant} and (select actor_has('portalAdmin')));
create policy insert_own on audit_entry for insert to portal_app
  with check (${ownTenant} and account_id = (select actor_account()));
create policy provider_insert_own on audit_entry for insert to portal_provider
  with check (${ownTenant} and account_id = (select actor_account()));
create policy sign_in on audit_entry for insert to portal_auth with check (true);

-- Forced security holds for the owner too; it sees rows only while it says that it does upkeep.
do $$
declare
  guarded text;
begin
  for guarded in select tablename from pg_tables
    where schemaname = 'public' and tableowner = current_user and tablename <> 'schema_migration'
  loop
    execute format('create policy upkeep on %I to portal_owner using ((select is_upkeep())) with check ((select is_upkeep()))', guarded);
  end loop;
end $$;
`;
