import { type Insertable, sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import type { Tables } from '#db/tables';

type Row<Table extends keyof Tables> = Insertable<Tables[Table]>;

/** Columns that hold JSON: their text must arrive as what it says. */
const jsonColumns = new Set(['facts', 'findings', 'answers', 'basis', 'contacts']);

/** More rows in one statement would only make one very long message. */
const chunk = 2000;

/** Gathers rows by table, to be written in few statements: one by one they would take minutes. */
export class Rows {
  private readonly byTable = new Map<keyof Tables, object[]>();

  /** All rows of a table name the same columns. */
  add<Table extends keyof Tables>(table: Table, ...rows: readonly Row<Table>[]): void {
    const known = this.byTable.get(table) ?? [];
    known.push(...(rows as readonly object[]));
    this.byTable.set(table, known);
  }

  /** Writes the tables in the order in which they were first added to, unless `first` says otherwise. */
  async write(tx: Tx, first: readonly (keyof Tables)[] = []): Promise<void> {
    const others = [...this.byTable.keys()].filter((table) => !first.includes(table));
    for (const table of [...first, ...others]) {
      await insertRows(tx, table, this.byTable.get(table) ?? []);
      this.byTable.delete(table);
    }
  }
}

async function insertRows(tx: Tx, table: keyof Tables, rows: readonly object[]): Promise<void> {
  const [model] = rows;
  if (!model) return;
  const columns = Object.keys(model);
  const sent = rows.map((row) => {
    const names = Object.keys(row);
    if (names.length !== columns.length || !columns.every((name) => name in row)) {
      throw new Error(`Rows of ${table} name different columns: ${columns.join()} and ${names.join()}.`);
    }
    return Object.fromEntries(
      Object.entries(row).map(([name, value]: [string, unknown]) => [
        name,
        jsonColumns.has(name) && typeof value === 'string' ? (JSON.parse(value) as unknown) : value,
      ]),
    );
  });
  const names = sql.join(columns.map((name) => sql.ref(name)));
  for (let from = 0; from < sent.length; from += chunk) {
    const part = JSON.stringify(sent.slice(from, from + chunk));
    await sql`insert into ${sql.table(table)} (${names})
      select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${part}::jsonb)`.execute(tx);
  }
}
