import { ofOwnContract, ownProvider } from './allocation-policies';
import { guarded, ownTenant, sharedTable } from './policies';

/** Why: what a provider delivers is frozen with its contract, groups have seats and sessions, and persons are counted by a key. */
export const name = '0013-agreed-services';

export const sql = `
-- By this key the figures count a person without saying who it is; only those who see the client can tell.
alter table client add column participant_key uuid not null default gen_random_uuid();
alter table client add constraint client_participant_key_once unique (tenant_id, participant_key);

-- Share of a full-time post in per cent.
alter table jobcenter_staff add column post_percent integer not null default 100
  constraint jobcenter_staff_post_share check (post_percent between 1 and 100);

-- A price per place and month is owed for the places kept, or for the days on which they were taken.
alter table contract add column bills_occupied boolean not null default false;
alter table contract add constraint contract_bills_places
  check (not bills_occupied or price_model = 'perPlaceMonth');
alter table contract add constraint contract_of_provider unique (tenant_id, id, provider_id);

create or replace function contract_stays_signed() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (
    (new.number, new.measure_id, new.version_no, new.provider_id, new.term_start, new.term_end, new.price_model,
     new.price_cents, new.price_note, new.bills_occupied, new.product_id, new.funding_source_id, new.session_days,
     new.signed_on)
    is distinct from
    (old.number, old.measure_id, old.version_no, old.provider_id, old.term_start, old.term_end, old.price_model,
     old.price_cents, old.price_note, old.bills_occupied, old.product_id, old.funding_source_id, old.session_days,
     old.signed_on)
    or new.state = 'draft' or new.runs_until < old.runs_until)
  then
    raise exception using errcode = 'check_violation', constraint = 'contract_stays_signed',
      message = 'a signed contract is not changed';
  end if;
  return new;
end $$;

-- What a provider needs to know of its own contracts.
grant select (tenant_id, id, number, measure_id, provider_id, state, term_start, term_end, runs_until, price_model,
  price_cents, price_note, bills_occupied, session_days, signed_on) on contract to portal_provider;
create policy provider_read_own on contract for select to portal_provider
  using (${ownProvider} and state <> 'draft');
grant select on contract_site, contract_place to portal_provider;
create policy provider_read_own on contract_site for select to portal_provider using ${ofOwnContract};
create policy provider_read_own on contract_place for select to portal_provider using ${ofOwnContract};
grant select (tenant_id, contract_id, no, starts, ends, price_cents, state) on contract_option to portal_provider;
create policy provider_read_own on contract_option for select to portal_provider using ${ofOwnContract};
-- The contract's last day when the change was agreed: an option that is exercised later does not stretch it.
alter table contract_change add column valid_to date;
update contract_change set valid_to = (select runs_until from contract
  where contract.tenant_id = contract_change.tenant_id and contract.id = contract_change.contract_id);
alter table contract_change alter column valid_to set not null;
alter table contract_change add constraint contract_change_order check (valid_to >= valid_from);
grant select (tenant_id, id, contract_id, amount_cents, valid_from, valid_to, agreed_at) on contract_change to portal_provider;
create policy provider_read_own on contract_change for select to portal_provider using ${ofOwnContract};

-- What a provider delivers under a contract: its own measure, and what is bought only within it. As it was
-- agreed: the measure's profile may change later on.
create table contract_measure (
  tenant_id uuid not null,
  contract_id uuid not null,
  measure_id uuid not null,
  title text not null constraint contract_measure_title_given check (btrim(title) <> ''),
  -- Bought only within this contract, and not its own measure.
  is_component boolean not null,
  -- People come one by one to a place, or together in a group.
  unit text not null constraint contract_measure_unit_known check (unit in ('place', 'group')),
  -- Stages in their order: [{"stage": text, "everyWeeks": number, "minutes": number or null}]; the first
  -- lasts firstStageWeeks, the others follow the person's progress.
  contacts jsonb not null default '[]' constraint contract_measure_contacts_list check (jsonb_typeof(contacts) = 'array'),
  first_stage_weeks integer constraint contract_measure_first_stage check (first_stage_weeks between 1 and 104),
  session_count integer constraint contract_measure_session_count check (session_count between 1 and 500),
  session_minutes integer constraint contract_measure_session_minutes check (session_minutes between 1 and 1440),
  group_size integer constraint contract_measure_group_size check (group_size between 1 and 1000),
  involves_household boolean not null default false,
  -- Absence days are reported with their reasons (rule P7); as the legal basis had it when this was agreed.
  reports_absence boolean not null,
  has_strategy_plan boolean not null default false,
  plan_review_weeks integer constraint contract_measure_plan_review check (plan_review_weeks between 1 and 104),
  interim_report_months integer constraint contract_measure_interim check (interim_report_months between 1 and 24),
  -- Days after the exit by which the final report is due, and for which the provider still sees the person after it.
  final_report_days integer not null default 14 constraint contract_measure_final_report check (final_report_days between 1 and 365),
  reporting_days integer not null default 30 constraint contract_measure_reporting check (reporting_days between 0 and 365),
  -- Share of health topics of the whole; above the measure's limit only with money of a third party.
  health_percent integer constraint contract_measure_health check (health_percent between 0 and 100),
  health_limit_percent integer constraint contract_measure_health_limit check (health_limit_percent between 0 and 100),
  co_funding text,
  needed_certificate text,
  primary key (tenant_id, contract_id, measure_id),
  constraint contract_measure_group_whole check (unit = 'place'
    or num_nonnulls(session_count, session_minutes, group_size) = 3),
  constraint contract_measure_health_funded check (health_percent is null or health_limit_percent is null
    or health_percent <= health_limit_percent or btrim(co_funding) <> ''),
  foreign key (tenant_id, contract_id) references contract (tenant_id, id) on delete cascade,
  foreign key (tenant_id, measure_id) references measure (tenant_id, id)
);
${sharedTable('contract_measure', ['districtOfficer'])}
grant select on contract_measure to portal_provider;
create policy provider_read_own on contract_measure for select to portal_provider using ${ofOwnContract};

-- Contracts of the time before: what their measure's profile says today.
insert into contract_measure (tenant_id, contract_id, measure_id, title, is_component, unit, contacts, reports_absence)
  select contract.tenant_id, contract.id, contract.measure_id, measure.title, false, 'place',
    coalesce(measure.content #> '{portal,contacts}', '[]'),
    exists (select from measure_legal_basis basis where basis.tenant_id = measure.tenant_id
      and basis.measure_id = measure.id
        and (basis.law, basis.section) in (('SGB III', '45'), ('SGB II', '16k')))
  from contract join measure on measure.tenant_id = contract.tenant_id and measure.id = contract.measure_id
  where contract.state <> 'draft';

-- Proof that a provider may run what asks for it, e.g. a certified training.
create table provider_certificate (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  provider_id uuid not null,
  name text not null constraint provider_certificate_name_given check (btrim(name) <> ''),
  valid_from date not null,
  valid_to date,
  primary key (tenant_id, id),
  constraint provider_certificate_order check (valid_to >= valid_from),
  constraint provider_certificate_linked foreign key (tenant_id, provider_id)
    references authority_provider (tenant_id, provider_id)
);
create index provider_certificate_by_provider on provider_certificate (tenant_id, provider_id);
${sharedTable('provider_certificate', ['districtOfficer'])}

-- One run of a training for a group; its seats are numbered places of the contract.
create table training_group (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  contract_id uuid not null,
  measure_id uuid not null,
  provider_id uuid not null,
  site_position integer not null,
  name text not null constraint training_group_name_given check (btrim(name) <> ''),
  trainer text not null constraint training_group_trainer_given check (btrim(trainer) <> ''),
  -- First and last day on which somebody may take part, catch-ups with it.
  starts date not null,
  ends date not null,
  seats integer not null constraint training_group_seats_positive check (seats between 1 and 1000),
  state text not null default 'planned' constraint training_group_state_known
    check (state in ('planned', 'running', 'ended', 'cancelled')),
  created_at timestamptz not null default now(),
  created_by_name text not null,
  primary key (tenant_id, id),
  constraint training_group_order check (ends >= starts),
  constraint training_group_name_once unique (tenant_id, contract_id, name),
  constraint training_group_of_contract unique (tenant_id, contract_id, id),
  foreign key (tenant_id, contract_id, measure_id) references contract_measure (tenant_id, contract_id, measure_id),
  foreign key (tenant_id, contract_id, provider_id) references contract (tenant_id, id, provider_id),
  foreign key (tenant_id, contract_id, site_position) references contract_site (tenant_id, contract_id, position)
);
create index training_group_by_contract on training_group (tenant_id, contract_id, starts);
${guarded('training_group')}
grant select on training_group to portal_app;
grant select, insert, update (name, trainer, state, ends) on training_group to portal_provider;
create policy provider_read_own on training_group for select to portal_provider using ${ownProvider};
create policy provider_insert_own on training_group for insert to portal_provider with check ${ownProvider};
create policy provider_update_own on training_group for update to portal_provider
  using ${ownProvider} with check ${ownProvider};

create table training_session (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  group_id uuid not null,
  no integer not null constraint training_session_counts_from_one check (no > 0),
  day date not null,
  -- 'HH:MM'
  begins_at text not null constraint training_session_time check (begins_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  minutes integer not null constraint training_session_minutes check (minutes between 1 and 720),
  topic text,
  trainer text,
  -- The session (by its number) that can be caught up here; null: a regular one.
  catches_up_no integer,
  state text not null default 'planned' constraint training_session_state_known
    check (state in ('planned', 'held', 'cancelled')),
  primary key (tenant_id, id),
  constraint training_session_no_once unique (tenant_id, group_id, no),
  foreign key (tenant_id, group_id) references training_group (tenant_id, id) on delete cascade
);
create index training_session_by_day on training_session (tenant_id, day);
${guarded('training_session')}
grant select on training_session to portal_app;
grant select, insert, update (day, begins_at, minutes, topic, trainer, state), delete on training_session to portal_provider;
create policy provider_read_own on training_session for select to portal_provider
  using (${ownTenant} and group_id in (select id from training_group where provider_id = (select actor_provider())));
create policy provider_insert_own on training_session for insert to portal_provider
  with check (${ownTenant} and group_id in (select id from training_group where provider_id = (select actor_provider())));
create policy provider_update_own on training_session for update to portal_provider
  using (${ownTenant} and group_id in (select id from training_group where provider_id = (select actor_provider())))
  with check (${ownTenant} and group_id in (select id from training_group where provider_id = (select actor_provider())));
create policy provider_delete_own on training_session for delete to portal_provider
  using (${ownTenant} and state = 'planned'
    and group_id in (select id from training_group where provider_id = (select actor_provider())));

-- Seats of a group are numbered by themselves.
alter table contract_place add column group_id uuid;
alter table contract_place drop constraint contract_place_no_once;
alter table contract_place add constraint contract_place_no_once
  unique nulls not distinct (tenant_id, contract_id, site_position, group_id, no);
alter table contract_place add constraint contract_place_group foreign key (tenant_id, contract_id, group_id)
  references training_group (tenant_id, contract_id, id);
alter table contract_place add constraint contract_place_of_contract unique (tenant_id, contract_id, id);
grant insert (tenant_id, contract_id, site_position, no, valid_from, valid_to, group_id), update (valid_to)
  on contract_place to portal_provider;
create policy provider_insert_own on contract_place for insert to portal_provider
  with check (${ownTenant} and group_id in (select id from training_group where provider_id = (select actor_provider())));
create policy provider_update_own on contract_place for update to portal_provider
  using (${ownTenant} and group_id in (select id from training_group where provider_id = (select actor_provider())))
  with check (${ownTenant} and group_id in (select id from training_group where provider_id = (select actor_provider())));
`;
