import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import { interimReports } from '../rules/reports';
import { extendFindings, type ExtendFinding } from '../rules/settle';
import { insertInterimReports } from './allocate';
import { constraintMet, lockPlaces } from './lock';
import { recordMove } from './moves';

/** How far an allocation can be extended on its place. */
interface Room {
  readonly kind: 'site' | 'group';
  readonly lastDay: string;
  readonly hasOpenOption: boolean;
  readonly nextTakenFrom: string | null;
}

/** The room behind an allocation; undefined where the actor may not see it or it is no measure's. */
export async function findRoom(tx: Tx, id: string): Promise<Room | undefined> {
  const row = await tx
    .selectFrom('allocation')
    .innerJoin('contract_place as place', (join) =>
      join
        .onRef('place.tenant_id', '=', 'allocation.tenant_id')
        .onRef('place.id', '=', 'allocation.place_id'),
    )
    .where('allocation.id', '=', id)
    .select((eb) => [
      'place.valid_to as lastDay',
      'place.group_id as groupId',
      eb
        .exists(
          eb
            .selectFrom('contract_option as option')
            .whereRef('option.tenant_id', '=', 'place.tenant_id')
            .whereRef('option.contract_id', '=', 'place.contract_id')
            .where('option.state', '=', 'open')
            .select('option.no'),
        )
        .$castTo<boolean>()
        .as('hasOpenOption'),
      eb
        .selectFrom('allocation as next')
        .whereRef('next.tenant_id', '=', 'allocation.tenant_id')
        .whereRef('next.place_id', '=', 'allocation.place_id')
        .whereRef('next.starts', '>', 'allocation.starts')
        .where('next.state', 'not in', ['notStarted', 'declined'])
        .select(sql<string | null>`min(next.starts)::text`.as('starts'))
        .as('nextTakenFrom'),
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const { lastDay, groupId, hasOpenOption, nextTakenFrom } = row;
  return {
    kind: groupId === null ? 'site' : 'group',
    lastDay,
    hasOpenOption: hasOpenOption && groupId === null,
    nextTakenFrom,
  };
}

/**
 * Moves the planned end of an allocation further, on its own place. Undefined where the
 * actor may not see it or it is no measure's; refused behind the place's last day, or where
 * somebody else has the place by then.
 */
export async function extendAllocation(
  tx: Tx,
  actor: Actor,
  id: string,
  wanted: { readonly ends: string; readonly reason: string },
): Promise<Result<undefined, ExtendFinding> | undefined> {
  const place = await tx
    .selectFrom('allocation')
    .where('id', '=', id)
    .select('contract_id as contractId')
    .executeTakeFirst();
  if (!place?.contractId) return undefined;
  await lockPlaces(tx, place.contractId);
  const [room, row] = await Promise.all([
    findRoom(tx, id),
    tx
      .selectFrom('allocation')
      .innerJoin('contract_measure as service', (join) =>
        join
          .onRef('service.tenant_id', '=', 'allocation.tenant_id')
          .onRef('service.contract_id', '=', 'allocation.contract_id')
          .onRef('service.measure_id', '=', 'allocation.measure_id'),
      )
      .where('allocation.id', '=', id)
      .select([
        'allocation.state',
        'allocation.starts',
        sql<string>`allocation.ends::text`.as('ends'),
        'allocation.version',
        'service.interim_report_months as interimReportMonths',
      ])
      .executeTakeFirst(),
  ]);
  if (!room || !row) return undefined;
  const findings = extendFindings(row, room, wanted.ends);
  if (findings.length > 0) return refuse(...findings);
  let changed = 0n;
  const constraint = await constraintMet(tx, async () => {
    const result = await tx
      .updateTable('allocation')
      .set({ ends: wanted.ends, version: sql<number>`version + 1` })
      .where('id', '=', id)
      .where('version', '=', row.version)
      .executeTakeFirst();
    changed = result.numUpdatedRows;
  });
  // The person itself is in the measure again by then, on another place.
  if (constraint !== null) return refuse({ code: 'placeTakenFrom', day: wanted.ends });
  if (changed === 0n) return refuse({ code: 'notOpen', state: row.state });
  const reports = interimReports({ starts: row.starts, ends: wanted.ends }, row.interimReportMonths);
  await insertInterimReports(tx, actor, id, reports);
  await recordMove(tx, actor, {
    allocationId: id,
    deed: 'extended',
    day: wanted.ends,
    reason: wanted.reason,
  });
  return ok(undefined);
}
