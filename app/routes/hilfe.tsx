import type { MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { everyone } from '~/identity/access';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';
import { useShellData } from '~/ui/shell-data';
import { TextPage, TextSection } from '~/ui/text-page';

export const handle = { access: everyone };

export const meta: MetaFunction = () => [{ title: pageTitle('Hilfe') }];

interface Chapter {
  /** Told to those who have this area in their navigation. */
  readonly area: string;
  readonly title: string;
  readonly text: ReactNode;
}

const chapters: readonly Chapter[] = [
  {
    area: paths.measures(),
    title: 'Eine Maßnahme finden',
    text: (
      <p>
        Unter{' '}
        <Link className="mp-a" to={paths.measures()}>
          Maßnahmen
        </Link>{' '}
        stehen alle Maßnahmen Ihrer Behörde. Suchtext und Filter stehen in der Adresse: Sie können eine
        gefilterte Liste als Lesezeichen ablegen oder weitergeben. „keine Angabe“ heißt: Die Quelle sagt dazu
        nichts. Es heißt nicht null.
      </p>
    ),
  },
  {
    area: paths.clients(),
    title: 'Eine Person einer Maßnahme zuweisen',
    text: (
      <ol>
        <li>
          Öffnen Sie die Person unter{' '}
          <Link className="mp-a" to={paths.clients()}>
            Kundinnen und Kunden
          </Link>{' '}
          und wählen Sie „Passende Maßnahmen“.
        </li>
        <li>Prüfen Sie den Zugang. Jedes Kriterium nennt seine Regel und was noch offen ist.</li>
        <li>
          Wählen Sie „Zuweisen“: Standort, Zeitraum und der Grund der Auswahl. Das Schreiben entsteht dabei.
        </li>
        <li>
          Ist kein Platz frei, setzen Sie die Person auf die Warteliste. Die längste Wartezeit geht vor.
        </li>
      </ol>
    ),
  },
  {
    area: paths.budget(),
    title: 'Geld und Verträge',
    text: (
      <p>
        Unter{' '}
        <Link className="mp-a" to={paths.budget()}>
          Haushalt
        </Link>{' '}
        steht je Haushaltsjahr, was geplant, gebunden, bezahlt und frei ist. Eine Verlängerung zählt erst,
        wenn sie ausgeübt ist; bis dahin steht sie für sich. Fehlt in einem Jahr Geld, sagt der{' '}
        <Link className="mp-a" to={paths.contracts()}>
          Vertrag
        </Link>
        , wie viel.
      </p>
    ),
  },
  {
    area: paths.invoices(),
    title: 'Rechnungen prüfen',
    text: (
      <p>
        Unter{' '}
        <Link className="mp-a" to={paths.invoices()}>
          Rechnungen
        </Link>{' '}
        prüft eine Person und gibt eine zweite frei. Eine Rechnung bleibt, wie sie eingereicht wurde; ändert
        sich später etwas, berichtigt der Träger mit einer neuen über den Unterschied.
      </p>
    ),
  },
  {
    area: paths.participants(),
    title: 'Teilnehmende betreuen',
    text: (
      <p>
        Unter{' '}
        <Link className="mp-a" to={paths.participants()}>
          Teilnehmende
        </Link>{' '}
        stehen die Personen, die Ihnen zugewiesen sind. Bei jeder Person tragen Sie ein, was geschah:
        Kontakte, Plan, Vermittlungen, Fortschritte und den Abgang. „Heute“ nennt, was fällig ist.
      </p>
    ),
  },
  {
    area: paths.providerReports(),
    title: 'Berichte und Rechnungen abgeben',
    text: (
      <p>
        <Link className="mp-a" to={paths.providerReports()}>
          Berichte
        </Link>{' '}
        können Sie speichern und später weiterschreiben. Gibt das Jobcenter einen Bericht zurück, stehen die
        Hinweise darüber. Eine{' '}
        <Link className="mp-a" to={paths.providerInvoices()}>
          Rechnung
        </Link>{' '}
        berechnet das Portal für den Monat aus Vertrag und Plätzen; Sie prüfen sie und reichen sie ein.
      </p>
    ),
  },
  {
    area: paths.evaluations(),
    title: 'Ergebnisse lesen',
    text: (
      <p>
        Unter{' '}
        <Link className="mp-a" to={paths.evaluations()}>
          Auswertungen
        </Link>{' '}
        zählt das Portal aus den Eintragungen. Zahlen, aus denen auf einzelne Menschen geschlossen werden
        könnte, stehen als „•“.
      </p>
    ),
  },
];

const completing = (
  <>
    <TextSection title="Eine Maßnahme vervollständigen">
      <ol>
        <li>Öffnen Sie die Maßnahme und wählen Sie „Bearbeiten“. Das darf die Kreisverwaltung.</li>
        <li>Füllen Sie die Schritte in beliebiger Reihenfolge. Jeder Schritt wird für sich gespeichert.</li>
        <li>
          Felder ohne den Zusatz „Optional“ braucht die Vorlage. Solange eines leer ist, nennt die Seite
          „Unterlagen“, was fehlt, und führt zum Feld.
        </li>
      </ol>
    </TextSection>
    <TextSection title="Die Beschlussvorlage als PDF">
      <p>
        Unter „Unterlagen“ der Maßnahme liegt die Beschlussvorlage. Fehlen Angaben, können Sie einen Entwurf
        ansehen: Er ist als Entwurf gekennzeichnet und zeigt jede Lücke. Ist der Preis noch nicht bekannt,
        steht in der Vorlage „noch nicht kalkuliert“.
      </p>
    </TextSection>
  </>
);

/** Each reads what concerns the own areas; a link to what one may not open would only annoy. */
export default function Route() {
  const person = useShellData()?.person;
  const own = new Set(person?.areas.map(({ to }) => to));
  return (
    <TextPage title="Hilfe">
      <TextSection title="Anmelden">
        <p>
          Sie melden sich mit Ihrer dienstlichen E-Mail-Adresse und Ihrem Passwort an. Ein neues Konto, einen
          vergessenen Zugang oder ein gesperrtes Konto klären Sie mit der Administration Ihrer Behörde: Sie
          erhalten einen Zugangslink, der nur einmal gilt. Darüber legen Sie ein eigenes Passwort fest.
        </p>
        {person ? (
          <p>
            Unter{' '}
            <Link className="mp-a" to={paths.account()}>
              Konto
            </Link>{' '}
            ändern Sie Ihr Passwort, wählen helle oder dunkle Darstellung und beenden alle Ihre Sitzungen.
          </p>
        ) : (
          <p>Nach der Anmeldung steht hier, wie Sie mit Ihren Bereichen arbeiten.</p>
        )}
      </TextSection>
      {chapters
        .filter(({ area }) => own.has(area))
        .map(({ title, text }) => (
          <TextSection key={title} title={title}>
            {text}
          </TextSection>
        ))}
      {own.has(paths.measures()) && completing}
      <TextSection title="Beträge und Tage schreiben">
        <p>
          Beträge schreiben Sie wie 7500, 7.500,00 oder 7.500,00&nbsp;€. Einen Tag schreiben Sie wie
          1.12.2019, 01.12.19 oder 1.&nbsp;Dezember 2019. Das Portal zeigt danach, was es verstanden hat.
        </p>
      </TextSection>
      <TextSection title="Mit der Tastatur arbeiten">
        <p>
          <Link className="mp-a" to={paths.keyboardHelp()}>
            Bedienung mit der Tastatur
          </Link>
        </p>
      </TextSection>
    </TextPage>
  );
}
