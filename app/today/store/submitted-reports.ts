import { sql } from 'kysely';
import { reportName } from '~/allocation/words';
import { clientHandlers } from '~/identity/roles';
import { paths } from '~/ui/paths';
import { mostOfAKind, type TodayRow } from '../row';
import { clientColumns, aboutClient, isHandled, type KnownClient, type TodaySource } from './source';

interface SubmittedReport extends KnownClient {
  readonly id: string;
  readonly no: number;
  readonly title: string;
  readonly submittedOn: string;
}

/** Reports of providers on one's own clients that wait to be read. */
export const submittedReports: TodaySource = {
  roles: clientHandlers,
  list: async (tx, asked) => {
    const { rows } = await sql<SubmittedReport>`
      select report.id, report.no, report.submitted_on as "submittedOn", service.title, ${clientColumns}
      from client
        join allocation on allocation.tenant_id = client.tenant_id
          and allocation.participant_key = client.participant_key
        join report on report.tenant_id = allocation.tenant_id and report.allocation_id = allocation.id
        join contract_measure service on service.tenant_id = allocation.tenant_id
          and service.contract_id = allocation.contract_id and service.measure_id = allocation.measure_id
      where ${isHandled(asked)} and report.state = 'submitted'
      order by report.submitted_on, report.id
      limit ${mostOfAKind}`.execute(tx);
    return rows.map(submittedRow);
  },
};

function submittedRow({ id, no, title, submittedOn, ...client }: SubmittedReport): TodayRow {
  return {
    key: `report ${id}`,
    ...aboutClient(client),
    what: `${reportName({ no })} lesen`,
    detail: title,
    verb: 'Bericht lesen',
    to: paths.report(id),
    when: { kind: 'awaited', since: submittedOn },
  };
}
