import { Link } from '@remix-run/react';
import { DataTable, Pagination } from '~/ui/data';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatPeriod } from '~/values/calendar';
import type { GroupRow } from '../training';
import { formatWeekday, groupStateNames } from '../words';
import { trainingNavigation } from './training-navigation';

interface Props {
  readonly rows: readonly GroupRow[];
  readonly page: number;
  readonly pageCount: number;
  /** Whether a running contract has a training that groups can be planned for. */
  readonly mayPlan: boolean;
}

/** All groups of a provider, those that begin last first. */
export function GroupListPage({ rows, page, pageCount, mayPlan }: Props) {
  return (
    <Page
      title="Gruppen"
      subNavigation={trainingNavigation('groups')}
      actions={
        mayPlan && (
          <Link className="kern-btn kern-btn--primary" to={paths.newGroup()}>
            <span className="kern-label">Gruppe planen …</span>
          </Link>
        )
      }
    >
      <div className="mp-stack">
        {rows.length === 0 ? (
          <p className="mp-lead">
            {mayPlan
              ? 'Sie haben noch keine Gruppe geplant. Planen Sie die erste mit ihren Terminen und Plätzen.'
              : 'Keiner Ihrer laufenden Verträge sieht Gruppen vor.'}
          </p>
        ) : (
          <DataTable
            caption="Gruppen"
            captionHidden
            cards
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                head: 'Gruppe',
                cell: ({ id, name, title, contractNumber }) => (
                  <>
                    <Link className="mp-a" to={paths.group(id)}>
                      {name}
                    </Link>
                    <small>
                      {title}, Vertrag {contractNumber}
                    </small>
                  </>
                ),
              },
              { key: 'site', head: 'Standort', cell: ({ siteName }) => siteName },
              { key: 'days', head: 'Zeit', cell: ({ starts, ends }) => formatPeriod(starts, ends) },
              {
                key: 'sessions',
                head: 'Durchgeführt',
                numeric: true,
                cell: ({ sessionsHeld, sessionsPlanned }) =>
                  `${sessionsHeld} von ${sessionsHeld + sessionsPlanned}`,
              },
              {
                key: 'next',
                head: 'Nächster Termin',
                cell: ({ nextDay }) => (nextDay ? formatWeekday(nextDay) : '–'),
              },
              {
                key: 'seats',
                head: 'Belegt',
                numeric: true,
                cell: ({ participants, seats }) => `${participants} von ${seats}`,
              },
              { key: 'state', head: 'Stand', cell: ({ state }) => groupStateNames[state] },
            ]}
          />
        )}
        <Pagination page={page} pages={pageCount} to={(to) => `${paths.groups()}?seite=${to}`} />
      </div>
    </Page>
  );
}
