import { Link } from '@remix-run/react';
import { DataTable, NotStated, type Column } from '~/ui/data';
import { paths } from '~/ui/paths';
import type { MeasureFilter } from '../filters';
import type { MeasureListRow } from '../measure-list';
import { formatSourceNumber, formatSourcePeriod, implementationNames, shortLine } from '../words';
import { sorting } from './filter-links';

interface Props {
  readonly rows: readonly MeasureListRow[];
  readonly filter: MeasureFilter;
}

export function ListTable({ rows, filter }: Props) {
  return (
    <DataTable
      caption="Liste der Maßnahmen"
      captionHidden
      cards
      columns={columnsFor(filter)}
      rows={rows}
      rowKey={({ slug }) => slug}
    />
  );
}

function columnsFor(filter: MeasureFilter): Column<MeasureListRow>[] {
  return [
    { key: 'title', ...sortedColumn(filter, 'titel', 'Maßnahme'), cell: (row) => <Name row={row} /> },
    {
      key: 'legalBases',
      head: 'Rechtsgrundlage',
      cell: ({ legalBases }) => legalBases.map(unbroken).join(', ') || <NotStated />,
    },
    {
      key: 'sites',
      head: 'Ort',
      cell: ({ sites }) => sites.map(({ name }) => name).join(', ') || <NotStated />,
    },
    { key: 'places', head: 'Plätze', numeric: true, cell: (row) => <Places row={row} /> },
    {
      key: 'period',
      head: 'Laufzeit',
      cell: (row) => <Period row={row} />,
    },
    {
      key: 'implementation',
      head: 'Umsetzung',
      cell: ({ implementation }) =>
        implementation === null ? <NotStated /> : (implementationNames[implementation] ?? implementation),
    },
    {
      key: 'carrier',
      ...sortedColumn(filter, 'stand', 'Träger und Stand'),
      cell: (row) => <Carrier row={row} />,
    },
  ];
}

function sortedColumn(filter: MeasureFilter, column: 'titel' | 'stand', label: string) {
  const { sorted, address } = sorting(filter, column);
  const head = (
    <Link className="mp-sort" to={address} preventScrollReset>
      {label}
      {sorted && <span aria-hidden="true">{sorted === 'ascending' ? ' ▲' : ' ▼'}</span>}
    </Link>
  );
  return { head, label, sorted };
}

function Name({ row }: { readonly row: MeasureListRow }) {
  return (
    <>
      <Link className="mp-a" to={paths.measure(row.slug)}>
        {row.title}
      </Link>
      {row.targetGroup && <small>{shortLine(row.targetGroup)}</small>}
    </>
  );
}

/** The total as stated; otherwise the sum of the sites, but only where every site states its places. */
function Places({ row: { placesTotal, sites } }: { readonly row: MeasureListRow }) {
  if (placesTotal !== null) return <>{formatSourceNumber(placesTotal)}</>;
  const stated = sites.flatMap(({ places }) => (places === null ? [] : [places]));
  if (sites.length === 0 || stated.length < sites.length) return <NotStated />;
  return (
    <>
      {formatSourceNumber(stated.reduce((sum, places) => sum + places, 0))}
      <small>Summe der Orte</small>
    </>
  );
}

/** The dash stays with the first day, so that a narrow column breaks after it. */
function Period({ row }: { readonly row: MeasureListRow }) {
  const period = { start: row.periodStart, end: row.periodEnd, openEnded: row.isOpenEnded };
  return <>{formatSourcePeriod(period)?.replace(' –', '\u00a0–') ?? <NotStated />}</>;
}

function Carrier({ row }: { readonly row: MeasureListRow }) {
  return (
    <>
      {row.carrierName ?? <NotStated />}
      <small>Stand {row.sourceYear ?? <NotStated />}</small>
    </>
  );
}

/** "§ 16a SGB II" stays on one line. */
function unbroken(citation: string): string {
  return citation.replaceAll(' ', '\u00a0');
}
