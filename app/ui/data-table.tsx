import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly key: string;
  /** Text of the head, or a link that sorts. */
  readonly head: ReactNode;
  /** Plain label before the value where rows become cards; needed when `head` is no text. */
  readonly label?: string;
  readonly cell: (row: Row) => ReactNode;
  /** Right-aligned with tabular figures. */
  readonly numeric?: boolean;
  /** How the table is sorted by this column now. */
  readonly sorted?: 'ascending' | 'descending' | undefined;
}

interface Props<Row> {
  /** Says what the table shows; `captionHidden` where a heading right above says the same. */
  readonly caption: string;
  readonly captionHidden?: boolean;
  /** The first column names the row. At most eight. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Rows become cards below 40rem. In between, and without, the table scrolls sideways in its frame. */
  readonly cards?: boolean;
  /** As wide as its content: for two narrow columns. */
  readonly fit?: boolean;
  /** Cells of a last row with sums, one per column. */
  readonly footer?: readonly ReactNode[];
}

/** A table in the density of desk work, with the first column as head of its row. */
export function DataTable<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  cards = false,
  fit = false,
  footer,
}: Props<Row>) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className="mp-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table
        className={`kern-table kern-table--small mp-table ${cards ? 'mp-cards' : ''} ${fit ? 'mp-table--fit' : ''}`.trimEnd()}
      >
        <caption className={captionHidden ? 'kern-sr-only' : undefined}>{caption}</caption>
        <thead className="kern-table__head">
          <tr className="kern-table__row">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={headClass(column.numeric)}
                aria-sort={column.sorted}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="kern-table__body">
          {rows.map((row) => (
            <tr key={rowKey(row)} className="kern-table__row">
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row" className={headClass(column.numeric)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={cellClass(column.numeric)} data-l={labelOf(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {footer && <SumRow columns={columns} cells={footer} />}
      </table>
    </div>
  );
}

function SumRow<Row>({
  columns,
  cells,
}: {
  readonly columns: readonly Column<Row>[];
  readonly cells: readonly ReactNode[];
}) {
  return (
    <tfoot className="kern-table__footer">
      <tr className="kern-table__row">
        {columns.map((column, index) =>
          index === 0 ? (
            <th key={column.key} scope="row" className={headClass(column.numeric)}>
              {cells[index]}
            </th>
          ) : (
            <td key={column.key} className={cellClass(column.numeric)} data-l={labelOf(column)}>
              {cells[index]}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  );
}

function headClass(numeric: boolean | undefined): string {
  return numeric ? 'kern-table__header kern-table__header--numeric' : 'kern-table__header';
}

function cellClass(numeric: boolean | undefined): string {
  return numeric ? 'kern-table__cell kern-table__cell--numeric' : 'kern-table__cell';
}

function labelOf<Row>(column: Column<Row>): string | undefined {
  return column.label ?? (typeof column.head === 'string' ? column.head : undefined);
}
