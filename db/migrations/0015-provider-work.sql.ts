import { ofHandled, ofProvider, personal } from './allocation-policies';
import { guarded, ownTenant } from './policies';

/** Why: providers keep what they owe, contacts, attendance, plans and reports, each once and each for its own people. */
export const name = '0015-provider-work';

/** Written by the provider alone, in words: read by those in charge. */
const providersWords = (table: string) => `
${guarded(table, personal)}
grant select on ${table} to portal_app;
create policy provider_read_own on ${table} for select to portal_provider using ${ofProvider};
create policy provider_insert_own on ${table} for insert to portal_provider with check ${ofProvider};
`;

/** Written by the provider alone, without words: the whole house may count it. */
const providersFacts = (table: string) => `
${guarded(table)}
grant select on ${table} to portal_app;
create policy provider_read_own on ${table} for select to portal_provider using ${ofProvider};
create policy provider_insert_own on ${table} for insert to portal_provider with check ${ofProvider};
`;

const changedByProvider = (table: string) => `
create policy provider_update_own on ${table} for update to portal_provider
  using ${ofProvider} with check ${ofProvider};
`;

export const sql = `
-- A report is printed by whoever submits it, from the authority's own text.
grant select on document_template to portal_provider;
create policy provider_read_own on document_template for select to portal_provider using ${ownTenant};

-- A contact that was agreed, and what became of it. Never changed: a correction names the row it stands for.
create table contact (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  allocation_id uuid not null,
  day date not null,
  kind text not null constraint contact_kind_known check (kind in
    ('talk', 'phone', 'video', 'visit', 'accompanied', 'household')),
  outcome text not null constraint contact_outcome_known check (outcome in
    ('held', 'clientExcused', 'clientUnexcused', 'clientAbsent', 'providerCancelled', 'movedByClient', 'movedByProvider',
     -- Only as a correction: what was entered never was.
     'void')),
  minutes integer constraint contact_minutes_of_a_day check (minutes between 1 and 720),
  -- The new day, where it was moved.
  moved_to date,
  is_backdated boolean not null default false,
  corrects_id uuid,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  recorded_by_name text not null,
  reports_absence boolean not null,
  primary key (tenant_id, id),
  constraint contact_corrected_once unique (tenant_id, corrects_id),
  constraint contact_held_has_minutes check ((outcome = 'held') = (minutes is not null)),
  constraint contact_void_corrects check (outcome <> 'void' or corrects_id is not null),
  constraint contact_moved_has_day check ((outcome in ('movedByClient', 'movedByProvider')) = (moved_to is not null)),
  -- Rule P7: reasons of an absence only where the legal basis has them reported.
  constraint contact_absence_reported check (reports_absence or outcome not in ('clientExcused', 'clientUnexcused')),
  constraint contact_absence_told check (not reports_absence or outcome <> 'clientAbsent'),
  foreign key (tenant_id, allocation_id, reports_absence) references allocation (tenant_id, id, reports_absence),
  foreign key (tenant_id, corrects_id) references contact (tenant_id, id),
  foreign key (tenant_id, recorded_by) references account (tenant_id, id)
);
create index contact_by_allocation on contact (tenant_id, allocation_id, day);
${providersFacts('contact')}
grant select, insert on contact to portal_provider;

-- Who was there in a session of a group; reasons only where they are reported (rule P7).
create table attendance (
  tenant_id uuid not null,
  session_id uuid not null,
  allocation_id uuid not null,
  status text not null constraint attendance_status_known check (status in ('present', 'excused', 'sick', 'unexcused', 'absent')),
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  recorded_by_name text not null,
  reports_absence boolean not null,
  primary key (tenant_id, session_id, allocation_id),
  constraint attendance_absence_reported check (reports_absence or status in ('present', 'absent')),
  constraint attendance_absence_told check (not reports_absence or status <> 'absent'),
  foreign key (tenant_id, session_id) references training_session (tenant_id, id),
  foreign key (tenant_id, allocation_id, reports_absence) references allocation (tenant_id, id, reports_absence),
  foreign key (tenant_id, recorded_by) references account (tenant_id, id)
);
create index attendance_by_allocation on attendance (tenant_id, allocation_id);
${providersFacts('attendance')}
grant select, insert, update (status, recorded_at, recorded_by, recorded_by_name) on attendance to portal_provider;
${changedByProvider('attendance')}

-- One step of the strategy plan: what is to be reached, what is done for it, by whom and until when.
create table strategy_step (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  allocation_id uuid not null,
  need_key text,
  goal text not null constraint strategy_step_goal_given check (btrim(goal) <> ''),
  step text not null constraint strategy_step_given check (btrim(step) <> ''),
  doer text not null constraint strategy_step_doer_known check (doer in ('client', 'provider', 'both', 'partner')),
  agreed_on date not null,
  due_on date not null,
  state text not null default 'open' constraint strategy_step_state_known check (state in ('open', 'done', 'notDone', 'dropped')),
  settled_on date,
  settled_reason text,
  primary key (tenant_id, id),
  constraint strategy_step_order check (due_on >= agreed_on),
  constraint strategy_step_settled_whole check ((state = 'open') = (settled_on is null)
    and (state not in ('notDone', 'dropped') or btrim(settled_reason) <> '')),
  foreign key (tenant_id, allocation_id) references allocation (tenant_id, id) on delete cascade
);
create index strategy_step_by_allocation on strategy_step (tenant_id, allocation_id, due_on);
${providersWords('strategy_step')}
grant select, insert, update (state, settled_on, settled_reason, due_on) on strategy_step to portal_provider;
${changedByProvider('strategy_step')}

create table strategy_review (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  allocation_id uuid not null,
  day date not null,
  is_kept boolean not null,
  changes text,
  next_on date,
  recorded_by uuid not null,
  recorded_by_name text not null,
  primary key (tenant_id, id),
  constraint strategy_review_once_a_day unique (tenant_id, allocation_id, day),
  constraint strategy_review_changes_told check (is_kept or btrim(changes) <> ''),
  constraint strategy_review_order check (next_on > day),
  foreign key (tenant_id, allocation_id) references allocation (tenant_id, id) on delete cascade,
  foreign key (tenant_id, recorded_by) references account (tenant_id, id)
);
${providersWords('strategy_review')}
grant select, insert on strategy_review to portal_provider;

-- To which help the person was led, and whether they arrived there.
create table referral (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  allocation_id uuid not null,
  target text not null constraint referral_target_known check (target in ('integrationAssistance', 'psychosocial',
    'addiction', 'debt', 'health', 'pension', 'family', 'housing', 'education', 'other')),
  day date not null,
  was_accompanied boolean not null,
  -- Null: nobody knows yet.
  has_arrived boolean,
  settled_on date,
  is_ongoing boolean,
  primary key (tenant_id, id),
  constraint referral_settled_whole check ((has_arrived is null) = (settled_on is null)),
  foreign key (tenant_id, allocation_id) references allocation (tenant_id, id) on delete cascade
);
create index referral_by_allocation on referral (tenant_id, allocation_id);
${providersFacts('referral')}
grant select, insert, update (has_arrived, settled_on, is_ongoing) on referral to portal_provider;
${changedByProvider('referral')}

-- A report that is owed: when, and how far it is. What it says stands in report_content.
create table report (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  allocation_id uuid not null,
  kind text not null constraint report_kind_known check (kind in ('interim', 'final')),
  -- Counts the interim reports of one person; the final one is 0.
  no integer not null,
  due_on date not null,
  state text not null default 'open' constraint report_state_known check (state in ('open', 'submitted', 'returned', 'accepted')),
  submitted_on date,
  accepted_on date,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint report_once unique (tenant_id, allocation_id, kind, no),
  constraint report_final_is_zero check ((kind = 'final') = (no = 0)),
  constraint report_submitted_whole check ((state in ('submitted', 'accepted')) <= (submitted_on is not null)),
  constraint report_accepted_whole check ((state = 'accepted') = (accepted_on is not null)),
  foreign key (tenant_id, allocation_id) references allocation (tenant_id, id) on delete cascade
);
create index report_due on report (tenant_id, due_on) where state <> 'accepted';
create index report_to_read on report (tenant_id, allocation_id) where state = 'submitted';
${guarded('report')}
grant select on report to portal_app;
-- Made with the allocation or its exit, by whoever does that.
grant insert (tenant_id, id, allocation_id, kind, no, due_on) on report to portal_app, portal_provider;
create policy insert_own on report for insert to portal_app with check ${ofHandled};
grant update (state, accepted_on, due_on, version) on report to portal_app;
create policy update_own on report for update to portal_app using ${ofHandled} with check ${ofHandled};
-- The day moves with a corrected exit.
grant select, update (state, submitted_on, due_on, version) on report to portal_provider;
create policy provider_read_own on report for select to portal_provider using ${ofProvider};
create policy provider_insert_own on report for insert to portal_provider with check ${ofProvider};
create policy provider_update_own on report for update to portal_provider
  using (${ofProvider} and state in ('open', 'returned')) with check (${ofProvider} and state in ('open', 'returned', 'submitted'));

-- Rule P5: no diagnoses, no third persons. Kept as it was submitted, with its PDF.
create table report_content (
  tenant_id uuid not null,
  report_id uuid not null,
  allocation_id uuid not null,
  answers jsonb not null default '{}' constraint report_content_answers_object check (jsonb_typeof(answers) = 'object'),
  template_version integer,
  pdf bytea,
  sha256 text,
  primary key (tenant_id, report_id),
  constraint report_content_pdf_whole check (num_nonnulls(template_version, pdf, sha256) in (0, 3)),
  foreign key (tenant_id, report_id) references report (tenant_id, id) on delete cascade,
  foreign key (tenant_id, allocation_id) references allocation (tenant_id, id) on delete cascade
);
${guarded('report_content', `(${personal} and report_id in (select id from report where state <> 'open'))`)}
grant select on report_content to portal_app;
grant select, insert, update (answers, template_version, pdf, sha256) on report_content to portal_provider;
create policy provider_read_own on report_content for select to portal_provider using ${ofProvider};
create policy provider_insert_own on report_content for insert to portal_provider with check ${ofProvider};
create policy provider_update_own on report_content for update to portal_provider
  using (${ofProvider} and report_id in (select id from report where state in ('open', 'returned')))
  with check ${ofProvider};

-- Remarks with which a report was returned, and who accepted it.
create table report_move (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  report_id uuid not null,
  allocation_id uuid not null,
  deed text not null constraint report_move_deed_known check (deed in ('submitted', 'returned', 'accepted')),
  remarks text,
  moved_at timestamptz not null default now(),
  moved_by uuid not null,
  moved_by_name text not null,
  primary key (tenant_id, id),
  constraint report_move_return_told check (deed <> 'returned' or btrim(remarks) <> ''),
  foreign key (tenant_id, report_id) references report (tenant_id, id) on delete cascade,
  foreign key (tenant_id, allocation_id) references allocation (tenant_id, id) on delete cascade,
  foreign key (tenant_id, moved_by) references account (tenant_id, id)
);
create index report_move_by_report on report_move (tenant_id, report_id, moved_at);
${guarded('report_move', personal)}
grant select, insert on report_move to portal_app, portal_provider;
create policy insert_own on report_move for insert to portal_app
  with check (${ofHandled} and moved_by = (select actor_account()));
create policy provider_read_own on report_move for select to portal_provider using ${ofProvider};
create policy provider_insert_own on report_move for insert to portal_provider
  with check (${ofProvider} and moved_by = (select actor_account()) and ${ownTenant} and deed = 'submitted');
`;
