import { journalTable, sharedTable } from './policies';

/** Why: a contract ties money and numbered places to a term, and its options must be declared by a day. */
export const name = '0012-contracts';

const writers = ['districtOfficer'];

export const sql = `
create table contract (
  tenant_id uuid not null references authority (id),
  id uuid not null default gen_random_uuid(),
  number text not null constraint contract_number_given check (btrim(number) <> ''),
  measure_id uuid not null,
  -- The measure as it was when the contract was signed; null where nobody kept it then.
  version_no integer,
  provider_id uuid not null,
  state text not null default 'draft' constraint contract_state_known check (state in ('draft', 'signed', 'ended')),
  term_start date not null,
  term_end date not null,
  -- Last day with the options that were exercised.
  runs_until date not null,
  price_model text not null constraint contract_price_model_known
    check (price_model in ('monthlyFixed', 'perPlaceMonth', 'perSession', 'total')),
  -- Gross: per month, per place and month, per session, or for the whole term.
  price_cents bigint not null constraint contract_price_positive check (price_cents > 0),
  price_note text,
  product_id uuid not null,
  funding_source_id uuid not null,
  -- Days of the sessions, where they are paid one by one.
  session_days date[] not null default '{}',
  signed_on date,
  -- Counts the changes of a draft: two people who edit at once do not overwrite each other.
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint contract_number_once unique (tenant_id, number),
  constraint contract_term_order check (term_end >= term_start and runs_until >= term_end),
  constraint contract_signed_on_a_day check (state = 'draft' or signed_on is not null),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id),
  foreign key (tenant_id, measure_id, version_no) references measure_version (tenant_id, measure_id, no),
  foreign key (tenant_id, product_id) references budget_product (tenant_id, id),
  foreign key (tenant_id, funding_source_id) references funding_source (tenant_id, id),
  constraint contract_provider_linked foreign key (tenant_id, provider_id)
    references authority_provider (tenant_id, provider_id)
);
create index contract_by_measure on contract (tenant_id, measure_id);
${sharedTable('contract', writers)}

create table contract_site (
  tenant_id uuid not null,
  contract_id uuid not null,
  position integer not null,
  name text not null constraint contract_site_name_given check (btrim(name) <> ''),
  places integer constraint contract_site_places_positive check (places between 1 and 1000),
  primary key (tenant_id, contract_id, position),
  constraint contract_site_once unique (tenant_id, contract_id, name),
  foreign key (tenant_id, contract_id) references contract (tenant_id, id) on delete cascade
);
${sharedTable('contract_site', writers)}

-- One row is one place that one person at a time can take; made when the contract is signed.
create table contract_place (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  contract_id uuid not null,
  site_position integer not null,
  no integer not null constraint contract_place_counts_from_one check (no > 0),
  valid_from date not null,
  valid_to date not null,
  primary key (tenant_id, id),
  constraint contract_place_no_once unique (tenant_id, contract_id, site_position, no),
  constraint contract_place_order check (valid_to >= valid_from),
  foreign key (tenant_id, contract_id, site_position) references contract_site (tenant_id, contract_id, position)
);
${sharedTable('contract_place', writers)}

create table contract_option (
  tenant_id uuid not null,
  contract_id uuid not null,
  no integer not null constraint contract_option_counts_from_one check (no > 0),
  starts date not null,
  ends date not null,
  condition text,
  -- Last day on which the district may declare it.
  declare_by date not null,
  -- Null: the contract's own price.
  price_cents bigint constraint contract_option_price_positive check (price_cents > 0),
  session_days date[] not null default '{}',
  state text not null default 'open' constraint contract_option_state_known
    check (state in ('open', 'exercised', 'refused', 'missed')),
  was_successful boolean,
  success_reason text,
  has_funds boolean,
  funds_reason text,
  decided_on date,
  decided_by_name text,
  primary key (tenant_id, contract_id, no),
  constraint contract_option_order check (ends >= starts),
  constraint contract_option_no_overlap exclude using gist
    (tenant_id with =, contract_id with =, daterange(starts, ends, '[]') with &&) deferrable initially deferred,
  -- Rule B5: both findings are recorded and both are good; and in time.
  constraint contract_option_exercised_rightly check (state <> 'exercised'
    or (was_successful and has_funds and success_reason is not null and funds_reason is not null
      and decided_on <= declare_by)),
  foreign key (tenant_id, contract_id) references contract (tenant_id, id) on delete cascade
);
${sharedTable('contract_option', writers)}

-- What was agreed after signing; all of them together stay within 20 % of the awarded value.
create table contract_change (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  contract_id uuid not null,
  -- Below zero: the contract gets cheaper.
  amount_cents bigint not null constraint contract_change_not_zero check (amount_cents <> 0),
  valid_from date not null,
  reason text not null constraint contract_change_reason_given check (btrim(reason) <> ''),
  agreed_at timestamptz not null default now(),
  agreed_by uuid not null,
  agreed_by_name text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, contract_id) references contract (tenant_id, id),
  foreign key (tenant_id, agreed_by) references account (tenant_id, id)
);
create index contract_change_by_contract on contract_change (tenant_id, contract_id, agreed_at);
${journalTable('contract_change', 'agreed_by', writers)}

-- Who did what with a contract, when and why.
create table contract_move (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  contract_id uuid not null,
  deed text not null constraint contract_move_deed_known check (deed in ('entered', 'edited', 'signed',
    'optionExercised', 'optionRefused', 'optionMissed', 'changed', 'taskDone', 'ended')),
  option_no integer,
  reason text,
  moved_at timestamptz not null default now(),
  -- Null: nobody did it, a day passed.
  moved_by uuid,
  moved_by_name text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, contract_id) references contract (tenant_id, id) on delete cascade,
  foreign key (tenant_id, moved_by) references account (tenant_id, id)
);
create index contract_move_by_contract on contract_move (tenant_id, contract_id, moved_at);
${journalTable('contract_move', 'moved_by', writers)}

-- The declaration of an option as it was sent.
create table contract_letter (
  tenant_id uuid not null,
  contract_id uuid not null,
  option_no integer not null,
  template_version integer not null,
  content bytea not null,
  sha256 text not null,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  primary key (tenant_id, contract_id, option_no),
  foreign key (tenant_id, contract_id, option_no) references contract_option (tenant_id, contract_id, no),
  foreign key (tenant_id, created_by) references account (tenant_id, id)
);
${journalTable('contract_letter', 'created_by', writers)}

-- What somebody of the authority must do by a day.
create table task (
  tenant_id uuid not null references authority (id),
  id uuid not null default gen_random_uuid(),
  kind text not null constraint task_kind_known check (kind in ('prepareNextTender')),
  contract_id uuid,
  due_on date not null,
  created_at timestamptz not null default now(),
  done_at timestamptz,
  done_by_name text,
  primary key (tenant_id, id),
  foreign key (tenant_id, contract_id) references contract (tenant_id, id) on delete cascade
);
create index task_open on task (tenant_id, due_on) where done_at is null;
${sharedTable('task', writers)}

alter table commitment add constraint commitment_contract_known
  foreign key (tenant_id, contract_id) references contract (tenant_id, id);
alter table payment add constraint payment_contract_known
  foreign key (tenant_id, contract_id) references contract (tenant_id, id);

-- What was signed stays as it was; only its end moves with an exercised option.
create function contract_stays_signed() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (
    (new.number, new.measure_id, new.version_no, new.provider_id, new.term_start, new.term_end, new.price_model,
     new.price_cents, new.price_note, new.product_id, new.funding_source_id, new.session_days, new.signed_on)
    is distinct from
    (old.number, old.measure_id, old.version_no, old.provider_id, old.term_start, old.term_end, old.price_model,
     old.price_cents, old.price_note, old.product_id, old.funding_source_id, old.session_days, old.signed_on)
    or new.state = 'draft' or new.runs_until < old.runs_until)
  then
    raise exception using errcode = 'check_violation', constraint = 'contract_stays_signed',
      message = 'a signed contract is not changed';
  end if;
  return new;
end $$;
create trigger contract_stays_signed before update on contract
  for each row execute function contract_stays_signed();

-- A place is there within the contract's term and never outside of it.
create function contract_place_in_term() returns trigger language plpgsql as $$
begin
  if not exists (select from contract where contract.tenant_id = new.tenant_id and contract.id = new.contract_id
    and new.valid_from >= contract.term_start and new.valid_to <= contract.runs_until)
  then
    raise exception using errcode = 'check_violation', constraint = 'contract_place_in_term',
      message = 'a place outside of the term of its contract';
  end if;
  return null;
end $$;
-- After and not before: whose row it is must be asked first.
create trigger contract_place_in_term after insert or update on contract_place
  for each row execute function contract_place_in_term();
`;
