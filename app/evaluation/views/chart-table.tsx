import { DataTable } from '~/ui/data';

export interface ShownChart {
  readonly caption: string;
  readonly bars: readonly { readonly label: string; readonly value: string; readonly share: number | null }[];
}

const barWidth = 200;

/** The chart of an evaluation: each bar stands beside its number, so that the table is the chart. */
export function ChartTable({ chart }: { readonly chart: ShownChart }) {
  return (
    <section className="mp-sec mp-stack">
      <h2 className="kern-heading-small">Ergebnisse im Bild</h2>
      <DataTable
        caption={chart.caption}
        rows={chart.bars}
        rowKey={(bar) => String(chart.bars.indexOf(bar))}
        columns={[
          { key: 'label', head: 'Ergebnis', cell: ({ label }) => label },
          { key: 'value', head: 'Wert', numeric: true, cell: ({ value }) => value },
          { key: 'bar', head: 'Balken', cell: ({ share }) => share !== null && <Bar share={share} /> },
        ]}
      />
    </section>
  );
}

/** Drawn in the colour of the text, so that light, dark and forced colours all show it. */
function Bar({ share }: { readonly share: number }) {
  const length = Math.max(1, Math.round(barWidth * Math.min(share, 1)));
  return (
    <svg width={barWidth} height={12} viewBox={`0 0 ${String(barWidth)} 12`} aria-hidden="true">
      <rect width={barWidth} height={12} fill="currentColor" opacity={0.12} />
      <rect width={length} height={12} fill="currentColor" opacity={0.8} />
    </svg>
  );
}
