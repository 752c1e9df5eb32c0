import type { MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { everyone } from '~/identity/access';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';
import { TextPage, TextSection } from '~/ui/text-page';

export const handle = { access: everyone };

export const meta: MetaFunction = () => [{ title: pageTitle('Hilfe') }];

export default function Route() {
  return (
    <TextPage title="Hilfe">
      <TextSection title="Anmelden">
        <p>
          Sie melden sich mit Ihrer dienstlichen E-Mail-Adresse und Ihrem Passwort an. Ein neues Konto, einen
          vergessenen Zugang oder ein gesperrtes Konto klären Sie mit der Administration Ihrer Behörde: Sie
          erhalten einen Zugangslink, der nur einmal gilt. Darüber legen Sie ein eigenes Passwort fest.
        </p>
        <p>
          Unter{' '}
          <Link className="mp-a" to={paths.account()}>
            Konto
          </Link>{' '}
          ändern Sie Ihr Passwort, wählen helle oder dunkle Darstellung und beenden alle Ihre Sitzungen.
        </p>
      </TextSection>
      <TextSection title="Eine Maßnahme finden">
        <p>
          Unter{' '}
          <Link className="mp-a" to={paths.measures()}>
            Maßnahmen
          </Link>{' '}
          stehen alle Maßnahmen Ihrer Behörde. Suchtext und Filter stehen in der Adresse: Sie können eine
          gefilterte Liste als Lesezeichen ablegen oder weitergeben. „keine Angabe“ heißt: Die Quelle sagt
          dazu nichts. Es heißt nicht null.
        </p>
      </TextSection>
      <TextSection title="Eine Maßnahme vervollständigen">
        <ol>
          <li>Öffnen Sie die Maßnahme und wählen Sie „Bearbeiten“. Das darf die Kreisverwaltung.</li>
          <li>Füllen Sie die Schritte in beliebiger Reihenfolge. Jeder Schritt wird für sich gespeichert.</li>
          <li>
            Felder ohne den Zusatz „Optional“ braucht die Vorlage. Solange eines leer ist, nennt die Seite
            „Unterlagen“, was fehlt, und führt zum Feld.
          </li>
        </ol>
        <p>
          Beträge schreiben Sie wie 7500, 7.500,00 oder 7.500,00&nbsp;€. Einen Tag schreiben Sie wie
          1.12.2019, 01.12.19 oder 1.&nbsp;Dezember 2019. Das Portal zeigt danach, was es verstanden hat.
        </p>
      </TextSection>
      <TextSection title="Die Beschlussvorlage als PDF">
        <p>
          Unter „Unterlagen“ der Maßnahme liegt die Beschlussvorlage. Fehlen Angaben, können Sie einen Entwurf
          ansehen: Er ist als Entwurf gekennzeichnet und zeigt jede Lücke. Ist der Preis noch nicht bekannt,
          steht in der Vorlage „noch nicht kalkuliert“.
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
