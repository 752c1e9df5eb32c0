import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { LateReason } from '~/allocation/late-entry';
import { isLate } from '~/allocation/rules/backdating';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import { cellsOf, type CellFinding, readCell, sessionLock, type SessionLock } from '../rules/attendance';
import { findSession } from './find';
import { startGroup } from './sessions';

interface Saved {
  readonly count: number;
  /** Rows that were not saved, by allocation. */
  readonly faults: readonly (readonly [allocationId: string, CellFinding])[];
}

interface TypedAttendance {
  /** Letters by allocation. */
  readonly cells: Readonly<Record<string, string>>;
  /** Why it is entered only now; needed where the session was longer ago than is usual (rules.md § 12.11). */
  readonly lateReason: LateReason | null;
}

/**
 * Saves the letters of a session, each row by itself: what is right is kept, what is wrong
 * comes back. Whoever records attendance says that the session took place.
 *
 * Undefined where the provider has no such session; refused as a whole before its day, too
 * long after it, where it was cancelled, and where it is late and nobody says why. Persons of other groups are not looked at.
 */
export async function recordAttendance(
  tx: Tx,
  actor: Actor,
  sessionId: string,
  { cells: typed, lateReason }: TypedAttendance,
  today: string,
): Promise<Result<Saved, SessionLock | { readonly code: 'backdateReasonMissing' }> | undefined> {
  const found = await findSession(tx, sessionId, { isLocking: true });
  if (!found) return undefined;
  const { group, session } = found;
  const lock = sessionLock(session, today);
  if (lock) return refuse(lock);
  const isBackdated = isLate(session.day, today, 'told');
  const faults: [string, CellFinding][] = [];
  const rows = cellsOf(found, session).flatMap(({ participant, known, lock: why }) => {
    const { allocationId, reportsAbsence } = participant;
    const reading = readCell({ typed: typed[allocationId] ?? '', reportsAbsence, known, lock: why });
    if ('finding' in reading) faults.push([allocationId, reading.finding]);
    else if (reading.status) {
      return [
        {
          tenant_id: actor.tenantId,
          session_id: sessionId,
          allocation_id: allocationId,
          status: reading.status,
          reports_absence: reportsAbsence,
          recorded_by: actor.accountId,
          recorded_by_name: actor.displayName,
          late_reason: isBackdated ? lateReason : null,
        },
      ];
    }
    return [];
  });
  if (rows.length > 0) {
    if (isBackdated && lateReason === null) return refuse({ code: 'backdateReasonMissing' });
    await tx
      .insertInto('attendance')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'session_id', 'allocation_id']).doUpdateSet((eb) => ({
          status: eb.ref('excluded.status'),
          recorded_at: sql<string>`now()`,
          recorded_by: actor.accountId,
          recorded_by_name: actor.displayName,
          late_reason: eb.ref('excluded.late_reason'),
        })),
      )
      .execute();
    if (session.state === 'planned') {
      await tx.updateTable('training_session').set({ state: 'held' }).where('id', '=', sessionId).execute();
      await startGroup(tx, group);
    }
    await recordAudit(tx, actor, { verb: 'attendance.recorded', objectKind: 'session', objectId: sessionId });
  }
  return ok({ count: rows.length, faults });
}
