import { ownProvider } from './allocation-policies';
import { guarded, staffWith } from './policies';

/** Why: an invoice names both sides, the tax number and the account, or nobody can pay from it (§ 14 Abs. 4 UStG). */
export const name = '0019-billing-details';

export const sql = `
-- Mod 97 over the digits, letters counting from A = 10, after the first four have moved to the end (ISO 13616).
create function iban_checks_out(iban text) returns boolean language sql immutable strict parallel safe as $$
  select mod(string_agg(case when sign ~ '^[0-9]$' then sign else (ascii(sign) - 55)::text end, '' order by position)::numeric,
    97) = 1
  from unnest(string_to_array(substr(iban, 5) || left(iban, 4), null)) with ordinality as part (sign, position)
$$;

-- What a provider bills with towards one authority. A change is a further row: what an invoice
-- was handed in with stays readable, and who changed an account, too.
create table provider_billing (
  tenant_id uuid not null,
  provider_id uuid not null,
  no integer not null constraint provider_billing_counts_from_one check (no > 0),
  street text not null constraint provider_billing_street_given check (btrim(street) <> ''),
  postcode text not null constraint provider_billing_postcode_german check (postcode ~ '^[0-9]{5}$'),
  town text not null constraint provider_billing_town_given check (btrim(town) <> ''),
  tax_number text,
  vat_id text constraint provider_billing_vat_id_german check (vat_id ~ '^DE[0-9]{9}$'),
  account_holder text not null constraint provider_billing_holder_given check (btrim(account_holder) <> ''),
  iban text not null constraint provider_billing_iban_checks_out
    check (case when iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$' then iban_checks_out(iban) else false end),
  bic text constraint provider_billing_bic_formed check (bic ~ '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$'),
  contact_email text not null constraint provider_billing_email_formed check (contact_email like '_%@_%'),
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  recorded_by_name text not null,
  primary key (tenant_id, provider_id, no),
  constraint provider_billing_taxed check (btrim(coalesce(tax_number, vat_id, '')) <> ''),
  foreign key (tenant_id, provider_id) references authority_provider (tenant_id, provider_id),
  foreign key (tenant_id, recorded_by) references account (tenant_id, id)
);
${guarded('provider_billing', staffWith(['districtOfficer']))}
grant select on provider_billing to portal_app;
-- Not recorded_at: the database alone says when it was.
grant select, insert (tenant_id, provider_id, no, street, postcode, town, tax_number, vat_id, account_holder, iban, bic,
    contact_email, recorded_by, recorded_by_name) on provider_billing to portal_provider;
create policy provider_read_own on provider_billing for select to portal_provider using ${ownProvider};
create policy provider_insert_own on provider_billing for insert to portal_provider
  with check (${ownProvider} and recorded_by = (select actor_account()));

-- The other side of the paper.
alter table authority add column street text;
alter table authority add column postcode text constraint authority_postcode_german check (postcode ~ '^[0-9]{5}$');
alter table authority add column town text;

-- Both sides as they were when it was handed in. Null in drafts, and in what was handed in before there were any.
alter table invoice add column billing_no integer;
alter table invoice add column recipient_name text, add column recipient_office text, add column recipient_street text,
  add column recipient_postcode text, add column recipient_town text;
alter table invoice add constraint invoice_billed_with foreign key (tenant_id, provider_id, billing_no)
  references provider_billing (tenant_id, provider_id, no);
grant update (billing_no, recipient_name, recipient_office, recipient_street, recipient_postcode, recipient_town) on invoice
  to portal_app, portal_provider;

-- What was submitted stays as it was; only its way through the house goes on.
create or replace function invoice_stays_submitted() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (new.total_cents, new.basis, new.month, new.number, new.tax_note, new.billing_no,
      new.recipient_name, new.recipient_office, new.recipient_street, new.recipient_postcode, new.recipient_town)
    is distinct from (old.total_cents, old.basis, old.month, old.number, old.tax_note, old.billing_no,
      old.recipient_name, old.recipient_office, old.recipient_street, old.recipient_postcode, old.recipient_town)
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

-- A trigger and no check: what was handed in before, and what upkeep carries over, goes on through the house.
create function invoice_names_both_sides() returns trigger language plpgsql as $$
begin
  if new.state <> 'draft' and (new.billing_no is null or new.recipient_name is null)
    and (tg_op = 'UPDATE' and old.state = 'draft' or tg_op = 'INSERT' and not is_upkeep())
  then
    raise exception using errcode = 'check_violation', constraint = 'invoice_names_both_sides',
      message = 'an invoice is handed in with both sides';
  end if;
  return new;
end $$;
create trigger invoice_names_both_sides before insert or update on invoice
  for each row execute function invoice_names_both_sides();
`;
