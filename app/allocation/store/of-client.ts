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
