import type { MetaFunction } from '@remix-run/node';
import { everyone } from '~/identity/access';
import { DataTable, type Column } from '~/ui/data';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';
import { TextPage, TextSection } from '~/ui/text-page';

export const handle = { access: everyone };

export const meta: MetaFunction = () => [{ title: pageTitle('Tastatur', 'Hilfe') }];

interface Key {
  readonly keys: string;
  readonly effect: string;
}

const keys: readonly Key[] = [
  { keys: 'Tab', effect: 'zum nächsten Link, Feld oder Knopf' },
  { keys: 'Umschalt + Tab', effect: 'zurück' },
  {
    keys: 'Enter',
    effect: 'folgt einem Link, drückt einen Knopf, sendet das Formular aus einem einzeiligen Feld',
  },
  { keys: 'Leertaste', effect: 'drückt einen Knopf, setzt ein Häkchen, wählt eine Möglichkeit' },
  { keys: 'Pfeiltasten', effect: 'wechseln zwischen den Möglichkeiten einer Auswahl' },
  { keys: 'Esc', effect: 'schließt das Menü auf schmalen Bildschirmen' },
];

const columns: readonly Column<Key>[] = [
  { key: 'keys', head: 'Taste', cell: (row) => row.keys },
  { key: 'effect', head: 'Wirkung', cell: (row) => row.effect },
];

export default function Route() {
  return (
    <TextPage title="Bedienung mit der Tastatur" crumbs={[{ to: paths.help(), label: 'Hilfe' }]}>
      <p>
        Alles im Portal lässt sich ohne Maus bedienen. Es gelten die Tasten Ihres Browsers; eigene
        Tastenkürzel hat das Portal nicht.
      </p>
      <DataTable
        caption="Tasten und ihre Wirkung"
        columns={columns}
        rows={keys}
        rowKey={(row) => row.keys}
        cards
      />
      <TextSection title="Wo die Tastatur steht">
        <p>
          Der erste Tabulatorschritt jeder Seite ist „Zum Inhalt springen“. Nach einem Seitenwechsel beginnt
          die Tastatur bei der Überschrift, nach einem Fehler im Formular bei der Liste der Fehler; deren
          Links führen zum Feld.
        </p>
      </TextSection>
    </TextPage>
  );
}
