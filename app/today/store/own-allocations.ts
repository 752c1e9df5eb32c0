import { sql } from 'kysely';
import { confirmationDue } from '~/allocation/rules/next';
import { clientHandlers } from '~/identity/roles';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import { mostOfAKind, type TodayRow } from '../row';
import {
  type Asked,
  clientColumns,
  aboutClient,
  isHandled,
  type KnownClient,
  type TodaySource,
} from './source';

interface OwnAllocation extends KnownClient {
  readonly id: string;
  readonly title: string;
  readonly providerName: string;
  readonly allocatedOn: string;
  readonly starts: string;
  readonly ends: string;
  /** The provider has neither confirmed nor seen the person. */
  readonly isUnanswered: boolean;
  /** Another measure goes on after this one, or a place is waited for. */
  readonly goesOn: boolean;
}

/** Allocations of one's own clients that begin, wait for the provider's answer, or end with nothing after them. */
export const ownAllocations: TodaySource = {
  roles: clientHandlers,
  list: async (tx, asked) => {
    const { rows } = await sql<OwnAllocation>`
      select * from (
        select allocation.id, ${clientColumns}, service.title,
          provider.name as "providerName", allocation.allocated_on as "allocatedOn", allocation.starts,
          allocation.ends,
          allocation.confirmed_on is null and allocation.first_contact_on is null as "isUnanswered",
          exists (select from allocation other where other.tenant_id = allocation.tenant_id
            and other.participant_key = allocation.participant_key and other.id <> allocation.id
            and other.state = 'active' and other.ends > allocation.ends)
          or exists (select from waitlist_entry entry where entry.tenant_id = allocation.tenant_id
            and entry.participant_key = allocation.participant_key and entry.state = 'waiting') as "goesOn"
        from client
          join allocation on allocation.tenant_id = client.tenant_id
            and allocation.participant_key = client.participant_key
          join contract_measure service on service.tenant_id = allocation.tenant_id
            and service.contract_id = allocation.contract_id and service.measure_id = allocation.measure_id
          join provider on provider.id = allocation.provider_id
        where ${isHandled(asked)} and allocation.state = 'active'
          and (allocation.confirmed_on is null
            or allocation.starts > ${asked.today}::date and allocation.starts <= ${asked.horizon}::date
            or allocation.ends <= ${asked.horizon}::date)) own
      where "isUnanswered" or starts > ${asked.today}::date or not "goesOn" or ends < ${asked.today}::date
      order by least(ends, starts), id
      limit ${mostOfAKind}`.execute(tx);
    return rows.flatMap((row) => allocationRows(row, asked));
  },
};

/** Up to three rows: an allocation may be unconfirmed and about to begin. */
function allocationRows(
  row: OwnAllocation,
  { today, horizon }: Pick<Asked, 'today' | 'horizon'>,
): TodayRow[] {
  const base = {
    ...aboutClient(row),
    detail: `${row.title}, ${row.providerName}`,
    to: paths.allocation(row.id),
  };
  const rows: TodayRow[] = [];
  const answerDue = confirmationDue(row);
  if (row.isUnanswered && answerDue < today) {
    rows.push({
      ...base,
      key: `unconfirmed ${row.id}`,
      what: 'Träger hat die Zuweisung nicht bestätigt',
      verb: 'Zuweisung öffnen',
      when: { kind: 'by', day: answerDue },
    });
  }
  if (row.starts > today && row.starts <= horizon) {
    rows.push({
      ...base,
      key: `starts ${row.id}`,
      what: 'Maßnahme beginnt',
      verb: 'Zuweisung öffnen',
      when: { kind: 'on', day: row.starts },
    });
  }
  if (row.ends < today) {
    rows.push({
      ...base,
      key: `ended ${row.id}`,
      what: 'Maßnahme ist zu Ende, der Abgang fehlt',
      verb: 'Abgang eintragen',
      to: paths.allocationStep(row.id, 'abgang'),
      when: { kind: 'by', day: row.ends },
    });
  } else if (row.ends <= horizon && !row.goesOn) {
    rows.push({
      ...base,
      key: `ends ${row.id}`,
      what: 'Maßnahme endet, der Anschluss ist offen',
      verb: 'Anschluss planen',
      to: paths.fittingMeasures(row.clientId),
      detail: `${row.title}, seit ${formatDay(row.starts)}`,
      when: { kind: 'on', day: row.ends },
    });
  }
  return rows;
}
