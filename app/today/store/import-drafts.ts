import { sql } from 'kysely';
import { paths } from '~/ui/paths';
import { mostOfAKind, type TodayRow } from '../row';
import type { TodaySource } from './source';

interface ImportDraft {
  readonly id: string;
  readonly since: string;
  readonly files: number;
}

/** Uploads of one's own that were looked at and neither taken over nor thrown away. */
export const importDrafts: TodaySource = {
  roles: ['districtOfficer'],
  list: async (tx, { actor }) => {
    const { rows } = await sql<ImportDraft>`
      select draft.id, (draft.created_at at time zone 'Europe/Berlin')::date as since,
        (select count(*) from import_draft_file file where file.tenant_id = draft.tenant_id
          and file.created_by = draft.created_by and file.draft_id = draft.id) as files
      from import_draft draft
      where draft.tenant_id = ${actor.tenantId} and draft.created_by = ${actor.accountId}
      order by draft.created_at
      limit ${mostOfAKind}`.execute(tx);
    return rows.map(importDraftRow);
  },
};

function importDraftRow({ id, since, files }: ImportDraft): TodayRow {
  return {
    key: `import ${id}`,
    about: files === 1 ? '1 Datei' : `${files} Dateien`,
    what: 'Import von Maßnahmen noch nicht übernommen',
    detail: null,
    verb: 'Import fortsetzen',
    to: paths.importDraft(id),
    when: { kind: 'open', since },
  };
}
