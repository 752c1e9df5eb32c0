import type { Tx } from '#db/as-actor';
import type { Tables } from '#db/tables';
import type { Insertable } from 'kysely';
import { emptyContent } from '~/portfolio/content';
import { anActor, authorities, providers, type Side } from './actors';

type AllocationRow = Insertable<Tables['allocation']>;
type ServiceRow = Insertable<Tables['contract_measure']>;

let count = 0;

/** A signed contract with what hangs on it, and the ids that tests ask for. */
export interface RunningContract {
  readonly tenantId: string;
  readonly contractId: string;
  readonly measureId: string;
  readonly slug: string;
  readonly providerId: string;
  /** Ids of the places of the first site, by number. */
  readonly places: readonly string[];
}

interface WantedContract {
  readonly side?: Side;
  readonly providerId?: string;
  readonly id?: string;
  readonly title?: string;
  readonly places?: number;
  readonly starts?: string;
  readonly ends?: string;
  readonly service?: Partial<ServiceRow>;
  readonly terms?: Partial<Insertable<Tables['contract']>>;
}

/**
 * A contract that was signed and runs (01.01.2026 to 31.12.2026 unless said otherwise),
 * written by the owner past the doors: measure, one site "Hauptstelle" with its places, the
 * service, a product with 1.000.000 € in each year, and its own money as committed.
 */
export async function aRunningContract(tx: Tx, wanted: WantedContract = {}): Promise<RunningContract> {
  count += 1;
  const { side = 'own', starts = '2026-01-01', ends = '2026-12-31', places = 3 } = wanted;
  const tenantId = authorities[side].id;
  const of = { tenant_id: tenantId };
  const slug = `laufende-massnahme-${count}`;
  const title = wanted.title ?? `Laufende Maßnahme ${count}`;
  const providerId = wanted.providerId ?? (side === 'own' ? providers.first.id : providers.second.id);
  const measure = await tx
    .insertInto('measure')
    .values({
      ...of,
      slug,
      title,
      kind: 'massnahme',
      search_text: slug,
      source: 'null',
      content: JSON.stringify(emptyContent(slug, title)),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const product = await tx
    .insertInto('budget_product')
    .values({ ...of, number: `77.${count}`, name: 'Leistungen' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const source = await tx
    .insertInto('funding_source')
    .values({ ...of, kind: 'municipal', name: `Kreismittel ${count}` })
    .returning('id')
    .executeTakeFirstOrThrow();
  const pot = { product_id: product.id, funding_source_id: source.id };
  const years = [Number(starts.slice(0, 4)), Number(ends.slice(0, 4))];
  await tx
    .insertInto('appropriation')
    .values(
      [...new Set(years)].map((fiscal_year) => ({
        ...of,
        ...pot,
        fiscal_year,
        amount_cents: 100_000_000,
        is_ceiling: false,
      })),
    )
    .execute();
  const contract = await tx
    .insertInto('contract')
    .values({
      ...of,
      ...(wanted.id ? { id: wanted.id } : {}),
      number: `V-${count}`,
      measure_id: measure.id,
      provider_id: providerId,
      state: 'signed',
      term_start: starts,
      term_end: ends,
      runs_until: ends,
      price_model: 'monthlyFixed',
      price_cents: 750_000,
      signed_on: starts,
      ...pot,
      ...wanted.terms,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const key = { ...of, contract_id: contract.id };
  await tx
    .insertInto('contract_site')
    .values({ ...key, position: 1, name: 'Hauptstelle', places })
    .execute();
  const rows = await tx
    .insertInto('contract_place')
    .values(
      Array.from({ length: places }, (_, index) => ({
        ...key,
        site_position: 1,
        no: index + 1,
        valid_from: starts,
        valid_to: ends,
      })),
    )
    .returning(['id', 'no'])
    .execute();
  await tx
    .insertInto('contract_measure')
    .values({
      ...key,
      measure_id: measure.id,
      title,
      is_component: false,
      unit: 'place',
      reports_absence: false,
      ...wanted.service,
    })
    .execute();
  return {
    tenantId,
    contractId: contract.id,
    measureId: measure.id,
    slug,
    providerId,
    places: rows.sort((one, other) => one.no - other.no).map(({ id }) => id),
  };
}

/** A check of a client for a measure (null: internal case management) that opens access. */
export async function aCheck(
  tx: Tx,
  clientId: string,
  measureId: string | null,
  { side = 'own' }: { readonly side?: Side } = {},
): Promise<string> {
  const actor = anActor('caseworker', { tenant: side });
  const { id } = await tx
    .insertInto('access_check')
    .values({
      tenant_id: actor.tenantId,
      client_id: clientId,
      measure_id: measureId,
      checked_on: '2026-01-02',
      book: measureId === null ? 'jc-hannover-2018' : null,
      facts: '{}',
      findings: '[]',
      decision: 'eligible',
      needs_consent: false,
      created_by: actor.accountId,
      created_by_name: actor.displayName,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * The client on a place of the contract (the first one unless said otherwise), with what the
 * provider gets to know and the client's open needs, written by the owner. Answers with the id.
 */
export async function anAllocation(
  tx: Tx,
  contract: RunningContract,
  clientId: string,
  changes: Partial<AllocationRow> = {},
): Promise<string> {
  const of = { tenant_id: contract.tenantId };
  const side = contract.tenantId === authorities.own.id ? 'own' : 'foreign';
  const caseworker = anActor('caseworker', { tenant: side });
  const client = await tx
    .selectFrom('client')
    .innerJoin('client_profile as profile', 'profile.client_id', 'client.id')
    .where('client.id', '=', clientId)
    .select(['client.participant_key', 'profile.first_name', 'profile.last_name'])
    .executeTakeFirstOrThrow();
  const { id } = await tx
    .insertInto('allocation')
    .values({
      ...of,
      participant_key: client.participant_key,
      measure_id: contract.measureId,
      contract_id: contract.contractId,
      provider_id: contract.providerId,
      place_id: contract.places[0] ?? null,
      state: 'active',
      allocated_on: '2026-02-01',
      starts: '2026-02-01',
      ends: '2026-07-31',
      reports_absence: false,
      ...changes,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('allocation_decision')
    .values({
      ...of,
      allocation_id: id,
      check_id: await aCheck(tx, clientId, contract.measureId, { side }),
      reason: 'Tagesablauf strukturieren',
      created_by: caseworker.accountId,
      created_by_name: caseworker.displayName,
    })
    .execute();
  await tx
    .insertInto('allocation_disclosure')
    .values({
      ...of,
      allocation_id: id,
      first_name: client.first_name,
      last_name: client.last_name,
      purpose: 'Tagesablauf strukturieren',
      caseworker_name: caseworker.displayName,
    })
    .execute();
  await tx
    .insertInto('allocation_need')
    .columns(['tenant_id', 'allocation_id', 'need_key', 'need_group'])
    .expression(
      tx
        .selectFrom('client_need')
        .where('client_id', '=', clientId)
        .where('ended_on', 'is', null)
        .select((eb) => [
          'tenant_id',
          eb.val(id).$castTo<string>().as('allocation_id'),
          'need_key',
          'need_group',
        ]),
    )
    .execute();
  return id;
}
