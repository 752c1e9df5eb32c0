import { Link } from '@remix-run/react';
import { Badge } from '~/ui/data';
import type { TodayRow } from '../row';
import type { TodayGroup } from '../rules';
import { groupTitle, whenText } from '../words';

interface Props {
  readonly groups: readonly TodayGroup[];
  readonly today: string;
}

/** One table, a body for each group; every row ends with the verb that does it. Cards on a phone. */
export function TodayTable({ groups, today }: Props) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className="mp-scroll" tabIndex={0} role="region" aria-label="Was ansteht">
      <table className="kern-table kern-table--small mp-table mp-cards">
        <caption className="kern-sr-only">Was ansteht</caption>
        <thead className="kern-table__head">
          <tr className="kern-table__row">
            {['Termin', 'Worum es geht', 'Was zu tun ist', 'Nächster Schritt'].map((head) => (
              <th key={head} scope="col" className="kern-table__header">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ key, rows, count }) => (
          <tbody key={key} className="kern-table__body">
            <tr className="mp-group">
              <th scope="rowgroup" colSpan={4}>
                {groupTitle(key, count, today)}
              </th>
            </tr>
            {rows.map((row) => (
              <Row key={row.key} row={row} today={today} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Row({ row, today }: { readonly row: TodayRow; readonly today: string }) {
  const when = whenText(row.when, today);
  const isOverdue = row.when.kind === 'by' && row.when.day < today;
  return (
    <tr className="kern-table__row">
      <td className="kern-table__cell mp-nowrap" data-l="Termin">
        {isOverdue ? <Badge kind="danger">{when}</Badge> : when}
      </td>
      <th scope="row" className="kern-table__header">
        {row.about}
      </th>
      <td className="kern-table__cell">
        {row.what}
        {row.detail !== null && <small>{row.detail}</small>}
      </td>
      <td className="kern-table__cell">
        <Link className="mp-a" to={row.to}>
          {row.verb}
          <span className="kern-sr-only">
            : {row.what}, {row.about}
          </span>
        </Link>
      </td>
    </tr>
  );
}
