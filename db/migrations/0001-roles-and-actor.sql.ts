/** Why: row-level security needs to know who asks before the first table exists. */
export const name = '0001-roles-and-actor';

export const sql = `
-- Roles, extensions and the rights on the schema are prepared by db/roles.ts, because
-- they need rights of the login; everything here is created by portal_owner.
create collation if not exists de_icu (provider = icu, locale = 'de-DE');

-- After a transaction a setting is '' and not null: nullif, or the cast would fail.
create function actor_tenant() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('portal.tenant', true), '')::uuid $$;
create function actor_account() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('portal.account', true), '')::uuid $$;
create function actor_provider() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('portal.provider', true), '')::uuid $$;
create function actor_has(variadic wanted text[]) returns boolean language sql stable parallel safe as
  $$ select string_to_array(current_setting('portal.roles', true), ',') && wanted $$;
-- True in the owner's own transactions (migrations, example data, admin command).
create function is_upkeep() returns boolean language sql stable parallel safe as
  $$ select coalesce(current_setting('portal.upkeep', true), '') = 'on' $$;
`;
