import { DataTable } from '~/ui/data';
import { formatMoment } from '~/ui/moment';
import type { ReportMove } from '../report';
import { deedNames } from '../words';

/** Who submitted, returned and accepted a report. */
export function ReportMoves({ moves }: { readonly moves: readonly ReportMove[] }) {
  if (moves.length === 0) return null;
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Verlauf</h2>
      <DataTable
        caption="Verlauf"
        captionHidden
        cards
        rows={moves}
        rowKey={({ id }) => id}
        columns={[
          { key: 'deed', head: 'Was', cell: ({ deed }) => deedNames[deed] },
          {
            key: 'who',
            head: 'Wann und wer',
            cell: ({ movedAt, movedBy }) => `${formatMoment(movedAt)}, ${movedBy}`,
          },
          { key: 'remarks', head: 'Anmerkungen', cell: ({ remarks }) => remarks ?? '–' },
        ]}
      />
    </section>
  );
}
