import { sql } from 'kysely';
import type { AllocationState } from '~/allocation/allocation';
import { isReportOwed } from '~/allocation/rules/reports';
import { reportName } from '~/allocation/words';
import { paths } from '~/ui/paths';
import { mostOfAKind, type TodayRow } from '../row';
import { joinTold, type TodaySource } from './source';

interface OwnReport {
  readonly id: string;
  readonly kind: 'interim' | 'final';
  readonly no: number;
  readonly dueOn: string;
  readonly state: 'open' | 'returned';
  readonly allocationState: AllocationState;
  readonly title: string;
  readonly name: string;
  readonly isBegun: boolean;
}

/** Reports a provider owes or got back; drafts among them wherever their day is (rule X8). */
export const ownReports: TodaySource = {
  roles: ['provider'],
  list: async (tx, { actor, horizon }) => {
    const { rows } = await sql<OwnReport>`
      select report.id, report.kind, report.no, report.due_on as "dueOn", report.state, allocation.state as "allocationState", service.title,
        told.last_name || ', ' || told.first_name as name,
        coalesce(content.answers <> '{}', false) as "isBegun"
      from allocation
        join report on report.tenant_id = allocation.tenant_id and report.allocation_id = allocation.id
        ${joinTold}
        join contract_measure service on service.tenant_id = allocation.tenant_id
          and service.contract_id = allocation.contract_id and service.measure_id = allocation.measure_id
        left join report_content content on content.tenant_id = report.tenant_id and content.report_id = report.id
      where allocation.tenant_id = ${actor.tenantId} and allocation.provider_id = ${actor.providerId}
        and (report.state = 'returned' or report.state = 'open'
          and (report.due_on <= ${horizon}::date or content.answers <> '{}'))
      order by report.due_on, report.id
      limit ${2 * mostOfAKind}`.execute(tx);
    // The query asks for what is open; whether it is still owed is for the rule to say.
    return rows.filter((row) => isReportOwed(row, row.allocationState)).map(ownReportRow);
  },
};

function ownReportRow({ id, no, dueOn, state, title, name, isBegun }: OwnReport): TodayRow {
  const isReturned = state === 'returned';
  const progress = isReturned ? 'mit Anmerkungen zurückgegeben' : isBegun ? 'Entwurf begonnen' : null;
  return {
    key: `report ${id}`,
    about: name,
    what: `${reportName({ no })} ${isReturned ? 'überarbeiten' : 'abgeben'}`,
    detail: [title, progress].filter(Boolean).join(' · '),
    verb: isReturned || isBegun ? 'Weiter bearbeiten' : 'Bericht schreiben',
    to: paths.providerReport(id),
    when: { kind: 'by', day: dueOn },
  };
}
