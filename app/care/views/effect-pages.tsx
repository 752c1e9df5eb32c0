import { Link } from '@remix-run/react';
import { progressNames } from '~/allocation/words';
import { DataTable, type Column } from '~/ui/data';
import { NumberField, RadioField, YesNoField } from '~/ui/form/fields';
import { PortalForm, type FormReply } from '~/ui/form/portal-form';
import { typedFrom } from '~/ui/form/typed-values';
import { yesNoText } from '~/ui/fields';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { effectForm } from '../forms';
import { effectFigures, type EffectLine } from '../rules/effect-months';
import { effectNames, monthText } from '../words';

interface FormProps {
  readonly clientId: string;
  readonly customerNumber: string;
  readonly measureTitle: string | null;
  readonly month: string | null;
  readonly division: string;
  readonly isRecorded: boolean;
  readonly isIntegrated: boolean;
  readonly needsRemoved: number;
  readonly saved: boolean;
  readonly reply: FormReply | undefined;
}

/** The anonymous record of one exit; nothing in it leads back to the person. */
export function EffectFormPage(props: FormProps) {
  const { clientId, customerNumber, measureTitle, month } = props;
  return (
    <Page
      title="Datensatz der Wirkungsanalyse"
      crumbs={[
        { to: paths.clients(), label: 'Kundinnen und Kunden' },
        { to: paths.client(clientId), label: `Kundennummer ${customerNumber}` },
      ]}
      meta={
        <>
          <span>{measureTitle ?? 'Fallmanagement (bFM)'}</span>
          {month && <span>Abgang {monthText(month)}</span>}
        </>
      }
    >
      <EffectEntry {...props} />
    </Page>
  );
}

function EffectEntry({ month, division, isRecorded, isIntegrated, needsRemoved, saved, reply }: FormProps) {
  if (isRecorded) {
    return (
      <p className="mp-lead">
        {saved ? 'Der Datensatz ist erfasst. ' : 'Für diesen Abgang liegt schon ein Datensatz vor. '}
        Er ist anonym und lässt sich der Person nicht mehr zuordnen, deshalb auch nicht ansehen oder ändern.
      </p>
    );
  }
  if (!month) {
    return <p className="mp-lead">Der Datensatz wird nach dem Abgang erfasst. Noch läuft die Teilnahme.</p>;
  }
  return (
    <>
      <p className="mp-lead">
        Festgehalten werden nur der Monat {monthText(month)}, der Bereich {division} und diese Angaben. Kein
        Name, keine Nummer, kein Tag (Regel E2). Danach lässt sich nichts mehr ändern.
      </p>
      <PortalForm
        schema={effectForm}
        reply={reply}
        submit="Datensatz erfassen"
        initial={typedFrom({ isIntegrated: yesNoText(isIntegrated), needsRemoved })}
      >
        <YesNoField name="isIntegrated" label="Wurde Arbeit oder Ausbildung aufgenommen?" />
        <YesNoField name="hadMedicalService" label="War der Ärztliche Dienst beteiligt?" />
        <YesNoField name="hadHealthNeed" label="Bestand ein Handlungsbedarf in der Gesundheit?" />
        <NumberField
          name="needsRemoved"
          label="Behobene Handlungsbedarfe"
          hint="Zahl der Bedarfe, 0 wenn keiner behoben ist."
        />
        <RadioField
          name="progress"
          label="Wie hat sich die Lage insgesamt verändert?"
          hint="Jede Verbesserung zählt, wie die Person oder Sie sie sehen (Regel E5)."
          choices={(['better', 'same', 'worse'] as const).map((value) => ({
            value,
            label: progressNames[value],
          }))}
        />
      </PortalForm>
    </>
  );
}

interface RecordRow {
  readonly month: string;
  readonly division: string;
  readonly isIntegrated: boolean;
  readonly hadMedicalService: boolean;
  readonly hadHealthNeed: boolean;
  readonly needsRemoved: number;
  readonly progress: 'better' | 'same' | 'worse';
}

