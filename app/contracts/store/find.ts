import type { Tx } from '#db/as-actor';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { sql } from 'kysely';
import { isId } from '~/values/is-id';
import type {
  Contract,
  OpenOption,
  ContractMove,
  ContractOption,
  ContractState,
  ContractTask,
} from '../contract';

/** One contract, whole; undefined where the actor's authority has none with this id. */
export async function findContract(
  tx: Tx,
  id: string,
  { isLocking = false } = {},
): Promise<Contract | undefined> {
  if (!isId(id)) return undefined;
  if (isLocking) {
    // A query of its own: rows that are joined cannot all be locked by those who may not write them.
    await tx.selectFrom('contract').select('id').where('id', '=', id).forUpdate().execute();
  }
  const row = await tx
    .selectFrom('contract')
    .innerJoin('measure', (join) =>
      join
        .onRef('measure.tenant_id', '=', 'contract.tenant_id')
        .onRef('measure.id', '=', 'contract.measure_id'),
    )
    .innerJoin('provider', 'provider.id', 'contract.provider_id')
    .where('contract.id', '=', id)
    .select((eb) => [
      'contract.id',
      'contract.number',
      'contract.state',
      'contract.version',
      'contract.measure_id as measureId',
      'contract.version_no as measureVersionNo',
      'contract.provider_id as providerId',
      'provider.name as providerName',
      'contract.term_start as termStart',
      'contract.term_end as termEnd',
      'contract.runs_until as runsUntil',
      'contract.price_model as priceModel',
      'contract.price_cents as priceCents',
      'contract.price_note as priceNote',
      'contract.bills_occupied as billsOccupied',
      'contract.product_id as productId',
      'contract.funding_source_id as fundingSourceId',
      'contract.session_days as sessionDays',
      'contract.signed_on as signedOn',
      'measure.slug',
      'measure.title',
      'measure.intake',
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
          .orderBy('option.no')
          .select([
            'option.no',
            'option.starts',
            'option.ends',
            'option.condition',
            'option.declare_by as declareBy',
            'option.price_cents as priceCents',
            'option.session_days as sessionDays',
            'option.state',
            'option.was_successful as wasSuccessful',
            'option.success_reason as successReason',
            'option.has_funds as hasFunds',
            'option.funds_reason as fundsReason',
            'option.decided_on as decidedOn',
            'option.decided_by_name as decidedBy',
          ]),
      ).as('options'),
      jsonArrayFrom(
        eb
          .selectFrom('contract_change as change')
          .whereRef('change.tenant_id', '=', 'contract.tenant_id')
          .whereRef('change.contract_id', '=', 'contract.id')
          .orderBy('change.agreed_at')
          .orderBy('change.id')
          .select([
            'change.id',
            'change.amount_cents as amountCents',
            'change.valid_from as validFrom',
            'change.valid_to as validTo',
            'change.reason',
            sql<string>`change.agreed_at::text`.as('agreedAt'),
            'change.agreed_by_name as agreedBy',
          ]),
      ).as('changes'),
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const { slug, title, intake, options, ...contract } = row;
  const measure = { slug, title, intake };
  return { ...contract, measure, options: options satisfies readonly ContractOption[] };
}

/** A contract as the list shows it. */
interface ContractRow {
  readonly id: string;
  readonly number: string;
  readonly state: ContractState;
  readonly measureTitle: string;
  readonly providerName: string;
  readonly termStart: string;
  readonly runsUntil: string;
  /** The next option that is open, with its last day to declare. */
  readonly nextDeclareBy: string | null;
}

export const contractsPerPage = 50;

/** Contracts of the actor's authority, those that end last first. */
export async function listContracts(
  tx: Tx,
  { state, page }: { readonly state: ContractState | null; readonly page: number },
): Promise<{ rows: ContractRow[]; count: number }> {
  const all = tx
    .selectFrom('contract')
    .$if(state !== null, (query) => query.where('contract.state', '=', state ?? 'draft'));
  const [rows, { count }] = await Promise.all([
    all
      .innerJoin('measure', (join) =>
        join
          .onRef('measure.tenant_id', '=', 'contract.tenant_id')
          .onRef('measure.id', '=', 'contract.measure_id'),
      )
      .innerJoin('provider', 'provider.id', 'contract.provider_id')
      .select((eb) => [
        'contract.id',
        'contract.number',
        'contract.state',
        'measure.title as measureTitle',
        'provider.name as providerName',
        'contract.term_start as termStart',
        'contract.runs_until as runsUntil',
        eb
          .selectFrom('contract_option as option')
          .whereRef('option.tenant_id', '=', 'contract.tenant_id')
          .whereRef('option.contract_id', '=', 'contract.id')
          .where('option.state', '=', 'open')
          .select((min) => min.fn.min('option.declare_by').as('day'))
          .as('nextDeclareBy'),
      ])
      .orderBy('contract.runs_until', 'desc')
      .orderBy('contract.number')
      .limit(contractsPerPage)
      .offset((page - 1) * contractsPerPage)
      .execute(),
    all.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  return { rows, count };
}

/** What people call each contract, by its id. */
export async function listContractLabels(tx: Tx): Promise<{ id: string; label: string }[]> {
  const rows = await tx
    .selectFrom('contract')
    .innerJoin('measure', (join) =>
      join
        .onRef('measure.tenant_id', '=', 'contract.tenant_id')
        .onRef('measure.id', '=', 'contract.measure_id'),
    )
    .select(['contract.id', 'contract.number', 'measure.title'])
    .orderBy('contract.number')
    .execute();
  return rows.map(({ id, number, title }) => ({ id, label: `${number}, ${title}` }));
}

/** Who did what with a contract, the newest first. */
export async function listContractMoves(tx: Tx, contractId: string): Promise<ContractMove[]> {
  return await tx
    .selectFrom('contract_move')
    .select([
      'id',
      'deed',
      'option_no as optionNo',
      'reason',
      'moved_at as movedAt',
      'moved_by_name as movedBy',
    ])
    .where('contract_id', '=', contractId)
    .orderBy('moved_at', 'desc')
    .orderBy('id')
    .execute();
}

/** What is still to be done, by the day it is due; of one contract or of the whole authority. */
export async function listOpenTasks(tx: Tx, contractId?: string): Promise<ContractTask[]> {
  return await tx
    .selectFrom('task')
    .leftJoin('contract', (join) =>
      join.onRef('contract.tenant_id', '=', 'task.tenant_id').onRef('contract.id', '=', 'task.contract_id'),
    )
    .leftJoin('measure', (join) =>
      join
        .onRef('measure.tenant_id', '=', 'contract.tenant_id')
        .onRef('measure.id', '=', 'contract.measure_id'),
    )
    .select([
      'task.id',
      'task.kind',
      'task.due_on as dueOn',
      'task.contract_id as contractId',
      'contract.number as contractNumber',
      'measure.title as measureTitle',
    ])
    .where('task.done_at', 'is', null)
    .$if(contractId !== undefined, (query) => query.where('task.contract_id', '=', contractId ?? ''))
    .orderBy('task.due_on')
    .orderBy('task.id')
    .limit(100)
    .execute();
}

/** Open options of signed contracts, those whose last day is nearest first; at most a hundred. */
export async function listOpenOptions(tx: Tx): Promise<OpenOption[]> {
  return await tx
    .selectFrom('contract_option as option')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.tenant_id', '=', 'option.tenant_id')
        .onRef('contract.id', '=', 'option.contract_id'),
    )
    .innerJoin('measure', (join) =>
      join
        .onRef('measure.tenant_id', '=', 'contract.tenant_id')
        .onRef('measure.id', '=', 'contract.measure_id'),
    )
    .select([
      'contract.id as contractId',
      'contract.number as contractNumber',
      'measure.title as measureTitle',
      'option.no as optionNo',
      'option.declare_by as declareBy',
    ])
    .where('contract.state', '=', 'signed')
    .where('option.state', '=', 'open')
    .orderBy('option.declare_by')
    .orderBy('contract.number')
    .limit(100)
    .execute();
}

/** Places of a contract by site, without the seats of groups, as rows: numbers and the days between which they are there. */
export async function listPlaces(
  tx: Tx,
  contractId: string,
): Promise<{ site: string; from: number; to: number; validFrom: string; validTo: string }[]> {
  return await tx
    .selectFrom('contract_place as place')
    .innerJoin('contract_site as site', (join) =>
      join
        .onRef('site.tenant_id', '=', 'place.tenant_id')
        .onRef('site.contract_id', '=', 'place.contract_id')
        .onRef('site.position', '=', 'place.site_position'),
    )
    .where('place.contract_id', '=', contractId)
    .where('place.group_id', 'is', null)
    .groupBy(['site.position', 'site.name', 'place.valid_from', 'place.valid_to'])
    .orderBy('site.position')
    .orderBy('place.valid_from')
    .select(({ fn }) => [
      'site.name as site',
      fn.min('place.no').as('from'),
      fn.max('place.no').as('to'),
      'place.valid_from as validFrom',
      'place.valid_to as validTo',
    ])
    .execute();
}
