import { Link } from '@remix-run/react';
import { DataTable } from '~/ui/data';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import type { AllocationState } from '../allocation';
import { stateText } from '../words';

interface Props {
  readonly clientId: string;
  readonly allocations: readonly {
    readonly id: string;
    readonly measureTitle: string | null;
    readonly state: AllocationState;
    readonly starts: string;
    readonly ends: string | null;
  }[];
  readonly waiting: readonly {
    readonly id: string;
    readonly measureTitle: string;
    readonly site: string | null;
    readonly waitingSince: string;
  }[];
  readonly today: string;
  readonly mayAllocate: boolean;
}

/** On a client's page: where the person is and was, what they wait for, and the way to what fits. */
export function ClientAllocations({ clientId, allocations, waiting, today, mayAllocate }: Props) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Zuweisungen</h2>
      {allocations.length === 0 ? (
        <p>Die Person ist noch keiner Maßnahme zugewiesen.</p>
      ) : (
        <DataTable
          caption="Zuweisungen der Person"
          captionHidden
          cards
          rows={allocations}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'measure',
              head: 'Maßnahme',
              cell: ({ id, measureTitle }) => (
                <Link className="mp-a" to={paths.allocation(id)}>
                  {measureTitle ?? 'Fallmanagement (bFM)'}
                </Link>
              ),
            },
            { key: 'starts', head: 'Beginn', cell: ({ starts }) => formatDay(starts) },
            { key: 'ends', head: 'Ende', cell: ({ ends }) => (ends === null ? '–' : formatDay(ends)) },
            { key: 'state', head: 'Stand', cell: (row) => stateText(row, today) },
          ]}
        />
      )}
      {waiting.map(({ id, measureTitle, site, waitingSince }) => (
        <p key={id}>
          Wartet seit {formatDay(waitingSince)} auf einen Platz: {measureTitle}
          {site !== null && `, ${site}`}.{' '}
          <Link className="mp-a" to={paths.waitlist()}>
            Warteliste öffnen
          </Link>
        </p>
      ))}
      {mayAllocate && (
        <p className="kern-btn-wrapper">
          <Link className="kern-btn kern-btn--secondary" to={paths.fittingMeasures(clientId)}>
            <span className="kern-label">Passende Maßnahmen</span>
          </Link>
        </p>
      )}
    </section>
  );
}
