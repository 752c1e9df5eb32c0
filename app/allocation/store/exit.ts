import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { isId } from '~/values/is-id';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import {
  type CorrectionFinding,
  correctionFindings,
  endStateOf,
  type ExitFinding,
  exitFindings,
  type ExitSubject,
  finalReportDue,
  type NewExit,
  owesFinalReport,
} from '../rules/exit';
import { exitReasonNames } from '../words';

/** An allocation as its exit's page shows it. */
export interface ExitingAllocation extends ExitSubject {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Null: internal case management. */
  readonly measureTitle: string | null;
  readonly finalReportDays: number | null;
  readonly reportingDays: number | null;
}

/**
 * The allocation for whoever may record its exit; undefined for all others, foreign, past
 * and missing alike: a provider while it may know who it is, the jobcenter's staff while
 * they are in charge.
 */
export async function findExiting(tx: Tx, actor: Actor, id: string): Promise<ExitingAllocation | undefined> {
  if (!isId(id)) return undefined;
  const exiting = allocations(tx).where('allocation.id', '=', id);
  if (actor.providerId !== null) {
    return await exiting
      .innerJoin('allocation_disclosure as told', (join) =>
        join
          .onRef('told.tenant_id', '=', 'allocation.tenant_id')
          .onRef('told.allocation_id', '=', 'allocation.id'),
      )
      .select(['told.first_name as firstName', 'told.last_name as lastName'])
      .executeTakeFirst();
  }
  return await exiting
    .innerJoin('client', (join) =>
      join
        .onRef('client.tenant_id', '=', 'allocation.tenant_id')
        .onRef('client.participant_key', '=', 'allocation.participant_key'),
    )
    .innerJoin('client_profile as profile', (join) =>
      join.onRef('profile.tenant_id', '=', 'client.tenant_id').onRef('profile.client_id', '=', 'client.id'),
    )
    .where('client.responsible_id', 'in', sql<string>`(select actor_handles())`)
    .select(['profile.first_name as firstName', 'profile.last_name as lastName'])
    .executeTakeFirst();
}

/** The same for a page about it: who looked is recorded. */
export async function openExiting(tx: Tx, actor: Actor, id: string): Promise<ExitingAllocation | undefined> {
  const exiting = await findExiting(tx, actor, id);
  if (exiting) {
    const verb = actor.providerId === null ? 'allocation.opened' : 'participant.opened';
    await recordAudit(tx, actor, { verb, objectKind: 'allocation', objectId: id });
  }
  return exiting;
}

function allocations(tx: Tx) {
  return tx
    .selectFrom('allocation')
    .leftJoin('contract_measure as service', (join) =>
      join
        .onRef('service.tenant_id', '=', 'allocation.tenant_id')
        .onRef('service.contract_id', '=', 'allocation.contract_id')
        .onRef('service.measure_id', '=', 'allocation.measure_id'),
    )
    .select((eb) => [
      'allocation.id',
      'allocation.state',
      'allocation.starts',
      'allocation.ends',
      'allocation.exited_on as exitedOn',
      'allocation.exit_reason as exitReason',
      'service.title as measureTitle',
      'service.final_report_days as finalReportDays',
      'service.reporting_days as reportingDays',
      sql<string | null>`greatest(${eb
        .selectFrom('contact')
        .whereRef('contact.tenant_id', '=', 'allocation.tenant_id')
        .whereRef('contact.allocation_id', '=', 'allocation.id')
        .where('contact.outcome', '=', 'held')
        .where((where) =>
          where.not(
            where.exists(
              where
                .selectFrom('contact as later')
                .whereRef('later.tenant_id', '=', 'contact.tenant_id')
                .whereRef('later.corrects_id', '=', 'contact.id')
                .select('later.id'),
            ),
          ),
        )
        .select((max) => max.fn.max('contact.day').as('day'))}, ${eb
        .selectFrom('attendance')
        .innerJoin('training_session as session', (join) =>
          join
            .onRef('session.tenant_id', '=', 'attendance.tenant_id')
            .onRef('session.id', '=', 'attendance.session_id'),
        )
        .whereRef('attendance.tenant_id', '=', 'allocation.tenant_id')
        .whereRef('attendance.allocation_id', '=', 'allocation.id')
        .where('attendance.status', '=', 'present')
        .select((max) => max.fn.max('session.day').as('day'))})`.as('deliveredOn'),
    ]);
}

/**
 * Ends a participation (rules X2, X8): the place is free from the day after. Where
 * something was delivered the final report becomes a duty and the allocation waits for it
 * ("Abschluss"); else, and in internal case management, it is over at once.
 *
 * Undefined where the actor has no such allocation to end.
 */
