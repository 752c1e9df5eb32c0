import { Link } from '@remix-run/react';
import { formatDay } from '~/values/calendar';
import { Page } from './page';
import { paths } from './paths';
import type { ShellPerson } from './shell-data';

/** The start page: where this role works. Due dates appear here as soon as an area produces them. */
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
          <dl className="mp-facts">
            {areas.map((area) => (
              <AreaRow key={area.to} to={area.to} label={area.label} purpose={area.purpose} />
            ))}
          </dl>
        ) : (
          <p className="mp-lead">
            Für Ihre Rolle ist in diesem Ausbaustand noch kein Bereich freigegeben. Ihr Konto und Ihr Passwort
            verwalten Sie unter{' '}
            <Link className="mp-a" to={paths.account()}>
              Konto
            </Link>
            .
          </p>
        )}
      </section>
      <section className="mp-sec">
        <h2 className="kern-heading-small">Termine</h2>
        <p className="mp-lead">
          Fristen und Aufgaben führt das Portal noch nicht; sie erscheinen später hier.
        </p>
      </section>
    </Page>
  );
}

function AreaRow({
  to,
  label,
  purpose,
}: {
  readonly to: string;
  readonly label: string;
  readonly purpose: string;
}) {
  return (
    <>
      <dt>
        <Link className="mp-a" to={to}>
          {label}
        </Link>
      </dt>
      <dd>{purpose}</dd>
    </>
  );
}
