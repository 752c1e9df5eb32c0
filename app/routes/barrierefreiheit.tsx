import type { MetaFunction } from '@remix-run/node';
import { everyone } from '~/identity/access';
import { pageTitle } from '~/ui/page-title';
import { TextPage, TextSection } from '~/ui/text-page';

export const handle = { access: everyone };

export const meta: MetaFunction = () => [{ title: pageTitle('Barrierefreiheit') }];

export default function Route() {
  return (
    <TextPage title="Erklärung zur Barrierefreiheit">
      <p>
        Diese Erklärung gilt für das Maßnahmenportal in der Version 0.1. Maßstab ist die
        Barrierefreie-Informationstechnik-Verordnung (BITV 2.0) mit der europäischen Norm
        EN&nbsp;301&nbsp;549.
      </p>
      <TextSection title="Stand der Vereinbarkeit">
        <p>
          Das Portal ist darauf ausgelegt, die Anforderungen zu erfüllen. Ob es sie vollständig erfüllt, hat
          noch keine unabhängige Stelle geprüft; eine Bewertung durch Menschen, die Hilfsmittel nutzen, steht
          aus. Wir behaupten daher keine vollständige Vereinbarkeit.
        </p>
        <p>
          Die Angaben beruhen auf einer Selbstbewertung der Entwicklung: automatische Prüfung der Seiten mit
          axe-core, Bedienung mit der Tastatur, Darstellung bei 320&nbsp;Pixel Breite, in heller und dunkler
          Darstellung. Eine automatische Prüfung findet nur einen Teil der Barrieren.
        </p>
      </TextSection>
      <TextSection title="Bekannte Einschränkungen">
        <ul>
          <li>Die Texte liegen nicht in Leichter Sprache und nicht in Deutscher Gebärdensprache vor.</li>
          <li>
            Die PDF-Dokumente sind ausgezeichnet (PDF/UA-1 ist das Ziel). Mit Vorleseprogrammen wurden sie
            noch nicht von Hand geprüft.
          </li>
          <li>
            Breite Tabellen mit Beträgen lassen sich auf schmalen Bildschirmen nur seitlich verschieben.
          </li>
        </ul>
      </TextSection>
      <TextSection title="Barrieren melden">
        <p>
          Stoßen Sie auf eine Barriere oder brauchen Sie einen Inhalt in anderer Form, wenden Sie sich an die
          Behörde, die Ihr Konto führt. Nennen Sie die Adresse der Seite und was nicht gelingt. Die Behörde
          antwortet Ihnen innerhalb der gesetzlichen Frist. Wie Sie sie erreichen, steht im Impressum.
        </p>
      </TextSection>
      <TextSection title="Schlichtung">
        <p>
          Erhalten Sie keine zufriedenstellende Antwort, können Sie sich an die zuständige Schlichtungs- oder
          Durchsetzungsstelle wenden: für Stellen des Bundes die Schlichtungsstelle nach §&nbsp;16 des
          Behindertengleichstellungsgesetzes (BGG), für Kommunen die Stelle nach dem Gleichstellungsgesetz des
          Landes. Das Verfahren ist kostenlos, ein Rechtsbeistand ist nicht nötig.
        </p>
      </TextSection>
      <p className="mp-small mp-quiet">Erstellt mit der Version 0.1 des Portals.</p>
    </TextPage>
  );
}
