import { Badge, DataTable, type Column } from '~/ui/data';
import { kindNames, stateNames } from '../finding-text';
import type { KeptFinding } from '../finding';

/** What the rules say: met ones quiet, the others with what they ask for. */
export function FindingList({
  caption,
  findings,
}: {
  readonly caption: string;
  readonly findings: readonly KeptFinding[];
}) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      cards
      columns={columns}
      // Two criteria may read alike: their place tells them apart.
      rows={findings.map((finding, place) => ({ ...finding, place }))}
      rowKey={({ place }) => String(place)}
    />
  );
}

type Row = KeptFinding & { readonly place: number };

const columns: readonly Column<Row>[] = [
  { key: 'sentence', head: 'Ergebnis', cell: ({ sentence }) => sentence },
  { key: 'state', head: 'Stand', cell: (row) => <State {...row} /> },
  { key: 'rule', head: 'Regel', cell: ({ rule }) => rule },
  { key: 'source', head: 'Quelle', cell: ({ source }) => source },
];

/** A task or a hint is no criterion: it is open or done, and never "nicht erfüllt". */
function State({ state, kind }: KeptFinding) {
  if (state === 'met') return <>{stateNames.met}</>;
  if (kind === 'TASK' || kind === 'WARN') return <Badge kind="info">{kindNames[kind]}</Badge>;
  return (
    <>
      <Badge kind={kind === 'BLOCK' ? 'danger' : 'warning'}>{stateNames[state]}</Badge> {kindNames[kind]}
    </>
  );
}
