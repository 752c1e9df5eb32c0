import { ofOwnContract, ofProvider, ownProvider } from './allocation-policies';
import { guarded, ownTenant, sharedTable, staffWith } from './policies';

/** Why: what a provider is owed for a month follows from contract and places, is checked by another, and is paid once. */
export const name = '0016-invoices';

export const sql = `
-- A premium that was agreed: once per person and kind, within the year's cap.
create table contract_premium (
  tenant_id uuid not null,
  contract_id uuid not null,
  kind text not null constraint contract_premium_kind_known check (kind in ('work', 'vocationalTraining', 'stability', 'other')),
  label text not null constraint contract_premium_label_given check (btrim(label) <> ''),
  amount_cents bigint not null constraint contract_premium_positive check (amount_cents > 0),
  -- Most that is paid for this kind in a calendar year; null: no cap.
  year_cap_cents bigint constraint contract_premium_cap_positive check (year_cap_cents > 0),
  primary key (tenant_id, contract_id, kind),
  foreign key (tenant_id, contract_id) references contract (tenant_id, id) on delete cascade
);
${sharedTable('contract_premium', ['districtOfficer'])}
grant select on contract_premium to portal_provider;
create policy provider_read_own on contract_premium for select to portal_provider using ${ofOwnContract};

-- One month of one contract. A correction is an invoice of its own; the first one stays.
create table invoice (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  contract_id uuid not null,
  provider_id uuid not null,
  -- First day of the month of the service.
  month date not null constraint invoice_month_is_a_month check (extract(day from month) = 1),
  -- 0: the invoice of the month; then its corrections.
  correction_no integer not null default 0 constraint invoice_correction_counts check (correction_no >= 0),
  -- The provider's own number.
  number text not null constraint invoice_number_given check (btrim(number) <> ''),
  state text not null default 'draft' constraint invoice_state_known
    check (state in ('draft', 'submitted', 'checked', 'approved', 'paid', 'rejected')),
  total_cents bigint not null,
  tax_note text not null,
  submitted_on date,
  checked_by uuid,
  checked_by_name text,
  approved_by uuid,
  approved_by_name text,
  decided_on date,
  paid_on date,
  rejected_reason text,
  -- What it was computed from, for whoever checks it.
  basis jsonb not null default '{}' constraint invoice_basis_object check (jsonb_typeof(basis) = 'object'),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  created_by_name text not null,
  primary key (tenant_id, id),
  constraint invoice_number_of_provider_once unique (tenant_id, provider_id, number),
  constraint invoice_submitted_on_a_day check (state = 'draft' or submitted_on is not null),
  constraint invoice_rejected_told check ((state = 'rejected') = (rejected_reason is not null)),
  constraint invoice_paid_on_a_day check ((state = 'paid') = (paid_on is not null)),
  -- Whoever found it right does not release the money as well.
  constraint invoice_four_eyes check (approved_by <> checked_by),
  constraint invoice_approved_whole check (state not in ('approved', 'paid') or approved_by is not null),
  foreign key (tenant_id, contract_id, provider_id) references contract (tenant_id, id, provider_id),
  foreign key (tenant_id, checked_by) references account (tenant_id, id),
  foreign key (tenant_id, approved_by) references account (tenant_id, id),
  foreign key (tenant_id, created_by) references account (tenant_id, id)
);
create unique index invoice_once_a_month on invoice (tenant_id, contract_id, month, correction_no) where state <> 'rejected';
create index invoice_by_contract on invoice (tenant_id, contract_id, month);
${guarded('invoice')}
grant select, insert, update (state, total_cents, submitted_on, checked_by, checked_by_name, approved_by, approved_by_name,
    decided_on, paid_on, rejected_reason, basis, version), delete on invoice to portal_app;
-- The district makes corrections, and decides about what was submitted.
create policy insert_own on invoice for insert to portal_app
  with check (${staffWith(['districtOfficer'])} and correction_no > 0 and created_by = (select actor_account()));
create policy update_own on invoice for update to portal_app
  using (${staffWith(['districtOfficer'])} and (state in ('submitted', 'checked', 'approved') or correction_no > 0))
  with check ${staffWith(['districtOfficer'])};
create policy delete_own on invoice for delete to portal_app
  using (${staffWith(['districtOfficer'])} and state = 'draft' and correction_no > 0);
grant select, insert (tenant_id, id, contract_id, provider_id, month, number, total_cents, tax_note, basis, created_by,
    created_by_name), update (state, number, total_cents, tax_note, submitted_on, basis, version), delete on invoice to portal_provider;
create policy provider_read_own on invoice for select to portal_provider using (${ownProvider}
  and (correction_no = 0 or state <> 'draft'));
create policy provider_insert_own on invoice for insert to portal_provider
  with check (${ownProvider} and state = 'draft' and correction_no = 0 and created_by = (select actor_account()));
create policy provider_update_own on invoice for update to portal_provider
  using (${ownProvider} and state = 'draft' and correction_no = 0)
  with check (${ownProvider} and state in ('draft', 'submitted') and correction_no = 0);
create policy provider_delete_own on invoice for delete to portal_provider
  using (${ownProvider} and state = 'draft' and correction_no = 0);

-- What was submitted stays as it was; only its way through the house goes on.
create function invoice_stays_submitted() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (new.total_cents, new.basis, new.month, new.number, new.tax_note)
    is distinct from (old.total_cents, old.basis, old.month, old.number, old.tax_note)
    or old.state in ('paid', 'rejected')
  then
    raise exception using errcode = 'check_violation', constraint = 'invoice_stays_submitted',
      message = 'a submitted invoice is not changed';
  end if;
  if (old.state, new.state) not in (('draft', 'submitted'), ('submitted', 'checked'), ('submitted', 'rejected'),
    ('checked', 'approved'), ('checked', 'rejected'), ('approved', 'paid')) and old.state <> new.state
  then
    raise exception using errcode = 'check_violation', constraint = 'invoice_in_order',
      message = 'an invoice leaves out no step';
  end if;
  return new;
end $$;
create trigger invoice_stays_submitted before update on invoice
  for each row execute function invoice_stays_submitted();

create table invoice_line (
  tenant_id uuid not null,
  invoice_id uuid not null,
  position integer not null,
  kind text not null constraint invoice_line_kind_known check (kind in ('service', 'premium', 'correction')),
  label text not null constraint invoice_line_label_given check (btrim(label) <> ''),
  -- How many of what, as people read it: "15 Plätze", "412 Belegungstage".
  quantity text not null,
  amount_cents bigint not null,
  primary key (tenant_id, invoice_id, position),
  foreign key (tenant_id, invoice_id) references invoice (tenant_id, id) on delete cascade
);
${guarded('invoice_line')}
grant select, insert, delete on invoice_line to portal_app, portal_provider;
create policy insert_own on invoice_line for insert to portal_app with check (${staffWith(['districtOfficer'])}
  and invoice_id in (select id from invoice where state = 'draft'));
create policy delete_own on invoice_line for delete to portal_app using (${staffWith(['districtOfficer'])}
  and invoice_id in (select id from invoice where state = 'draft'));
create policy provider_read_own on invoice_line for select to portal_provider
  using (${ownTenant} and invoice_id in (select id from invoice where provider_id = (select actor_provider())));
create policy provider_insert_own on invoice_line for insert to portal_provider with check (${ownTenant}
  and invoice_id in (select id from invoice where provider_id = (select actor_provider()) and state = 'draft'
    and correction_no = 0));
create policy provider_delete_own on invoice_line for delete to portal_provider using (${ownTenant}
  and invoice_id in (select id from invoice where provider_id = (select actor_provider()) and state = 'draft'
    and correction_no = 0));

-- A premium that was claimed with its proof (rule B14): once per person and kind, whichever allocation it was.
create table premium_claim (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  contract_id uuid not null,
  allocation_id uuid not null,
  participant_key uuid not null,
  kind text not null,
  -- The day on which the result was there, and what proves it.
  reached_on date not null,
  proof text not null constraint premium_claim_proof_given check (btrim(proof) <> ''),
  amount_cents bigint not null constraint premium_claim_positive check (amount_cents > 0),
  invoice_id uuid,
  claimed_at timestamptz not null default now(),
  claimed_by uuid not null,
  claimed_by_name text not null,
  primary key (tenant_id, id),
  constraint premium_claim_once unique (tenant_id, contract_id, participant_key, kind),
  foreign key (tenant_id, contract_id, kind) references contract_premium (tenant_id, contract_id, kind),
  foreign key (tenant_id, allocation_id, participant_key) references allocation (tenant_id, id, participant_key),
  foreign key (tenant_id, allocation_id, contract_id) references allocation (tenant_id, id, contract_id),
  foreign key (tenant_id, invoice_id) references invoice (tenant_id, id) on delete set null (invoice_id),
  foreign key (tenant_id, claimed_by) references account (tenant_id, id)
);
create index premium_claim_by_invoice on premium_claim (tenant_id, invoice_id);
${guarded('premium_claim')}
grant select on premium_claim to portal_app;
grant select, insert, update (invoice_id), delete on premium_claim to portal_provider;
create policy provider_read_own on premium_claim for select to portal_provider using ${ofOwnContract};
create policy provider_insert_own on premium_claim for insert to portal_provider
  with check (${ofProvider} and claimed_by = (select actor_account())
    and invoice_id in (select invoice.id from invoice where invoice.state = 'draft'
      and invoice.contract_id = premium_claim.contract_id));
-- What stands in an invoice under way cannot be put into a second one.
create policy provider_update_own on premium_claim for update to portal_provider
  using (${ofOwnContract} and (invoice_id is null
    or invoice_id in (select id from invoice where state in ('draft', 'rejected'))))
  with check (${ofOwnContract} and (invoice_id is null or invoice_id in (select invoice.id from invoice
    where invoice.state = 'draft' and invoice.contract_id = premium_claim.contract_id)));
create policy provider_delete_own on premium_claim for delete to portal_provider
  using (${ofOwnContract} and invoice_id is null);

create table invoice_move (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  invoice_id uuid not null,
  deed text not null constraint invoice_move_deed_known check (deed in
    ('created', 'submitted', 'checked', 'approved', 'paid', 'rejected')),
  reason text,
  moved_at timestamptz not null default now(),
  moved_by uuid not null,
  moved_by_name text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, invoice_id) references invoice (tenant_id, id) on delete cascade,
  foreign key (tenant_id, moved_by) references account (tenant_id, id)
);
create index invoice_move_by_invoice on invoice_move (tenant_id, invoice_id, moved_at);
${guarded('invoice_move')}
grant select, insert on invoice_move to portal_app, portal_provider;
create policy insert_own on invoice_move for insert to portal_app
  with check (${staffWith(['districtOfficer'])} and moved_by = (select actor_account()));
create policy provider_read_own on invoice_move for select to portal_provider
  using (${ownTenant} and invoice_id in (select id from invoice where provider_id = (select actor_provider())));
create policy provider_insert_own on invoice_move for insert to portal_provider with check (${ownTenant}
  and moved_by = (select actor_account()) and deed in ('created', 'submitted')
  and invoice_id in (select id from invoice where provider_id = (select actor_provider())));

-- A provider prints its own invoices.
grant select on document_template to portal_provider;
create policy provider_read_invoice_template on document_template for select to portal_provider
  using (${ownTenant} and kind = 'rechnung');

-- A payment pays one invoice, and an invoice is paid once.
alter table payment add column invoice_id uuid;
alter table payment add constraint payment_of_invoice foreign key (tenant_id, invoice_id) references invoice (tenant_id, id);
alter table payment add constraint payment_once_a_year unique (tenant_id, invoice_id, fiscal_year);
`;
