import { Link } from '@remix-run/react';
import { Badge, DataTable } from '~/ui/data';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import type { DueSession } from '../training';
import { formatWeekday, sessionName } from '../words';
import { trainingNavigation } from './training-navigation';

interface Props {
  readonly sessions: readonly DueSession[];
  readonly today: string;
}

/** Sessions whose attendance is still to be entered, and those that come next. */
export function DueSessionsPage({ sessions, today }: Props) {
  const due = sessions.filter(({ day }) => day <= today);
  const coming = sessions.filter(({ day }) => day > today);
  return (
    <Page title="Anwesenheit" subNavigation={trainingNavigation('sessions')}>
      <div className="mp-stack">
        {sessions.length === 0 && (
          <p className="mp-lead">
            Für heute ist alles eingetragen, und in den nächsten zwei Wochen ist kein Termin geplant. Ihre
            Gruppen stehen unter{' '}
            <Link className="mp-a" to={paths.groups()}>
              Gruppen
            </Link>
            .
          </p>
        )}
        {due.length > 0 && <SessionTable caption="Einzutragen" sessions={due} today={today} />}
        {coming.length > 0 && (
          <SessionTable caption="In den nächsten zwei Wochen" sessions={coming} today={today} />
        )}
      </div>
    </Page>
  );
}

function SessionTable({ caption, sessions, today }: Props & { readonly caption: string }) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">{caption}</h2>
      <DataTable
        caption={caption}
        captionHidden
        cards
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'day',
            head: 'Tag',
            cell: (session) => {
              const label = `${formatWeekday(session.day)}, ${session.beginsAt} Uhr`;
              return session.day > today ? (
                label
              ) : (
                <Link className="mp-a" to={paths.sessionAttendance(session.id)}>
                  {label}
                  <span className="kern-sr-only">: Anwesenheit {session.groupName}</span>
                </Link>
              );
            },
          },
          { key: 'session', head: 'Termin', cell: (session) => sessionName(session) },
          {
            key: 'group',
            head: 'Gruppe',
            cell: ({ groupId, groupName, title }) => (
              <>
                <Link className="mp-a" to={paths.group(groupId)}>
                  {groupName}
                </Link>
                <small>{title}</small>
              </>
            ),
          },
          { key: 'site', head: 'Standort', cell: ({ siteName }) => siteName },
          {
            key: 'open',
            head: 'Offen',
            cell: ({ day, state, unrecorded }) => {
              if (day > today) return 'geplant';
              if (state === 'planned' && unrecorded === 0) return 'noch nicht festgehalten';
              const people = unrecorded === 1 ? '1 Person' : `${unrecorded} Personen`;
              return day < today ? <Badge kind="warning">{people}</Badge> : people;
            },
          },
        ]}
      />
    </section>
  );
}
