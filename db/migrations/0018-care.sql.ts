import { handledKeys, ledKeys, ofHandled, personal } from './allocation-policies';
import { guarded, ownTenant, staffWith } from './policies';

/** Why: who waits for internal case management, what its end asks for, and what a team lead decides and checks. */
export const name = '0018-care';

const ofLed = `allocation_id in (select id from allocation where ${ledKeys})`;
/** The team that the actor leads. */
const ledTeam = `team_id in (select team_id from jobcenter_staff where account_id = (select actor_account())
  and function = 'teamLead')`;

export const sql = `
-- Last day under 25, of those who had not turned 25 when their data were saved: the lead counts by this band and
-- is told when it ends (rule C7), without seeing anybody's date of birth.
alter table client add column under_25_until date;
grant update (under_25_until) on client to portal_app;
create function last_day_under_25(born date) returns date language sql immutable parallel safe as
  -- Who is born on 29.02. completes a year with 28.02. (rules.md § 12.5), all others on the day before the birthday.
  $$ select case when extract(month from born) = 2 and extract(day from born) = 29
    then make_date(extract(year from born)::int + 25, 2, 28)
    else (born + interval '25 years')::date - 1 end $$;
create function client_age_band() returns trigger language plpgsql as $$
begin
  update client set under_25_until = case when last_day_under_25(new.birth_date) >= actor_today()
      then last_day_under_25(new.birth_date) end
    where tenant_id = new.tenant_id and id = new.client_id;
  return null;
end $$;
create trigger client_age_band after insert or update of birth_date on client_profile
  for each row execute function client_age_band();
update client set under_25_until = last_day_under_25(profile.birth_date) from client_profile profile
  where profile.tenant_id = client.tenant_id and profile.client_id = client.id
    and last_day_under_25(profile.birth_date) >= actor_today();

-- Who is registered for care and waits: neither in a place nor in a key (rule C11), oldest first (rule C10).
create table care_wait (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  participant_key uuid not null,
  waiting_since date not null,
  entered_at timestamptz not null default now(),
  state text not null default 'waiting' constraint care_wait_state_known
    check (state in ('waiting', 'takenOver', 'refused', 'withdrawn')),
  ended_on date,
  primary key (tenant_id, id),
  constraint care_wait_ended_whole check ((state = 'waiting') = (ended_on is null)),
  foreign key (tenant_id, participant_key) references client (tenant_id, participant_key)
);
create unique index care_wait_once on care_wait (tenant_id, participant_key) where state = 'waiting';
${guarded('care_wait')}
grant select, insert (tenant_id, participant_key, waiting_since), update (state, ended_on) on care_wait to portal_app;
create policy insert_own on care_wait for insert to portal_app with check (${ownTenant} and ${handledKeys});
create policy update_own on care_wait for update to portal_app
  using (${ownTenant} and ${handledKeys}) with check (${ownTenant} and ${handledKeys});

-- What a refusal or an exit asks of those who go on with the person (rules A17, X1, X4, X5).
create table care_end (
  tenant_id uuid not null,
  allocation_id uuid not null,
  -- The personal talk with the caseworker; null: still to be held.
  talk_on date,
  profiling_updated boolean not null default false,
  -- The caseworker invites until then; null: nobody has to.
  invite_by date,
  invited_on date,
  aftercare_until date,
  primary key (tenant_id, allocation_id),
  constraint care_end_invited check (invited_on is null or invite_by is not null),
  foreign key (tenant_id, allocation_id) references allocation (tenant_id, id) on delete cascade
);
${guarded('care_end', personal)}
grant select, insert, update (talk_on, invited_on) on care_end to portal_app;
create policy insert_own on care_end for insert to portal_app with check ${ofHandled};
create policy update_own on care_end for update to portal_app using ${ofHandled} with check ${ofHandled};

-- Doubt or disagreement about an exit: the team lead decides (rules X3, X6).
create table care_dispute (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  allocation_id uuid not null,
  question text not null constraint care_dispute_question_given check (btrim(question) <> ''),
  asked_at timestamptz not null default now(),
  asked_by uuid not null,
  asked_by_name text not null,
  ends_care boolean,
  reason text,
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  primary key (tenant_id, id),
  constraint care_dispute_four_eyes check (decided_by <> asked_by),
  constraint care_dispute_whole
    check (num_nonnulls(ends_care, reason, decided_at, decided_by, decided_by_name) in (0, 5)),
  foreign key (tenant_id, allocation_id) references allocation (tenant_id, id) on delete cascade,
  foreign key (tenant_id, asked_by) references account (tenant_id, id),
  foreign key (tenant_id, decided_by) references account (tenant_id, id)
);
create unique index care_dispute_open_once on care_dispute (tenant_id, allocation_id) where decided_at is null;
${guarded('care_dispute', `(${ownTenant} and allocation_id in (select id from allocation where ${handledKeys} or ${ledKeys}))`)}
grant select, insert (tenant_id, allocation_id, question, asked_by, asked_by_name),
  update (ends_care, reason, decided_at, decided_by, decided_by_name) on care_dispute to portal_app;
create policy insert_own on care_dispute for insert to portal_app
  with check (${ofHandled} and asked_by = (select actor_account()));
create policy decide on care_dispute for update to portal_app
  using (${ownTenant} and decided_at is null and ${ofLed})
  with check (${ownTenant} and coalesce(decided_by, (select actor_account())) = (select actor_account()) and ${ofLed});

-- A team lead has looked at the caseload or the waiting list of that month (rules C2, C12).
create table team_check (
  tenant_id uuid not null,
  team_id uuid not null,
  -- First day of the month.
  month date not null constraint team_check_month_is_a_month check (extract(day from month) = 1),
  kind text not null constraint team_check_kind_known check (kind in ('caseload', 'waiting')),
  checked_at timestamptz not null default now(),
  checked_by uuid not null,
  checked_by_name text not null,
  primary key (tenant_id, team_id, month, kind),
  foreign key (tenant_id, team_id) references jobcenter_team (tenant_id, id) on delete cascade,
  foreign key (tenant_id, checked_by) references account (tenant_id, id)
);
${guarded('team_check')}
grant select, insert (tenant_id, team_id, month, kind, checked_by, checked_by_name) on team_check to portal_app;
create policy insert_own on team_check for insert to portal_app
  with check (${staffWith(['teamLead'])} and checked_by = (select actor_account()) and ${ledTeam});
`;
