import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { backdatingDays } from '~/allocation/rules/backdating';
import type { DueSession } from '../training';

/**
 * Sessions until today where something is still to be entered (planned ones, and held ones
 * with somebody unrecorded), as far back as it can be; and those of the next two weeks.
 */
export async function listDueSessions(tx: Tx, today: string): Promise<DueSession[]> {
  const { rows } = await sql<DueSession>`
    select due.* from (
      select session.id, run.id as "groupId", run.name as "groupName", service.title,
        site.name as "siteName", session.no, session.catches_up_no as "catchesUpNo",
        session.day::text as day, session.begins_at as "beginsAt", session.state,
        (select count(*)::int from allocation
          join contract_place place on place.tenant_id = allocation.tenant_id and place.id = allocation.place_id
          where place.tenant_id = session.tenant_id and place.group_id = session.group_id
            and allocation.state not in ('notStarted', 'declined')
            and session.day between allocation.starts and coalesce(allocation.exited_on, allocation.ends)
            and (allocation.visible_until is null or allocation.visible_until >= ${today}::date)
            and session.catches_up_no is null
            and not exists (select from attendance where attendance.tenant_id = session.tenant_id
              and attendance.session_id = session.id and attendance.allocation_id = allocation.id)) as unrecorded
      from training_session session
        join training_group run on run.tenant_id = session.tenant_id and run.id = session.group_id
        join contract_measure service on service.tenant_id = run.tenant_id
          and service.contract_id = run.contract_id and service.measure_id = run.measure_id
        join contract_site site on site.tenant_id = run.tenant_id and site.contract_id = run.contract_id
          and site.position = run.site_position
      where run.state in ('planned', 'running') and session.state <> 'cancelled'
        and session.day between ${today}::date - ${backdatingDays}::int and ${today}::date + 14
    ) due
    where due.day > ${today} or due.state = 'planned' or due.unrecorded > 0
    order by due.day, due."beginsAt", due.id
    limit 200`.execute(tx);
  return rows;
}
