import { endStateOf } from '~/allocation/rules/exit';
import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { DecisionFinding } from '../finding-text';
import type { Report } from '../report';
import { interimDueOn, visibleUntil } from '../rules/deadlines';
import { findReport } from './find';
import { recordReportMove } from './save';

/** Finds a report for the page of the jobcenter and records that somebody looked. */
export async function openReport(tx: Tx, actor: Actor, id: string): Promise<Report | undefined> {
  const report = await findReport(tx, id);
  if (!report) return undefined;
  await recordAudit(tx, actor, { verb: 'report.opened', objectKind: 'report', objectId: id });
  return report;
}

type Outcome = Result<string, DecisionFinding> | undefined;

/** Gives a report back to the provider with what is to be mended, and if wanted with a new day. */
export async function returnReport(
  tx: Tx,
  actor: Actor,
  id: string,
  { remarks, newDueOn }: { readonly remarks: string; readonly newDueOn: string | null },
  today: string,
): Promise<Outcome> {
  const report = await findReport(tx, id, { isLocking: true });
  if (!report) return undefined;
  if (report.state !== 'submitted') return refuse({ code: 'notSubmitted' });
  if (newDueOn !== null && newDueOn <= today) return refuse({ code: 'dueDayPast', today });
  await tx
    .updateTable('report')
    .set({ state: 'returned', version: report.version + 1, ...(newDueOn !== null && { due_on: newDueOn }) })
    .where('id', '=', id)
    .execute();
  await recordReportMove(tx, actor, report, { deed: 'returned', day: today, remarks });
  return ok(id);
}

/**
 * Accepts a report. The final one ends the allocation, and with it, after the reporting
 * period, what the provider sees of the person; an interim one is followed by the next.
 *
 * Source: rules X8, P4; workflows.md b8, b9.
 */
export async function acceptReport(tx: Tx, actor: Actor, id: string, today: string): Promise<Outcome> {
  const report = await findReport(tx, id, { isLocking: true });
  if (!report) return undefined;
  if (report.state !== 'submitted') return refuse({ code: 'notSubmitted' });
  const { exitedOn, exitReason } = report;
  if (report.kind === 'final' && (exitedOn === null || exitReason === null)) {
    return refuse({ code: 'notExited' });
  }
  const changed = await tx
    .updateTable('report')
    .set({ state: 'accepted', accepted_on: today, version: report.version + 1 })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (!changed) return refuse({ code: 'notInCharge' });
  await recordReportMove(tx, actor, report, { deed: 'accepted', day: today, remarks: null });
  if (report.kind === 'interim') await openNextInterim(tx, actor, report);
  else if (exitedOn !== null && exitReason !== null) {
    await closeAllocation(
      tx,
      actor,
      report,
      {
        state: endStateOf(exitReason),
        visible_until: visibleUntil(exitedOn, report.reportingDays, today),
      },
      today,
    );
  }
  return ok(id);
}

async function closeAllocation(
  tx: Tx,
  actor: Actor,
  { allocationId }: Report,
  end: { readonly state: 'closed' | 'droppedOut'; readonly visible_until: string },
  today: string,
): Promise<void> {
  const closed = await tx
    .updateTable('allocation')
    .set((eb) => ({ ...end, version: eb('version', '+', 1) }))
    .where('id', '=', allocationId)
    .where('state', '=', 'closing')
    .returning('id')
    .executeTakeFirst();
  if (!closed) return;
  await tx
    .insertInto('allocation_move')
    .values({
      tenant_id: actor.tenantId,
      allocation_id: allocationId,
      deed: 'closed',
      day: today,
      moved_by: actor.accountId,
      moved_by_name: actor.displayName,
    })
    .execute();
}

/** Only while the person is there: whoever left is reported on in the final report. */
async function openNextInterim(tx: Tx, actor: Actor, report: Report): Promise<void> {
  const no = report.no + 1;
  const dueOn = report.exitedOn === null ? interimDueOn(report, no) : null;
  if (dueOn === null) return;
  await tx
    .insertInto('report')
    .values({
      tenant_id: actor.tenantId,
      allocation_id: report.allocationId,
      kind: 'interim',
      no,
      due_on: dueOn,
    })
    .onConflict((conflict) => conflict.constraint('report_once').doNothing())
    .execute();
}
