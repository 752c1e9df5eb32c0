import { ownTenant, staffWith } from './policies';

/** Why: whether somebody may be taken in is checked by rules, decided by a person, and kept as it was on that day. */
export const name = '0011-access-check';

const handled = `client_id in (select id from client where (${staffWith(['caseworker', 'jobcenterCaseManager'])}
  and responsible_id in (select actor_handles())))`;
const led = `client_id in (select id from client where (${staffWith(['teamLead'])} and responsible_id in (select actor_leads())))`;
const opened = `client_id in (select client_id from client_opening
  where ${ownTenant} and opened_by = (select actor_account()) and opened_at > now() - interval '1 hour')`;

const secured = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy upkeep on ${table} to portal_owner using ((select is_upkeep())) with check ((select is_upkeep()));
`;

export const sql = `
create table access_check (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  -- Null: internal case management (bFM); else the measure.
  measure_id uuid,
  checked_on date not null,
  -- The rule book of that day; null for a measure, whose criteria are its own.
  book text,
  -- What the rules were asked with and what they said, in the words of that day.
  facts jsonb not null constraint access_check_facts_object check (jsonb_typeof(facts) = 'object'),
  findings jsonb not null constraint access_check_findings_list check (jsonb_typeof(findings) = 'array'),
  decision text not null constraint access_check_decision_known check (decision in ('eligible', 'exception', 'refused')),
  ground text,
  reason text,
  -- The team lead has to consent before the decision counts.
  needs_consent boolean not null,
  -- The day by which the person is to be checked again; null: no rule asks for it.
  recheck_on date,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  created_by_name text not null,
  primary key (tenant_id, id),
  constraint access_check_client foreign key (tenant_id, client_id) references client (tenant_id, id) on delete cascade,
  constraint access_check_measure foreign key (tenant_id, measure_id) references measure (tenant_id, id),
  constraint access_check_account foreign key (tenant_id, created_by) references account (tenant_id, id),
  constraint access_check_book_or_measure check ((book is null) <> (measure_id is null)),
  constraint access_check_reason_given check (decision = 'eligible' or btrim(reason) <> ''),
  -- A decision of its client alone: other tables hang on the pair.
  constraint access_check_of_client unique (tenant_id, client_id, id)
);
create index access_check_by_client on access_check (tenant_id, client_id, created_at);
${secured('access_check')}
grant select, insert (tenant_id, client_id, measure_id, checked_on, book, facts, findings, decision, ground, reason,
  needs_consent, recheck_on, created_by, created_by_name) on access_check to portal_app;
create policy read_own on access_check for select to portal_app
  using (${ownTenant} and (${handled} or (${led} and ${opened})));
create policy insert_own on access_check for insert to portal_app
  with check (${ownTenant} and created_by = (select actor_account()) and ${handled});

-- What a team lead is asked to consent to, and the answer; it tells nothing of the person (rules A8, A16).
create table access_consent (
  tenant_id uuid not null,
  check_id uuid not null,
  client_id uuid not null,
  asked_at timestamptz not null default now(),
  asked_by uuid not null,
  asked_by_name text not null,
  is_granted boolean,
  reason text,
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  primary key (tenant_id, check_id),
  constraint access_consent_check foreign key (tenant_id, client_id, check_id)
    references access_check (tenant_id, client_id, id) on delete cascade,
  constraint access_consent_asker foreign key (tenant_id, asked_by) references account (tenant_id, id),
  constraint access_consent_decider foreign key (tenant_id, decided_by) references account (tenant_id, id),
  constraint access_consent_four_eyes check (decided_by <> asked_by),
  constraint access_consent_whole check
    (num_nonnulls(is_granted, reason, decided_at, decided_by, decided_by_name) in (0, 5))
);
${secured('access_consent')}
grant select, insert (tenant_id, check_id, client_id, asked_by, asked_by_name),
  update (is_granted, reason, decided_at, decided_by, decided_by_name) on access_consent to portal_app;
create policy read_own on access_consent for select to portal_app using (${ownTenant} and (${handled} or ${led}));
create policy insert_own on access_consent for insert to portal_app
  with check (${ownTenant} and asked_by = (select actor_account()) and ${handled});
-- Once, by the lead who has opened the client.
create policy decide on access_consent for update to portal_app
  using (${ownTenant} and decided_at is null and ${led} and ${opened})
  with check (${ownTenant} and coalesce(decided_by, (select actor_account())) = (select actor_account())
    and ${led} and ${opened});
`;
