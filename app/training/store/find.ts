import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tx } from '#db/as-actor';
import { isId } from '~/values/is-id';
import type {
  AttendanceEntry,
  GroupHead,
  GroupRow,
  Offer,
  Participant,
  Session,
  WholeGroup,
} from '../training';

/** What the provider may plan groups for: trainings of its signed contracts that still run. */
export async function listOffers(tx: Tx, today: string): Promise<Offer[]> {
  const rows = await tx
    .selectFrom('contract_measure as service')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.tenant_id', '=', 'service.tenant_id')
        .onRef('contract.id', '=', 'service.contract_id'),
    )
    .where('service.unit', '=', 'group')
    .where('contract.state', '=', 'signed')
    .where('contract.runs_until', '>=', today)
    .select((eb) => [
      'service.contract_id as contractId',
      'service.measure_id as measureId',
      'service.title',
      'contract.number as contractNumber',
      'contract.term_start as termStart',
      'contract.runs_until as runsUntil',
      'service.session_count as sessionCount',
      'service.session_minutes as sessionMinutes',
      'service.group_size as groupSize',
      jsonArrayFrom(
        eb
          .selectFrom('contract_site as site')
          .whereRef('site.tenant_id', '=', 'service.tenant_id')
          .whereRef('site.contract_id', '=', 'service.contract_id')
          .orderBy('site.position')
          .select(['site.position', 'site.name']),
      ).as('sites'),
    ])
    .orderBy('service.title')
    .orderBy('contract.number')
    .execute();
  // All three are there: `contract_measure_group_whole`.
  return rows.map((row) => ({
    ...row,
    sessionCount: row.sessionCount ?? 0,
    sessionMinutes: row.sessionMinutes ?? 0,
    groupSize: row.groupSize ?? 0,
  }));
}

function groups(tx: Tx) {
  return tx
    .selectFrom('training_group as run')
    .innerJoin('contract_measure as service', (join) =>
      join
        .onRef('service.tenant_id', '=', 'run.tenant_id')
        .onRef('service.contract_id', '=', 'run.contract_id')
        .onRef('service.measure_id', '=', 'run.measure_id'),
    )
    .innerJoin('contract', (join) =>
      join.onRef('contract.tenant_id', '=', 'run.tenant_id').onRef('contract.id', '=', 'run.contract_id'),
    )
    .innerJoin('contract_site as site', (join) =>
      join
        .onRef('site.tenant_id', '=', 'run.tenant_id')
        .onRef('site.contract_id', '=', 'run.contract_id')
        .onRef('site.position', '=', 'run.site_position'),
    )
    .select([
      'run.id',
      'run.contract_id as contractId',
      'run.measure_id as measureId',
      'contract.number as contractNumber',
      'service.title',
      'run.name',
      'run.trainer',
      'run.site_position as sitePosition',
      'site.name as siteName',
      'run.starts',
      'run.ends',
      'run.seats',
      'run.state',
      'service.reports_absence as reportsAbsence',
    ]);
}

/** The provider's group; undefined where it has none with this id. */
export async function findGroup(
  tx: Tx,
  id: string,
  { isLocking = false } = {},
): Promise<GroupHead | undefined> {
  if (!isId(id)) return undefined;
  if (isLocking) {
    // A query of its own: rows that are joined cannot be locked by those who may not write them.
    await tx.selectFrom('training_group').select('id').where('id', '=', id).forUpdate().execute();
  }
  return await groups(tx).where('run.id', '=', id).executeTakeFirst();
}

export const groupsPerPage = 50;

