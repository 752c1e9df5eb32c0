import type { Tx } from '#db/as-actor';
import type { AuditSearch } from '../audit-search';

export interface AuditRow {
  readonly id: string;
  readonly at: string;
  /** Null where nobody of the authority did it or the account is gone. */
  readonly doer: string | null;
  readonly verb: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  /** Name or title of the thing as it is called today. */
  readonly objectName: string | null;
  readonly changedFields: readonly string[];
}

/** Entries on one page. */
const entriesPerPage = 50;

/**
 * One page of the audit log, newest first. Paged by place and not by number:
 * new entries arrive on top while somebody reads.
 */
export async function listAuditEntries(
  tx: Tx,
  search: AuditSearch,
): Promise<{ readonly rows: readonly AuditRow[]; readonly hasOlder: boolean }> {
  let query = tx
    .selectFrom('audit_entry')
    .leftJoin('account as doer', (join) =>
      join
        .onRef('doer.tenant_id', '=', 'audit_entry.tenant_id')
        .onRef('doer.id', '=', 'audit_entry.account_id'),
    )
    .leftJoin('account as thing', (join) =>
      join
        .onRef('thing.tenant_id', '=', 'audit_entry.tenant_id')
        .onRef('thing.id', '=', 'audit_entry.object_id'),
    )
    .leftJoin('measure', (join) =>
      join
        .onRef('measure.tenant_id', '=', 'audit_entry.tenant_id')
        .onRef('measure.id', '=', 'audit_entry.object_id'),
    )
    .select([
      'audit_entry.id',
      'audit_entry.at',
      'audit_entry.verb',
      'audit_entry.object_kind as objectKind',
      'audit_entry.object_id as objectId',
      'audit_entry.changed_fields as changedFields',
      'doer.display_name as doer',
    ])
    .select((select) => select.fn.coalesce('thing.display_name', 'measure.title').as('objectName'));
  if (search.verb) query = query.where('audit_entry.verb', '=', search.verb);
  const { olderThan } = search;
  if (olderThan) {
    query = query.where((where) =>
      where.or([
        where('audit_entry.at', '<', olderThan.at),
        where.and([where('audit_entry.at', '=', olderThan.at), where('audit_entry.id', '>', olderThan.id)]),
      ]),
    );
  }
  const rows = await query
    .orderBy('audit_entry.at', 'desc')
    .orderBy('audit_entry.id')
    .limit(entriesPerPage + 1)
    .execute();
  return { rows: rows.slice(0, entriesPerPage), hasOlder: rows.length > entriesPerPage };
}
