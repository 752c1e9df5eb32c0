import type { MetaFunction } from '@remix-run/node';
import { everyone } from '~/identity/access';
import { DataTable, type Column } from '~/ui/data';
import { pageTitle } from '~/ui/page-title';
import { TextPage, TextSection } from '~/ui/text-page';

export const handle = { access: everyone };

export const meta: MetaFunction = () => [{ title: pageTitle('Datenschutz') }];

interface Cookie {
  readonly name: string;
  readonly purpose: string;
  readonly until: string;
}

const cookies: readonly Cookie[] = [
  {
    name: 'portal, mit TLS __Host-portal',
    purpose: 'Hält Ihre Anmeldung. Ohne dieses Cookie ist keine Anmeldung möglich.',
    until: 'bis Sie sich abmelden oder den Browser schließen; auf dem Server endet die Sitzung früher',
  },
  {
    name: 'darstellung',
    purpose: 'Merkt sich helle oder dunkle Darstellung. Entsteht nur, wenn Sie eine wählen.',
    until: 'ein Jahr, oder bis Sie wieder „wie das Betriebssystem“ wählen',
  },
];

const columns: readonly Column<Cookie>[] = [
  { key: 'name', head: 'Name', cell: (row) => row.name },
  { key: 'purpose', head: 'Zweck', cell: (row) => row.purpose },
  { key: 'until', head: 'Dauer', cell: (row) => row.until },
];

export default function Route() {
  return (
    <TextPage title="Datenschutz">
      <TextSection title="Wer verantwortlich ist">
        <p>
          Verantwortlich ist die Behörde, die das Portal betreibt. Sie ergänzt hier ihre Anschrift, ihre
          Datenschutzbeauftragte oder ihren Datenschutzbeauftragten, die Rechtsgrundlagen und die
          Löschfristen. Diese Seite beschreibt, was die Software speichert.
        </p>
      </TextSection>
      <TextSection title="Was das Portal speichert">
        <ul>
          <li>
            Konten: Name, E-Mail-Adresse, Rollen, Behörde oder Träger, das Passwort nur als Prüfwert
            (argon2id).
          </li>
          <li>Sitzungen: Beginn, letzter Zugriff und Ende.</li>
          <li>
            Maßnahmen, Haushaltsansätze, Gremien, Vorlagen und die Dokumente, die daraus entstehen. Sie
            enthalten keine Angaben über Kundinnen und Kunden.
          </li>
          <li>
            Protokoll: welches Konto wann was geändert hat und welche Felder es waren. Die Inhalte der Felder
            stehen nicht darin.
          </li>
          <li>
            Betriebsprotokoll des Servers: Zeit, Kennung des Aufrufs, Muster der Adresse, Ergebnis, Dauer;
            keine Suchtexte und keine Formularinhalte.
          </li>
        </ul>
      </TextSection>
      <TextSection title="Was das Portal nicht ist">
        <p>
          Das Portal ist keine Fallakte. Beratungsnotizen, Diagnosen und Bescheide gehören in das
          Fachverfahren des Jobcenters, nicht in Freitextfelder des Portals.
        </p>
      </TextSection>
      <TextSection title="Cookies">
        <DataTable
          caption="Cookies des Portals"
          columns={columns}
          rows={cookies}
          rowKey={(row) => row.name}
          cards
        />
      </TextSection>
      <TextSection title="Keine Auswertung, keine fremden Server">
        <p>
          Das Portal misst nicht, wie Sie es nutzen, und bindet nichts von fremden Servern ein: Schriften,
          Symbole und Skripte liefert es selbst.
        </p>
      </TextSection>
      <TextSection title="Ihre Rechte">
        <p>
          Sie können von der Behörde Auskunft, Berichtigung, Löschung und Einschränkung der Verarbeitung
          verlangen (Artikel 15 bis 18 der Datenschutz-Grundverordnung) und sich bei der Datenschutzaufsicht
          des Landes beschweren.
        </p>
      </TextSection>
    </TextPage>
  );
}
