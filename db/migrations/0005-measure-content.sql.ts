import { journalTable } from './policies';

/** Why: measures are written and changed here, move through states, and what was decided stays as it was. */
export const name = '0005-measure-content';

export const sql = `
alter table measure
  -- The profile as the district holds it today: the keys of a portfolio file, and ours in "portal".
  add column content jsonb,
  -- Counts the changes of the profile: two people who edit at once do not overwrite each other.
  add column content_version integer not null default 1,
  add column state text not null default 'idea' constraint measure_state_known
    check (state in ('idea', 'concept', 'approved', 'inTender', 'running', 'ended', 'archived')),
  add column intake text not null default 'closed' constraint measure_intake_known
    check (intake in ('open', 'paused', 'waitingOnly', 'closed')),
  -- Only a running measure takes people in.
  add constraint measure_intake_needs_running check (state = 'running' or intake = 'closed');
update measure set content = source;
alter table measure alter column content set not null;
comment on column measure.source is 'The file as it was imported; JSON null for a measure that was written here.';

-- What was decided or published, as it was on that day.
create table measure_version (
  tenant_id uuid not null,
  measure_id uuid not null,
  no integer not null constraint measure_version_counts_from_one check (no > 0),
  state text not null,
  -- The profile, and what was planned for the paper.
  content jsonb not null,
  plan jsonb not null,
  sha256 text not null,
  reason text not null constraint measure_version_reason_given check (btrim(reason) <> ''),
  created_at timestamptz not null default now(),
  created_by uuid not null,
  -- The name as it was: only an administrator may look up accounts.
  created_by_name text not null,
  primary key (tenant_id, measure_id, no),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id) on delete cascade,
  foreign key (tenant_id, created_by) references account (tenant_id, id)
);
${journalTable('measure_version', 'created_by', ['districtOfficer', 'procurementOfficer'])}

-- Who moved a measure where, when and why.
create table measure_move (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  measure_id uuid not null,
  from_state text not null,
  to_state text not null,
  from_intake text not null,
  to_intake text not null,
  reason text,
  -- The version that was frozen with this move.
  version_no integer,
  moved_at timestamptz not null default now(),
  moved_by uuid not null,
  moved_by_name text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id) on delete cascade,
  foreign key (tenant_id, measure_id, version_no) references measure_version (tenant_id, measure_id, no),
  foreign key (tenant_id, moved_by) references account (tenant_id, id),
  constraint measure_move_moves check (from_state <> to_state or from_intake <> to_intake)
);
create index measure_move_by_measure on measure_move (tenant_id, measure_id, moved_at);
${journalTable('measure_move', 'moved_by', ['districtOfficer'])}
`;
