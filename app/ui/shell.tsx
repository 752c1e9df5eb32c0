import { Link, useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { formatDay } from '~/values/calendar';
import { isInside } from './navigation';
import { paths } from './paths';
import type { ShellPerson } from './shell-data';

/** What surrounds every page: skip link, header, main, footer. */
export function Shell({
  person,
  today,
  children,
}: {
  readonly person: ShellPerson | null;
  /** Undefined where the root loader failed. */
  readonly today: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <>
      <a className="kern-link mp-skip" href="#inhalt">
        Zum Inhalt springen
      </a>
      <header className="mp-header">
        <div className="mp-header__in">
          {person && <MenuButton />}
          <Link className="mp-brand" to={paths.today()}>
            Maßnahmenportal
            {person && <small>{person.organisation}</small>}
          </Link>
          {person ? <MainNavigation person={person} /> : <SignInLink />}
          {person && <Account person={person} />}
        </div>
      </header>
      <main className="mp-main" id="inhalt" tabIndex={-1}>
        {children}
      </main>
      <Footer />
      <PaperFooter person={person} today={today} />
    </>
  );
}

const menuId = 'menue';

/** Opens the drawer of narrow screens: a native popover, no script; Esc ends it. */
function MenuButton() {
  return (
    <button type="button" className="kern-btn kern-btn--tertiary mp-menu" popovertarget={menuId}>
      <span className="kern-label">Menü</span>
    </button>
  );
}

function MainNavigation({ person }: { readonly person: ShellPerson }) {
  const { pathname } = useLocation();
  return (
    // Drawn anew for each page, so that an open drawer does not cover the page it led to.
    <nav className="mp-nav mp-drawer" id={menuId} key={pathname} popover="auto" aria-label="Hauptbereiche">
      <ul>
        {person.areas.map((area) => (
          <li key={area.to}>
            <Link to={area.to} aria-current={isInside(area, pathname) ? 'page' : undefined}>
              {area.label}
            </Link>
          </li>
        ))}
        <li className="mp-only-s">
          <Link to={paths.account()} aria-current={pathname === paths.account() ? 'page' : undefined}>
            Konto: {person.displayName}
          </Link>
        </li>
      </ul>
      <div className="mp-only-s mp-sign-out">
        <SignOut />
      </div>
      <button type="button" className="kern-btn kern-btn--secondary mp-menu" popovertarget={menuId}>
        <span className="kern-label">Schließen</span>
      </button>
    </nav>
  );
}

function Account({ person }: { readonly person: ShellPerson }) {
  return (
    <div className="mp-row mp-small mp-account">
      <Link className="mp-a" to={paths.account()}>
        <span className="kern-sr-only">Konto: </span>
        {person.displayName}
      </Link>
      <SignOut />
    </div>
  );
}

/** A form, because signing out changes something; a whole page load, because all data must go. */
function SignOut() {
  return (
    <form method="post" action={paths.signOut()}>
      <button className="mp-linkbutton">Abmelden</button>
    </form>
  );
}

function SignInLink() {
  const { pathname } = useLocation();
  if (pathname === '/anmelden') return null;
  return (
    <p className="mp-small mp-sign-in">
      <Link className="mp-a" to={paths.signIn()}>
        Anmelden
      </Link>
    </p>
  );
}

/** Where a printed page comes from, and of which day it is. */
function PaperFooter({ person, today }: { person: ShellPerson | null; today: string | undefined }) {
  const { pathname, search } = useLocation();
  return (
    <p className="mp-only-print mp-paper-footer">
      Maßnahmenportal{person && ` ${person.organisation}`}, {decoded(pathname + search)}
      {today && `, Stand ${formatDay(today)}`}
    </p>
  );
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

const footerLinks = [
  { to: paths.help(), label: 'Hilfe' },
  { to: paths.keyboardHelp(), label: 'Tastatur' },
  { to: paths.accessibility(), label: 'Barrierefreiheit' },
  { to: paths.privacy(), label: 'Datenschutz' },
  { to: paths.imprint(), label: 'Impressum' },
] as const;

function Footer() {
  const { pathname } = useLocation();
  return (
    <footer className="mp-footer">
      <nav className="mp-footer__in" aria-label="Hilfe und Rechtliches">
        {footerLinks.map(({ to, label }) => (
          <Link key={to} className="mp-a" to={to} aria-current={pathname === to ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
    </footer>
  );
}
