import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { ClientHead, OpenClient } from '~/clients/client';
import { isId } from '~/values/is-id';
import { findClient, findHead, listHandled } from '~/clients/store';
import type { Actor } from '~/identity/actor';
import type { AllocationFacts, AllocationWords } from '../allocation-page';

/** An allocation of a person whom the actor may know of; undefined for all others, foreign or missing alike. */
export async function findAllocation(tx: Tx, id: string): Promise<AllocationFacts | undefined> {
  if (!isId(id)) return undefined;
  return tx
    .selectFrom('allocation')
    .innerJoin('client', (join) =>
      join
        .onRef('client.tenant_id', '=', 'allocation.tenant_id')
        .onRef('client.participant_key', '=', 'allocation.participant_key'),
    )
    .leftJoin('measure', (join) =>
      join
        .onRef('measure.tenant_id', '=', 'allocation.tenant_id')
        .onRef('measure.id', '=', 'allocation.measure_id'),
    )
    .leftJoin('contract', (join) =>
      join
        .onRef('contract.tenant_id', '=', 'allocation.tenant_id')
        .onRef('contract.id', '=', 'allocation.contract_id'),
    )
    .leftJoin('contract_place as place', (join) =>
      join
        .onRef('place.tenant_id', '=', 'allocation.tenant_id')
        .onRef('place.id', '=', 'allocation.place_id'),
    )
    .leftJoin('contract_site as site', (join) =>
      join
        .onRef('site.tenant_id', '=', 'place.tenant_id')
        .onRef('site.contract_id', '=', 'place.contract_id')
        .onRef('site.position', '=', 'place.site_position'),
    )
    .leftJoin('training_group as run', (join) =>
      join.onRef('run.tenant_id', '=', 'place.tenant_id').onRef('run.id', '=', 'place.group_id'),
    )
    .leftJoin('provider', 'provider.id', 'allocation.provider_id')
    .where('allocation.id', '=', id)
    .select([
      'allocation.id',
      'allocation.state',
      'allocation.book',
      'allocation.contract_id as contractId',
      'allocation.place_id as placeId',
      'allocation.allocated_on as allocatedOn',
      'allocation.starts',
      'allocation.ends',
      'allocation.clearing_until as clearingUntil',
      'allocation.confirmed_on as confirmedOn',
      'allocation.first_contact_on as firstContactOn',
      'allocation.exited_on as exitedOn',
      'allocation.exit_reason as exitReason',
      'allocation.settled_on as settledOn',
      'allocation.settled_by as settledBy',
      'allocation.settled_reason as settledReason',
      'allocation.version',
      'client.id as clientId',
      'client.responsible_id as responsibleId',
      'measure.slug',
      'measure.title as measureTitle',
      'contract.number as contractNumber',
      'provider.name as providerName',
      'site.name as site',
      'place.no as placeNo',
      'run.name as groupName',
    ])
    .executeTakeFirst();
}

/** What a page about an allocation shows: the words only where the client may be seen. */
interface OpenAllocation {
  readonly facts: AllocationFacts;
  readonly head: ClientHead;
  /** Null for a team lead who has not said for what (rule P2). */
  readonly client: OpenClient | null;
  readonly words: AllocationWords | null;
}

/** Finds the allocation for a page about it and records that somebody looked, whoever it is. */
export async function openAllocation(tx: Tx, actor: Actor, id: string): Promise<OpenAllocation | undefined> {
  const facts = await findAllocation(tx, id);
  if (!facts) return undefined;
  const head = await findHead(tx, facts.clientId);
  if (!head) return undefined;
  const client = (await findClient(tx, facts.clientId)) ?? null;
  await recordAudit(
    tx,
    actor,
    client
      ? { verb: 'allocation.opened', objectKind: 'allocation', objectId: id }
      : { verb: 'client.openingRefused', objectKind: 'client', objectId: facts.clientId },
  );
  return { facts, head, client, words: client && (await findWords(tx, id)) };
}

