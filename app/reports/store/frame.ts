import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import type { Report, ReportFrame } from '../report';

/**
 * What a report says by itself, from the records as they are now: nobody types it twice.
 * Absences only where they are reported (rule P7).
 */
export async function findFrame(tx: Tx, report: Report, today: string): Promise<ReportFrame> {
  const { allocationId } = report;
  const [about, contacts, attendance, needs, steps, referrals] = await Promise.all([
    tx
      .selectFrom('allocation')
      .innerJoin('provider', 'provider.id', 'allocation.provider_id')
      .innerJoin('allocation_disclosure as known', (join) =>
        join
          .onRef('known.tenant_id', '=', 'allocation.tenant_id')
          .onRef('known.allocation_id', '=', 'allocation.id'),
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
      .where('allocation.id', '=', allocationId)
      .select([
        'provider.name as providerName',
        'site.name as siteName',
        'place.group_id as groupId',
        'known.purpose',
        'known.goals as agreedGoals',
      ])
      .executeTakeFirstOrThrow(),
    countContacts(tx, allocationId),
    countAttendance(tx, allocationId),
    tx
      .selectFrom('allocation_need')
      .where('allocation_id', '=', allocationId)
      .select([
        'need_key as key',
        'need_group as group',
        'progress',
        'is_removed as isRemoved',
        'own_view as ownView',
      ])
      .orderBy('need_group')
      .orderBy('need_key')
      .execute(),
    tx
      .selectFrom('strategy_step')
      .where('allocation_id', '=', allocationId)
      .select(['id', 'goal', 'step', 'due_on as dueOn', 'state', 'settled_reason as reason'])
      .orderBy('agreed_on')
      .orderBy('due_on')
      .orderBy('id')
      .execute(),
    tx
      .selectFrom('referral')
      .where('allocation_id', '=', allocationId)
      .select(['target', 'day', 'has_arrived as hasArrived', 'is_ongoing as isOngoing'])
      .orderBy('day')
      .orderBy('id')
      .execute(),
  ]);
  const { groupId, ...words } = about;
  return {
    ...words,
    measureTitle: report.measureTitle,
    contractNumber: report.contractNumber,
    starts: report.starts,
    until: report.exitedOn ?? (today < report.ends ? today : report.ends),
    exitReason: report.kind === 'final' ? report.exitReason : null,
    contacts: { held: contacts.held, minutes: contacts.minutes },
    sessions:
      groupId === null
        ? null
        : { held: attendance.held, attended: attendance.attended, caughtUp: attendance.caughtUp },
    absences: report.reportsAbsence
      ? {
          excused: contacts.excused + attendance.excused,
          unexcused: contacts.unexcused + attendance.unexcused,
        }
      : null,
    needs,
    steps,
    referrals,
  };
}

interface ContactCounts {
  readonly held: number;
  readonly minutes: number;
  readonly excused: number;
  readonly unexcused: number;
}

/** A contact that was corrected counts as its correction says. */
async function countContacts(tx: Tx, allocationId: string): Promise<ContactCounts> {
  const { rows } = await sql<ContactCounts>`
    select count(*) filter (where outcome = 'held')::int as held,
      coalesce(sum(minutes) filter (where outcome = 'held'), 0)::int as minutes,
      count(*) filter (where outcome = 'clientExcused')::int as excused,
      count(*) filter (where outcome = 'clientUnexcused')::int as unexcused
    from contact where allocation_id = ${allocationId}
      and not exists (select from contact later where later.tenant_id = contact.tenant_id
        and later.corrects_id = contact.id)`.execute(tx);
  return rows[0] ?? { held: 0, minutes: 0, excused: 0, unexcused: 0 };
}

interface AttendanceCounts {
  readonly held: number;
  readonly attended: number;
  readonly caughtUp: number;
  readonly excused: number;
  readonly unexcused: number;
}

/** Regular sessions that were recorded; being ill counts as excused, and what was caught up as attended. */
async function countAttendance(tx: Tx, allocationId: string): Promise<AttendanceCounts> {
  const { rows } = await sql<AttendanceCounts>`
    select count(*)::int as held,
      count(*) filter (where status = 'present' or caught_up)::int as attended,
      count(*) filter (where status <> 'present' and caught_up)::int as "caughtUp",
      count(*) filter (where status in ('excused', 'sick'))::int as excused,
      count(*) filter (where status = 'unexcused')::int as unexcused
    from (
      select attendance.status, exists (
        select from training_session again
          join attendance there on there.tenant_id = again.tenant_id and there.session_id = again.id
          where again.tenant_id = session.tenant_id and again.group_id = session.group_id
            and again.catches_up_no = session.no
            and there.allocation_id = attendance.allocation_id and there.status = 'present') as caught_up
      from attendance
        join training_session session on session.tenant_id = attendance.tenant_id and session.id = attendance.session_id
      where attendance.allocation_id = ${allocationId} and session.catches_up_no is null
    ) regular`.execute(tx);
  return rows[0] ?? { held: 0, attended: 0, caughtUp: 0, excused: 0, unexcused: 0 };
}
