import { Link } from '@remix-run/react';
import { formatDay } from '~/values/calendar';
import { Badge, DataTable } from './data';
import { DoorList } from './door-list';
import { Page } from './page';
import { paths } from './paths';
import type { ShellPerson } from './shell-data';

/** Something that is due by a day, and where it is done. */
export interface DueThing {
  readonly key: string;
  /** What must be done: "Über Option 1 entscheiden". */
  readonly what: string;
  /** What it is about. */
  readonly about: string;
  /** Last day for it. */
  readonly dueOn: string;
  readonly to: string;
}

interface StartPageProps {
  readonly person: ShellPerson;
  readonly today: string;
  /** In the order of their days; null: nothing of this role can be due. */
  readonly due: readonly DueThing[] | null;
}

/** The start page: what is due, and where this role works. */
export function StartPage({ person, today, due }: StartPageProps) {
  const areas = person.areas.filter((area) => area.to !== paths.today());
  return (
    <Page
      title="Heute"
      meta={
        <>
          <span>{formatDay(today)}</span>
          <span>Angemeldet: {person.displayName}</span>
        </>
      }
    >
      {due && <DueSection due={due} today={today} />}
      <section className="mp-sec">
        <h2 className="kern-heading-small">Ihre Bereiche</h2>
        {areas.length > 0 ? (
          <DoorList doors={areas} />
        ) : (
          <p className="mp-lead">
            Für Ihre Rolle ist kein weiterer Bereich freigegeben. Ihr Passwort und die Darstellung ändern Sie
            unter{' '}
            <Link className="mp-a" to={paths.account()}>
              Konto
            </Link>
            .
          </p>
        )}
      </section>
    </Page>
  );
}

function DueSection({ due, today }: { readonly due: readonly DueThing[]; readonly today: string }) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Was ansteht</h2>
      {due.length === 0 ? (
        <p>Für heute ist alles erledigt.</p>
      ) : (
        <DataTable
          caption="Was ansteht"
          captionHidden
          cards
          rows={due}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'what',
              head: 'Aufgabe',
              cell: ({ what, about, to }) => (
                <Link className="mp-a" to={to}>
                  {what}
                  <span className="kern-sr-only">: {about}</span>
                </Link>
              ),
            },
            { key: 'about', head: 'Worum es geht', cell: ({ about }) => about },
            {
              key: 'day',
              head: 'Bis',
              cell: ({ dueOn }) =>
                dueOn < today ? (
                  <Badge kind="danger">überfällig seit {formatDay(dueOn)}</Badge>
                ) : (
                  formatDay(dueOn)
                ),
            },
          ]}
        />
      )}
    </section>
  );
}
