import { ownTenant, sharedTable, staffWith } from './policies';

/** Why: people are found, checked and allocated here; who is in charge of them decides who sees them. */
export const name = '0010-clients';

/** The two functions that are in charge of clients. */
const handlers = ['caseworker', 'jobcenterCaseManager'];

/** In charge of the client, or standing in for whoever is. */
const handled = `(${staffWith(handlers)} and responsible_id in (select actor_handles()))`;
/** Lead of the team of whoever is in charge. */
const led = `(${staffWith(['teamLead'])} and responsible_id in (select actor_leads()))`;
/** Handing over makes the row another's: the database asks that the new row may still be read. */
const handedOverNow = `(${ownTenant} and handed_over_by = (select actor_account()) and handed_over_at = transaction_timestamp())`;

const handledClients = `client_id in (select id from client where ${handled})`;
const ledClients = `client_id in (select id from client where ${led})`;
const openedClients = `client_id in (select client_id from client_opening
  where ${ownTenant} and opened_by = (select actor_account()) and opened_at > now() - interval '1 hour')`;

const secured = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy upkeep on ${table} to portal_owner using ((select is_upkeep())) with check ((select is_upkeep()));
`;

export const sql = `
-- The day of the portal's one clock; without it (upkeep, somebody at psql) the day in Berlin.
create function actor_today() returns date language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('portal.today', true), '')::date, (now() at time zone 'Europe/Berlin')::date) $$;

create table jobcenter_site (
  tenant_id uuid not null references authority (id),
  id uuid not null default gen_random_uuid(),
  name text not null constraint jobcenter_site_name_given check (btrim(name) <> ''),
  primary key (tenant_id, id),
  constraint jobcenter_site_name_once unique (tenant_id, name)
);
${sharedTable('jobcenter_site', ['districtOfficer', 'portalAdmin'])}

create table jobcenter_team (
  tenant_id uuid not null references authority (id),
  id uuid not null default gen_random_uuid(),
  name text not null constraint jobcenter_team_name_given check (btrim(name) <> ''),
  site_id uuid not null,
  primary key (tenant_id, id),
  constraint jobcenter_team_name_once unique (tenant_id, name),
  constraint jobcenter_team_site foreign key (tenant_id, site_id) references jobcenter_site (tenant_id, id)
);
${sharedTable('jobcenter_team', ['portalAdmin'])}

-- Who works where, for everyone of the house: accounts themselves are for administrators alone.
create table jobcenter_staff (
  tenant_id uuid not null,
  account_id uuid not null,
  team_id uuid not null,
  function text not null constraint jobcenter_staff_function_known
    check (function in ('caseworker', 'jobcenterCaseManager', 'teamLead')),
  -- Copied from the account and kept equal by a trigger.
  display_name text not null,
  primary key (tenant_id, account_id),
  constraint jobcenter_staff_account foreign key (tenant_id, account_id)
    references account (tenant_id, id) on delete cascade,
  constraint jobcenter_staff_team foreign key (tenant_id, team_id) references jobcenter_team (tenant_id, id)
);
create index jobcenter_staff_by_team on jobcenter_staff (tenant_id, team_id);
${sharedTable('jobcenter_staff', ['portalAdmin'])}
create function staff_follows_account() returns trigger language plpgsql as $$
begin
  update jobcenter_staff set display_name = new.display_name
    where tenant_id = new.tenant_id and account_id = new.id;
  return null;
end $$;
create trigger staff_follows_account after update of display_name on account
  for each row when (old.display_name <> new.display_name) execute function staff_follows_account();

-- Who stands in for whom, both days inclusive: access for a time, no change of who is in charge (rule C16).
create table substitution (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  absent_id uuid not null,
  substitute_id uuid not null,
  starts date not null,
  ends date not null,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  created_by_name text not null,
  primary key (tenant_id, id),
  constraint substitution_absent foreign key (tenant_id, absent_id) references account (tenant_id, id),
  constraint substitution_substitute foreign key (tenant_id, substitute_id) references account (tenant_id, id),
  constraint substitution_creator foreign key (tenant_id, created_by) references account (tenant_id, id),
  -- One that was called off before it began ends the day before its first.
  constraint substitution_period check (ends >= starts - 1),
  constraint substitution_by_another check (absent_id <> substitute_id)
);
create index substitution_by_substitute on substitution (tenant_id, substitute_id);
${secured('substitution')}

