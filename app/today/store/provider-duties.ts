import { sql } from 'kysely';
import { isOwedOrWritten } from '~/reports/store';
import { paths } from '~/ui/paths';
import { mostOfAKind, type TodayRow } from '../row';
import type { TodaySource } from './source';

interface OverdueReports {
  readonly contractId: string;
  readonly measureId: string;
  readonly title: string;
  readonly providerName: string;
  readonly kind: 'interim' | 'final';
  readonly count: number;
  readonly oldest: string;
}

/**
 * Reports that providers owe, as counts: a missing final report stays a duty after the
 * place is free (rule X8). The district counts them and sees nobody.
 */
export const reportsOwed: TodaySource = {
  roles: ['districtOfficer'],
  list: async (tx, { actor, today }) => {
    const { rows } = await sql<OverdueReports>`
      select allocation.contract_id as "contractId", allocation.measure_id as "measureId", service.title,
        provider.name as "providerName", report.kind, count(*) as count, min(report.due_on) as oldest
      from report
        join allocation on allocation.tenant_id = report.tenant_id and allocation.id = report.allocation_id
        join contract_measure service on service.tenant_id = allocation.tenant_id
          and service.contract_id = allocation.contract_id and service.measure_id = allocation.measure_id
        join provider on provider.id = allocation.provider_id
      where report.tenant_id = ${actor.tenantId} and report.state in ('open', 'returned')
        and ${isOwedOrWritten}
        and report.due_on < ${today}::date
      group by allocation.contract_id, allocation.measure_id, service.title, provider.name, report.kind
      order by oldest, service.title
      limit ${mostOfAKind}`.execute(tx);
    return rows.map(owedRow);
  },
};

function owedRow(owed: OverdueReports): TodayRow {
  const [one, several] =
    owed.kind === 'final'
      ? ['Abschlussbericht', 'Abschlussberichte']
      : ['Zwischenbericht', 'Zwischenberichte'];
  return {
    key: `owed ${owed.contractId} ${owed.measureId} ${owed.kind}`,
    about: `${owed.providerName}, ${owed.title}`,
    what: owed.count === 1 ? `1 ${one} fehlt` : `${owed.count} ${several} fehlen`,
    detail: owed.count === 1 ? null : 'der älteste seit diesem Tag',
    verb: 'Berichte ansehen',
    to: paths.reports(),
    when: { kind: 'by', day: owed.oldest },
  };
}
