import { DataTable } from '~/ui/data';
import type { ShownTable } from '../shown';

/** The tables of an evaluation of records, each with what must be known to read it. */
export function RecordTables({ tables }: { readonly tables: readonly ShownTable[] }) {
  return (
    <>
      {tables.map((table) => (
        <section key={table.key} className="mp-sec mp-stack">
          <h2 className="kern-heading-small">{table.title}</h2>
          <DataTable
            caption={table.title}
            captionHidden
            cards
            fit={table.heads.length < 4}
            rows={table.rows}
            rowKey={(row) => row[0] ?? ''}
            columns={table.heads.map((head, at) => ({
              key: head,
              head,
              numeric: at > 0,
              cell: (row: readonly string[]) => row[at],
            }))}
            {...(table.footer && { footer: table.footer })}
          />
          {table.notes.map((note) => (
            <p key={note} className="mp-lead mp-small">
              {note}
            </p>
          ))}
        </section>
      ))}
    </>
  );
}
