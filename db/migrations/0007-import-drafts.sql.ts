import { ownTenant, staffWith } from './policies';

/** Why: between preview and confirmation of an import the files lie in the database, not in one process. */
export const name = '0007-import-drafts';

const mayImport = staffWith(['districtOfficer']);
const ownDraft = `(${mayImport} and created_by = (select actor_account()))`;

export const sql = `
-- One upload that waits for its confirmation. The account is part of the key: nobody else reads its files.
create table import_draft (
  tenant_id uuid not null,
  created_by uuid not null,
  id uuid not null default gen_random_uuid(),
  created_at timestamptz not null default now(),
  primary key (tenant_id, created_by, id),
  foreign key (tenant_id, created_by) references account (tenant_id, id) on delete cascade
);
create index import_draft_by_age on import_draft (tenant_id, created_at);
alter table import_draft enable row level security;
alter table import_draft force row level security;
create policy upkeep on import_draft to portal_owner using ((select is_upkeep())) with check ((select is_upkeep()));
grant select, insert, delete on import_draft to portal_app;
-- The head of a colleague's draft is seen, so that whoever imports next can clear away what was left lying.
create policy read_own on import_draft for select to portal_app using ${mayImport};
create policy insert_own on import_draft for insert to portal_app with check ${ownDraft};
create policy delete_own on import_draft for delete to portal_app
  using (${mayImport} and (created_by = (select actor_account()) or created_at < now() - interval '1 day'));

create table import_draft_file (
  tenant_id uuid not null,
  created_by uuid not null,
  draft_id uuid not null,
  position integer not null,
  name text not null,
  -- As it came in, whatever it is: also what is no text.
  bytes bytea not null,
  primary key (tenant_id, created_by, draft_id, position),
  foreign key (tenant_id, created_by, draft_id)
    references import_draft (tenant_id, created_by, id) on delete cascade
);
alter table import_draft_file enable row level security;
alter table import_draft_file force row level security;
create policy upkeep on import_draft_file to portal_owner using ((select is_upkeep())) with check ((select is_upkeep()));
grant select, insert, delete on import_draft_file to portal_app;
create policy read_own on import_draft_file for select to portal_app
  using (${ownTenant} and created_by = (select actor_account()));
create policy insert_own on import_draft_file for insert to portal_app with check ${ownDraft};
create policy delete_own on import_draft_file for delete to portal_app using ${ownDraft};

-- Further words that are addresses; "not valid": a measure that is called so keeps its name.
alter table measure drop constraint measure_slug_not_reserved;
alter table measure add constraint measure_slug_not_reserved
  check (slug not in ('neu', 'import', 'export', 'schema', 'schema.json', 'portfolio')) not valid;
`;
