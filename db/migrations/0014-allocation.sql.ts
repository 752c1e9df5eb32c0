import {
  handledKeys,
  handledOrLed,
  ledKeys,
  ofHandled,
  ofHandledClient,
  ofProvider,
  ownProvider,
  personal,
} from './allocation-policies';
import { guarded, ownTenant } from './policies';

/** Why: people take numbered places, wait for them, and are reviewed; who they are is seen by those in charge alone. */
export const name = '0014-allocation';

export const sql = `
-- One person in one measure, or (without a measure) in internal case management. No name stands here, so that
-- the whole house can count places; who it is stands in client, seen by those in charge.
create table allocation (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  participant_key uuid not null,
  measure_id uuid,
  contract_id uuid,
  provider_id uuid,
  place_id uuid,
  -- Internal case management: the rule book of the day of the decision.
  book text,
  state text not null constraint allocation_state_known check (state in
    ('clearing', 'active', 'closing', 'closed', 'droppedOut', 'notStarted', 'declined')),
  -- Day of the formal allocation: durations and reviews count from here (rules.md § 3).
  allocated_on date not null,
  -- First and planned last day, both inclusive; care has no planned end.
  starts date not null,
  ends date,
  clearing_until date,
  -- The provider has answered, and has seen the person for the first time.
  confirmed_on date,
  first_contact_on date,
  -- Last day in the measure; the place is free from the day after (rule X8).
  exited_on date,
  exit_reason text constraint allocation_exit_reason_known check (exit_reason in
    ('goalsReached', 'work', 'vocationalTraining', 'furtherHelp', 'otherMeasure', 'noProgress', 'timeOver',
     'stoppedByClient', 'stoppedByProvider', 'stoppedByJobcenter', 'longAbsence', 'moved', 'benefitEnded', 'other')),
  -- Not started or declined: when, by whom and why.
  settled_on date,
  settled_by text constraint allocation_settled_by_known check (settled_by in ('client', 'provider', 'jobcenter')),
  settled_reason text constraint allocation_settled_reason_known check (settled_reason in
    ('notReached', 'didNotCome', 'noInterest', 'tookUpWork', 'otherHelp', 'notSuitable', 'noCapacity', 'moved',
     'benefitEnded', 'noAlliance', 'enteredByMistake')),
  -- Absence is reported with its reasons (rule P7), as agreed in the contract.
  reports_absence boolean not null,
  -- Last day on which the provider sees who it is; null: no end yet.
  visible_until date,
  -- The anonymous effect record was made (rule E1); nothing leads from here to it.
  effect_recorded boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint allocation_person foreign key (tenant_id, participant_key) references client (tenant_id, participant_key),
  foreign key (tenant_id, contract_id, measure_id) references contract_measure (tenant_id, contract_id, measure_id),
  foreign key (tenant_id, contract_id, provider_id) references contract (tenant_id, id, provider_id),
  foreign key (tenant_id, contract_id, place_id) references contract_place (tenant_id, contract_id, id),
  constraint allocation_measure_or_care check
    ((measure_id is null and num_nonnulls(contract_id, provider_id, place_id, ends) = 0 and book is not null)
      or (num_nonnulls(measure_id, contract_id, provider_id, place_id, ends) = 5
        and num_nonnulls(book, clearing_until) = 0)),
  constraint allocation_clearing_is_care check (state <> 'clearing' or clearing_until is not null),
  constraint allocation_order check (ends >= starts),
  constraint allocation_exit_in_order check (exited_on >= starts),
  constraint allocation_exit_whole check ((state in ('closing', 'closed', 'droppedOut')) = (exited_on is not null)
    and (exited_on is null) = (exit_reason is null)),
  constraint allocation_settled_whole check ((state in ('notStarted', 'declined')) = (settled_on is not null)
    and num_nonnulls(settled_on, settled_by, settled_reason) in (0, 3)),
  constraint allocation_absence unique (tenant_id, id, reports_absence),
  constraint allocation_of_person unique (tenant_id, id, participant_key),
  constraint allocation_of_contract unique (tenant_id, id, contract_id),
  constraint allocation_place_free exclude using gist (tenant_id with =, place_id with =,
    daterange(starts, coalesce(exited_on, ends), '[]') with &&)
    where (place_id is not null and state not in ('notStarted', 'declined')),
  constraint allocation_once_in_measure exclude using gist (tenant_id with =, participant_key with =,
    measure_id with =, daterange(starts, coalesce(exited_on, ends), '[]') with &&)
    where (measure_id is not null and state not in ('notStarted', 'declined')),
  constraint allocation_once_in_care exclude using gist (tenant_id with =, participant_key with =,
    daterange(starts, coalesce(exited_on, ends), '[]') with &&)
    where (measure_id is null and state not in ('notStarted', 'declined'))
);
create index allocation_by_person on allocation (tenant_id, participant_key);
create index allocation_by_measure on allocation (tenant_id, measure_id, starts);
-- For the evaluation of a year: exits, their reasons and needs.
create index allocation_by_exit on allocation (tenant_id, measure_id, exited_on) where exited_on is not null;
create index allocation_by_contract on allocation (tenant_id, contract_id, starts);
create index allocation_by_provider on allocation (tenant_id, provider_id, state);
${guarded('allocation')}
grant select, insert (tenant_id, id, participant_key, measure_id, contract_id, provider_id, place_id, book, state, allocated_on,
    starts, ends, clearing_until, reports_absence),
  update (state, allocated_on, starts, ends, place_id, clearing_until, confirmed_on, first_contact_on, exited_on, exit_reason,
    settled_on, settled_by, settled_reason, visible_until, effect_recorded, version) on allocation to portal_app;
create policy insert_own on allocation for insert to portal_app with check (${ownTenant} and ${handledKeys});
create policy update_own on allocation for update to portal_app
  using (${ownTenant} and ${handledKeys}) with check (${ownTenant} and ${handledKeys});
grant select, update (state, confirmed_on, first_contact_on, exited_on, exit_reason, settled_on, settled_by,
    settled_reason, version) on allocation to portal_provider;
create policy provider_read_own on allocation for select to portal_provider using ${ownProvider};
create policy provider_update_own on allocation for update to portal_provider
  using (${ownProvider} and state in ('active', 'closing')
    and (visible_until is null or visible_until >= (select actor_today()))) with check ${ownProvider};

-- A place of a signed contract, within the days it is there, for the measure that is delivered on it.
create function allocation_fits() returns trigger language plpgsql as $$
begin
  if new.place_id is not null and not exists (
    select from contract_place place
      join contract on contract.tenant_id = place.tenant_id and contract.id = place.contract_id
      left join training_group run on run.tenant_id = place.tenant_id and run.id = place.group_id
      where place.tenant_id = new.tenant_id and place.id = new.place_id and contract.id = new.contract_id
        and contract.state <> 'draft'
        and new.starts >= place.valid_from and coalesce(new.exited_on, new.ends) <= place.valid_to
        and coalesce(run.measure_id, contract.measure_id) = new.measure_id)
  then
    raise exception using errcode = 'check_violation', constraint = 'allocation_fits',
      message = 'an allocation outside of what its place is there for';
  end if;
  return null;
end $$;
-- After and not before: whose row it is must be asked first.
create trigger allocation_fits after insert or update of place_id, starts, ends, exited_on on allocation
  for each row execute function allocation_fits();

-- Whoever did not start or was declined is seen by the provider for two weeks more; what is over stays over.
create function allocation_moves_on() returns trigger language plpgsql as $$
begin
  if old.state in ('notStarted', 'declined') and new.state <> old.state
    or old.state in ('closed', 'droppedOut') and new.state not in ('closed', 'droppedOut')
    or old.state = 'closing' and new.state not in ('closing', 'closed', 'droppedOut')
    or old.state = 'active' and new.state = 'clearing'
    or old.effect_recorded and not new.effect_recorded
  then
    raise exception using errcode = 'check_violation', constraint = 'allocation_moves_on',
      message = 'an allocation does not go back';
  end if;
  if new.state in ('notStarted', 'declined') and old.state <> new.state then
    new.visible_until := new.settled_on + 14;
  end if;
  -- Over without a report to be accepted, because nothing was delivered (rule X8).
  if old.state = 'active' and new.state in ('closed', 'droppedOut') and new.provider_id is not null then
    new.visible_until := greatest((select new.exited_on + reporting_days from contract_measure
      where tenant_id = new.tenant_id and contract_id = new.contract_id and measure_id = new.measure_id), actor_today());
  end if;
  return new;
end $$;
create trigger allocation_moves_on before update on allocation
  for each row execute function allocation_moves_on();

-- Why it was decided so; for those in charge alone.
create table allocation_decision (
  tenant_id uuid not null,
  allocation_id uuid not null,
  check_id uuid not null,
  -- Why this measure, as the letter tells it.
  reason text not null constraint allocation_decision_reason_given check (btrim(reason) <> ''),
  address_lines text[] not null default '{}',
  -- Where to go and whom to ask there, line by line, and the first appointment; as the letter tells it.
  venue_lines text[] not null default '{}',
  first_appointment text,
  overlap_reason text,
  earlier_reason text,
  backdate_reason text,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  created_by_name text not null,
  primary key (tenant_id, allocation_id),
  foreign key (tenant_id, allocation_id) references allocation (tenant_id, id) on delete cascade,
  foreign key (tenant_id, check_id) references access_check (tenant_id, id),
  foreign key (tenant_id, created_by) references account (tenant_id, id)
);
${guarded('allocation_decision', personal)}
grant select, insert on allocation_decision to portal_app;
create policy insert_own on allocation_decision for insert to portal_app
  with check (${ofHandled} and created_by = (select actor_account()));

-- What the provider gets to know of the person (rule P4), and no more.
create table allocation_disclosure (
  tenant_id uuid not null,
  allocation_id uuid not null,
  first_name text not null constraint allocation_disclosure_first_name_given check (btrim(first_name) <> ''),
  last_name text not null constraint allocation_disclosure_last_name_given check (btrim(last_name) <> ''),
  -- Telephone or e-mail, if it is needed for the first contact.
  contact text,
  purpose text not null constraint allocation_disclosure_purpose_given check (btrim(purpose) <> ''),
  goals text,
  interpreter_language text,
  accessibility text,
  -- Number of the household, where the whole of it takes part.
  household_number text,
  caseworker_name text not null,
  primary key (tenant_id, allocation_id),
  foreign key (tenant_id, allocation_id) references allocation (tenant_id, id) on delete cascade
);
${guarded('allocation_disclosure', personal)}
grant select, insert on allocation_disclosure to portal_app;
create policy insert_own on allocation_disclosure for insert to portal_app with check ${ofHandled};
grant select on allocation_disclosure to portal_provider;
create policy provider_read_own on allocation_disclosure for select to portal_provider using ${ofProvider};

-- The needs that are worked on, and what became of them (rule E5); no words, only keys.
create table allocation_need (
  tenant_id uuid not null,
  allocation_id uuid not null,
  need_key text not null,
  need_group text not null constraint allocation_need_group_known
    check (need_group in ('qualification', 'capability', 'motivation', 'circumstances')),
  progress text constraint allocation_need_progress_known check (progress in ('better', 'same', 'worse')),
  is_removed boolean not null default false,
  -- The same, as the person sees it.
  own_view text constraint allocation_need_own_view_known check (own_view in ('better', 'same', 'worse')),
  primary key (tenant_id, allocation_id, need_key),
  constraint allocation_need_removed_is_better check (not is_removed or progress = 'better'),
  foreign key (tenant_id, allocation_id) references allocation (tenant_id, id) on delete cascade
);
${guarded('allocation_need')}
grant select, insert on allocation_need to portal_app;
create policy insert_own on allocation_need for insert to portal_app with check ${ofHandled};
grant update (progress, is_removed, own_view) on allocation_need to portal_app;
create policy update_own on allocation_need for update to portal_app using ${ofHandled} with check ${ofHandled};
grant select, insert, update (progress, is_removed, own_view) on allocation_need to portal_provider;
create policy provider_read_own on allocation_need for select to portal_provider using ${ofProvider};
create policy provider_insert_own on allocation_need for insert to portal_provider with check ${ofProvider};
create policy provider_update_own on allocation_need for update to portal_provider
  using ${ofProvider} with check ${ofProvider};

-- Who did what with an allocation, when and why.
create table allocation_move (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  allocation_id uuid not null,
  deed text not null constraint allocation_move_deed_known check (deed in ('allocated', 'clearingBegun', 'takenOver',
    'confirmed', 'firstContact', 'notStarted', 'declined', 'extended', 'exited', 'exitCorrected', 'handedOver',
    'closed', 'reviewed', 'letterMade', 'effectRecorded', 'reportSubmitted', 'reportReturned', 'reportAccepted')),
  -- The day it is about, e.g. of the exit.
  day date,
  reason text,
  moved_at timestamptz not null default now(),
  moved_by uuid,
  moved_by_name text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, allocation_id) references allocation (tenant_id, id) on delete cascade,
  foreign key (tenant_id, moved_by) references account (tenant_id, id)
);
create index allocation_move_by_allocation on allocation_move (tenant_id, allocation_id, moved_at);
${guarded('allocation_move', personal)}
grant select, insert on allocation_move to portal_app, portal_provider;
create policy insert_own on allocation_move for insert to portal_app
  with check (${personal} and moved_by = (select actor_account()));
create policy provider_read_own on allocation_move for select to portal_provider using ${ofProvider};
create policy provider_insert_own on allocation_move for insert to portal_provider
  with check (${ofProvider} and moved_by = (select actor_account()));

-- The letter as it was handed out.
create table allocation_letter (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  allocation_id uuid not null,
  kind text not null constraint allocation_letter_kind_known check (kind in ('client', 'provider')),
  template_version integer not null,
  content bytea not null,
  sha256 text not null,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  primary key (tenant_id, id),
  constraint allocation_letter_once unique (tenant_id, allocation_id, kind),
  foreign key (tenant_id, allocation_id) references allocation (tenant_id, id) on delete cascade,
  foreign key (tenant_id, created_by) references account (tenant_id, id)
);
${guarded('allocation_letter', personal)}
grant select, insert on allocation_letter to portal_app;
create policy insert_own on allocation_letter for insert to portal_app
  with check (${ofHandled} and created_by = (select actor_account()));

-- Who waits for a place, oldest first (rule C10); whoever waits takes neither place nor key (rule C11).
create table waitlist_entry (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  participant_key uuid not null,
  measure_id uuid not null,
  -- The site they wait for; null: any.
  site text,
  waiting_since date not null,
  entered_at timestamptz not null default now(),
  state text not null default 'waiting' constraint waitlist_state_known check (state in ('waiting', 'allocated', 'withdrawn')),
  ended_on date,
  end_reason text,
  -- Last time somebody looked whether the wish still stands.
  checked_on date,
  primary key (tenant_id, id),
  constraint waitlist_ended_whole check ((state = 'waiting') = (ended_on is null)
    and (state <> 'withdrawn' or btrim(end_reason) <> '')),
  foreign key (tenant_id, participant_key) references client (tenant_id, participant_key),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id)
);
create unique index waitlist_once on waitlist_entry (tenant_id, participant_key, measure_id) where state = 'waiting';
create index waitlist_by_measure on waitlist_entry (tenant_id, measure_id, waiting_since) where state = 'waiting';
${guarded('waitlist_entry')}
grant select, insert (tenant_id, id, participant_key, measure_id, site, waiting_since),
  update (state, ended_on, end_reason, checked_on, site) on waitlist_entry to portal_app;
create policy insert_own on waitlist_entry for insert to portal_app with check (${ownTenant} and ${handledKeys});
create policy update_own on waitlist_entry for update to portal_app
  using (${ownTenant} and ${handledKeys}) with check (${ownTenant} and ${handledKeys});

-- A review of internal case management (rules D1-D8): what was decided, and what the team lead did.
create table care_review (
  tenant_id uuid not null,
  allocation_id uuid not null,
  -- Full months since the allocation.
  month integer not null constraint care_review_month_positive check (month between 1 and 240),
  due_on date not null,
  decision text not null constraint care_review_decision_known check (decision in ('goOn', 'end')),
  reasons text not null constraint care_review_reasons_given check (btrim(reasons) <> ''),
  prospects text,
  recorded_on date not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  -- What is asked of the team lead; null: nothing.
  lead_deed text constraint care_review_lead_deed_known check (lead_deed in
    ('teamLeadIsInformed', 'teamLeadConsents', 'teamLeadWritesNote', 'teamLeadTakesPart')),
  lead_is_granted boolean,
  lead_note text,
  lead_at timestamptz,
  lead_by uuid,
  lead_by_name text,
  primary key (tenant_id, allocation_id, month),
  constraint care_review_prospects check (decision <> 'goOn' or btrim(prospects) <> ''),
  constraint care_review_four_eyes check (lead_by <> recorded_by),
  constraint care_review_lead_whole check (num_nonnulls(lead_at, lead_by, lead_by_name) in (0, 3)),
  foreign key (tenant_id, allocation_id) references allocation (tenant_id, id) on delete cascade,
  foreign key (tenant_id, recorded_by) references account (tenant_id, id),
  foreign key (tenant_id, lead_by) references account (tenant_id, id)
);
alter table care_review enable row level security;
alter table care_review force row level security;
create policy upkeep on care_review to portal_owner using ((select is_upkeep())) with check ((select is_upkeep()));
grant select, insert (tenant_id, allocation_id, month, due_on, decision, reasons, prospects, recorded_on, recorded_by,
    recorded_by_name, lead_deed),
  update (lead_is_granted, lead_note, lead_at, lead_by, lead_by_name) on care_review to portal_app;
-- The decision is brought to the lead's notice: no purpose is asked for that (rule D3).
create policy read_own on care_review for select to portal_app
  using ${handledOrLed};
create policy insert_own on care_review for insert to portal_app
  with check (${ofHandled} and recorded_by = (select actor_account()));
create policy decide on care_review for update to portal_app
  using (${ownTenant} and lead_at is null and lead_deed is not null
    and allocation_id in (select id from allocation where ${ledKeys}))
  with check (${ownTenant} and coalesce(lead_by, (select actor_account())) = (select actor_account())
    and allocation_id in (select id from allocation where ${ledKeys}));

alter table contract_move drop constraint contract_move_deed_known;
alter table contract_move add constraint contract_move_deed_known check (deed in ('entered', 'edited', 'signed',
  'optionExercised', 'optionRefused', 'optionMissed', 'changed', 'taskDone', 'ended', 'serviceChanged'));

-- What tells of a client is found by its index too, however many clients there are.
alter policy read_own on client_profile using ${ofHandledClient};
alter policy read_own on client_need using ${ofHandledClient};
alter policy read_own on access_check using ${ofHandledClient};

alter table task drop constraint task_kind_known;
alter table task add constraint task_kind_known check (kind in
  ('prepareNextTender', 'interimEvaluation', 'yearlyReport'));
-- What follows from the term is owed once, however often somebody adds what is missing.
create unique index task_duty_once on task (tenant_id, contract_id, kind, due_on)
  where kind in ('interimEvaluation', 'yearlyReport');
`;
