import type { Tx } from '#db/as-actor';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Address, Authority, AuthoritySettings, BudgetRegime, RegimePeriod } from '../authority';
import { budgetRegimeKey } from '../authority';

/** The actor's own authority as it is configured on the day `onDate` ('YYYY-MM-DD'). */
export async function findAuthority(tx: Tx, onDate: string): Promise<Authority & Address> {
  return await tx
    .selectFrom('authority')
    // Said again, although row-level security says it: the sign-in role sees every authority.
    .where('authority.id', '=', sql<string>`actor_tenant()`)
    .select((eb) => [
      'authority.name',
      'authority.office',
      'authority.street',
      'authority.postcode',
      'authority.town',
      'authority.state',
      'authority.signature_role as signatureRole',
      'authority.is_fictional as isFictional',
      'authority.version',
      eb
        .selectFrom('rule_setting as rule')
        .whereRef('rule.tenant_id', '=', 'authority.id')
        .where('rule.key', '=', budgetRegimeKey)
        .where('rule.valid_from', '<=', onDate)
        .where((or) => or.or([or('rule.valid_to', 'is', null), or('rule.valid_to', '>=', onDate)]))
        .select(sql<BudgetRegime>`rule.value ->> 'regime'`.as('regime'))
        .as('regime'),
      jsonArrayFrom(
        eb
          .selectFrom('committee')
          .whereRef('committee.tenant_id', '=', 'authority.id')
          .orderBy('committee.position')
          .select(['committee.id', 'committee.name', 'committee.task', 'committee.is_public as isPublic']),
      ).as('committees'),
    ])
    .executeTakeFirstOrThrow();
}

/** The authority with every budget regime on record, for the page that changes them. */
export async function findAuthoritySettings(tx: Tx, onDate: string): Promise<AuthoritySettings> {
  const [authority, regimePeriods] = await Promise.all([findAuthority(tx, onDate), listRegimePeriods(tx)]);
  return { ...authority, regimePeriods };
}

/** All periods of the budget regime, by first day. */
async function listRegimePeriods(tx: Tx): Promise<RegimePeriod[]> {
  return await tx
    .selectFrom('rule_setting')
    .where('key', '=', budgetRegimeKey)
    .select([
      sql<BudgetRegime>`value ->> 'regime'`.as('regime'),
      'valid_from as from',
      'valid_to as until',
      'source',
    ])
    .orderBy('valid_from')
    .execute();
}

/** What stands in the head of a paper; also for staff of a provider, who see nothing else of the authority. */
export async function findLetterhead(
  tx: Tx,
): Promise<Pick<Authority, 'name' | 'office' | 'isFictional'> & Address> {
  return await tx
    .selectFrom('authority')
    .where('id', '=', sql<string>`actor_tenant()`)
    .select(['name', 'office', 'street', 'postcode', 'town', 'is_fictional as isFictional'])
    .executeTakeFirstOrThrow();
}