interface Props {
  readonly year: number;
  readonly years: readonly number[];
  readonly lines: readonly EffectLine[];
  /** Where small numbers are hidden: below this one; null: the reader sees them exactly. */
  readonly hiddenBelow: number | null;
  /** Null: single records are for the evaluating unit alone (rule E3). */
  readonly records: readonly RecordRow[] | null;
}

/** What care achieved, month by month. */
export function EffectAnalysisPage({ year, years, lines, hiddenBelow, records }: Props) {
  return (
    <Page
      title="Wirkungsanalyse"
      meta={<span>Summen je Monat, aus anonymen Datensätzen</span>}
      {...(years.length > 1
        ? {
            subNavigation: years.map((one) => ({
              to: `${paths.effectAnalysis()}?jahr=${one}`,
              label: String(one),
              current: one === year,
            })),
          }
        : {})}
    >
      <p className="mp-lead">
        Die Spalten überschneiden sich: Eine Person kann in mehreren stehen, und behobene Handlungsbedarfe
        zählen Bedarfe und keine Personen. Sie ergeben zusammen nicht die Zahl der Abgänge (Regel E4).
      </p>
      {lines.length <= 1 ? (
        <p>Für {year} liegt noch kein Datensatz vor. Er wird nach jedem Abgang erfasst.</p>
      ) : (
        <>
          <DataTable
            caption={`Summen ${year}`}
            captionHidden
            cards
            rows={lines.slice(0, -1)}
            rowKey={({ month }) => month ?? ''}
            columns={lineColumns}
            footer={['Summe', ...effectFigures.map((figure) => cellText(lines.at(-1)?.[figure] ?? null))]}
          />
          {hiddenBelow !== null && (
            <p className="mp-small">
              • Wert aus Datenschutzgründen nicht ausgewiesen: Zahlen unter {hiddenBelow} und solche, aus
              denen sie sich errechnen ließen (Regel E6).
            </p>
          )}
        </>
      )}
      {records && <Records records={records} year={year} />}
      {!records && <p className="mp-small">Einzelne Datensätze sieht nur das Controlling (Regel E3).</p>}
      <p>
        <Link className="mp-a" to={paths.measures()}>
          Auswertungen der Maßnahmen stehen bei den Maßnahmen
        </Link>
      </p>
    </Page>
  );
}

const lineColumns: readonly Column<EffectLine>[] = [
  { key: 'month', head: 'Monat', cell: ({ month }) => (month ? monthText(month) : '') },
  ...effectFigures.map((figure) => ({
    key: figure,
    head: effectNames[figure],
    numeric: true,
    cell: (line: EffectLine) => cellText(line[figure]),
  })),
];

function cellText(value: number | null): string {
  return value === null ? '•' : String(value);
}

function Records({ records, year }: { readonly records: readonly RecordRow[]; readonly year: number }) {
  const yesOrNo = (value: boolean) => (value ? 'ja' : 'nein');
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Einzelne Datensätze {year}</h2>
      <DataTable
        caption={`Einzelne Datensätze ${year}`}
        captionHidden
        cards
        rows={records.map((record, place) => ({ ...record, place }))}
        rowKey={({ place }) => String(place)}
        columns={[
          { key: 'month', head: 'Monat', cell: ({ month }) => monthText(month) },
          { key: 'division', head: 'Bereich', cell: ({ division }) => division },
          { key: 'integrated', head: 'Integration', cell: ({ isIntegrated }) => yesOrNo(isIntegrated) },
          {
            key: 'medical',
            head: 'Ärztlicher Dienst',
            cell: ({ hadMedicalService }) => yesOrNo(hadMedicalService),
          },
          { key: 'health', head: 'Bedarf Gesundheit', cell: ({ hadHealthNeed }) => yesOrNo(hadHealthNeed) },
          {
            key: 'needs',
            head: 'Behobene Bedarfe',
            numeric: true,
            cell: ({ needsRemoved }) => String(needsRemoved),
          },
          { key: 'progress', head: 'Veränderung', cell: ({ progress }) => progressNames[progress] },
        ]}
      />
    </section>
  );
}
