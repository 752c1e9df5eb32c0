import { journalTable, sharedTable } from './policies';

/** Why: tender papers are made from what "Vergabe vorbereiten" adds to a measure; a released set stays as it was. */
export const name = '0006-tender-preparation';

const writers = ['districtOfficer', 'procurementOfficer'];

export const sql = `
create table tender_preparation (
  tenant_id uuid not null,
  measure_id uuid not null,
  version integer not null default 1,
  -- One key for each step that somebody saved; lots and criteria are rows below.
  parts jsonb not null default '{}' constraint tender_preparation_parts_object check (jsonb_typeof(parts) = 'object'),
  primary key (tenant_id, measure_id),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id) on delete cascade
);
${sharedTable('tender_preparation', writers)}

create table tender_lot (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  measure_id uuid not null,
  position integer not null,
  title text not null constraint tender_lot_title_given check (btrim(title) <> ''),
  -- Name of a site of the plan; null: all sites.
  site text,
  quantity integer constraint tender_lot_quantity_positive check (quantity > 0),
  unit text not null constraint tender_lot_unit_known
    check (unit in ('placeMonth', 'flatMonth', 'participant', 'session')),
  option_quantity integer constraint tender_lot_option_quantity_positive check (option_quantity > 0),
  fixed_price_cents bigint constraint tender_lot_fixed_price_positive check (fixed_price_cents > 0),
  primary key (tenant_id, id),
  constraint tender_lot_position_once unique (tenant_id, measure_id, position),
  foreign key (tenant_id, measure_id) references tender_preparation (tenant_id, measure_id) on delete cascade
);
${sharedTable('tender_lot', writers)}

create table tender_criterion (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  measure_id uuid not null,
  position integer not null,
  -- 2: belongs to the nearest criterion of level 1 before it. There is no third level.
  level integer not null constraint tender_criterion_two_levels check (level in (1, 2)),
  title text not null constraint tender_criterion_title_given check (btrim(title) <> ''),
  -- Whole per cent of all quality points; null where sub-criteria have it.
  weight_percent integer constraint tender_criterion_weight_in_percent check (weight_percent between 1 and 100),
  expectation text,
  -- What earns 0, 1, 2 and 3 points.
  scale jsonb not null constraint tender_criterion_four_steps check (jsonb_array_length(scale) = 4),
  zero_excludes boolean not null,
  primary key (tenant_id, id),
  constraint tender_criterion_position_once unique (tenant_id, measure_id, position),
  constraint tender_criterion_begins_with_level_one check (position > 1 or level = 1),
  foreign key (tenant_id, measure_id) references tender_preparation (tenant_id, measure_id) on delete cascade
);
${sharedTable('tender_criterion', writers)}

-- A set of tender papers as it was released, with what it was made from.
create table tender_release (
  tenant_id uuid not null,
  measure_id uuid not null,
  no integer not null constraint tender_release_counts_from_one check (no > 0),
  -- The version of the measure that was frozen for it.
  version_no integer not null,
  facts jsonb not null,
  -- Over the SHA-256 of all papers, in their order.
  sha256 text not null,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  created_by_name text not null,
  primary key (tenant_id, measure_id, no),
  foreign key (tenant_id, measure_id, version_no) references measure_version (tenant_id, measure_id, no),
  foreign key (tenant_id, created_by) references account (tenant_id, id)
);
${journalTable('tender_release', 'created_by', writers)}

create table tender_release_file (
  tenant_id uuid not null,
  measure_id uuid not null,
  release_no integer not null,
  position integer not null,
  kind text not null,
  template_version integer not null,
  content bytea not null,
  sha256 text not null,
  created_by uuid not null,
  primary key (tenant_id, measure_id, release_no, kind),
  foreign key (tenant_id, measure_id, release_no) references tender_release (tenant_id, measure_id, no),
  foreign key (tenant_id, created_by) references account (tenant_id, id)
);
${journalTable('tender_release_file', 'created_by', writers)}
`;
