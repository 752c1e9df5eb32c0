import { journalTable, sharedTable } from './policies';

/** Why: a year's money has a source, moves between pots with a reason, and is tied and paid by contracts. */
export const name = '0009-funds';

export const sql = `
create table funding_source (
  tenant_id uuid not null references authority (id),
  id uuid not null default gen_random_uuid(),
  kind text not null constraint funding_source_kind_known check (kind in
    ('federalIntegration', 'administration', 'municipal', 'esf', 'state', 'thirdParty')),
  name text not null constraint funding_source_name_given check (btrim(name) <> ''),
  primary key (tenant_id, id),
  constraint funding_source_name_once unique (tenant_id, name)
);
${sharedTable('funding_source', ['districtOfficer'])}

-- What was entered before sources existed is the district's own money.
insert into funding_source (tenant_id, kind, name)
  select distinct tenant_id, 'municipal', 'Kreismittel' from budget_product;

alter table appropriation add column funding_source_id uuid;
update appropriation set funding_source_id =
  (select id from funding_source where funding_source.tenant_id = appropriation.tenant_id);
alter table appropriation
  alter column funding_source_id set not null,
  add constraint appropriation_source_known foreign key (tenant_id, funding_source_id)
    references funding_source (tenant_id, id),
  drop constraint appropriation_once_a_year,
  add constraint appropriation_once_a_year unique (tenant_id, product_id, funding_source_id, fiscal_year);

-- Money moved from one pot to another; what was moved is moved back by another row.
create table budget_transfer (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  from_id uuid not null,
  to_id uuid not null,
  amount_cents bigint not null constraint budget_transfer_positive check (amount_cents > 0),
  reason text not null constraint budget_transfer_reason_given check (btrim(reason) <> ''),
  booked_at timestamptz not null default now(),
  booked_by uuid not null,
  -- The name as it was: only an administrator may look up accounts.
  booked_by_name text not null,
  primary key (tenant_id, id),
  constraint budget_transfer_between_two check (from_id <> to_id),
  constraint budget_transfer_from_known foreign key (tenant_id, from_id) references appropriation (tenant_id, id),
  constraint budget_transfer_to_known foreign key (tenant_id, to_id) references appropriation (tenant_id, id),
  foreign key (tenant_id, booked_by) references account (tenant_id, id)
);
create index budget_transfer_by_from on budget_transfer (tenant_id, from_id);
create index budget_transfer_by_to on budget_transfer (tenant_id, to_id);
${journalTable('budget_transfer', 'booked_by', ['districtOfficer'])}

-- What a contract ties in one year. One row for each part of the contract: a share of its term,
-- of one option, or of one change (which may lower it).
create table commitment (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  contract_id uuid not null,
  product_id uuid not null,
  funding_source_id uuid not null,
  fiscal_year integer not null constraint commitment_year_plausible check (fiscal_year between 2000 and 2100),
  amount_cents bigint not null,
  -- Null: the term or a change.
  option_no integer constraint commitment_option_counts_from_one check (option_no > 0),
  -- False: only if the option is exercised; ties nothing yet.
  is_firm boolean not null,
  primary key (tenant_id, id),
  constraint commitment_only_options_are_open check (is_firm or option_no is not null),
  foreign key (tenant_id, product_id) references budget_product (tenant_id, id),
  foreign key (tenant_id, funding_source_id) references funding_source (tenant_id, id)
);
create index commitment_by_pot on commitment (tenant_id, product_id, funding_source_id, fiscal_year);
create index commitment_by_contract on commitment (tenant_id, contract_id);
${sharedTable('commitment', ['districtOfficer'])}

-- Paid for a contract out of one pot. A correction is a row of its own, below zero.
create table payment (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  contract_id uuid not null,
  product_id uuid not null,
  funding_source_id uuid not null,
  fiscal_year integer not null constraint payment_year_plausible check (fiscal_year between 2000 and 2100),
  amount_cents bigint not null constraint payment_not_zero check (amount_cents <> 0),
  reference text not null constraint payment_reference_given check (btrim(reference) <> ''),
  booked_at timestamptz not null default now(),
  booked_by uuid not null,
  booked_by_name text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, product_id) references budget_product (tenant_id, id),
  foreign key (tenant_id, funding_source_id) references funding_source (tenant_id, id),
  foreign key (tenant_id, booked_by) references account (tenant_id, id)
);
create index payment_by_pot on payment (tenant_id, product_id, funding_source_id, fiscal_year);
create index payment_by_contract on payment (tenant_id, contract_id);
${journalTable('payment', 'booked_by', ['districtOfficer'])}
`;
