import { daysAfter } from '~/values/calendar';
import { sql } from 'kysely';
import { paths } from '~/ui/paths';
import { mostOfAKind, type TodayRow } from '../row';
import type { TodaySource } from './source';

interface Session {
  readonly id: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly title: string;
  readonly no: number;
  readonly day: string;
  readonly beginsAt: string;
}

/** Sessions are prepared a week ahead. */
const aheadDays = 7;

/** Group sessions of the coming week, and those whose attendance nobody has entered. */
export const sessionsDue: TodaySource = {
  roles: ['provider'],
  list: async (tx, { actor, today }) => {
    const { rows } = await sql<Session>`
      select session.id, run.id as "groupId", run.name as "groupName", service.title, session.no, session.day,
        session.begins_at as "beginsAt"
      from training_session session
        join training_group run on run.tenant_id = session.tenant_id and run.id = session.group_id
        join contract_measure service on service.tenant_id = run.tenant_id
          and service.contract_id = run.contract_id and service.measure_id = run.measure_id
      where run.tenant_id = ${actor.tenantId} and run.provider_id = ${actor.providerId} and run.state <> 'cancelled'
        and session.state <> 'cancelled' and session.day <= ${daysAfter(today, aheadDays)}::date
        and not exists (select from attendance where attendance.tenant_id = session.tenant_id
          and attendance.session_id = session.id)
        -- A group in which nobody was that day has nothing to enter.
        and exists (select from contract_place place
          join allocation on allocation.tenant_id = place.tenant_id and allocation.place_id = place.id
          where place.tenant_id = run.tenant_id and place.contract_id = run.contract_id and place.group_id = run.id
            and allocation.state not in ('notStarted', 'declined') and allocation.starts <= session.day
            and coalesce(allocation.exited_on, allocation.ends) >= session.day)
      order by session.day, session.begins_at, session.id
      limit ${mostOfAKind}`.execute(tx);
    return rows.map((row) => sessionRow(row, today));
  },
};

function sessionRow(session: Session, today: string): TodayRow {
  const isOver = session.day < today;
  return {
    key: `session ${session.id}`,
    about: session.groupName,
    what: isOver ? `Anwesenheit bei Termin ${session.no} eintragen` : `Termin ${session.no} der Gruppe`,
    detail: `${session.title}, ${session.beginsAt} Uhr`,
    verb: session.day > today ? 'Gruppe ansehen' : 'Anwesenheit eintragen',
    to: session.day > today ? paths.group(session.groupId) : paths.sessionAttendance(session.id),
    when: { kind: 'by', day: session.day },
  };
}
