import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tx } from '#db/as-actor';
import { isId } from '~/values/is-id';
import type { BilledContract, Delivered } from '../contract';

/**
 * Contracts that can be billed, by number: of the actor's authority or of its provider, once
 * they are signed. Of the columns of a contract a provider may read just these.
 */
export async function listBilledContracts(tx: Tx, ids?: readonly string[]): Promise<BilledContract[]> {
  if (ids?.length === 0) return [];
  return await tx
    .selectFrom('contract')
    .innerJoin('provider', 'provider.id', 'contract.provider_id')
    .innerJoin('contract_measure as own', (join) =>
      join
        .onRef('own.tenant_id', '=', 'contract.tenant_id')
        .onRef('own.contract_id', '=', 'contract.id')
        .on('own.is_component', '=', false),
    )
    .where('contract.state', '<>', 'draft')
    .$if(ids !== undefined, (query) => query.where('contract.id', 'in', ids ?? []))
    .select((eb) => [
      'contract.id',
      'contract.number',
      'own.title as measureTitle',
      'contract.provider_id as providerId',
      'provider.name as providerName',
      'contract.term_start as termStart',
      'contract.term_end as termEnd',
      'contract.runs_until as runsUntil',
      'contract.price_model as priceModel',
      'contract.price_cents as priceCents',
      'contract.bills_occupied as billsOccupied',
      jsonArrayFrom(
        eb
          .selectFrom('contract_site as site')
          .whereRef('site.tenant_id', '=', 'contract.tenant_id')
          .whereRef('site.contract_id', '=', 'contract.id')
          .orderBy('site.position')
          .select(['site.name', 'site.places']),
      ).as('sites'),
      jsonArrayFrom(
        eb
          .selectFrom('contract_option as option')
          .whereRef('option.tenant_id', '=', 'contract.tenant_id')
          .whereRef('option.contract_id', '=', 'contract.id')
          .where('option.state', '=', 'exercised')
          .orderBy('option.no')
          .select(['option.no', 'option.starts', 'option.ends', 'option.price_cents as priceCents']),
      ).as('options'),
      jsonArrayFrom(
        eb
          .selectFrom('contract_change as change')
          .whereRef('change.tenant_id', '=', 'contract.tenant_id')
          .whereRef('change.contract_id', '=', 'contract.id')
          .orderBy('change.valid_from')
          .orderBy('change.id')
          .select([
            'change.id',
            'change.amount_cents as amountCents',
            'change.valid_from as validFrom',
            'change.valid_to as validTo',
          ]),
      ).as('changes'),
      jsonArrayFrom(
        eb
          .selectFrom('contract_premium as premium')
          .whereRef('premium.tenant_id', '=', 'contract.tenant_id')
          .whereRef('premium.contract_id', '=', 'contract.id')
          .orderBy('premium.kind')
          .select([
            'premium.kind',
            'premium.label',
            'premium.amount_cents as amountCents',
            'premium.year_cap_cents as yearCapCents',
          ]),
      ).as('premiums'),
    ])
    .orderBy('contract.number')
    .execute();
}

/** One of them; undefined where the actor sees none with this id. */
export async function findBilledContract(tx: Tx, id: string): Promise<BilledContract | undefined> {
  // A query with what can be no id would be an error of the database.
  if (!isId(id)) return undefined;
  const [contract] = await listBilledContracts(tx, [id]);
  return contract;
}

/** What was delivered under each contract, as far as its price asks for it, by the contract's id. */
export async function findDelivered(
  tx: Tx,
  contracts: readonly BilledContract[],
): Promise<(contractId: string) => Delivered> {
  const occupied = contracts.filter(({ billsOccupied }) => billsOccupied).map(({ id }) => id);
  const perSession = contracts.filter(({ priceModel }) => priceModel === 'perSession').map(({ id }) => id);
  const [stays, sessions] = await Promise.all([
    occupied.length === 0 ? [] : listStays(tx, occupied),
    perSession.length === 0 ? [] : listHeldSessions(tx, perSession),
  ]);
  return (contractId) => ({
    stays: stays.filter((stay) => stay.contractId === contractId),
    sessionDays: sessions.filter((session) => session.contractId === contractId).map(({ day }) => day),
  });
}

/** Places of the contract's own measure that somebody took; the day of the exit is the last one. */
async function listStays(tx: Tx, contractIds: readonly string[]) {
  return await tx
    .selectFrom('allocation')
    .innerJoin('contract_measure as own', (join) =>
      join
        .onRef('own.tenant_id', '=', 'allocation.tenant_id')
        .onRef('own.contract_id', '=', 'allocation.contract_id')
        .onRef('own.measure_id', '=', 'allocation.measure_id')
        .on('own.is_component', '=', false),
    )
    .where('own.contract_id', 'in', contractIds)
    .where('allocation.state', 'not in', ['notStarted', 'declined'])
    .select((eb) => [
      'own.contract_id as contractId',
      'allocation.starts',
      eb.fn.coalesce('allocation.exited_on', 'allocation.ends').$notNull().as('ends'),
    ])
    .execute();
}

/** Who missed one catches up without a further price: those are not counted (our proposal). */
async function listHeldSessions(tx: Tx, contractIds: readonly string[]) {
  return await tx
    .selectFrom('training_session as session')
    .innerJoin('training_group as run', (join) =>
      join.onRef('run.tenant_id', '=', 'session.tenant_id').onRef('run.id', '=', 'session.group_id'),
    )
    .where('run.contract_id', 'in', contractIds)
    .where('session.state', '=', 'held')
    .where('session.catches_up_no', 'is', null)
    .select(['run.contract_id as contractId', 'session.day'])
    .execute();
}