export async function recordExit(
  tx: Tx,
  actor: Actor,
  id: string,
  exit: NewExit,
  today: string,
): Promise<Result<string, ExitFinding> | undefined> {
  const subject = await lockExiting(tx, actor, id);
  if (!subject) return undefined;
  const findings = exitFindings(subject, exit, today);
  if (findings.length > 0) return refuse(...findings);
  const owesReport = owesFinalReport(subject);
  await tx
    .updateTable('allocation')
    .set({
      state: owesReport ? 'closing' : endStateOf(exit.reason),
      exited_on: exit.exitedOn,
      exit_reason: exit.reason,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute();
  if (owesReport) {
    await tx
      .insertInto('report')
      .values({
        tenant_id: actor.tenantId,
        allocation_id: id,
        kind: 'final',
        no: 0,
        due_on: finalReportDue(exit.exitedOn, subject.finalReportDays ?? 14),
      })
      .execute();
  }
  await recordExitMove(tx, actor, id, 'exited', exit);
  return ok(id);
}

/**
 * Corrects day or reason of an exit. Invoices stay as they are and notice by themselves.
 * Undefined where the actor has no such allocation; refused where the place or the person
 * is taken on the later days.
 */
export async function correctExit(
  tx: Tx,
  actor: Actor,
  id: string,
  exit: NewExit,
  today: string,
): Promise<Result<string, CorrectionFinding> | undefined> {
  const subject = await lockExiting(tx, actor, id);
  if (!subject) return undefined;
  const isProvider = actor.providerId !== null;
  const findings = correctionFindings(subject, exit, { today, isProvider });
  if (findings.length > 0) return refuse(...findings);
  const isOver = subject.state !== 'closing';
  const { reportingDays } = subject;
  const written = await unlessTaken(tx, () =>
    tx
      .updateTable('allocation')
      .set({
        exited_on: exit.exitedOn,
        exit_reason: exit.reason,
        version: sql<number>`version + 1`,
        ...(isOver && { state: endStateOf(exit.reason) }),
        // The reporting period counts from the exit, or lasts until the report was accepted.
        ...(isOver &&
          reportingDays !== null && {
            visible_until: sql<string>`greatest(${exit.exitedOn}::date + ${reportingDays}::integer,
              (select accepted_on from report where report.tenant_id = allocation.tenant_id
                and report.allocation_id = allocation.id and report.kind = 'final'))`,
          }),
      })
      .where('id', '=', id)
      .execute(),
  );
  if (!written.ok) return written;
  if (subject.finalReportDays !== null) {
    await tx
      .updateTable('report')
      .set({ due_on: finalReportDue(exit.exitedOn, subject.finalReportDays) })
      .where('allocation_id', '=', id)
      .where('kind', '=', 'final')
      .where('state', '=', 'open')
      .execute();
  }
  await recordExitMove(tx, actor, id, 'exitCorrected', exit);
  return ok(id);
}

/** First come, first served: whoever comes second sees what the first one did. */
async function lockExiting(tx: Tx, actor: Actor, id: string): Promise<ExitingAllocation | undefined> {
  if (!(await findExiting(tx, actor, id))) return undefined;
  await tx.selectFrom('allocation').select('id').where('id', '=', id).forUpdate().execute();
  return await findExiting(tx, actor, id);
}

const takenDays: Readonly<Record<string, CorrectionFinding>> = {
  allocation_place_free: { code: 'placeTaken' },
  allocation_once_in_measure: { code: 'personElsewhere' },
  allocation_once_in_care: { code: 'personElsewhere' },
};

/** Behind a savepoint, because an error would end the transaction. */
async function unlessTaken<T>(tx: Tx, work: () => Promise<T>): Promise<Result<T, CorrectionFinding>> {
  await sql`savepoint unless_taken`.execute(tx);
  try {
    return ok(await work());
  } catch (error) {
    const finding = takenDays[(error as { constraint?: string }).constraint ?? ''];
    if (!finding) throw error;
    await sql`rollback to savepoint unless_taken`.execute(tx);
    return refuse(finding);
  }
}

/** The coded reason stands in the history too: a correction overwrites it in the allocation. */
async function recordExitMove(
  tx: Tx,
  actor: Actor,
  id: string,
  deed: 'exited' | 'exitCorrected',
  { exitedOn, reason, note }: NewExit,
): Promise<void> {
  await tx
    .insertInto('allocation_move')
    .values({
      tenant_id: actor.tenantId,
      allocation_id: id,
      deed,
      day: exitedOn,
      reason: [exitReasonNames[reason], note].filter(Boolean).join(': '),
      moved_by: actor.accountId,
      moved_by_name: actor.displayName,
    })
    .execute();
  await recordAudit(tx, actor, {
    verb: deed === 'exited' ? 'allocation.exited' : 'allocation.exitCorrected',
    objectKind: 'allocation',
    objectId: id,
  });
}
