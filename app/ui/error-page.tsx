import { isRouteErrorResponse, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Page } from './page';
import { paths } from './paths';

interface Props {
  readonly error: unknown;
  /** Reference for questions; the log names the same. */
  readonly requestId: string | undefined;
  readonly isSignedIn: boolean;
}

/** What happened, what still works, and the reference. */
export function ErrorPage({ error, requestId, isSignedIn }: Props) {
  const { title, happened, next } = wordsFor(error, isSignedIn);
  return (
    <Page title={title}>
      <div className="mp-stack mp-lead">
        <p>{happened}</p>
        {next}
        {requestId && (
          <p className="mp-small mp-quiet">
            Kennung dieses Aufrufs für Rückfragen: <span className="mp-num">{requestId}</span>
          </p>
        )}
      </div>
    </Page>
  );
}

/** Browser title of the error page; a route that draws its own brings its title in the error. */
export function errorTitle(error: unknown): string {
  const data: unknown = isRouteErrorResponse(error) ? error.data : null;
  const own = typeof data === 'object' && data !== null && 'title' in data ? data.title : null;
  return typeof own === 'string' ? own : wordsFor(error, false).title;
}

interface Words {
  readonly title: string;
  readonly happened: string;
  readonly next: ReactNode;
}

function wordsFor(error: unknown, isSignedIn: boolean): Words {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const said = isRouteErrorResponse(error) && typeof error.data === 'string' ? error.data.trim() : '';
  if (status === 404) return notFoundWords(isSignedIn);
  if (status === 403) return forbiddenWords(said, isSignedIn);
  if (status === 503) return busyWords();
  if (status >= 400 && status < 500) return refusedWords(isSignedIn);
  return faultWords(isSignedIn);
}

function notFoundWords(isSignedIn: boolean): Words {
  return {
    title: 'Seite nicht gefunden',
    happened:
      'Unter dieser Adresse gibt es nichts, oder Ihr Konto darf es nicht sehen. Vielleicht ist die Adresse unvollständig, oder der Eintrag wurde gelöscht.',
    next: <WaysOut isSignedIn={isSignedIn} />,
  };
}

function forbiddenWords(said: string, isSignedIn: boolean): Words {
  return {
    title: 'Kein Zugang mit Ihrer Rolle',
    happened: 'Sie sind angemeldet, aber diese Seite ist Konten mit einer anderen Rolle vorbehalten.',
    next: (
      <>
        {said && said !== 'Forbidden' && <p>{`Zugang haben: ${said}.`}</p>}
        <p>Wenn Sie die Seite für Ihre Arbeit brauchen, ändert die Administration Ihre Rolle.</p>
        <WaysOut isSignedIn={isSignedIn} />
      </>
    ),
  };
}

function busyWords(): Words {
  return {
    title: 'Das Portal ist gerade ausgelastet',
    happened: 'Ihre Anfrage wurde nicht bearbeitet. Es wurde nichts gespeichert.',
    next: <p>Laden Sie die Seite in einer Minute neu. Was Sie gespeichert haben, ist erhalten.</p>,
  };
}

function refusedWords(isSignedIn: boolean): Words {
  return {
    title: 'Die Anfrage war nicht lesbar',
    happened: 'Das Portal konnte die Anfrage nicht verstehen. Es wurde nichts gespeichert.',
    next: (
      <>
        <p>Gehen Sie zurück, laden Sie die Seite neu und senden Sie das Formular noch einmal.</p>
        <WaysOut isSignedIn={isSignedIn} />
      </>
    ),
  };
}

function faultWords(isSignedIn: boolean): Words {
  return {
    title: 'Im Portal ist ein Fehler aufgetreten',
    happened:
      'Es tut uns leid: Ihre Anfrage konnte nicht bearbeitet werden. Der Fehler liegt im Portal, nicht bei Ihnen. Was Sie vorher gespeichert haben, ist erhalten.',
    next: (
      <>
        <p>Versuchen Sie es noch einmal. Bleibt der Fehler, nennen Sie der Administration die Kennung.</p>
        <WaysOut isSignedIn={isSignedIn} />
      </>
    ),
  };
}

function WaysOut({ isSignedIn }: { readonly isSignedIn: boolean }) {
  return (
    <p className="mp-row">
      {isSignedIn ? (
        <Link className="mp-a" to={paths.today()}>
          Zur Startseite
        </Link>
      ) : (
        <Link className="mp-a" to={paths.signIn()}>
          Anmelden
        </Link>
      )}
      <Link className="mp-a" to={paths.help()}>
        Zur Hilfe
      </Link>
    </p>
  );
}