/** The provider's groups, those that begin last first. */
export async function listGroups(tx: Tx, page: number): Promise<{ rows: GroupRow[]; count: number }> {
  const [rows, { count }] = await Promise.all([
    groups(tx)
      .select((eb) => [
        sql<number>`(select count(*)::int from allocation
          join contract_place place on place.tenant_id = allocation.tenant_id and place.id = allocation.place_id
          where place.tenant_id = run.tenant_id and place.group_id = run.id
            and allocation.state not in ('notStarted', 'declined'))`.as('participants'),
        sql<number>`(select count(*)::int from training_session session where session.tenant_id = run.tenant_id
          and session.group_id = run.id and session.state = 'held')`.as('sessionsHeld'),
        sql<number>`(select count(*)::int from training_session session where session.tenant_id = run.tenant_id
          and session.group_id = run.id and session.state = 'planned')`.as('sessionsPlanned'),
        eb
          .selectFrom('training_session as session')
          .whereRef('session.tenant_id', '=', 'run.tenant_id')
          .whereRef('session.group_id', '=', 'run.id')
          .where('session.state', '=', 'planned')
          .select(({ fn }) => fn.min('session.day').as('day'))
          .as('nextDay'),
      ])
      .orderBy('run.starts', 'desc')
      .orderBy('run.name')
      .orderBy('run.id')
      .limit(groupsPerPage)
      .offset((page - 1) * groupsPerPage)
      .execute(),
    tx
      .selectFrom('training_group')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  return { rows, count: count };
}

/** Sessions of a group by their day. */
export async function listSessions(tx: Tx, groupId: string): Promise<Session[]> {
  return await tx
    .selectFrom('training_session')
    .where('group_id', '=', groupId)
    .select([
      'id',
      'no',
      'day',
      'begins_at as beginsAt',
      'minutes',
      'trainer',
      'catches_up_no as catchesUpNo',
      'state',
    ])
    .orderBy('day')
    .orderBy('begins_at')
    .orderBy('no')
    .execute();
}

/** Who has or had a seat of the group, by name; the name is null where it may no longer be seen. */
export async function listParticipants(tx: Tx, groupId: string): Promise<Participant[]> {
  const rows = await tx
    .selectFrom('allocation')
    .innerJoin('contract_place as place', (join) =>
      join
        .onRef('place.tenant_id', '=', 'allocation.tenant_id')
        .onRef('place.id', '=', 'allocation.place_id'),
    )
    .leftJoin('allocation_disclosure as known', (join) =>
      join
        .onRef('known.tenant_id', '=', 'allocation.tenant_id')
        .onRef('known.allocation_id', '=', 'allocation.id'),
    )
    .where('place.group_id', '=', groupId)
    .where('allocation.state', 'not in', ['notStarted', 'declined'])
    .select((eb) => [
      'allocation.id as allocationId',
      'place.no as seat',
      'known.first_name as firstName',
      'known.last_name as lastName',
      'allocation.starts',
      'allocation.exited_on as exitedOn',
      'allocation.ends',
      'allocation.reports_absence as reportsAbsence',
      eb
        .selectFrom('report')
        .whereRef('report.tenant_id', '=', 'allocation.tenant_id')
        .whereRef('report.allocation_id', '=', 'allocation.id')
        .where('report.state', '=', 'accepted')
        .select(({ fn }) => fn.max('report.submitted_on').as('day'))
        .as('reportedUntil'),
    ])
    .orderBy('known.last_name')
    .orderBy('known.first_name')
    .orderBy('place.no')
    .orderBy('allocation.starts')
    .execute();
  return rows.map(({ firstName, lastName, exitedOn, ends, ...row }) => ({
    ...row,
    name: lastName === null ? null : `${lastName}, ${firstName}`,
    until: exitedOn ?? ends ?? row.starts,
  }));
}

/** What is entered for the sessions of a group; only of persons whom the provider may still see. */
async function listEntries(tx: Tx, groupId: string): Promise<AttendanceEntry[]> {
  return await tx
    .selectFrom('attendance')
    .innerJoin('training_session as session', (join) =>
      join
        .onRef('session.tenant_id', '=', 'attendance.tenant_id')
        .onRef('session.id', '=', 'attendance.session_id'),
    )
    .where('session.group_id', '=', groupId)
    .select([
      'attendance.session_id as sessionId',
      'attendance.allocation_id as allocationId',
      'attendance.status',
      'attendance.late_reason as lateReason',
    ])
    .execute();
}

export async function findWholeGroup(
  tx: Tx,
  id: string,
  options: { readonly isLocking?: boolean } = {},
): Promise<WholeGroup | undefined> {
  const group = await findGroup(tx, id, options);
  if (!group) return undefined;
  const [sessions, participants, entries] = await Promise.all([
    listSessions(tx, id),
    listParticipants(tx, id),
    listEntries(tx, id),
  ]);
  return { group, sessions, participants, entries };
}

/** The group of a session with everything, and the session; undefined where the provider has no such session. */
export async function findSession(
  tx: Tx,
  sessionId: string,
  options: { readonly isLocking?: boolean } = {},
): Promise<(WholeGroup & { readonly session: Session }) | undefined> {
  if (!isId(sessionId)) return undefined;
  const row = await tx
    .selectFrom('training_session')
    .where('id', '=', sessionId)
    .select('group_id')
    .executeTakeFirst();
  const whole = row && (await findWholeGroup(tx, row.group_id, options));
  const session = whole?.sessions.find(({ id }) => id === sessionId);
  return whole && session ? { ...whole, session } : undefined;
}
