/** Why: the catalogue of measures, what a council paper needs beside it, and the money of each year. */
export const name = '0003-measures-and-budget';

export const sql = `
create table budget_product (
  tenant_id uuid not null references authority (id),
  id uuid not null default gen_random_uuid(),
  number text not null constraint budget_product_number_given check (btrim(number) <> ''),
  name text not null constraint budget_product_name_given check (btrim(name) <> ''),
  primary key (tenant_id, id),
  constraint budget_product_number_once unique (tenant_id, number)
);

-- A year without a row is a year whose money must still be provided. Unknown is not zero.
create table appropriation (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  product_id uuid not null,
  fiscal_year integer not null constraint appropriation_year_plausible check (fiscal_year between 2000 and 2100),
  amount_cents bigint not null constraint appropriation_not_negative check (amount_cents >= 0),
  -- True: an upper limit for everything in the pot ("bis zu"), not the price of one measure.
  is_ceiling boolean not null,
  purpose text,
  primary key (tenant_id, id),
  constraint appropriation_once_a_year unique (tenant_id, product_id, fiscal_year),
  foreign key (tenant_id, product_id) references budget_product (tenant_id, id) on delete cascade
);

create table measure (
  tenant_id uuid not null references authority (id),
  id uuid not null default gen_random_uuid(),
  slug text not null constraint measure_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null constraint measure_title_given check (btrim(title) <> ''),
  kind text not null constraint measure_kind_known check (kind in ('massnahme', 'handlungsansatz')),
  carrier_name text,
  carrier_type text,
  -- Year in which the source describes the measure (not the year of import).
  source_year integer,
  implementation text,
  places_total integer constraint measure_places_not_negative check (places_total >= 0),
  period_start text,
  period_end text,
  -- Everything searchable in lower case and without accents, written on import.
  search_text text not null,
  -- The file as the source has it; never changed.
  source jsonb not null,
  primary key (tenant_id, id),
  constraint measure_slug_once unique (tenant_id, slug),
  constraint measure_slug_not_reserved check (slug not in ('neu', 'import', 'schema.json', 'portfolio'))
);
create index measure_by_title on measure (tenant_id, title collate de_icu, id);

create table measure_legal_basis (
  tenant_id uuid not null,
  measure_id uuid not null,
  position integer not null,
  -- As the source cites it, e.g. "§ 16a Nr. 3 SGB II"; law and section are read from it where they can be.
  cited text not null,
  law text,
  section text,
  item_no integer,
  is_old_version boolean not null default false,
  primary key (tenant_id, measure_id, position),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id) on delete cascade
);
create index measure_legal_basis_by_section on measure_legal_basis (tenant_id, law, section);

-- What the council paper needs and the catalogue does not say. Null means: not entered yet.
create table measure_plan (
  tenant_id uuid not null,
  measure_id uuid not null,
  version integer not null default 1,
  -- 1 Paper
  paper_no text,
  paper_date date,
  file_ref text,
  department text,
  subject text,
  -- 2 Need
  need_text text,
  demand_count integer constraint measure_plan_demand_positive check (demand_count > 0),
  demand_unknown_reason text,
  service_subject text,
  service_text text,
  steps_text text,
  target_group text,
  is_voluntary_service boolean,
  -- 3 Sites and rooms
  rooms_text text,
  -- 4 Term
  term_start date,
  term_end date,
  has_options boolean,
  -- 5 Money (gross)
  product_id uuid,
  estimate_monthly_cents bigint constraint measure_plan_estimate_positive check (estimate_monthly_cents > 0),
  estimate_basis text,
  -- 6 Evaluation
  report_committee_id uuid,
  primary key (tenant_id, measure_id),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id) on delete cascade,
  foreign key (tenant_id, product_id) references budget_product (tenant_id, id),
  foreign key (tenant_id, report_committee_id) references committee (tenant_id, id),
  constraint measure_plan_term_order check (term_end >= term_start),
  constraint measure_plan_demand_one_answer check (demand_count is null or demand_unknown_reason is null)
);

create table measure_consultation (
  tenant_id uuid not null,
  measure_id uuid not null,
  committee_id uuid not null,
  meeting_date date not null,
  primary key (tenant_id, measure_id, committee_id),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id) on delete cascade,
  foreign key (tenant_id, committee_id) references committee (tenant_id, id) on delete cascade
);

create table measure_site (
  tenant_id uuid not null,
  measure_id uuid not null,
  position integer not null,
  name text not null constraint measure_site_name_given check (btrim(name) <> ''),
  places integer constraint measure_site_places_positive check (places > 0),
  primary key (tenant_id, measure_id, position),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id) on delete cascade
);

create table measure_phase (
  tenant_id uuid not null,
  measure_id uuid not null,
  position integer not null,
  title text not null constraint measure_phase_title_given check (btrim(title) <> ''),
  sub_text text,
  primary key (tenant_id, measure_id, position),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id) on delete cascade
);

create table measure_referral_target (
  tenant_id uuid not null,
  measure_id uuid not null,
  position integer not null,
  name text not null constraint measure_referral_target_named check (btrim(name) <> ''),
  primary key (tenant_id, measure_id, position),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id) on delete cascade
);

create table measure_option (
  tenant_id uuid not null,
  measure_id uuid not null,
  position integer not null,
  starts date not null,
  ends date not null,
  condition text,
  primary key (tenant_id, measure_id, position),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id) on delete cascade,
  constraint measure_option_order check (ends >= starts),
  constraint measure_option_no_overlap exclude using gist
    (tenant_id with =, measure_id with =, daterange(starts, ends, '[]') with &&) deferrable initially deferred
);

create table measure_indicator (
  tenant_id uuid not null,
  measure_id uuid not null,
  position integer not null,
  text text not null constraint measure_indicator_given check (btrim(text) <> ''),
  primary key (tenant_id, measure_id, position),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id) on delete cascade
);

-- Texts of papers as the authority changed them; without a row the file in templates/ counts.
create table document_template (
  tenant_id uuid not null references authority (id),
  id uuid not null default gen_random_uuid(),
  kind text not null,
  version integer not null,
  body text not null,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  primary key (tenant_id, id),
  constraint document_template_version_once unique (tenant_id, kind, version),
  foreign key (tenant_id, created_by) references account (tenant_id, id)
);
`;
