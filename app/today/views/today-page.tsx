import { Link } from '@remix-run/react';
import { DoorList } from '~/ui/door-list';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import type { ShellPerson } from '~/ui/shell-data';
import { formatDay } from '~/values/calendar';
import type { TodayPanel } from '../row';
import type { TodayGroup } from '../rules';
import { countText } from '../words';
import { TodayPanels } from './today-panels';
import { TodayTable } from './today-table';

interface Due {
  readonly groups: readonly TodayGroup[];
  readonly count: number;
  readonly overdue: number;
  readonly nextDay: string | null;
  readonly isDoneForToday: boolean;
  readonly panels: readonly TodayPanel[];
}

interface TodayPageProps {
  readonly person: ShellPerson;
  readonly today: string;
  /** Null: nothing is ever due for these roles. */
  readonly due: Due | null;
}

/** The start page: what is due, overdue and coming, and where it is done. */
export function TodayPage({ person, today, due }: TodayPageProps) {
  return (
    <Page
      title="Heute"
      meta={
        <>
          <span>{formatDay(today)}</span>
          {due && due.count > 0 && <span>{countText(due.count, due.overdue)}</span>}
          <span>Angemeldet: {person.displayName}</span>
        </>
      }
    >
      {due && due.panels.length > 0 ? (
        <div className="mp-cols mp-cols--aside">
          <DueList due={due} today={today} />
          <aside aria-label="Überblick">
            <TodayPanels panels={due.panels} />
          </aside>
        </div>
      ) : (
        due && <DueList due={due} today={today} />
      )}
      {(due === null || due.count === 0) && <Areas person={person} />}
    </Page>
  );
}

function DueList({ due, today }: { readonly due: Due; readonly today: string }) {
  const shown = due.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <div className="mp-stack">
      {due.isDoneForToday && (
        <p className="mp-lead">
          Für heute ist alles erledigt.
          {due.nextDay !== null && ` Nächster Termin: ${formatDay(due.nextDay)}.`}
        </p>
      )}
      {due.count > 0 && <TodayTable groups={due.groups} today={today} />}
      {shown < due.count && (
        <p className="mp-small">
          Hier stehen die {shown} dringendsten von {due.count} Vorgängen. Die anderen rücken nach, sobald
          diese erledigt sind.
        </p>
      )}
    </div>
  );
}

function Areas({ person }: { readonly person: ShellPerson }) {
  const areas = person.areas.filter((area) => area.to !== paths.today());
  return (
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
  );
}
