/** Why: tenants, who may sign in, and the record of what was done. */
export const name = '0002-authority-and-accounts';

export const sql = `
create table authority (
  id uuid primary key default gen_random_uuid(),
  name text not null constraint authority_name_given check (btrim(name) <> ''),
  is_fictional boolean not null default false,
  -- Federal state by its two-letter code; holidays and value limits hang on it.
  state text not null constraint authority_state_known check (state in
    ('BW','BY','BE','BB','HB','HH','HE','MV','NI','NW','RP','SL','SN','ST','SH','TH')),
  office text,
  signature_role text,
  version integer not null default 1
);

create table provider (
  id uuid primary key default gen_random_uuid(),
  name text not null constraint provider_name_given check (btrim(name) <> '')
);

-- Providers are shared organisations; this says which authority works with which.
create table authority_provider (
  tenant_id uuid not null references authority (id),
  provider_id uuid not null references provider (id),
  primary key (tenant_id, provider_id)
);

-- Configuration that differs between organisations and changes by date (e.g. budgetAuthorityRegime).
create table rule_setting (
  tenant_id uuid not null references authority (id),
  id uuid not null default gen_random_uuid(),
  key text not null,
  value jsonb not null,
  valid_from date not null,
  valid_to date,
  source text not null constraint rule_setting_source_given check (btrim(source) <> ''),
  primary key (tenant_id, id),
  constraint rule_setting_period check (valid_to is null or valid_to >= valid_from),
  constraint rule_setting_one_value_a_day exclude using gist
    (tenant_id with =, key with =, daterange(valid_from, valid_to, '[]') with &&)
);

create table committee (
  tenant_id uuid not null references authority (id),
  id uuid not null default gen_random_uuid(),
  name text not null constraint committee_name_given check (btrim(name) <> ''),
  position integer not null constraint committee_position_positive check (position > 0),
  task text not null constraint committee_task_known check (task in ('advises', 'decides')),
  is_public boolean not null,
  primary key (tenant_id, id),
  constraint committee_position_once unique (tenant_id, position) deferrable initially deferred
);

create table account (
  tenant_id uuid not null references authority (id),
  id uuid not null default gen_random_uuid(),
  provider_id uuid,
  email text not null,
  display_name text not null constraint account_name_given check (btrim(display_name) <> ''),
  password_hash text,
  -- True while the password was made by the demo start; then each start makes a new one.
  has_generated_password boolean not null default false,
  locked_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint account_email_normalised check (email = lower(btrim(email)) and email like '_%@_%'),
  -- Across tenants on purpose: the address alone finds the account at sign-in.
  constraint account_email_once unique (email),
  constraint account_provider_known foreign key (tenant_id, provider_id)
    references authority_provider (tenant_id, provider_id)
);

create table account_role (
  tenant_id uuid not null,
  account_id uuid not null,
  role text not null constraint account_role_known check (role in
    ('districtOfficer','procurementOfficer','caseworker','jobcenterCaseManager',
     'teamLead','provider','controller','portalAdmin')),
  primary key (tenant_id, account_id, role),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);

create table session (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  -- SHA-256 of the cookie's 32 random bytes; the cookie itself is stored nowhere.
  token_hash text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint session_token_once unique (token_hash),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);
create index session_of_account on session (tenant_id, account_id);

create table one_time_link (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  token_hash text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  constraint one_time_link_token_once unique (token_hash),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);

-- Failed sign-ins by hashed address or network, for the rate limit only.
create table sign_in_attempt (
  id uuid primary key default gen_random_uuid(),
  key_hash text not null,
  attempted_at timestamptz not null default now()
);
create index sign_in_attempt_by_key on sign_in_attempt (key_hash, attempted_at);

create table audit_entry (
  tenant_id uuid not null references authority (id),
  id uuid not null default gen_random_uuid(),
  at timestamptz not null default clock_timestamp(),
  account_id uuid,
  role text,
  verb text not null,
  object_kind text not null,
  object_id uuid,
  changed_fields text[] not null default '{}',
  request_id text,
  primary key (tenant_id, id)
);
create index audit_entry_latest on audit_entry (tenant_id, at desc, id);
`;
