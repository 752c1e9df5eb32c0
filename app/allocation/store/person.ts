import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { legalBasisSettingOn } from '~/eligibility/legal-basis-settings';
import { readLegalBasis } from '~/portfolio/legal-basis';
import type { AllocationState } from '../allocation';

/** Where a person takes part or is about to; nothing of what ended. */
export interface Participation {
  readonly id: string;
  readonly measureId: string;
  readonly title: string;
  readonly state: AllocationState;
  readonly starts: string;
  /** Last day as it is planned or was. */
  readonly ends: string;
  /** One of the holistic offers, which overlap with each other (rule A22). */
  readonly isHolistic: boolean;
}

/** The key by which allocations know a client; undefined where the actor may not see the client. */
export async function findParticipantKey(tx: Tx, clientId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('client')
    .where('id', '=', clientId)
    .select('participant_key as key')
    .executeTakeFirst();
  return row?.key;
}

/** Measures in which the person is or will be from `from` on, by first day. */
export async function listParticipations(
  tx: Tx,
  participantKey: string,
  from: string,
): Promise<Participation[]> {
  const rows = await tx
    .selectFrom('allocation')
    .innerJoin('measure', (join) =>
      join
        .onRef('measure.tenant_id', '=', 'allocation.tenant_id')
        .onRef('measure.id', '=', 'allocation.measure_id'),
    )
    .where('allocation.participant_key', '=', participantKey)
    .where('allocation.state', 'not in', ['notStarted', 'declined'])
    .where(sql<string>`coalesce(allocation.exited_on, allocation.ends)`, '>=', from)
    .select([
      'allocation.id',
      'measure.id as measureId',
      'measure.title',
      'allocation.state',
      'allocation.starts',
      sql<string>`coalesce(allocation.exited_on, allocation.ends)::text`.as('ends'),
      sql`measure.content -> 'legalBases'`.as('legalBases'),
    ])
    .orderBy('allocation.starts')
    .execute();
  return rows.map(({ legalBases, ...row }) => {
    const bases = Array.isArray(legalBases) ? legalBases.filter((text) => typeof text === 'string') : [];
    return {
      ...row,
      isHolistic: legalBasisSettingOn(bases.map(readLegalBasis), row.starts)?.isHolistic ?? false,
    };
  });
}