-- Whose clients the actor handles: the own ones, and today those of whom the actor stands in for.
create function actor_handles() returns setof uuid language sql stable as $$
  select actor_account() union
  select absent_id from substitution
    where tenant_id = actor_tenant() and substitute_id = actor_account() and actor_today() between starts and ends $$;
-- The people of the team that the actor leads.
create function actor_leads() returns setof uuid language sql stable as $$
  select member.account_id from jobcenter_staff lead
    join jobcenter_staff member on member.tenant_id = lead.tenant_id and member.team_id = lead.team_id
    where lead.tenant_id = actor_tenant() and lead.account_id = actor_account() and lead.function = 'teamLead' $$;

grant select, insert on substitution to portal_app;
grant update (ends) on substitution to portal_app;
create policy read_own on substitution for select to portal_app using ${ownTenant};
create policy insert_own on substitution for insert to portal_app with check (${ownTenant}
  and created_by = (select actor_account())
  and ((absent_id = (select actor_account()) and (select actor_has('caseworker', 'jobcenterCaseManager')))
    or (absent_id in (select actor_leads()) and (select actor_has('teamLead')))));
create policy end_own on substitution for update to portal_app
  using (${ownTenant} and ((absent_id = (select actor_account()) and (select actor_has('caseworker', 'jobcenterCaseManager')))
    or (absent_id in (select actor_leads()) and (select actor_has('teamLead')))))
  with check (${ownTenant} and ((absent_id = (select actor_account()) and (select actor_has('caseworker', 'jobcenterCaseManager')))
    or (absent_id in (select actor_leads()) and (select actor_has('teamLead')))));

-- Whom the authority knows by which number and who is in charge; what tells of the person stands in client_profile.
create table client (
  tenant_id uuid not null references authority (id),
  id uuid not null default gen_random_uuid(),
  customer_number text not null constraint client_number_form check (customer_number ~ '^[0-9]{3}[A-Z][0-9]{6}$'),
  site_id uuid not null,
  responsible_id uuid not null,
  status text not null default 'active' constraint client_status_known check (status in ('active', 'ended')),
  -- Counts the changes: two people who edit at once do not overwrite each other.
  version integer not null default 1,
  created_at timestamptz not null default now(),
  handed_over_by uuid,
  handed_over_at timestamptz,
  primary key (tenant_id, id),
  constraint client_number_once unique (tenant_id, customer_number),
  constraint client_site foreign key (tenant_id, site_id) references jobcenter_site (tenant_id, id),
  constraint client_responsible foreign key (tenant_id, responsible_id) references account (tenant_id, id),
  constraint client_handed_over_by foreign key (tenant_id, handed_over_by) references account (tenant_id, id)
);
create index client_by_responsible on client (tenant_id, responsible_id, status);
${secured('client')}
grant select, insert on client to portal_app;
grant update (customer_number, site_id, responsible_id, status, version, handed_over_by, handed_over_at)
  on client to portal_app;
create policy read_own on client for select to portal_app using (${handled} or ${led} or ${handedOverNow});
create policy insert_own on client for insert to portal_app
  with check (${staffWith(handlers)} and responsible_id = (select actor_account()));
create policy update_own on client for update to portal_app using ${handled} with check (${handled} or ${handedOverNow});

-- A team lead's look into a client, with its purpose; it opens the client for an hour (rule P2).
create table client_opening (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  purpose text not null constraint client_opening_purpose_given check (btrim(purpose) <> ''),
  opened_at timestamptz not null default now(),
  opened_by uuid not null,
  opened_by_name text not null,
  primary key (tenant_id, id),
  constraint client_opening_client foreign key (tenant_id, client_id) references client (tenant_id, id) on delete cascade,
  constraint client_opening_account foreign key (tenant_id, opened_by) references account (tenant_id, id)
);
create index client_opening_by_client on client_opening (tenant_id, client_id, opened_at);
${secured('client_opening')}
-- Not opened_at: the database alone says when it was.
grant select, insert (tenant_id, client_id, purpose, opened_by, opened_by_name) on client_opening to portal_app;
create policy read_own on client_opening for select to portal_app
  using (${ownTenant} and (opened_by = (select actor_account()) or ${handledClients}));