/** Whoever reads of a person is recorded. */
export async function recordAllocationOpening(tx: Tx, actor: Actor, id: string): Promise<void> {
  await recordAudit(tx, actor, { verb: 'allocation.opened', objectKind: 'allocation', objectId: id });
}

/** An allocation to a measure of a person whom the actor is in charge of; undefined for all others. */
export async function findOwnAllocation(tx: Tx, id: string): Promise<AllocationFacts | undefined> {
  const [facts, handled] = await Promise.all([findAllocation(tx, id), listHandled(tx)]);
  if (!facts) return undefined;
  return facts.slug !== null && handled.has(facts.responsibleId) ? facts : undefined;
}

/** The same for a page: that somebody looked is recorded. */
export async function openOwnAllocation(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ readonly facts: AllocationFacts; readonly client: OpenClient } | undefined> {
  const facts = await findOwnAllocation(tx, id);
  if (!facts) return undefined;
  const client = await findClient(tx, facts.clientId);
  if (!client) return undefined;
  await recordAllocationOpening(tx, actor, id);
  return { facts, client };
}

async function findWords(tx: Tx, id: string): Promise<AllocationWords> {
  const [decision, disclosure, needs, moves, letter, reports, contacts, attendance] = await Promise.all([
    tx
      .selectFrom('allocation_decision')
      .where('allocation_id', '=', id)
      .select([
        'reason',
        'overlap_reason as overlapReason',
        'earlier_reason as earlierReason',
        'backdate_reason as backdateReason',
        'created_by_name as byName',
      ])
      .executeTakeFirst(),
    tx
      .selectFrom('allocation_disclosure')
      .where('allocation_id', '=', id)
      .select([
        'contact',
        'purpose',
        'goals',
        'interpreter_language as interpreterLanguage',
        'accessibility',
        'household_number as householdNumber',
      ])
      .executeTakeFirst(),
    tx
      .selectFrom('allocation_need')
      .where('allocation_id', '=', id)
      .select(['need_key as key', 'progress', 'is_removed as isRemoved'])
      .orderBy('need_group')
      .orderBy('need_key')
      .execute(),
    tx
      .selectFrom('allocation_move')
      .where('allocation_id', '=', id)
      .select(['id', 'deed', 'day', 'reason', 'moved_at as movedAt', 'moved_by_name as byName'])
      .orderBy('moved_at', 'desc')
      .orderBy('id')
      .execute(),
    tx
      .selectFrom('allocation_letter')
      .where('allocation_id', '=', id)
      .where('kind', '=', 'client')
      .select('created_at as createdAt')
      .executeTakeFirst(),
    tx
      .selectFrom('report')
      .where('allocation_id', '=', id)
      .select(['id', 'kind', 'no', 'due_on as dueOn', 'state'])
      .orderBy('due_on')
      .orderBy('no')
      .execute(),
    tx
      .selectFrom('contact')
      .where('allocation_id', '=', id)
      // Corrected ones count as what corrects them.
      .where('id', 'not in', (other) =>
        other
          .selectFrom('contact as later')
          .where('later.allocation_id', '=', id)
          .where('later.corrects_id', 'is not', null)
          .select(sql<string>`later.corrects_id`.as('id')),
      )
      .select((eb) => [
        eb.fn.countAll<number>().as('agreed'),
        eb.fn.countAll<number>().filterWhere('outcome', '=', 'held').as('held'),
        sql<string | null>`(max(day) filter (where outcome = 'held'))::text`.as('lastHeldOn'),
      ])
      .executeTakeFirstOrThrow(),
    tx
      .selectFrom('attendance')
      .where('allocation_id', '=', id)
      .select(({ fn }) => [
        fn.countAll<number>().as('recorded'),
        fn.countAll<number>().filterWhere('status', '=', 'present').as('present'),
      ])
      .executeTakeFirstOrThrow(),
  ]);
  return {
    decision: decision ?? null,
    disclosure: disclosure ?? null,
    needs,
    moves,
    hasLetter: letter !== undefined,
    reports,
    contacts,
    attendance: attendance.recorded === 0 ? null : attendance,
  };
}
