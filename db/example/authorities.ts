import type { Tx } from '#db/as-actor';
import { type Address, budgetRegimeKey, type BudgetRegime } from '~/authority/authority';
import { createDemoAccounts, type DemoOrganisations } from '~/identity/demo-accounts';

export const ownAuthorityName = 'Landkreis Musterland (Beispiel)';
const otherAuthorityName = 'Landkreis Anderland (Beispiel)';

export const firstProviderName = 'Brückenbau Soziale Dienste gGmbH (Beispiel)';
export const secondProviderName = 'Werkhof Musterland e. V. (Beispiel)';
/** Came with the people in the contracts: an example of an older release has no such provider. */
export const thirdProviderName = 'Neue Wege Probedorf gGmbH (Beispiel)';

/** The two authorities and three providers of the example; all names are invented. */
export async function insertOrganisations(tx: Tx): Promise<DemoOrganisations> {
  const ownTenant = await insertAuthority(tx, ownAuthorityName, {
    street: 'Kreishausstraße 1',
    postcode: '00001',
    town: 'Musterstadt (Beispiel)',
  });
  const otherTenant = await insertAuthority(tx, otherAuthorityName, {
    street: 'Am Kreishaus 2',
    postcode: '00002',
    town: 'Anderstadt (Beispiel)',
  });
  const firstProvider = await insertProvider(tx, firstProviderName);
  const secondProvider = await insertProvider(tx, secondProviderName);
  const thirdProvider = await insertProvider(tx, thirdProviderName);
  await tx
    .insertInto('authority_provider')
    .values([
      { tenant_id: ownTenant, provider_id: firstProvider },
      { tenant_id: ownTenant, provider_id: secondProvider },
      { tenant_id: ownTenant, provider_id: thirdProvider },
      { tenant_id: otherTenant, provider_id: secondProvider },
    ])
    .execute();
  const ids = { ownTenant, otherTenant, firstProvider, secondProvider, thirdProvider };
  await createDemoAccounts(tx, ids);
  return ids;
}

async function insertAuthority(tx: Tx, name: string, address: Address): Promise<string> {
  const { id } = await tx
    .insertInto('authority')
    .values({
      name,
      is_fictional: true,
      state: 'NI',
      office: 'Amt für Arbeit und Soziales',
      signature_role: 'Landrätin oder Landrat',
      ...address,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function insertProvider(tx: Tx, name: string): Promise<string> {
  const { id } = await tx.insertInto('provider').values({ name }).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Ids of the committees in the order in which a paper passes them. */
export interface ExampleCommittees {
  readonly advising: string;
  readonly board: string;
  readonly council: string;
}

/** The committees of a district in Niedersachsen; the board meets in private. */
export async function insertCommittees(tx: Tx, tenantId: string): Promise<ExampleCommittees> {
  const insert = async (position: number, name: string, task: 'advises' | 'decides', isPublic: boolean) => {
    const { id } = await tx
      .insertInto('committee')
      .values({ tenant_id: tenantId, name, position, task, is_public: isPublic })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  };
  return {
    advising: await insert(1, 'Ausschuss für Soziales, Arbeit und Gesundheit', 'advises', true),
    board: await insert(2, 'Kreisausschuss', 'advises', false),
    council: await insert(3, 'Kreistag', 'decides', true),
  };
}

/** Municipal budget law, as rule B6 names it for Niedersachsen. */
export async function insertBudgetRegime(tx: Tx, tenantId: string): Promise<void> {
  const regime: BudgetRegime = 'municipal';
  await tx
    .insertInto('rule_setting')
    .values({
      tenant_id: tenantId,
      key: budgetRegimeKey,
      value: JSON.stringify({ regime }),
      valid_from: '2006-01-01',
      valid_to: null,
      source:
        'Kommunales Haushaltsrecht Niedersachsen: Verpflichtungsermächtigungen nur für Investitionen (Regel B6)',
    })
    .execute();
}

/**
 * The product of the municipal integration services with its appropriation for 2019,
 * and one for employment promotion, whose money is unknown.
 *
 * For 2020 and 2021 there is no row: that money must still be provided, as in the source.
 * Returns the id of the first product.
 *
 * Source of number, name, amount and ceiling: rules.md § 10; the second product is invented.
 */
export async function insertBudget(tx: Tx, tenantId: string): Promise<string> {
  const { id } = await tx
    .insertInto('budget_product')
    .values({ tenant_id: tenantId, number: '31.2.02', name: 'Kommunale Eingliederungsleistungen' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('budget_product')
    .values({
      tenant_id: tenantId,
      number: '31.2.05',
      name: 'Eingliederungsleistungen zur Arbeit (Beispiel)',
    })
    .execute();
  const source = await tx
    .insertInto('funding_source')
    .values({ tenant_id: tenantId, kind: 'municipal', name: 'Kreismittel' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('appropriation')
    .values({
      tenant_id: tenantId,
      product_id: id,
      funding_source_id: source.id,
      fiscal_year: 2019,
      amount_cents: 10_000_000,
      is_ceiling: true,
      purpose: 'bis zu, für alle Projekte nach § 16a SGB II',
    })
    .execute();
  return id;
}
