import { regimeNames } from '~/budget/finding-text';
import { type Column, DataTable } from '~/ui/data';
import {
  DateField,
  FieldGroup,
  FieldPair,
  ListField,
  type ListRow,
  RadioField,
  SelectField,
  TextField,
} from '~/ui/form/fields';
import { useField } from '~/ui/form/form-context';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import type { TypedValues } from '~/ui/form/typed-values';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatDay, formatPeriod } from '~/values/calendar';
import type { BudgetRegime, RegimePeriod } from '../authority';
import { authorityForm } from '../forms';
import { stateCodes, stateNames } from '../states';

interface AuthorityReply extends FormReply {
  /** The version the form was sent with, or the new one after a conflict. */
  readonly version?: string;
}

interface AuthorityPageProps {
  readonly typed: TypedValues;
  readonly version: string;
  readonly regimePeriods: readonly RegimePeriod[];
  /** The law each regime rests on in this authority's state. */
  readonly regimeSources: Readonly<Record<BudgetRegime, string>>;
  readonly reply: AuthorityReply | undefined;
}

/** The authority's own settings, as its papers use them. */
export function AuthorityPage({ typed, version, regimePeriods, regimeSources, reply }: AuthorityPageProps) {
  return (
    <Page
      title="Behörde"
      crumbs={[{ to: paths.administration(), label: 'Verwaltung' }]}
      meta={<span>Diese Angaben stehen in allen Vorlagen</span>}
    >
      <PortalForm
        schema={authorityForm}
        reply={reply}
        initial={typed}
        hidden={{ version: reply?.version ?? version }}
        submit="Angaben speichern"
      >
        <TextField name="name" label="Name der Behörde" />
        <TextField name="office" label="Amt" hint="Das Amt, das die Vorlagen erstellt." />
        <FieldGroup legend="Anschrift" hint="Steht als Empfänger auf den Rechnungen der Träger.">
          <TextField name="street" label="Straße und Hausnummer" optional />
          <FieldPair>
            <TextField name="postcode" label="Postleitzahl" optional />
            <TextField name="town" label="Ort" optional />
          </FieldPair>
        </FieldGroup>
        <SelectField
          name="state"
          label="Land"
          choices={stateCodes.map((code) => ({ value: code, label: stateNames[code] }))}
        />
        <TextField
          name="signatureRole"
          label="Funktion der unterzeichnenden Person"
          hint="Zum Beispiel Landrätin oder Landrat. Der Name kommt erst bei der Unterschrift dazu."
        />
        <FieldGroup
          legend="Haushaltsrecht"
          hint="Davon hängt ab, wie eine Vorlage die Mittel späterer Jahre absichert (Regel B6)."
        >
          <RadioField
            name="regime"
            label="Welches Haushaltsrecht gilt?"
            choices={[
              {
                value: 'municipal',
                label: regimeNames.municipal,
                hint: `Verpflichtungsermächtigungen gibt es nur für Investitionen. Für Dienstleistungen stellt das Gremium die Mittel jedes Jahres bereit. Quelle: ${regimeSources.municipal}`,
              },
              {
                value: 'federal',
                label: regimeNames.federal,
                hint: `Spätere Jahre brauchen eine Verpflichtungsermächtigung. Quelle: ${regimeSources.federal}`,
              },
            ]}
          />
          <DateField
            name="regimeFrom"
            label="Gilt ab"
            hint="Nur beim ersten Eintrag und bei einer Änderung. Das bisherige Haushaltsrecht endet am Tag davor."
            optional
          />
        </FieldGroup>
        <ListField
          name="committees"
          label="Gremien"
          hint="In der Reihenfolge, in der sie eine Vorlage behandeln."
          rowLabel="Gremium"
          atLeast={1}
          sortable
        >
          {committeeFields}
        </ListField>
      </PortalForm>
      {regimePeriods.length > 0 && (
        <section className="mp-sec">
          <h2 className="kern-heading-small">Haushaltsrecht nach Zeiträumen</h2>
          <DataTable
            caption="Haushaltsrecht nach Zeiträumen"
            captionHidden
            columns={regimeColumns}
            rows={regimePeriods}
            rowKey={({ from }) => from}
            cards
          />
        </section>
      )}
    </Page>
  );
}

function committeeFields(row: ListRow) {
  return (
    <>
      <KeptId name={row.name('id')} />
      <TextField name={row.name('name')} label="Name" />
      <FieldPair>
        <SelectField
          name={row.name('task')}
          label="Aufgabe"
          choices={[
            { value: 'advises', label: 'berät' },
            { value: 'decides', label: 'entscheidet' },
          ]}
        />
        <SelectField
          name={row.name('session')}
          label="Sitzung"
          choices={[
            { value: 'public', label: 'öffentlich' },
            { value: 'closed', label: 'nicht öffentlich' },
          ]}
        />
      </FieldPair>
    </>
  );
}

/** A committee keeps its id through renaming and moving, so that papers keep it. */
function KeptId({ name }: { readonly name: string }) {
  const { typed } = useField(name);
  return <input type="hidden" name={name} value={typed} />;
}

const regimeColumns: Column<RegimePeriod>[] = [
  { key: 'regime', head: 'Haushaltsrecht', cell: ({ regime }) => regimeNames[regime] },
  {
    key: 'period',
    head: 'Gültig',
    cell: ({ from, until }) => (until ? formatPeriod(from, until) : `seit ${formatDay(from)}`),
  },
  { key: 'source', head: 'Quelle', cell: ({ source }) => source },
];
