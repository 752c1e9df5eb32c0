import { sharedTable, staffWith } from './policies';

/** Why: what care achieved is counted from anonymous records, from which nobody is found again. */
export const name = '0017-effect-records';

const handlers = ['caseworker', 'jobcenterCaseManager'];

export const sql = `
-- One record per exit (rules E1, E2): a month and a division, results, and nothing that leads to a person. No
-- time of entry either: the order of rows would tell.
create table effect_record (
  tenant_id uuid not null references authority (id),
  id uuid not null default gen_random_uuid(),
  -- First day of the month of the exit.
  month date not null constraint effect_record_month_is_a_month check (extract(day from month) = 1),
  division text not null constraint effect_record_division_given check (btrim(division) <> ''),
  is_integrated boolean not null,
  had_medical_service boolean not null,
  had_health_need boolean not null,
  needs_removed integer not null constraint effect_record_needs check (needs_removed between 0 and 50),
  progress text not null constraint effect_record_progress_known check (progress in ('better', 'same', 'worse')),
  primary key (tenant_id, id)
);
create index effect_record_by_month on effect_record (tenant_id, month);
alter table effect_record enable row level security;
alter table effect_record force row level security;
create policy upkeep on effect_record to portal_owner using ((select is_upkeep())) with check ((select is_upkeep()));
-- Single records are for the evaluating unit (rule E3); whoever enters one does not see it again.
grant select, insert (tenant_id, month, division, is_integrated, had_medical_service, had_health_need, needs_removed,
  progress) on effect_record to portal_app;
create policy read_own on effect_record for select to portal_app using ${staffWith(['controller'])};
create policy insert_own on effect_record for insert to portal_app with check ${staffWith(handlers)};

-- The totals of a month, for everyone (rule E4): categories overlap and are never forced to add up.
create table effect_month (
  tenant_id uuid not null references authority (id),
  month date not null constraint effect_month_is_a_month check (extract(day from month) = 1),
  exits integer not null default 0,
  integrations integer not null default 0,
  medical_services integer not null default 0,
  health_needs integer not null default 0,
  needs_removed integer not null default 0,
  improved integer not null default 0,
  primary key (tenant_id, month)
);
${sharedTable('effect_month', handlers)}

-- Words stand beside the figures of one year (or of an interim period), and not of a measure for ever:
-- '2025', '2019-12-01_2020-05-31'; 'angaben' beside what the measure's source states.
alter table measure_evaluation add column period text not null default 'angaben'
  constraint measure_evaluation_period_known
    check (period ~ '^(angaben|[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}_[0-9]{4}-[0-9]{2}-[0-9]{2})$');
alter table measure_evaluation drop constraint measure_evaluation_pkey;
alter table measure_evaluation add primary key (tenant_id, measure_id, period);
`;
