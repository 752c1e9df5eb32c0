import { DataTable } from '~/ui/data';
import type { SourceProblem } from '../../read-source';
import type { Shown } from '../preview-shown';

interface Props {
  readonly caption: string;
  readonly problems: Shown<SourceProblem>;
}

/** Problems of files by file, line and field. Keys and values stand as in the file. */
export function ProblemTable({ caption, problems }: Props) {
  return (
    <>
      <DataTable
        caption={caption}
        cards
        rows={problems.rows}
        rowKey={({ file, line, path, message }) => `${file} ${line} ${path} ${message}`}
        columns={[
          { key: 'file', head: 'Datei', cell: ({ file }) => file },
          { key: 'line', head: 'Zeile', cell: ({ line }) => line, numeric: true },
          { key: 'path', head: 'Feld', cell: ({ path }) => (path ? <code>{path}</code> : 'ganze Datei') },
          {
            key: 'value',
            head: 'Wert',
            cell: ({ value }) => (value === undefined ? '–' : <code>{value}</code>),
          },
          { key: 'message', head: 'Problem', cell: ({ message }) => message },
        ]}
      />
      <MoreRows shown={problems} />
    </>
  );
}

/** Says that a list goes on. */
export function MoreRows({ shown }: { readonly shown: Shown<unknown> }) {
  const more = shown.total - shown.rows.length;
  if (more === 0) return null;
  return <p className="mp-small">… und {more.toLocaleString('de-DE')} weitere.</p>;
}
