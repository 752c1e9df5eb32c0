import { Badge, DataTable } from '~/ui/data';
import { Page } from '~/ui/page';
import type { ProviderDuties } from '../report';

/** What providers owe, in numbers: persons are not the district's business. */
export function DutiesPage({ duties }: { readonly duties: readonly ProviderDuties[] }) {
  return (
    <Page title="Berichte der Träger">
      <div className="mp-stack">
        {duties.length === 0 ? (
          <p className="mp-lead">Zurzeit steht kein Bericht aus.</p>
        ) : (
          <DataTable
            caption="Berichte, die noch nicht angenommen sind, ohne Namen"
            cards
            rows={duties}
            rowKey={({ providerId }) => providerId}
            columns={[
              { key: 'provider', head: 'Träger', cell: ({ providerName }) => providerName },
              {
                key: 'overdue',
                head: 'Überfällig',
                numeric: true,
                cell: ({ overdue }) => (overdue > 0 ? <Badge kind="danger">{overdue}</Badge> : 0),
              },
              {
                key: 'longest',
                head: 'Längste Überschreitung',
                numeric: true,
                cell: ({ longestDays }) =>
                  longestDays === 0 ? '–' : longestDays === 1 ? '1 Tag' : `${longestDays} Tage`,
              },
              { key: 'open', head: 'Noch nicht fällig', numeric: true, cell: ({ open }) => open },
              {
                key: 'read',
                head: 'Beim Jobcenter zu lesen',
                numeric: true,
                cell: ({ toBeRead }) => toBeRead,
              },
            ]}
          />
        )}
      </div>
    </Page>
  );
}
