import { Link } from '@remix-run/react';
import { formatDay } from '~/values/calendar';
import { DoorList } from './door-list';
import { Page } from './page';
import { paths } from './paths';
import type { ShellPerson } from './shell-data';

/** The start page: where this role works. */
export function StartPage({ person, today }: { readonly person: ShellPerson; readonly today: string }) {
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
