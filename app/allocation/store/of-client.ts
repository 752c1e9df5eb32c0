import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import type { AllocationState } from '../allocation';

export interface ClientAllocation {
  readonly id: string;
  /** Null: internal case management. */
  readonly measureTitle: string | null;
  readonly state: AllocationState;
  readonly starts: string;
  readonly ends: string | null;
}

/** All allocations of a client, newest first; nothing where the actor may not see the client. */
export async function listClientAllocations(tx: Tx, clientId: string): Promise<ClientAllocation[]> {
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
    .where('client.id', '=', clientId)
    .select([
      'allocation.id',
      'measure.title as measureTitle',
      'allocation.state',
      'allocation.starts',
      sql<string | null>`coalesce(allocation.exited_on, allocation.ends)::text`.as('ends'),
    ])
    .orderBy('allocation.starts', 'desc')
    .orderBy('allocation.id')
    .execute();
}

/** A place that a client waits for. */
export interface ClientWaiting {
  readonly id: string;
  readonly measureTitle: string;
  /** Null: any site will do. */
  readonly site: string | null;
  readonly waitingSince: string;
}

/** What a client waits for, longest first; nothing where the actor may not see the client. */
export async function listClientWaiting(tx: Tx, clientId: string): Promise<ClientWaiting[]> {
  return tx
    .selectFrom('waitlist_entry as entry')
    .innerJoin('client', (join) =>
      join
        .onRef('client.tenant_id', '=', 'entry.tenant_id')
        .onRef('client.participant_key', '=', 'entry.participant_key'),
    )
    .innerJoin('measure', (join) =>
      join.onRef('measure.tenant_id', '=', 'entry.tenant_id').onRef('measure.id', '=', 'entry.measure_id'),
    )
    .where('client.id', '=', clientId)
    .where('entry.state', '=', 'waiting')
    .select([
      'entry.id',
      'measure.title as measureTitle',
      'entry.site',
      'entry.waiting_since as waitingSince',
    ])
    .orderBy('entry.waiting_since')
    .orderBy('entry.id')
    .execute();
}