create policy insert_own on client_opening for insert to portal_app
  with check (${staffWith(['teamLead'])} and opened_by = (select actor_account()) and ${ledClients});

-- What finding, allocating and reporting need to know of a person, and no more (rules P1, P4).
create table client_profile (
  tenant_id uuid not null,
  client_id uuid not null,
  first_name text not null constraint client_first_name_given check (btrim(first_name) <> ''),
  last_name text not null constraint client_last_name_given check (btrim(last_name) <> ''),
  birth_date date not null,
  household_number text not null constraint client_household_form check (household_number ~ '^[0-9]{5}BG[0-9]{7}$'),
  is_household_lead boolean not null,
  -- ISO 639-1 of the language for which an interpreter is needed; null: none is needed.
  interpreter_language text,
  -- Forecast: months until integration is to be expected, as it was judged on that day.
  forecast_on date,
  forecast_months integer constraint client_forecast_in_reach check (forecast_months between 0 and 120),
  market_proximity text constraint client_proximity_known check (market_proximity in ('near', 'notNear')),
  expects_progress boolean,
  -- Readiness to take part: what was clarified, when and how.
  is_willing boolean,
  readiness_clarified_on date,
  readiness_by_talk boolean,
  readiness_note_made boolean not null default false,
  primary key (tenant_id, client_id),
  constraint client_profile_client foreign key (tenant_id, client_id) references client (tenant_id, id) on delete cascade
);
create unique index client_one_lead_of_household on client_profile (tenant_id, household_number) where is_household_lead;
${secured('client_profile')}
grant select, insert, update on client_profile to portal_app;
create policy read_own on client_profile for select to portal_app
  using (${ownTenant} and (${handledClients} or (${ledClients} and ${openedClients})));
create policy insert_own on client_profile for insert to portal_app with check (${ownTenant} and ${handledClients});
create policy update_own on client_profile for update to portal_app
  using (${ownTenant} and ${handledClients}) with check (${ownTenant} and ${handledClients});

-- A need counts by the group it was recorded with, whatever it is called (rule A2). It ends and stays.
create table client_need (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  need_key text not null,
  need_group text not null constraint client_need_group_known
    check (need_group in ('qualification', 'capability', 'motivation', 'circumstances')),
  noted_on date not null,
  ended_on date constraint client_need_ends_after check (ended_on >= noted_on),
  primary key (tenant_id, id),
  constraint client_need_client foreign key (tenant_id, client_id) references client (tenant_id, id) on delete cascade
);
create unique index client_need_open_once on client_need (tenant_id, client_id, need_key) where ended_on is null;
${secured('client_need')}
grant select, insert, update (ended_on) on client_need to portal_app;
create policy read_own on client_need for select to portal_app
  using (${ownTenant} and (${handledClients} or (${ledClients} and ${openedClients})));
create policy insert_own on client_need for insert to portal_app with check (${ownTenant} and ${handledClients});
create policy end_own on client_need for update to portal_app
  using (${ownTenant} and ${handledClients}) with check (${ownTenant} and ${handledClients});

-- Who handed a client over to whom, when and why.
create table client_handover (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  from_name text not null,
  to_name text not null,
  reason text not null constraint client_handover_reason_given check (btrim(reason) <> ''),
  at timestamptz not null default now(),
  handed_by uuid not null,
  handed_by_name text not null,
  primary key (tenant_id, id),
  constraint client_handover_client foreign key (tenant_id, client_id) references client (tenant_id, id) on delete cascade,
  constraint client_handover_account foreign key (tenant_id, handed_by) references account (tenant_id, id)
);
create index client_handover_by_client on client_handover (tenant_id, client_id, at);
${secured('client_handover')}
grant select, insert on client_handover to portal_app;
create policy read_own on client_handover for select to portal_app
  using (${ownTenant} and (${handledClients} or ${ledClients}));
create policy insert_own on client_handover for insert to portal_app
  with check (${ownTenant} and handed_by = (select actor_account()) and ${handledClients});
`;
